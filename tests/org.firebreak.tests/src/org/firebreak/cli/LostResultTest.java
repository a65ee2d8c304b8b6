package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Standard output that takes only a beginning. */
class LostResultTest {
  private static final class Full extends OutputStream {
    private final String reason;
    private int room = 100;

    Full(String reason) {
      this.reason = reason;
    }

    @Override
    public void write(int b) throws IOException {
      if (room-- <= 0) {
        throw new IOException(reason);
      }
    }
  }

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String reason, String... args) {
    return Main.run(args, new Full(reason), new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({"services", "catalogue", "'services,--json'", "'catalogue,--format,csv'"})
  void aFullDiskIsNoSuccess(String args) {
    assertThat(run("No space left on device", args.split(","))).isEqualTo(3);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .endsWith("standard output: No space left on device; the result is not complete\n");
  }

  @Test
  void aReaderWhoHasSeenEnoughIsNoMistake() {
    assertThat(run("Broken pipe", "services")).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("standard output");
  }
}
