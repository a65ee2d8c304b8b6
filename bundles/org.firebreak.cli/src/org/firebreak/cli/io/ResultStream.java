package org.firebreak.cli.io;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes results, buffered, and remembers why one did not arrive; a print stream keeps that to
 * itself.
 */
public final class ResultStream extends PrintStream {
  private static final int BUFFER = 1 << 15;

  private final Target target;

  private ResultStream(Target target, Charset charset) {
    super(new BufferedOutputStream(target, BUFFER), false, charset);
    this.target = target;
  }

  /** To a stream, in a character set. */
  public static ResultStream to(OutputStream target, Charset charset) {
    return new ResultStream(new Target(target), charset);
  }

  /**
   * Why results were lost, after all that is buffered was written.
   *
   * @return empty if everything arrived, or the reader had seen enough and closed the pipe
   */
  public Optional<IOException> lost() {
    flush();
    return Optional.ofNullable(target.failure).filter(failure -> !isClosedPipe(failure));
  }

  /** Every system has a word for it, and "pipe" in it. */
  private static boolean isClosedPipe(IOException failure) {
    return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
  }

  private static final class Target extends FilterOutputStream {
    private IOException failure;

    Target(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        failure = failure == null ? e : failure;
        throw e;
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException e) {
        failure = failure == null ? e : failure;
        throw e;
      }
    }
  }
}
