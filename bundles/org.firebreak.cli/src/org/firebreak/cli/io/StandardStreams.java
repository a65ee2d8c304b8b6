package org.firebreak.cli.io;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import picocli.CommandLine.Help.Ansi;

/**
 * Standard output and error of the process. Files and pipes get UTF-8 whatever the locale says, so
 * that results do not depend on it; a terminal gets what it displays.
 */
public final class StandardStreams {
  private StandardStreams() {}

  /** Whether somebody sits at a terminal. */
  public static boolean isTerminal() {
    String term = System.getenv("TERM");
    return System.console() != null && term != null && !term.equals("dumb");
  }

  /**
   * Whether the result goes to a terminal that shows colours, and nobody has asked for none by
   * {@code NO_COLOR}.
   *
   * @see <a href="https://no-color.org">NO_COLOR</a>
   */
  public static boolean isColored() {
    String none = System.getenv("NO_COLOR");
    return (none == null || none.isEmpty()) && isTerminal() && Ansi.AUTO.enabled();
  }

  /** Standard output, buffered; flush it before the process ends. */
  public static ResultStream out() {
    return ResultStream.to(new FileOutputStream(FileDescriptor.out), charset("stdout.encoding"));
  }

  /** Standard error. */
  public static PrintStream err() {
    return new PrintStream(
        new FileOutputStream(FileDescriptor.err), true, charset("stderr.encoding"));
  }

  private static Charset charset(String property) {
    String name = System.getProperty(property);
    if (System.console() == null || name == null) {
      return StandardCharsets.UTF_8;
    }
    try {
      Charset charset = Charset.forName(name);
      return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
