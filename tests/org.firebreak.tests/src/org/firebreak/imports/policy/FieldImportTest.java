package org.firebreak.imports.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.progress.Progress;
import org.firebreak.imports.ImportReport;
import org.firebreak.imports.ImportRequest;
import org.firebreak.imports.Importer;
import org.firebreak.imports.input.InputLimits;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.Service;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rule bases in the field become in a design that knows nothing of them yet. */
class FieldImportTest {
  private final Design design = NewElements.design("test");
  private ImportReport report;

  @TempDir Path folder;

  private void read(String name, String... lines) throws Exception {
    Path file = Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    report =
        Importer.run(
            new ModelEdit(design),
            new ImportRequest(
                null,
                null,
                List.of(file),
                null,
                null,
                null,
                null,
                false,
                null,
                Map.of(),
                InputLimits.DEFAULT),
            Progress.NONE);
  }

  private List<String> notes(Severity severity) {
    return report.notes(severity).stream().map(Object::toString).toList();
  }

  private List<String> flows() {
    List<String> flows = new ArrayList<>();
    for (Flow flow : design.getFlows()) {
      flows.add(
          flow.getSource().getName()
              + " → "
              + flow.getDestination().getName()
              + ": "
              + String.join(", ", flow.getServices().stream().map(Service::getName).toList()));
    }
    return flows;
  }

  /** Nearly every server has such a chain, and routes nothing. */
  @Test
  void chainThatForwardsAllByItsPolicyAloneIsNoFlow() throws Exception {
    read(
        "web.v4",
        "*filter",
        ":INPUT DROP [0:0]",
        ":FORWARD ACCEPT [0:0]",
        ":OUTPUT ACCEPT [0:0]",
        "-A INPUT -p tcp --dport 80 -j ACCEPT",
        "COMMIT");
    assertThat(flows()).containsExactly("* → web: http", "web → *: any");
    assertThat(notes(Severity.WARNING))
        .anyMatch(note -> note.contains("is all that was read of what this machine forwards"));
  }

  @Test
  void icmpWithoutOneTypeIsNotHundredsOfServices() throws Exception {
    read(
        "web.v4",
        "*filter",
        ":INPUT DROP [0:0]",
        "-A INPUT -p icmp --icmp-type echo-request -j DROP",
        "-A INPUT -p icmp -j ACCEPT",
        "-A INPUT -p tcp --dport 80 -j ACCEPT",
        "COMMIT");
    assertThat(flows()).containsExactly("* → web: http");
    assertThat(design.getServices()).hasSize(1);
    assertThat(notes(Severity.ERROR))
        .singleElement()
        .asString()
        .contains("no service can say: 1 but for some of its types or codes");
  }

  @Test
  void denialsThatAreNotReadSayWhatFollows() throws Exception {
    read(
        "web.v4",
        "*filter",
        ":INPUT ACCEPT [0:0]",
        "-A INPUT -i eth0 -p tcp --dport 22 -j DROP",
        "COMMIT");
    assertThat(notes(Severity.ERROR))
        .singleElement()
        .asString()
        .contains("it depends on an interface; it denies, and the flows may permit what it denies");
  }
}
