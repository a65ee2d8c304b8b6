package org.firebreak.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TabbedTextTest {
  @Test
  void cellsOfASpreadsheetAreRead() {
    assertThat(TabbedText.read("web1\t10.0.0.1\r\nweb2\t\r\n"))
        .containsExactly(List.of("web1", "10.0.0.1"), List.of("web2", ""));
  }

  @Test
  void aQuotedCellHoldsTabsQuotesAndLineBreaks() {
    assertThat(TabbedText.read("\"a\tb\"\t\"say \"\"hi\"\"\nthere\""))
        .containsExactly(List.of("a\tb", "say \"hi\"\nthere"));
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    List<List<String>> cells = List.of(List.of("a\tb", "", "\"q\""), List.of("x\ny", "5", "ü"));
    assertThat(TabbedText.read(TabbedText.write(cells))).isEqualTo(cells);
  }

  @Test
  void emptyCellsOfOneColumnAreWrittenAndReadAgain() {
    assertThat(TabbedText.write(List.of(List.of("")))).isNotEmpty();
    for (List<List<String>> cells :
        List.of(
            List.of(List.of("")),
            List.of(List.of(""), List.of("")),
            List.of(List.of("a"), List.of("")))) {
      assertThat(TabbedText.read(TabbedText.write(cells))).isEqualTo(cells);
    }
  }

  @Test
  void nothingIsNoRow() {
    assertThat(TabbedText.read("")).isEmpty();
    assertThat(TabbedText.read("a")).containsExactly(List.of("a"));
    assertThat(TabbedText.read("\n")).containsExactly(List.of(""));
  }
}
