package org.firebreak.cli.io;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import org.firebreak.core.progress.Progress;

/** The two standard streams of one run: results go to the first, all that is said to the second. */
public final class Console implements AutoCloseable {
  private final ResultStream out;
  private final PrintStream err;
  private final boolean live;
  private boolean quiet;
  private boolean json;
  private boolean colored;
  private TimedProgress progress;

  /**
   * @param live whether the second stream is a terminal, on which a line can be written over
   */
  public Console(ResultStream out, PrintStream err, boolean live) {
    this.out = out;
    this.err = err;
    this.live = live;
  }

  /** Whether to keep to results and errors. */
  public void setQuiet(boolean quiet) {
    this.quiet = quiet;
  }

  /** Whether results are wanted as JSON. */
  public void setJson(boolean json) {
    this.json = json;
  }

  public boolean isJson() {
    return json;
  }

  /** Whether {@link StyledLine styled lines} of the result are in colour. */
  public void setColored(boolean colored) {
    this.colored = colored;
  }

  public PrintStream out() {
    return out;
  }

  public PrintStream err() {
    return err;
  }

  /** A line of the result. */
  public void result(String line) {
    out.print(Texts.line(line));
    out.print('\n');
  }

  /** A line of the result, in colour if that is wanted. */
  public void result(StyledLine line) {
    out.print(line.text(colored));
    out.print('\n');
  }

  /** A line about what was done; not if quiet, and beside the result if that is JSON. */
  public void say(String line) {
    if (!quiet) {
      endProgress();
      err.print(Texts.line(line));
      err.print('\n');
    }
  }

  /** A line that the user should see in any case. */
  public void warn(String line) {
    endProgress();
    err.print(Texts.line(line));
    err.print('\n');
  }

  /** Why results did not arrive; empty if they did, or if nobody wanted to read more of them. */
  public Optional<IOException> lost() {
    return out.lost();
  }

  /** Where long work reports; it is shown after a second, and not if quiet. */
  public Progress progress() {
    if (quiet) {
      return Progress.NONE;
    }
    if (progress == null) {
      progress = new TimedProgress(err, live);
    }
    return progress;
  }

  private void endProgress() {
    if (progress != null) {
      progress.close();
      progress = null;
    }
  }

  @Override
  public void close() {
    endProgress();
    out.flush();
    err.flush();
  }
}
