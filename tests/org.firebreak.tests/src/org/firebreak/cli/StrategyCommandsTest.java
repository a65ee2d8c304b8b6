package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firebreak.model.Design;
import org.firebreak.model.Server;
import org.firebreak.model.Strategy;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.io.DesignFile;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code compare}, {@code reach} and {@code optimise}, and variants as strategies. */
class StrategyCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private final Shop shop = new Shop();

  private Path withVariant() throws IOException {
    Strategy variant = NewElements.strategy(StrategyKind.HYBRID);
    variant.setName("Data alone");
    variant.getMicroEndpoints().add(shop.data);
    shop.design.getStrategyVariants().add(variant);
    return shop.save(folder);
  }

  @Test
  void comparisonHasAColumnForEachStrategyAndVariant() throws IOException {
    Run run = Run.of("compare", withVariant(), "--as-of", "2026-01-01");

    assertThat(run.exitCode()).isZero();
    List<String> lines = run.out().lines().toList();
    assertThat(lines.get(0).strip().split(" {2,}"))
        .containsExactly("group *", "micro", "hybrid", "Data alone");
    assertThat(lines).anyMatch(line -> line.matches("Reachable server pairs +8 +4 +8 +6"));
    assertThat(lines).anyMatch(line -> line.matches("Servers with a packet filter +0 +4 +0 +2"));
    assertThat(run.err()).contains("Management effort = 1 · rules + ");
  }

  @Test
  void comparisonAsJsonNamesFiguresAndTheirMeaning() throws IOException {
    Path design = withVariant();
    Run run =
        Run.of(
            "compare",
            design,
            "--format",
            "json",
            "--strategy",
            "Data alone",
            "--strategy",
            "MICRO");

    JsonNode json = JSON.readTree(run.out());
    assertThat(json.path("command").asText()).isEqualTo("compare");
    assertThat(json.path("strategies").findValuesAsText("name"))
        .containsExactly("Data alone", "micro");
    JsonNode pairs = null;
    for (JsonNode figure : json.path("figures")) {
      assertThat(figure.path("explanation").asText()).isNotBlank();
      pairs = figure.path("key").asText().equals("reachable-pairs") ? figure : pairs;
    }
    assertThat(pairs.path("values").toString()).isEqualTo("[6,4]");
    assertThat(pairs.path("lowerIsBetter").asBoolean()).isTrue();
    assertThat(
            Run.of("compare", design, "--json", "--strategy", "Data alone", "--strategy", "micro"))
        .isEqualTo(run);
  }

  @Test
  void ofTwoEqualVariantsTheOneThatIsNamedIsCompared() throws IOException {
    withVariant();
    Strategy twin = NewElements.strategy(StrategyKind.HYBRID);
    twin.setName("Twin");
    twin.getMicroEndpoints().add(shop.data);
    shop.design.getStrategyVariants().add(twin);

    Run run = Run.of("compare", shop.save(folder), "--strategy", "Twin");

    assertThat(run.out().lines().findFirst().orElseThrow().strip()).isEqualTo("Twin");
  }

  @Test
  void variantIsAStrategyOfOtherCommandsToo() throws IOException {
    Path design = withVariant();
    String[] question = {"--from", "db1", "--to", "db2", "--protocol", "tcp", "--port", "22"};
    Run own = simulate(design, question);
    Run variant = simulate(design, question, "--strategy", "Data alone");
    Run unknown = Run.of("validate", design, "--strategy", "macro");

    assertThat(own.out()).contains("PERMIT");
    assertThat(variant.out()).doesNotContain("PERMIT");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("'macro'", "group, micro, hybrid, Data alone");
  }

  private static Run simulate(Path design, String[] question, String... more) {
    List<Object> words = new ArrayList<>(List.of("simulate", design));
    words.addAll(List.of(question));
    words.addAll(List.of(more));
    return Run.of(words.toArray());
  }

  @Test
  void bundleOfAVariantVerifiesAgainstTheDesign() throws IOException {
    Path design = withVariant();
    Path out = folder.resolve("policy");
    Run export =
        Run.of("export", design, "--strategy", "Data alone", "--platform", "nftables", "-o", out);
    assertThat(export.exitCode()).as(export.err()).isZero();
    assertThat(
            JSON.readTree(out.resolve("manifest.json").toFile()).path("criteria").path("endpoints"))
        .extracting(JsonNode::asText)
        .containsExactly(shop.data.getId());

    Run verify = Run.of("verify", design, out);
    assertThat(verify.exitCode()).as(verify.out() + verify.err()).isZero();
  }

  @Test
  void blastRadiusOfTheDesign() throws IOException {
    Run run = Run.of("reach", shop.save(folder), "--against", "micro");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines().toList())
        .anyMatch(line -> line.matches("server pairs +8 +8"))
        .anyMatch(line -> line.matches("server pairs +4 +4"))
        .anyMatch(line -> line.matches("web1 +3 +3 +2"));
  }

  @Test
  void aVariantIsCalledByItsName() throws IOException {
    Run run = Run.of("reach", withVariant(), "--strategy", "Data alone");

    assertThat(run.out()).startsWith("Data alone ").containsPattern("server pairs +6 +6");
  }

  @Test
  void theCompromisedServerIsFoundByAnyWayToWriteItsAddress() throws IOException {
    Server web = shop.web.getServers().get(0);
    web.setAddresses(List.of("2001:db8::1"));
    shop.web.getServers().get(1).setName(web.getName());
    Path design = shop.save(folder);

    assertThat(Run.of("reach", design, "--from", "2001:DB8:0::1").out())
        .startsWith("From " + web.getName());
    Run twins = Run.of("reach", design, "--from", web.getName());
    assertThat(twins.exitCode()).isEqualTo(2);
    assertThat(twins.err()).contains("is 2 servers", "by its id: " + web.getId() + ", ");
  }

  @Test
  void attackPathsBeforeAndAfter() throws IOException {
    Run run =
        Run.of(
            "reach",
            shop.save(folder),
            "--from",
            "web1",
            "--strategy",
            "group",
            "--against",
            "micro");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines().toList())
        .contains("From web1 3 servers can be reached.", "1 hop:")
        .anyMatch(line -> line.matches(" +web2 +from web1 +group web, any service"))
        .anyMatch(line -> line.matches(" +db1 +from web1 +flow .*, tcp/5432"))
        .contains("Under micro 2 servers can be reached.", "  web2: 1 hop before, not reached");
    JsonNode json =
        JSON.readTree(
            Run.of("reach", folder.resolve("shop.firebreak"), "--from", "10.0.1.1", "--json")
                .out());
    assertThat(json.path("reached").asInt()).isEqualTo(3);
    assertThat(json.path("steps").get(0).path("group").path("name").asText()).isEqualTo("web");
    assertThat(Run.of("reach", folder.resolve("shop.firebreak"), "--from", "nobody").exitCode())
        .isEqualTo(2);
  }

  @Test
  void goalChoosesTheCheapestGroupsAndSaysWhy() throws IOException {
    Path design = shop.save(folder);
    Map<String, String> before = Run.snapshot(folder);
    Run run = Run.of("optimise", design, "--goal-blast-radius", "1.5", "--front");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("1 group: mean blast radius 1.50 (without: 2.00)")
        .contains(": mean blast radius 2.00 to 1.50 for ", "No choice is better.");
    assertThat(Run.snapshot(folder)).isEqualTo(before);
    JsonNode json =
        JSON.readTree(
            Run.of("optimise", design, "--goal-blast-radius", "1.5", "--front", "--json").out());
    assertThat(json.path("optimal").asBoolean()).isTrue();
    assertThat(json.path("groups")).hasSize(1);
    assertThat(json.path("front").path("points")).hasSize(3);
  }

  @Test
  void everyCommandNamesTheVariantBesideItsKind() throws IOException {
    Path design = withVariant();
    Path plan = folder.resolve("plan.html");
    for (List<Object> words :
        List.<List<Object>>of(
            List.of("size", design),
            List.of("coverage", design),
            List.of("validate", design),
            List.of("reach", design),
            List.of("export", design, "-o", folder.resolve("bundle")),
            List.of("plan", design, "-o", plan),
            List.of(
                "simulate",
                design,
                "--from",
                "web1",
                "--to",
                "db1",
                "--protocol",
                "tcp",
                "--port",
                "443"))) {
      List<Object> all = new ArrayList<>(words);
      all.addAll(List.of("--strategy", "Data alone", "--as-of", "2026-01-01", "--json"));
      Run run = Run.of(all.toArray());
      JsonNode json = JSON.readTree(run.out());
      assertThat(json.path("strategy").asText()).as("%s: %s", words, run.err()).isEqualTo("hybrid");
      assertThat(json.path("strategyVariant").path("name").asText())
          .as("%s", words)
          .isEqualTo("Data alone");
    }
    JsonNode own = JSON.readTree(Run.of("size", design, "--json").out());
    assertThat(own.path("strategy").asText()).isEqualTo("group");
    assertThat(own.path("strategyVariant").isNull()).isTrue();
  }

  @Test
  void goalMayBeTheWorstOrThatFromTheInternet() throws IOException {
    Path design = shop.save(folder);

    Run worst = Run.of("optimise", design, "--goal-blast-radius", "2", "--radius", "worst");
    assertThat(worst.exitCode()).isZero();
    assertThat(worst.out()).contains("worst blast radius 2.00 (without: 3.00)");
    Run none = Run.of("optimise", design, "--budget-rules", "9", "--radius", "internet");
    assertThat(none.exitCode()).isEqualTo(3);
    assertThat(none.err()).contains("no server is internet-facing");
    shop.web.getServers().get(0).setInternetFacing(true);
    JsonNode json =
        JSON.readTree(
            Run.of(
                    "optimise",
                    shop.save(folder),
                    "--budget-rules",
                    "999",
                    "--radius",
                    "internet",
                    "--json")
                .out());
    assertThat(json.path("radius").asText()).isEqualTo("internet");
    assertThat(json.path("optimal").asBoolean()).isTrue();
  }

  @Test
  void choiceIsAppliedAndSaved() throws IOException {
    Path file = shop.save(folder);
    Path copy = folder.resolve("variant.firebreak");
    byte[] before = Files.readAllBytes(file);

    assertThat(
            Run.of("optimise", file, "--goal-blast-radius", "1", "--save-as", "Tight", "-o", copy)
                .exitCode())
        .isZero();
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    Design saved = DesignFile.load(copy);
    assertThat(saved.getStrategy().getKind()).isEqualTo(StrategyKind.GROUP);
    assertThat(saved.getStrategyVariants().get(0).getName()).isEqualTo("Tight");
    assertThat(saved.getStrategyVariants().get(0).getMicroEndpoints()).hasSize(2);

    Run applied = Run.of("optimise", file, "--budget-devices", "2", "--apply");
    assertThat(applied.exitCode()).isZero();
    Design hybrid = DesignFile.load(file);
    assertThat(hybrid.getStrategy().getKind()).isEqualTo(StrategyKind.HYBRID);
    assertThat(hybrid.getStrategy().getMicroEndpoints()).hasSize(1);
  }

  @Test
  void targetThatCannotBeMetIsAFindingAndWritesNothing() throws IOException {
    Path file = shop.save(folder);
    byte[] before = Files.readAllBytes(file);
    Run run = Run.of("optimise", file, "--goal-blast-radius", "0.5", "--apply");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("the target is not met", "No choice of groups gets below 1.00.");
    assertThat(run.err()).contains("nothing was written");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--goal-blast-radius", "--budget-rules", "--budget-devices", "--budget-vcpu"})
  void aTargetThatIsNoneNamesItsOption(String option) throws IOException {
    for (String value : List.of("-1", "NaN", "1e999")) {
      Run run = Run.of("optimise", shop.save(folder), option, value);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains(option + ": ", "is not 0 or more");
    }
  }

  @Test
  void virtualProcessorsNeedEstimates() throws IOException {
    Run run = Run.of("optimise", shop.save(folder), "--budget-vcpu", "8");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("too few estimates");
  }
}
