package org.firebreak.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.imports.spi.ImportFormat;
import org.firebreak.imports.spi.ImportOption;
import org.junit.jupiter.api.Test;

/** The user's reference of the columns says what the program does. */
class ColumnReferenceTest {
  private static final Path REFERENCE =
      Path.of(System.getProperty("firebreak.root"), "docs", "user", "import.md");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** Headers in the first two columns of the tables of a section. */
  private static List<String> headers(String section) throws IOException {
    String text = Files.readString(REFERENCE);
    String part = text.substring(text.indexOf("## " + section));
    part =
        part.substring(0, part.indexOf("\n## ", 3) < 0 ? part.length() : part.indexOf("\n## ", 3));
    part = part.contains("\n### ") ? part.substring(0, part.indexOf("\n### ")) : part;
    List<String> headers = new ArrayList<>();
    for (String line : part.split("\n")) {
      String[] cells = line.split("\\|");
      if (cells.length >= 4) {
        Matcher code = CODE.matcher(cells[1] + cells[2]);
        while (code.find()) {
          headers.add(code.group(1));
        }
      }
    }
    return headers;
  }

  @Test
  void everyHeaderOfTheReferenceIsKnown() throws IOException {
    ImportFormat inventory = Importers.byId("inventory-table").orElseThrow();
    assertThat(headers("Inventory table")).hasSizeGreaterThan(70).allMatch(inventory::knowsHeader);
    ImportFormat matrix = Importers.byId("port-matrix").orElseThrow();
    assertThat(headers("Port matrix")).hasSizeGreaterThan(90).allMatch(matrix::knowsHeader);
  }

  @Test
  void everyOptionIsExplained() throws IOException {
    String text = Files.readString(REFERENCE);
    for (ImportFormat format : Importers.all()) {
      for (ImportOption option : format.options()) {
        assertThat(text).contains("--set " + option.key() + "=");
        assertThat(option.choices()).allMatch(text::contains);
      }
    }
  }
}
