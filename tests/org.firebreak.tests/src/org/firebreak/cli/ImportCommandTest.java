package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.io.DesignFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
  @TempDir Path folder;

  private Path hosts;
  private Path ports;
  private Path target;

  @BeforeEach
  void write() throws IOException {
    hosts =
        Files.writeString(
            folder.resolve("hosts.csv"),
            "name,address,group,zone\nweb1,10.0.1.1,web,Front\ndb1,10.0.2.1,db,Data\n");
    ports =
        Files.writeString(
            folder.resolve("ports.csv"),
            "source,destination,protocol,port,owner,justification\nweb,db,tcp,5432,Ann,orders\n");
    target = folder.resolve("shop.firebreak");
  }

  @Test
  void inventoryAndMatrixBecomeADesign() throws IOException {
    Run run =
        Run.of(
            "import", "--inventory", hosts, "--flows", ports, "--strategy", "micro", "-o", target);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains(
            "servers: 2 created, 0 updated, 0 unchanged", "flows: 1 created", "wrote " + target);
    Design design = DesignFile.load(target);
    assertThat(design.getName()).isEqualTo("shop");
    assertThat(design.getStrategy().getKind()).isEqualTo(StrategyKind.MICRO);
    assertThat(
            Run.of(
                    "simulate",
                    target,
                    "--from",
                    "web1",
                    "--to",
                    "db1",
                    "--protocol",
                    "tcp",
                    "--port",
                    "5432",
                    "--expect",
                    "permit")
                .exitCode())
        .isZero();
  }

  @Test
  void sameImportAgainChangesNothing() throws IOException {
    Run.of("import", "--inventory", hosts, "--flows", ports, "-o", target);
    byte[] first = Files.readAllBytes(target);
    Map<String, String> before = Run.snapshot(folder);

    Run again = Run.of("import", "--inventory", hosts, "--flows", ports, "-o", target);
    Run into = Run.of("import", "--inventory", hosts, "--flows", ports, "--into", target);

    assertThat(again.exitCode()).isZero();
    assertThat(again.err()).contains("servers: 0 created, 0 updated, 2 unchanged", "is up to date");
    assertThat(into.err()).contains("is up to date");
    assertThat(target).hasBinaryContent(first);
    assertThat(Run.snapshot(folder)).isEqualTo(before);
  }

  @Test
  void changedFileUpdatesAndKeepsIds() throws IOException {
    Run.of("import", "--inventory", hosts, "--flows", ports, "-o", target);
    String id = DesignFile.load(target).getZones().get(0).getId();
    Files.writeString(hosts, Files.readString(hosts).replace("10.0.1.1", "10.0.1.77"));

    Run run = Run.of("import", "--inventory", hosts, "--into", target);

    assertThat(run.err()).contains("1 updated", "updated " + target);
    assertThat(DesignFile.load(target).getZones().get(0).getId()).isEqualTo(id);
    assertThat(Files.readString(target)).contains("10.0.1.77");
  }

  @Test
  void intoAnotherFileLeavesTheFirstAlone() throws IOException {
    Run.of("import", "--inventory", hosts, "-o", target);
    byte[] first = Files.readAllBytes(target);
    Path other = folder.resolve("other.firebreak");

    Run run = Run.of("import", "--flows", ports, "--into", target, "-o", other);

    assertThat(run.exitCode()).isZero();
    assertThat(target).hasBinaryContent(first);
    assertThat(DesignFile.load(other).getFlows()).hasSize(1);
  }

  @Test
  void rejectedRowsAreReportedWithFileAndRow() throws IOException {
    Files.writeString(hosts, Files.readString(hosts) + "bad,10.0.0.999,web,Front\n");

    Run run = Run.of("import", "--inventory", hosts, "--flows", ports, "-o", target);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("rejected  hosts.csv:4", "10.0.0.999", "1 row rejected");
    assertThat(target).exists();
  }

  @Test
  void strictImportRefusesAll() throws IOException {
    Files.writeString(hosts, Files.readString(hosts) + "bad,10.0.0.999,web,Front\n");
    Map<String, String> before = Run.snapshot(folder);

    Run run = Run.of("import", "--inventory", hosts, "--flows", ports, "--strict", "-o", target);

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("rejected  hosts.csv:4", "nothing was imported");
    assertThat(Run.snapshot(folder)).isEqualTo(before);
  }

  @Test
  void unknownNameIsAFinding() throws IOException {
    Files.writeString(ports, Files.readString(ports) + "web,cache,tcp,6379,Ann,sessions\n");

    Run run = Run.of("import", "--inventory", hosts, "--flows", ports, "-o", target);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("ports.csv:3", "cache");
  }

  @Test
  void flowThatTheNewMatrixDoesNotStateIsAFindingAndSaidOnce() throws IOException {
    Run.of("import", "--inventory", hosts, "--flows", ports, "-o", target);
    Path next =
        Files.writeString(
            folder.resolve("f2.csv"), "source,destination,protocol,port\ndb,web,tcp,443\n");

    Run run = Run.of("import", "--flows", next, "--into", target);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines().filter(line -> line.contains("web → db")))
        .singleElement()
        .asString()
        .startsWith("warning   f2.csv: flow 'web → db' postgresql, imported from ports.csv, is not")
        .contains("still permits");
    assertThat(DesignFile.load(target).getFlows()).hasSize(2);
  }

  @Test
  void groupPatternNamesGroups() throws IOException {
    Files.writeString(hosts, "name,address\nweb1,10.0.1.1\nweb2,10.0.1.2\ndb1,10.0.2.1\n");

    Run run =
        Run.of("import", "--inventory", hosts, "--group-pattern", "^([a-z]+)[0-9]+$", "-o", target);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(DesignFile.load(target).getGroups()).extracting("name").contains("web", "db");
  }

  @Test
  void jsonReportsCountsAndNotes() throws IOException {
    Files.writeString(ports, Files.readString(ports) + "web,db,tcp,no,Ann,x\n");
    Run run = Run.of("import", "--inventory", hosts, "--flows", ports, "-o", target, "--json");
    JsonNode json = new ObjectMapper().readTree(run.out());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(json.get("counts").get("server").get("created").asInt()).isEqualTo(2);
    assertThat(json.get("rejectedRows").asInt()).isEqualTo(1);
    JsonNode note = json.get("notes").get(0);
    assertThat(note.get("severity").asText()).isEqualTo("error");
    assertThat(note.get("file").asText()).isEqualTo("ports.csv");
    assertThat(note.get("row").asInt()).isEqualTo(3);
  }

  @Test
  void fileThatIsNoDesignIsNeverReplaced() throws IOException {
    Files.writeString(target, "my notes\n");
    Map<String, String> before = Run.snapshot(folder);

    Run run = Run.of("import", "--inventory", hosts, "-o", target);

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("shop.firebreak:1");
    assertThat(Run.snapshot(folder)).isEqualTo(before);
  }

  @Test
  void theRootIsNoDesign() {
    Run run = Run.of("import", "--inventory", hosts, "-o", hosts.getRoot());
    assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
    assertThat(run.err()).contains("folder; name a");
  }

  @Test
  void missingBaseDesignIsBadInput() {
    Run run = Run.of("import", "--inventory", hosts, "--into", folder.resolve("no.firebreak"));

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("no.firebreak: no such file");
  }
}
