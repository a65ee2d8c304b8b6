package org.firebreak.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void nothingBreaksOutOfALineOrAQuotedString() {
    assertThat(PlainText.oneLine("a\r\n\tb\u2028c \"d\" \\e\u202E\u200B\0\uD800 "))
        .isEqualTo("a b c 'd' /e");
  }

  @Test
  void spacesAreJoined() {
    assertThat(PlainText.oneLine("  one   line ")).isEqualTo("one line");
    assertThat(PlainText.oneLine(" ")).isEmpty();
    assertThat(PlainText.oneLine("")).isEmpty();
    assertThat(PlainText.oneLine("one line~")).isEqualTo("one line~");
  }

  @Test
  void textIsCutBetweenCharacters() {
    String cut = PlainText.oneLine("日本語🔥".repeat(20), 64);
    assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isBetween(60, 64);
    assertThat(cut).endsWith("…").doesNotContain("\uFFFD");
    assertThat(PlainText.oneLine("short", 64)).isEqualTo("short");
  }
}
