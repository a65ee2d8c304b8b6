package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.firebreak.model.Protocol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
  @TempDir Path folder;
  private Path profile;

  @BeforeEach
  void judgeByAFewRules() throws IOException {
    profile =
        OnlyRules.write(
            folder, "FB-001", "FB-007", "FB-105", "FB-201", "FB-401", "FB-501", "FB-502", "FB-503");
  }

  @Test
  void cleanDesignHasNoFindings() throws IOException {
    Run run = Run.of("validate", new Shop().save(folder), "--as-of", "2030-05-15");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            folder
                + "/shop.firebreak: no findings (group segmentation, evaluated on 2030-05-15)\n");
  }

  @Test
  void findingsAreGroupedBySeverityWithElementsAndMend() throws IOException {
    Run run = Run.of("validate", new Shop().withFindings().save(folder), "--as-of", "2030-01-15");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .containsSubsequence(
            "Errors\n",
            "  FB-007 Flow without end (1)\n",
            "flow db → (none)\n",
            "-> Set both ends",
            "Warnings\n",
            "  FB-201 Clear-text administration (1)\n",
            "telnet (tcp/23)",
            "flow db → web, service telnet\n",
            "Information\n",
            "  FB-502 Flow expires soon (1)\n",
            "  FB-503 Flow without owner",
            "1 error, 1 warning, 2 for information (group segmentation, evaluated on 2030-01-15)");
  }

  @Test
  void evaluationDateDecidesWhatIsExpired() throws IOException {
    Path file = new Shop().withFindings().save(folder);

    assertThat(Run.of("validate", file, "--as-of", "2030-01-31").out()).doesNotContain("FB-501");
    assertThat(Run.of("validate", file, "--as-of", "2030-02-01").out()).contains("FB-501");
  }

  @Test
  void thresholdDecidesTheExitCode() throws IOException {
    Shop shop = new Shop();
    shop.flow(shop.db, shop.web, shop.service("telnet", Protocol.TCP, "23"));
    Path file = shop.save(folder);

    assertThat(Run.of("validate", file).exitCode()).isEqualTo(1);
    assertThat(Run.of("validate", file, "--fail-on", "error").exitCode()).isZero();
    assertThat(Run.of("validate", file, "--disable", "FB-201").exitCode()).isZero();

    shop.webToDb.setOwner(null);
    Path informed = shop.save(folder);
    assertThat(Run.of("validate", informed, "--disable=FB-201").exitCode()).isZero();
    assertThat(Run.of("validate", informed, "--disable=fb-201", "--fail-on=INFO").exitCode())
        .isEqualTo(1);
  }

  @Test
  void limitsAreParameters() throws IOException {
    Shop shop = new Shop();
    shop.flow(shop.db, shop.web, shop.service("range", Protocol.TCP, "8000-8050"));
    Path file = shop.save(folder);

    assertThat(Run.of("validate", file).exitCode()).isZero();
    assertThat(Run.of("validate", file, "--max-port-range", "50").out()).contains("FB-105");
  }

  @Test
  void strategyIsAParameter() throws IOException {
    Path file = new Shop().save(folder);

    assertThat(Run.of("validate", file, "--strategy", "micro").out())
        .contains("FB-401", "micro segmentation");
  }

  @Test
  void longListsAreCutInTextAndWholeInJson() throws IOException {
    Shop shop = new Shop();
    for (int i = 0; i < 30; i++) {
      shop.flow(shop.db, null, shop.https).setName("extra" + i);
    }
    Path file = shop.save(folder);

    assertThat(Run.of("validate", file).out())
        .contains("FB-007 Flow without end (30)", "flow extra19", "… and 10 more")
        .doesNotContain("flow extra20");
    assertThat(Run.of("validate", file, "--limit", "0").out()).contains("flow extra29");
    assertThat(json(Run.of("validate", file, "--json")).get("findings")).hasSize(30);
  }

  @Test
  void jsonIsStableAndHoldsEverything() throws IOException {
    Path file = new Shop().withFindings().save(folder);
    Run run = Run.of("--json", "validate", file, "--as-of", "2030-01-15");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(Run.of("validate", file, "--as-of", "2030-01-15", "--json").out())
        .isEqualTo(run.out());
    JsonNode json = json(run);
    assertThat(json.get("command").asText()).isEqualTo("validate");
    assertThat(json.get("design").get("name").asText()).isEqualTo("Shop");
    assertThat(json.get("evaluationDate").asText()).isEqualTo("2030-01-15");
    assertThat(json.get("counts").get("error").asInt()).isEqualTo(1);
    JsonNode finding = json.get("findings").get(0);
    assertThat(finding.get("rule").asText()).isEqualTo("FB-007");
    assertThat(finding.get("severity").asText()).isEqualTo("error");
    assertThat(finding.get("elements").get(0).get("type").asText()).isEqualTo("Flow");
    assertThat(finding.get("elements").get(0).get("id").asText()).hasSize(36);
    assertThat(finding.get("mend").asText()).isNotBlank();
  }

  @Test
  void designIsReadFromStandardInput() throws IOException {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(Files.readAllBytes(new Shop().save(folder))));
    try {
      assertThat(Run.of("validate", "-", "--profile", profile).exitCode()).isZero();
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void defectOfTheProgramIsAnInternalErrorWithALogFile() {
    InputStream before = System.in;
    String state = System.getProperty("firebreak.state");
    System.setProperty("firebreak.state", folder.toString());
    System.setIn(
        new InputStream() {
          @Override
          public int read() {
            throw new IllegalStateException("a defect");
          }
        });
    try {
      Run run = Run.of("validate", "-");

      assertThat(run.exitCode()).isEqualTo(4);
      assertThat(run.err()).contains("internal error", "a defect", "Details are in ");
      Path log = Path.of(run.err().replaceAll("(?s).*Details are in (.*?); .*", "$1"));
      assertThat(log).startsWith(folder).content().contains("Firebreak 0.1.0", "\tat ");
    } finally {
      System.setIn(before);
      if (state == null) {
        System.clearProperty("firebreak.state");
      } else {
        System.setProperty("firebreak.state", state);
      }
    }
  }

  @Test
  void namesCannotSteerTheTerminal() throws IOException {
    Shop shop = new Shop();
    shop.add(shop.web, "evil\u009B31m\u202Egnp", null);

    assertThat(Run.of("validate", shop.save(folder)).out()).contains("evil?31m?gnp");
  }

  @Test
  void quietPrintsResultsOnly() throws IOException {
    Run run = Run.of("validate", "-q", new Shop().withFindings().save(folder));

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("FB-007");
  }

  private static JsonNode json(Run run) throws IOException {
    return new ObjectMapper().readTree(run.out());
  }
}
