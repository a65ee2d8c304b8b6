package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.firebreak.model.AcceptedFinding;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixAndAcceptCommandsTest {
  @TempDir Path folder;
  private final Shop shop = new Shop();
  private Path file;

  /** Two duplicate flows and two unused services. */
  @BeforeEach
  void design() throws IOException {
    OnlyRules.write(folder, "FB-001", "FB-102", "FB-301", "FB-307", "FB-503");
    shop.flow(shop.web, shop.db, shop.postgresql);
    shop.flow(shop.office, shop.web, shop.https);
    file = shop.save(folder);
  }

  @Test
  void dryRunSaysWhatWouldChangeAndChangesNothing() throws IOException {
    Map<String, String> before = Run.snapshot(folder);

    Run run = Run.of("fix", file, "--rule", "FB-301", "--dry-run");

    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out())
        .contains("FB-301 ", "Changes: 2 removed", "  - Flow web → db\n")
        .contains(file + ": would apply 2 fixes; 2 findings gone, none new\n")
        .doesNotContain("saved");
    assertThat(Run.snapshot(folder)).isEqualTo(before);
  }

  @Test
  void safeFixesAreAppliedAndSaved() throws IOException {
    Run run = Run.of("fix", file, "--rule", "FB-301");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("applied 2 fixes; 2 findings gone, none new; saved " + file);
    assertThat(DesignFile.load(file).getFlows()).hasSize(2);
    assertThat(Run.of("validate", file).out()).doesNotContain("FB-301");
    assertThat(Run.of("fix", file, "--rule", "FB-301").out()).contains("nothing to fix");
  }

  @Test
  void fixedDesignCanGoToAnotherFile() throws IOException {
    Map<String, String> before = Run.snapshot(folder);
    Path other = Files.createDirectory(folder.resolve("out")).resolve("fixed.firebreak");

    assertThat(Run.of("fix", file, "--all-safe", "-o", other).exitCode()).isZero();

    assertThat(DesignFile.load(other).getFlows()).hasSize(2);
    assertThat(Run.snapshot(folder)).containsAllEntriesOf(without(before, folder));
  }

  private static Map<String, String> without(Map<String, String> files, Path path) {
    files.remove(path.toString());
    return files;
  }

  @Test
  void unsafeFixesMustBeAskedFor() throws IOException {
    shop.flow(shop.front, shop.db, shop.https);
    shop.save(folder);

    Run safe = Run.of("fix", file, "--rule", "FB-503,FB-001", "--rule", "FB-307", "--dry-run");
    assertThat(safe.out()).contains("; 1 left that need");
    assertThat(safe.exitCode()).as("some are left").isEqualTo(1);

    Run asked = Run.of("fix", file, "--rule", "FB-307", "--unsafe", "--dry-run");
    assertThat(asked.out()).contains("changes what is permitted").contains("- Service ping");
    assertThat(asked.exitCode()).isZero();
  }

  @Test
  void onlyFindingsOfOneElementAreFixed() {
    assertThat(Run.of("fix", file, "--rule", "FB-301", "--element", "web → db").out())
        .contains("applied 1 fix; 1 finding gone, none new; saved");
    assertThat(Run.of("validate", file).out()).contains("FB-301 Duplicate flow (1)");
    assertThat(Run.of("fix", file, "--rule", "FB-301", "--element", "nothing").out())
        .contains("nothing to fix");
  }

  @Test
  void jsonTellsFixesChangesAndFindings() throws IOException {
    JsonNode json =
        new ObjectMapper().readTree(Run.of("fix", file, "--rule", "FB-301", "--json").out());

    assertThat(json.get("fixes")).hasSize(2);
    assertThat(json.at("/fixes/0/safe").asBoolean()).isTrue();
    assertThat(json.get("removed")).hasSize(2);
    assertThat(json.get("gone")).hasSize(2);
    assertThat(json.get("new")).isEmpty();
    assertThat(json.get("output").asText()).isEqualTo(file.toString());
  }

  @Test
  void acceptanceIsStoredWithReasonAndExpiry() throws IOException {
    shop.add(shop.web, "web9", null);
    shop.save(folder);

    Run run =
        Run.of(
            "accept",
            file,
            "--rule",
            "fb-001",
            "--reason",
            "Comes next week",
            "--expires",
            "2030-06-30",
            "--by",
            "Ada",
            "--as-of",
            "2030-01-15");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo("accepted  Server web9 has no address\n");
    assertThat(run.err()).contains("1 finding accepted; saved " + file);
    Design design = DesignFile.load(file);
    assertThat(design.getAcceptedFindings()).hasSize(1);
    AcceptedFinding accepted = design.getAcceptedFindings().get(0);
    assertThat(accepted.getRule()).isEqualTo("FB-001");
    assertThat(accepted.getReason()).isEqualTo("Comes next week");
    assertThat(accepted.getAcceptedBy()).isEqualTo("Ada");
    assertThat(accepted.getAcceptedOn()).isEqualTo(LocalDate.of(2030, 1, 15));
    assertThat(accepted.getExpiresOn()).isEqualTo(LocalDate.of(2030, 6, 30));
    assertThat(Run.of("validate", file, "--as-of", "2030-06-30").out()).doesNotContain("web9");
    assertThat(Run.of("validate", file, "--as-of", "2030-07-01").out()).contains("web9");
  }

  @Test
  void expiredAcceptanceIsReplaced() throws IOException {
    shop.add(shop.web, "web9", null);
    shop.save(folder);
    for (int year = 2030; year <= 2031; year++) {
      Run.of(
          "accept",
          file,
          "--rule",
          "FB-001",
          "--reason",
          "in " + year,
          "--expires",
          year + "-06-30",
          "--as-of",
          year + "-01-15");
    }

    assertThat(DesignFile.load(file).getAcceptedFindings())
        .extracting(AcceptedFinding::getReason)
        .containsExactly("in 2031");
  }

  @Test
  void acceptanceIsWithdrawn() throws IOException {
    byte[] before = Files.readAllBytes(file);
    Run.of("accept", file, "--rule", "FB-301", "--reason", "Merged in spring");

    Run run = Run.of("accept", file, "--rule", "FB-301", "--withdraw");

    assertThat(run.out().lines()).hasSize(2).allMatch(line -> line.endsWith("Merged in spring"));
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(Run.of("accept", file, "--rule", "FB-301", "--withdraw").exitCode()).isEqualTo(1);
  }

  @Test
  void nothingToAcceptChangesNothing() throws IOException {
    Map<String, String> before = Run.snapshot(folder);

    Run run = Run.of("accept", file, "--rule", "FB-102", "--reason", "x");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("no open finding of FB-102");
    assertThat(Run.of("accept", file, "--rule", "FB-301", "--reason", "x", "--dry-run").exitCode())
        .isZero();
    assertThat(Run.snapshot(folder)).isEqualTo(before);
  }

  @Test
  void planListsWhatIsAccepted() {
    Run.of("accept", file, "--rule", "FB-301", "--reason", "Merged <soon>", "--by", "Ada");
    Path plan = folder.resolve("plan.html");

    assertThat(Run.of("plan", file, "-o", plan).exitCode()).isZero();

    assertThat(plan)
        .content()
        .contains("<caption>Accepted findings</caption>", "Merged &lt;soon&gt;", "Ada");
  }
}
