package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.model.Strategy;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that a segmentation plan names are commands. */
class PlanCommandTest {
  private static final Pattern EXPORT =
      Pattern.compile("<code>(firebreak export .*?)</code>", Pattern.DOTALL);

  @TempDir Path folder;

  private final Shop shop = new Shop();

  /** The export commands of the plan, each as the words that a shell makes of it. */
  private List<List<String>> commands(String... more) throws Exception {
    Path page = folder.resolve("plan.html");
    List<Object> words = new ArrayList<>(List.of("plan", shop.save(folder), "-o", page));
    words.addAll(List.of(more));
    assertThat(Run.of(words.toArray()).exitCode()).isZero();
    List<List<String>> commands = new ArrayList<>();
    for (Matcher match = EXPORT.matcher(Files.readString(page)); match.find(); ) {
      commands.add(
          words(
              match
                  .group(1)
                  .replace("&#39;", "'")
                  .replace("&quot;", "\"")
                  .replace("&lt;", "<")
                  .replace("&gt;", ">")
                  .replace("&amp;", "&")));
    }
    return commands;
  }

  private static List<String> words(String command) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder(
                "sh", "-c", "firebreak() { for w; do printf '%s\\n' \"$w\"; done; }\n" + command)
            .redirectErrorStream(true)
            .start();
    String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(out).isZero();
    return out.lines().toList();
  }

  private JsonNode export(List<String> command) throws IOException {
    Path bundle = folder.resolve("policy");
    List<Object> words = new ArrayList<>(command);
    words.set(words.indexOf("DESIGN"), shop.save(folder));
    words.replaceAll(word -> word.equals("policy") ? bundle : word);
    words.addAll(List.of("--platform", "nftables"));
    Run run = Run.of(words.toArray());
    assertThat(run.exitCode()).as(run.err()).isZero();
    return new ObjectMapper().readTree(bundle.resolve("manifest.json").toFile()).get("rollout");
  }

  private static List<String> phases(JsonNode rollout) {
    List<String> ids = new ArrayList<>();
    rollout.path("phases").fieldNames().forEachRemaining(ids::add);
    return ids;
  }

  @Test
  void eachStepIsABundleInWhichOneGroupMoreIsEnforced() throws Exception {
    List<List<String>> commands = commands("--strategy", "hybrid", "--approved-only");
    assertThat(commands).hasSize(4);
    assertThat(commands).allMatch(each -> each.contains("hybrid"));
    assertThat(commands).allMatch(each -> each.contains("--approved-only"));

    assertThat(export(commands.get(0)).get("phase").asText()).isEqualTo("monitor");
    assertThat(export(commands.get(1)).get("phase").asText()).isEqualTo("alert");
    JsonNode first = export(commands.get(2));
    assertThat(first.get("phase").asText()).isEqualTo("alert");
    assertThat(phases(first)).hasSize(1);
    assertThat(first.get("phases").elements().next().asText()).isEqualTo("enforce");
    assertThat(folder.resolve("policy/changes.json")).isRegularFile();
    JsonNode last = export(commands.get(3));
    assertThat(last == null || last.get("phase").asText().equals("enforce")).isTrue();
    assertThat(phases(last == null ? new ObjectMapper().createObjectNode() : last)).isEmpty();
  }

  @Test
  void thePlanOfAVariantExportsThatVariant() throws Exception {
    Strategy twin = NewElements.strategy(StrategyKind.HYBRID);
    twin.setName("twin");
    Strategy variant = NewElements.strategy(StrategyKind.HYBRID);
    variant.getMicroEndpoints().add(shop.data);
    shop.design.getStrategyVariants().addAll(List.of(twin, variant));
    for (String name : List.of("Data's alone", "-o", "two ", "twin", "hybrid")) {
      variant.setName(name);
      List<List<String>> commands = commands("--strategy", variant.getId());
      List<String> step = commands.get(0);
      boolean plain = name.startsWith("Data");
      assertThat(step.get(step.indexOf("--strategy") + 1))
          .isEqualTo(plain ? name : variant.getId());
      export(step);
      JsonNode manifest =
          new ObjectMapper().readTree(folder.resolve("policy/manifest.json").toFile());
      assertThat(manifest.at("/criteria/endpoints/0").asText()).isEqualTo(shop.data.getId());
    }
    Path plan = folder.resolve("plan.md");
    variant.setName("Data alone");
    Run.of("plan", shop.save(folder), "--strategy", "Data alone", "-o", plan);
    assertThat(plan)
        .content()
        .contains("Hybrid segmentation, variant Data alone.")
        .containsPattern("firebreak simulate .* --strategy 'Data alone' ")
        .doesNotContain("--strategy hybrid");
  }

  @Test
  void namesThatAreNotOneOrNoWordAreTakenAsData() throws Exception {
    for (String name : List.of("o'neil; $(id) = x", "@file", "-o", "two ", "db1", "Data")) {
      shop.web.setName(name);
      shop.db.setName("db & <b>");
      List<List<String>> commands = commands();
      export(commands.get(0));
      JsonNode step = export(commands.get(2));
      assertThat(phases(step)).as(name).hasSize(1).isSubsetOf(shop.web.getId(), shop.db.getId());
    }
  }

  @Test
  void ofManyStepsEachWaveHasOneCommand() throws Exception {
    for (int i = 0; i < 60; i++) {
      shop.group(shop.zone("zone" + i), "group" + i, "10.1." + i + ".1");
    }
    List<List<String>> commands = commands();
    assertThat(commands).hasSizeBetween(3, 5);
    assertThat(commands.getLast()).contains("enforce").doesNotContain("--phase-of");
  }
}
