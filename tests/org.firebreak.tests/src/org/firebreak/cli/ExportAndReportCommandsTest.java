package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportAndReportCommandsTest {
  private static final String DAY = "2030-05-15";

  @TempDir Path folder;

  private final Shop shop = new Shop();

  @Test
  void bundleIsWrittenWithManifestAndIsTheSameEachTime() throws IOException {
    Path design = shop.save(folder);
    Path bundle = folder.resolve("policy");

    Run run =
        Run.of(
            "export",
            design,
            "--platform",
            "nftables",
            "--as-of",
            DAY,
            "--strategy",
            "micro",
            "-o",
            bundle);
    String manifest = Files.readString(bundle.resolve("manifest.json"));
    Run again =
        Run.of(
            "export",
            design,
            "--platform",
            "nftables",
            "--as-of",
            DAY,
            "--strategy",
            "micro",
            "-o",
            bundle);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("nftables: ", "wrote " + bundle);
    assertThat(run.err())
        .containsPattern(
            "as stateless ACLs .* would take [0-9,]+ entries; ACLs are not a strategy");
    assertThat(manifest).contains("statelessAclEntries", "easily left open");
    assertThat(bundle.resolve("nftables/hosts")).isDirectory();
    assertThat(again.exitCode()).isZero();
    assertThat(bundle.resolve("manifest.json")).hasContent(manifest);
  }

  @Test
  void allPlatformsAreTheDefault() throws IOException {
    Run run = Run.of("export", shop.save(folder), "-o", folder.resolve("policy"), "--json");
    JsonNode json = new ObjectMapper().readTree(run.out());

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(json.get("statelessAclEntries").asLong()).isGreaterThan(2);
    assertThat(json.get("platforms")).hasSizeGreaterThanOrEqualTo(2);
    assertThat(json.get("platforms").get(0).get("id").asText()).isEqualTo("nftables");
    JsonNode file = json.get("platforms").get(0).get("files").get(0);
    assertThat(folder.resolve("policy").resolve(file.get("path").asText())).exists();
    assertThat(file.get("sha256").asText()).hasSize(64);
  }

  @Test
  void optionsOfPlatformsAreSet() throws IOException {
    Path bundle = folder.resolve("policy");
    Path design = shop.save(folder);

    Run run =
        Run.of(
            "export", design, "--platform=nftables", "--set", "nftables.deny=reject", "-o", bundle);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readString(bundle.resolve("manifest.json"))).contains("reject");

    Run unknown = Run.of("export", design, "--set", "colour=red", "-o", bundle);
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("'colour'");
    Run wrong = Run.of("export", design, "--set", "nftables.deny=ignore", "-o", bundle);
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("'ignore'", "drop, reject");
  }

  @Test
  void whatNoPlatformEnforcesMakesTheExitCodeOne() throws IOException {
    Path bundle = folder.resolve("policy");
    Run run =
        Run.of("export", shop.save(folder), "--platform=panos", "--strategy=micro", "-o", bundle);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.err())
        .contains(
            "permits more: The bundle does not enforce", "no chosen platform enforces at hosts");
    assertThat(bundle.resolve("manifest.json")).exists();
  }

  @Test
  void quotesInValuesAreOrdinaryCharacters() throws IOException {
    Path design = shop.save(folder);

    Run run = Run.of("export", design, "--set", "panos.tag=a\"b", "-o", folder.resolve("policy"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("firebreak export: option panos.tag ").doesNotContain("WARN");
  }

  @Test
  void folderWithOtherThingsIsNeverReplaced() throws IOException {
    Path design = shop.save(folder);
    Path precious = Files.createDirectory(folder.resolve("precious"));
    Files.writeString(precious.resolve("thesis.txt"), "42");
    Map<String, String> before = Run.snapshot(folder);

    Run run = Run.of("export", design, "-o", precious);

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("something else than a policy bundle");
    assertThat(Run.snapshot(folder)).isEqualTo(before);
  }

  @Test
  void namesCannotEscapeTheFolder() throws IOException {
    ServerGroup group = shop.group(shop.front, "../../../escaped", "10.0.7.1", "10.0.7.2");
    group.getServers().get(0).setName("/etc/escaped");
    shop.flow(group, shop.db, shop.postgresql).setName("..\\escaped");
    EnforcementPoint point = NewElements.enforcementPoint("../../escaped", EnforcementKind.CENTRAL);
    shop.design.getEnforcementPoints().add(point);
    Path inner = Files.createDirectories(folder.resolve("a/b/c"));
    Path design = shop.save(inner);

    for (String strategy : new String[] {"group", "micro"}) {
      Run run =
          Run.of("export", design, "--strategy", strategy, "-o", inner.resolve("p-" + strategy));
      assertThat(run.exitCode()).as(run.err()).isZero();
    }
    assertThat(Run.snapshot(folder).keySet())
        .allMatch(file -> file.startsWith(inner.toString()) || inner.toString().startsWith(file));
  }

  @Test
  void planIsOnePageThatNamesWhatIsPermitted() throws IOException {
    Path page = folder.resolve("plan.html");

    Run run = Run.of("plan", shop.save(folder), "--as-of", DAY, "-o", page);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("wrote " + page);
    assertThat(Files.readString(page)).contains("<html", "5432", DAY);
    String first = Files.readString(page);
    Run.of("plan", folder.resolve("shop.firebreak"), "--as-of", DAY, "-o", page);
    assertThat(withoutNodeIds(Files.readString(page))).isEqualTo(withoutNodeIds(first));
  }

  /** A design without a diagram is laid out for the page, and the new nodes get fresh ids. */
  private static String withoutNodeIds(String html) {
    return html.replaceAll("data-id=\"[^\"]*\"", "");
  }

  @Test
  void sizingTakesParametersAndAnAppliance() throws IOException {
    shop.webToDb.setPeakBitsPerSecond(2e9);
    Path design = shop.save(folder);
    byte[] before = Files.readAllBytes(design);
    Path page = folder.resolve("sizing.html");

    Run run =
        Run.of(
            "size",
            design,
            "--appliance",
            "PA-5440",
            "--set",
            "growth=0",
            "--set",
            "burst=1",
            "--as-of",
            DAY,
            "-o",
            page);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("needs 2 Gbit/s", "PA-5440", "2 flows of 2 without a full");
    assertThat(Files.readString(page)).contains("<html", "PA-5440");
    assertThat(design).hasBinaryContent(before);
    JsonNode json =
        new ObjectMapper()
            .readTree(Run.of("size", design, "--set", "growth=0", "-o", page, "--json").out());
    assertThat(json.get("central").get(0).get("needBps").asDouble()).isEqualTo(2.6e9);
    assertThat(json.get("central").get(0).get("adequate")).isNotEmpty();
  }

  @Test
  void pageInAMissingFolderIsRefused() throws IOException {
    Run run = Run.of("plan", shop.save(folder), "-o", folder.resolve("no/plan.html"));

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("there is no folder");
  }
}
