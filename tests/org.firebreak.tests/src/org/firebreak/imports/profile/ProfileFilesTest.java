package org.firebreak.imports.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RoleNeed;
import org.firebreak.core.validation.ShippedProfile;
import org.firebreak.core.validation.ShippedProfiles;
import org.firebreak.core.validation.Threshold;
import org.firebreak.core.validation.ValidationProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileFilesTest {
  @TempDir Path folder;

  @Test
  void designWithoutAFileIsJudgedByTheBaseline() throws IOException {
    assertThat(ProfileFiles.of(folder.resolve("shop.firebreak")))
        .isSameAs(ValidationProfile.BASELINE);
    assertThat(ProfileFiles.of(null)).isSameAs(ValidationProfile.BASELINE);
    assertThat(ProfileFiles.beside(null)).isEmpty();
  }

  @Test
  void fileBesideTheDesignIsItsProfile() throws IOException {
    write(
        """
        {
          "name": "Shop team",
          "description": "For people",
          "extends": "strict",
          "thresholds": { "max-port-range": 50 },
          "disabled": ["FB-503"],
          "enabled": [],
          "severities": { "fb-101": "error", "FB-504": null },
          "needs": {
            "time": null,
            "agent": {
              "title": "the agent",
              "roles": ["Web"],
              "operatingSystems": ["Windows"],
              "end": "either",
              "services": ["tcp/8443", "https"],
              "severity": "error"
            }
          },
          "naming": { "server": "[a-z]{3}[0-9]+" },
          "platforms": ["nftables"],
          "reasons": { "FB-503": "The ticket names the owner." }
        }
        """);

    ValidationProfile profile = ProfileFiles.of(folder.resolve("shop.firebreak"));

    ValidationProfile strict = ShippedProfiles.byName("strict").orElseThrow();
    assertThat(profile.name()).isEqualTo("Shop team");
    assertThat(profile.limit(Threshold.MAX_PORT_RANGE)).isEqualTo(50);
    assertThat(profile.limit(Threshold.MAX_REACH)).isEqualTo(strict.limit(Threshold.MAX_REACH));
    assertThat(profile.disabled()).containsExactly("FB-503");
    assertThat(profile.severities())
        .containsEntry("FB-101", FindingSeverity.ERROR)
        .containsEntry("FB-103", FindingSeverity.ERROR)
        .doesNotContainKey("FB-504");
    assertThat(profile.needs())
        .extracting(RoleNeed::id)
        .contains("agent", "log")
        .doesNotContain("time");
    RoleNeed agent = profile.needs().get(profile.needs().size() - 1);
    assertThat(agent.title()).isEqualTo("the agent");
    assertThat(agent.roles()).containsExactly("web");
    assertThat(agent.operatingSystems()).containsExactly("windows");
    assertThat(agent.end()).isEqualTo(RoleNeed.End.EITHER);
    assertThat(agent.services()).containsExactly("tcp/8443", "https");
    assertThat(agent.severity()).isEqualTo(FindingSeverity.ERROR);
    assertThat(profile.naming().get("server").pattern()).isEqualTo("[a-z]{3}[0-9]+");
    assertThat(profile.platforms()).containsExactly("nftables");
  }

  @Test
  void fileWithoutNameIsCalledAfterItsFolder() throws IOException {
    write("{}");

    assertThat(ProfileFiles.of(folder.resolve("shop.firebreak")).name())
        .isEqualTo(folder.getFileName().toString());
  }

  @Test
  void fileMayExtendAnotherFile() throws IOException {
    Files.writeString(
        folder.resolve("company.json"),
        "{ \"disabled\": [\"FB-503\", \"FB-504\"], \"thresholds\": { \"max-reach\": 10 } }");
    write("{ \"extends\": \"./company.json\", \"enabled\": [\"FB-504\"] }");

    ValidationProfile profile = ProfileFiles.of(folder.resolve("x.firebreak"));

    assertThat(profile.disabled()).containsExactly("FB-503");
    assertThat(profile.limit(Threshold.MAX_REACH)).isEqualTo(10);
  }

  @Test
  void filesThatExtendEachOtherAreRefused() throws IOException {
    Files.writeString(folder.resolve("a.json"), "{ \"extends\": \"b.json\" }");
    Files.writeString(folder.resolve("b.json"), "{ \"extends\": \"a.json\" }");

    assertThatThrownBy(() -> ProfileFiles.named(folder.resolve("a.json").toString()))
        .isInstanceOf(ProfileException.class)
        .hasMessageContaining("extends itself");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "{ \"treshold\": {} } # 1:3: the profile: there is no key"
            + " 'treshold'; did you mean thresholds?",
        "{ \"thresholds\": { \"max-ports\": 5 } } # 1:19: thresholds.max-ports: there is no"
            + " threshold 'max-ports'; did you mean max-port-range?",
        "{ \"thresholds\": { \"max-reach\": 0 } } # 1:32: thresholds.max-reach: max-reach is 1"
            + " to 100 %, not 0",
        "{ \"thresholds\": { \"max-reach\": \"5\" } } # thresholds.max-reach: not a whole number;"
            + " write one without quotes",
        "{ \"thresholds\": { \"max-reach\": 5.5 } } # thresholds.max-reach: not a whole number",
        "{ \"thresholds\": [] } # thresholds: not an object",
        "{ \"disabled\": [\"FB-5O3\"] } # disabled: there is no rule 'FB-5O3'; did"
            + " you mean FB-503?",
        "{ \"disabled\": \"FB-503\" } # disabled: not a list; write [ … ]",
        "{ \"disabled\": [\"FB-503\"], \"enabled\": [\"FB-503\"] } # enabled: FB-503 is disabled"
            + " too",
        "{ \"severities\": { \"FB-101\": \"eror\" } } # severities.FB-101: there is no severity"
            + " 'eror'; did you mean error?",
        "{ \"severities\": { \"FB-000\": \"error\" } } # severities.FB-000: there is no rule"
            + " 'FB-000'",
        "{ \"extends\": \"strickt\" } # extends: there is no profile 'strickt';"
            + " did you mean strict?",
        "{ \"extends\": \"missing.json\" } # missing.json: no such file",
        "{ \"naming\": { \"sever\": \"x\" } } # naming.sever: there is no kind of element"
            + " 'sever'; did you mean server?",
        "{ \"naming\": { \"server\": \"[a-z\" } } # naming.server: not a regular expression:"
            + " Unclosed character class",
        "{ \"naming\": { \"server\": \"(.*.*.*.*.*)+x\" } } # naming.server: the pattern takes too"
            + " long",
        "{ \"needs\": { \"Time!\": {} } } # needs.Time!: an identifier is lower-case letters",
        "{ \"needs\": { \"time\": {} } } # needs.time: has no services",
        "{ \"needs\": { \"time\": { \"servces\": [] } } } # needs.time: there is no key 'servces';"
            + " did you mean services?",
        "{ \"needs\": { \"time\": { \"services\": [\"carrier pigeon\"] } } } # needs.time.services:"
            + " 'carrier pigeon' is neither protocol/ports nor a well-known service",
        "{ \"needs\": { \"time\": { \"services\": [\"ntp\"], \"end\": \"middle\" } } } #"
            + " needs.time.end: there is no end 'middle'; possible are client, server, either",
        "{ \"needs\": { \"tiem\": null } } # needs.tiem: there is no need to remove"
            + " 'tiem'; did you mean time?",
        "{ \"name\": \"\" } # name: empty",
        "{ \"name\": \"a\\u202Eb\" } # name: holds the control character U+202E",
        "{ \"name\": \"a\", \"name\": \"b\" } # not valid JSON: Duplicate field 'name'",
        "{ \"name\": \"a\" } x # not valid JSON",
        "{ \"name\": \"a\" } {} # there is more after the end",
        "[] # the profile: not an object",
        "{ \"name\": [[[[[[[[[[1]]]]]]]]]] } # not valid JSON",
        "{ # not valid JSON",
      })
  void mistakeIsToldWithItsPlaceAndMend(String json, String message) throws IOException {
    Path file = write(json);

    assertThatThrownBy(() -> ProfileFiles.read(file))
        .isInstanceOf(ProfileException.class)
        .hasMessageStartingWith(folder.toString())
        .hasMessageContaining(message);
  }

  @Test
  void mistakeOnALaterLineIsFound() throws IOException {
    Path file =
        write("{\n  \"name\": \"x\",\n  \"thresholds\": {\n    \"max-reach\": 900\n  }\n}\n");

    assertThatThrownBy(() -> ProfileFiles.read(file))
        .isInstanceOfSatisfying(
            ProfileException.class,
            e -> {
              assertThat(e.line()).isEqualTo(4);
              assertThat(e.column()).isEqualTo(18);
            })
        .hasMessageContaining("firebreak-profile.json:4:18: thresholds.max-reach: ");
  }

  @Test
  void emptyLargeBinaryAndMissingFilesAreRefused() throws IOException {
    assertThatThrownBy(() -> ProfileFiles.read(write(""))).hasMessageContaining("is empty");
    assertThatThrownBy(() -> ProfileFiles.read(write(" ".repeat(2 << 20))))
        .hasMessageContaining("larger than 1 MiB");
    Path binary = Files.write(folder.resolve("b.json"), new byte[] {(byte) 0xFF, 0});
    assertThatThrownBy(() -> ProfileFiles.read(binary)).hasMessageContaining("not UTF-8 text");
    assertThatThrownBy(() -> ProfileFiles.read(folder.resolve("no.json")))
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> ProfileFiles.read(folder)).hasMessageContaining("is not a file");
    assertThatThrownBy(() -> ProfileFiles.named("lax"))
        .hasMessageContaining("there is no profile or file 'lax'")
        .hasMessageContaining("strict");
  }

  @ParameterizedTest
  @ValueSource(strings = {"baseline", "strict", "pci-dss"})
  void shippedProfileIsTheSameAfterWritingAndReading(String name) throws IOException {
    ShippedProfile shipped = ShippedProfiles.find(name).orElseThrow();

    ValidationProfile read = ProfileFiles.read(write(ProfileWriter.text(shipped)));

    assertSame(read, shipped.profile());
  }

  @Test
  void ownProfileIsTheSameAfterWritingAndReading() throws IOException {
    ValidationProfile own =
        ProfileFiles.read(
            write(
                """
                { "name": "own", "extends": "pci-dss", "disabled": ["FB-101"], "needs": { "log": null },
                  "naming": { "zone": "z-.*", "external-network": "[A-Z]+" }, "platforms": ["panos"] }
                """));

    assertSame(ProfileFiles.read(write(ProfileWriter.text(own))), own);
  }

  @Test
  void pageOfTheGuideShowsAProfileAndEveryThreshold() throws IOException {
    Path page = Path.of(System.getProperty("firebreak.root", "."), "docs/user/validation.md");
    String text = Files.readString(page);

    ValidationProfile example =
        ProfileFiles.read(write(text.replaceAll("(?s).*```json\\n(.*?)```.*", "$1")));

    assertThat(example.name()).isEqualTo("Shop team");
    assertThat(ProfileFiles.keys()).allSatisfy(key -> assertThat(text).contains("`" + key + "`"));
    for (Threshold threshold : Threshold.values()) {
      assertThat(text)
          .contains(
              "| `"
                  + threshold.key()
                  + "` | "
                  + threshold.standard()
                  + " "
                  + threshold.unit()
                  + " |");
    }
  }

  private static void assertSame(ValidationProfile actual, ValidationProfile expected) {
    assertThat(actual.name()).isEqualTo(expected.name());
    for (Threshold threshold : Threshold.values()) {
      assertThat(actual.limit(threshold)).isEqualTo(expected.limit(threshold));
    }
    assertThat(actual.disabled()).isEqualTo(expected.disabled());
    assertThat(actual.severities()).isEqualTo(expected.severities());
    assertThat(actual.needs()).containsExactlyInAnyOrderElementsOf(expected.needs());
    assertThat(actual.naming().keySet()).isEqualTo(expected.naming().keySet());
    assertThat(actual.naming().values().stream().map(Pattern::pattern))
        .containsExactlyInAnyOrderElementsOf(
            expected.naming().values().stream().map(Pattern::pattern).toList());
    assertThat(actual.platforms()).isEqualTo(expected.platforms());
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve(ProfileFiles.FILE_NAME), text);
  }
}
