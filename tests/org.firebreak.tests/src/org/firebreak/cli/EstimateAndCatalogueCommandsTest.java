package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.firebreak.model.Confidence;
import org.firebreak.model.FirebreakFactory;
import org.firebreak.model.Flow;
import org.firebreak.model.ParameterSetting;
import org.firebreak.model.io.DesignFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateAndCatalogueCommandsTest {

  @TempDir Path folder;

  private final Shop shop = new Shop();

  private static JsonNode json(Run run) throws IOException {
    assertThat(run.err()).isEmpty();
    return new ObjectMapper().readTree(run.out());
  }

  private Flow webToDb(Path design) throws IOException {
    return DesignFile.load(design).getFlows().stream()
        .filter(each -> each.getId().equals(shop.webToDb.getId()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void missingEstimatesAreListedAndThenFilledByTemplate() throws IOException {
    Path design = shop.save(folder);
    Run missing = Run.of("estimate", design, "--missing");
    assertThat(missing.exitCode()).isEqualTo(1);
    assertThat(missing.out()).contains("no throughput", "packet size");

    Run run =
        Run.of(
            "estimate",
            design,
            "--template",
            "database",
            "--flow",
            shop.webToDb.getId(),
            "--users",
            "2000");
    assertThat(run.exitCode()).as(run.err()).isZero();
    Flow flow = webToDb(design);
    assertThat(flow.getPeakBitsPerSecond()).isEqualTo(2000 * 2133.0);
    assertThat(flow.getFigureSources())
        .allMatch(each -> each.getConfidence() == Confidence.GUESSED)
        .allMatch(each -> each.getSource().startsWith("template database, 2,000 users: "));
    assertThat(json(Run.of("estimate", design, "--missing", "--json")).get("missing"))
        .noneMatch(each -> each.get("id").asText().equals(flow.getId()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "NaN", "1e308", "Infinity"})
  void aTemplateTakesACountAlone(String users) throws IOException {
    Path design = shop.save(folder);
    byte[] before = Files.readAllBytes(design);
    Run run = Run.of("estimate", design, "--template", "web-tier", "--flow", "x", "--users", users);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains("--users: how many users?");
    assertThat(design).hasBinaryContent(before);
  }

  @Test
  void aFolderIsNoTableOfAppliances() {
    Run run = Run.of("catalogue", "--own", folder);
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains(folder + " is a folder");
  }

  @Test
  void aTableIsImportedAndItsMistakesAreNamed() throws IOException {
    Path design = shop.save(folder);
    Path table =
        Files.writeString(
            folder.resolve("t.csv"),
            "flow;peak\n" + shop.webToDb.getId() + ";2 Gbit/s\nnobody;1G\n");
    Run run = Run.of("estimate", design, "--csv", table);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("t.csv:3", "no flow 'nobody'", "1 flow estimated");
    assertThat(webToDb(design).getPeakBitsPerSecond()).isEqualTo(2e9);
    byte[] after = Files.readAllBytes(design);
    Run.of("estimate", design, "--csv", table);
    assertThat(design).hasBinaryContent(after);
  }

  @Test
  void aDesignFromStandardInputNeedsAFileToGoTo() throws IOException {
    Path target = folder.resolve("estimated.firebreak");
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(Files.readAllBytes(shop.save(folder))));
    try {
      String flow = shop.webToDb.getId();
      Run run =
          Run.of(
              "estimate",
              "-",
              "-o",
              target,
              "--template",
              "database",
              "--users",
              "5",
              "--flow",
              flow);
      assertThat(run.exitCode()).as(run.err()).isZero();
    } finally {
      System.setIn(before);
    }
    assertThat(webToDb(target).getPeakBitsPerSecond()).isEqualTo(5 * 2133.0);
    Run nowhere = Run.of("estimate", "-", "--csv", folder.resolve("t.csv"));
    assertThat(nowhere.exitCode()).isEqualTo(2);
    assertThat(nowhere.err()).contains("standard input needs -o FILE");
  }

  @Test
  void templatesAreListed() throws IOException {
    assertThat(Run.of("estimate", "--list-templates").out()).contains("web-tier, for each user");
    assertThat(json(Run.of("estimate", "--list-templates", "--json")).get("templates").size())
        .isGreaterThanOrEqualTo(10);
  }

  @Test
  void theCatalogueIsSearchedAndWrittenAsATableThatIsReadAgain() throws IOException {
    assertThat(Run.of("catalogue", "PA-3410").out())
        .contains("Palo Alto Networks PA-3410", "7.50 Gbit/s", "confidence high");
    JsonNode found = json(Run.of("catalogue", "--vendor", "Cisco", "--form", "physical", "--json"));
    assertThat(found.get("appliances")).isNotEmpty();
    assertThat(found.get("appliances"))
        .allMatch(each -> each.get("vendor").asText().equals("Cisco"));
    Path own = folder.resolve("firebreak-appliances.csv");
    Run csv = Run.of("catalogue", "PA-3410", "--format", "csv", "-o", own);
    assertThat(csv.exitCode()).as(csv.err()).isZero();
    Files.writeString(own, Files.readString(own).replace("7500000000", "7000000000"));
    Run again = Run.of("catalogue", "PA-3410", "--own", own);
    assertThat(again.out()).contains("own entry", "7 Gbit/s");
  }

  @Test
  void sizingUsesTheTableBesideTheDesignAndTheParametersOfTheDesign() throws IOException {
    shop.webToDb.setPeakBitsPerSecond(2e9);
    ParameterSetting growth = FirebreakFactory.eINSTANCE.createParameterSetting();
    growth.setKey("growth");
    growth.setValue(0);
    growth.setSource("no growth planned");
    shop.design.getSizingParameters().add(growth);
    Path design = shop.save(folder);
    Path own = folder.resolve("firebreak-appliances.csv");
    Files.writeString(
        own,
        "vendor;model;layer4_bps;connections_per_second;sessions;source\n"
            + "Acme;Wall;5G;1M;1M;offer\n");
    Run run = Run.of("size", design, "--appliance", "Acme Wall", "--set", "burst=1", "--all");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("growth = 0 % (no growth planned)", "burst = ×1 (given for this calculation)")
        .contains("Inspected Throughput after 5 years: 2 Gbit/s", "Acme Wall");
    JsonNode central = json(Run.of("size", design, "--json")).get("central").get(0);
    assertThat(central.get("needBps").asDouble()).isEqualTo(2.6e9);
    assertThat(central.get("years").size()).isEqualTo(6);
    assertThat(central.get("sensitivity")).isNotEmpty();
    Files.writeString(own, "vendor;model;source\nAcme;Wall;\n");
    Run broken = Run.of("size", design);
    assertThat(broken.exitCode()).isEqualTo(3);
    assertThat(broken.err()).contains("firebreak-appliances.csv line 2", "source is empty");
  }

  @Test
  void aParameterThatTheDesignGetsWrongIsBadInput() throws IOException {
    ParameterSetting speed = FirebreakFactory.eINSTANCE.createParameterSetting();
    speed.setKey("speed");
    shop.design.getSizingParameters().add(speed);
    Run run = Run.of("size", shop.save(folder));
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("no sizing parameter speed", "growth");
  }
}
