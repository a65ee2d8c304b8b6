package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.firebreak.core.validation.ShippedProfiles;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.model.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileAndExplainCommandsTest {
  @TempDir Path folder;

  @Test
  void profilesAreListed() throws IOException {
    assertThat(Run.of("profile", "list").out())
        .contains("baseline\n", "strict\n", "pci-dss\n", "no statement of compliance");
    assertThat(
            new ObjectMapper()
                .readTree(Run.of("profile", "list", "--json").out())
                .at("/profiles/1/name")
                .asText())
        .isEqualTo("strict");
  }

  @Test
  void shownProfileIsAFileToStartFrom() throws IOException {
    Path own = folder.resolve("firebreak-profile.json");

    Run run = Run.of("profile", "show", "pci-dss", "-o", own);

    assertThat(run.exitCode()).isZero();
    assertThat(Files.readString(own)).contains("\"reasons\"", "1.2.5: ");
    assertThat(Run.of("profile", "show", own).exitCode()).isZero();
    Shop shop = new Shop();
    shop.flow(shop.db, shop.web, shop.service("telnet", Protocol.TCP, "23"));
    assertThat(Run.of("validate", shop.save(folder)).out())
        .containsSubsequence("Errors\n", "FB-201 Clear-text", "profile pci-dss, ");
  }

  @Test
  void profileOfTheCommandLineWins() throws IOException {
    Shop shop = new Shop();
    shop.webToDb.setOwner(null);
    Path file = shop.save(folder);
    Files.writeString(folder.resolve("firebreak-profile.json"), "{ \"disabled\": [\"FB-503\"] }");

    assertThat(Run.of("validate", file).out()).doesNotContain("FB-503");
    assertThat(Run.of("validate", file, "--profile", "baseline").out())
        .containsSubsequence("Information\n", "FB-503");
    assertThat(Run.of("validate", file, "--profile", "strict").out())
        .containsSubsequence("Warnings\n", "FB-503", "profile strict, ");
    assertThat(Run.of("validate", file, "--profile", "strict", "--disable", "FB-503").out())
        .doesNotContain("FB-503");
  }

  @Test
  void damagedProfileBesideTheDesignIsBadInput() throws IOException {
    Path file = new Shop().save(folder);
    Files.writeString(folder.resolve("firebreak-profile.json"), "{\n  \"disabeld\": []\n}");

    for (String command : new String[] {"validate", "plan", "render"}) {
      Path output = folder.resolve(command.equals("plan") ? "x.html" : "x.svg");
      Run run = Run.of(command, file, "-o", output);

      assertThat(run.exitCode()).as(command).isEqualTo(3);
      assertThat(run.err())
          .isEqualTo(
              folder
                  + "/firebreak-profile.json:2:3: the profile: there is no key 'disabeld'; did you"
                  + " mean disabled?\n");
    }
  }

  @Test
  void everyRuleIsExplainedOnAPageThatFits() {
    for (ValidationRule rule : ValidationRules.all()) {
      Run run = Run.of("explain", rule.info().id().toLowerCase(Locale.ROOT));

      assertThat(run.exitCode()).isZero();
      assertThat(run.out())
          .startsWith(rule.info().id() + " " + rule.info().title() + "\n")
          .contains("Why it matters\n", "Example\n", "In profiles\n", "--rule " + rule.info().id())
          .contains(ShippedProfiles.names());
      assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
      assertThat(String.join(" ", run.out().split("\\s+"))).contains(rule.info().rationale());
    }
  }

  @Test
  void explanationTellsWhyAProfileIsStricter() throws IOException {
    assertThat(Run.of("explain", "FB-207").out())
        .contains("pci-dss: error\n    6.5.3: pre-production is separated from production.");
    assertThat(Run.of("explain", "FB-207", "--markdown").out())
        .startsWith("# FB-207 ")
        .contains("**Example.**", "| pci-dss | error | 6.5.3");
    assertThat(
            new ObjectMapper()
                .readTree(Run.of("explain", "FB-207", "--json").out())
                .at("/profiles/2/severity")
                .asText())
        .isEqualTo("error");
  }
}
