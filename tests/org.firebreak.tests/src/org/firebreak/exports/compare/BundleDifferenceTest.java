package org.firebreak.exports.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Samples;
import org.firebreak.exports.bundle.BundleRequest;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.exports.stored.StoredBundle;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleDifferenceTest {
  @TempDir Path parent;

  private ExportReport write(
      String name, String platforms, Consumer<Design> change, StoredBundle previous)
      throws IOException {
    Design design = Samples.load("lab-shop");
    change.accept(design);
    CompileOptions options =
        CompileOptions.on(LocalDate.of(2026, 1, 1)).withStrategy(StrategyKind.GROUP);
    return BundleWriter.write(
        parent.resolve(name),
        BundleRequest.of(
                PolicyCompiler.compile(design, options), Exporters.byIds(platforms), Map.of())
            .withPrevious(previous),
        Progress.NONE);
  }

  private BundleDifference between(String before, String after) throws IOException {
    try (StoredBundle older = StoredBundle.open(parent.resolve(before));
        StoredBundle newer = StoredBundle.open(parent.resolve(after))) {
      return BundleDifference.between(older, newer, Progress.NONE);
    }
  }

  private static Flow flow(Design design, int index) {
    return design.getFlows().get(index);
  }

  @Test
  void addedRemovedAndChangedRulesAreToldWithTextAndOrigin() throws Exception {
    write("old", "nftables,iptables,panos", design -> {}, null);
    String[] names = new String[2];
    write(
        "new",
        "nftables,iptables,panos",
        design -> {
          names[0] = ElementRef.of(flow(design, 3)).name();
          names[1] = ElementRef.of(flow(design, 5)).name();
          flow(design, 5).setLog(true);
          design.getFlows().remove(3);
        },
        null);
    BundleDifference difference = between("old", "new");
    assertThat(difference.platforms())
        .extracting(PlatformDifference::id)
        .containsExactly("nftables", "iptables", "panos");
    for (PlatformDifference platform : difference.platforms()) {
      assertThat(platform.rules(Change.REMOVED)).as(platform.id()).isEqualTo(1);
      assertThat(platform.rules(Change.CHANGED)).as(platform.id()).isEqualTo(1);
      assertThat(platform.rules(Change.ADDED)).as(platform.id()).isZero();
      for (FileDifference file : platform.files()) {
        for (RuleDifference rule : file.rules()) {
          boolean removed = rule.change() == Change.REMOVED;
          assertThat(rule.origins()).extracting(ElementRef::name).contains(names[removed ? 0 : 1]);
          assertThat(rule.before()).contains(rule.id());
          assertThat(rule.after().isEmpty()).isEqualTo(removed);
        }
      }
    }
    BundleDifference back = between("new", "old");
    assertThat(back.rules(Change.ADDED)).isEqualTo(3);
    assertThat(back.rules(Change.CHANGED)).isEqualTo(3);
    assertThat(between("old", "old").isEmpty()).isTrue();
  }

  @Test
  void aRuleThatStandsElsewhereIsMovedAndTheOthersAreNot() throws Exception {
    write("old", "nftables", design -> {}, null);
    write("new", "nftables", design -> design.getFlows().move(0, 4), null);
    BundleDifference difference = between("old", "new");
    assertThat(difference.summary()).isEqualTo("1 rule moved");
  }

  @Test
  void membersOfSetsAreOtherLinesOfTheirBlock() throws Exception {
    write("old", "nftables", design -> {}, null);
    write(
        "new",
        "nftables",
        design ->
            design.getZones().stream()
                .flatMap(zone -> zone.getGroups().stream())
                .filter(group -> "app".equals(group.getName()))
                .findFirst()
                .orElseThrow()
                .getServers()
                .get(0)
                .setAddresses(List.of("10.20.3.99")),
        null);
    FileDifference file = between("old", "new").platforms().get(0).files().get(0);
    assertThat(file.rules()).isEmpty();
    assertThat(file.lines())
        .contains(new LineDifference(Change.ADDED, "set g_app_v4 { › elements = {", "10.20.3.99"));
  }

  @Test
  void changeSetSaysWhatDiffersAndHoldsTheWayBack() throws Exception {
    write("old", "nftables,panos", design -> {}, null);
    try (StoredBundle older = StoredBundle.open(parent.resolve("old"))) {
      ExportReport report =
          write("new", "nftables,iptables", design -> flow(design, 5).setLog(true), older);
      assertThat(report.changes().difference().platforms())
          .extracting(platform -> platform.id() + " " + platform.change().word())
          .containsExactly("nftables changed", "iptables added", "panos removed");
    }
    Path folder = parent.resolve("new");
    JsonNode changes = new ObjectMapper().readTree(folder.resolve("changes.json").toFile());
    assertThat(changes.path("same").asBoolean()).isFalse();
    assertThat(changes.path("platforms")).hasSize(3);
    assertThat(changes.at("/platforms/0/files/0/rules/0/change").asText()).isEqualTo("changed");
    String file =
        "central/"
            + Files.list(parent.resolve("old/nftables/central"))
                .findFirst()
                .orElseThrow()
                .getFileName();
    assertThat(folder.resolve("nftables/roll-back/" + file))
        .hasSameBinaryContentAs(parent.resolve("old/nftables/" + file));
    assertThat(folder.resolve("nftables/changes/" + file))
        .hasSameBinaryContentAs(folder.resolve("nftables/" + file));
    assertThat(folder.resolve("panos/changes")).isNotEmptyDirectory();
    assertThat(folder.resolve("panos/roll-back")).isNotEmptyDirectory();
    try (StoredBundle bundle = StoredBundle.open(folder)) {
      assertThat(bundle.files("nftables").paths()).noneMatch(path -> path.startsWith("changes"));
      assertThat(bundle.manifest().platform("panos")).isEmpty();
      assertThat(org.firebreak.exports.stored.BundleIntegrity.files(bundle, Progress.NONE))
          .isEmpty();
    }
    write("new", "nftables", design -> {}, null);
    assertThat(folder.resolve("changes.json")).doesNotExist();
  }

  @Test
  void theBundleThatIsReplacedMayBeThePreviousOne() throws Exception {
    write("policy", "nftables", design -> {}, null);
    for (int i = 0; i < 2; i++) {
      try (StoredBundle older = StoredBundle.open(parent.resolve("policy"))) {
        write("policy", "nftables", design -> flow(design, 5).setLog(true), older);
      }
      JsonNode changes =
          new ObjectMapper().readTree(parent.resolve("policy/changes.json").toFile());
      assertThat(changes.path("same").asBoolean()).isEqualTo(i == 1);
    }
  }

  @Test
  void blocksOfNestedFormatsBelongToTheRuleThatTheyNameAlone() throws Exception {
    bundle("old", "5432", "10.0.0.1");
    bundle("new", "5433", "10.0.0.2");
    BundleDifference difference = between("old", "new");
    FileDifference file = difference.platforms().get(0).files().get(0);
    assertThat(file.rules())
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.id()).isEqualTo("F-2");
              assertThat(rule.before()).contains("5432").doesNotContain("443");
              assertThat(rule.after()).contains("5433");
            });
    assertThat(file.lines())
        .extracting(LineDifference::text)
        .containsExactly("\"10.0.0.1\"", "\"10.0.0.2\"");
  }

  private void bundle(String name, String port, String member) throws IOException {
    Path folder = Files.createDirectories(parent.resolve(name).resolve("x"));
    Files.writeString(
        folder.resolve("p.json"),
        """
        {
          "rules" : [
            {
              "id" : "F-1",
              "ports" : [
                "443"
              ]
            },
            {
              "match" : {
                "ports" : [
                  "%s"
                ]
              },
              "id" : "F-2"
            }
          ],
          "group" : [
            "%s"
          ]
        }
        """
            .formatted(port, member));
    Files.writeString(
        parent.resolve(name).resolve("manifest.json"),
        """
        {"firebreakBundle": 1, "platforms": [{"id": "x", "title": "X", "files": [
          {"path": "x/p.json", "sha256": "%s", "rules": [{"id": "F-1"}, {"id": "F-2"}]}]}]}
        """
            .formatted(name));
  }
}
