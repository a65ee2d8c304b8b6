package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {
  @TempDir Path folder;
  private final Shop shop = new Shop();

  @BeforeEach
  void twoServersWithoutAddress() throws IOException {
    OnlyRules.write(folder, "FB-001", "FB-503");
    shop.add(shop.web, "old1", null);
    shop.add(shop.web, "old2", null);
  }

  private Run validate(Object... options) throws IOException {
    Object[] args = new Object[options.length + 3];
    args[0] = "validate";
    args[1] = "-q";
    args[2] = shop.save(folder);
    System.arraycopy(options, 0, args, 3, options.length);
    return Run.of(args);
  }

  /** Also after a rename, and after an element was put in front, so that lines have moved. */
  @ParameterizedTest
  @ValueSource(strings = {"old.json", "old.sarif"})
  void onlyWhatIsNewIsReported(String name) throws IOException {
    Path baseline = folder.resolve(name);
    assertThat(validate("--write-baseline", baseline).exitCode()).isEqualTo(1);

    assertThat(validate("--baseline", baseline).exitCode()).isZero();

    shop.web.getServers().get(2).setName("renamed");
    shop.web.getServers().remove(3);
    shop.front.setName("A front with another name");
    shop.web.getServers().add(0, shop.add(shop.db, "fresh", null));
    Run run = validate("--baseline", baseline);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("FB-001 Server without address (1)", "Server fresh has no address")
        .contains("against " + baseline + ": 1 new, 1 unchanged, 1 gone\n")
        .doesNotContain("renamed", "old2");
  }

  @Test
  void resultOfAnotherFormatIsABaselineToo() throws IOException {
    Path sarif = folder.resolve("result.sarif");
    validate("--format", "sarif", "-o", sarif);

    assertThat(validate("--baseline", sarif).out())
        .contains("no new findings", "0 new, 2 unchanged, 0 gone");
  }

  @Test
  void everyFormatHoldsOnlyWhatIsNew() throws IOException {
    Path baseline = folder.resolve("old.json");
    validate("--write-baseline", baseline);
    shop.add(shop.web, "fresh", null);
    ObjectMapper mapper = new ObjectMapper();

    JsonNode json = mapper.readTree(validate("--baseline", baseline, "--format", "json").out());
    assertThat(json.get("findings")).hasSize(1);
    assertThat(json.at("/baseline/unchanged").asInt()).isEqualTo(2);

    JsonNode run =
        mapper.readTree(validate("--baseline", baseline, "--format", "sarif").out()).at("/runs/0");
    assertThat(run.get("results")).hasSize(1);
    assertThat(run.at("/results/0/baselineState").asText()).isEqualTo("new");
    assertThat(run.at("/properties/baseline/gone").asInt()).isZero();

    assertThat(validate("--baseline", baseline, "--format", "junit").out())
        .contains("Server fresh has no address", "1 new, 2 unchanged")
        .doesNotContain("old1");
    assertThat(validate("--baseline", baseline, "--format", "html").out())
        .contains("Server fresh has no address", "only what is new is listed")
        .doesNotContain("Server old1");
  }

  @Test
  void writingABaselineWritesEverythingThatIsOpen() throws IOException {
    Path old = folder.resolve("old.json");
    Path next = folder.resolve("next.json");
    validate("--write-baseline", old);
    shop.add(shop.web, "fresh", null);

    validate("--baseline", old, "--write-baseline", next);

    assertThat(validate("--baseline", next).out()).contains("0 new, 3 unchanged, 0 gone");
  }

  @Test
  void acceptedFindingIsNewOnceItsAcceptanceHasExpired() throws IOException {
    Path file = shop.save(folder);
    Run.of(
        "accept",
        file,
        "--rule",
        "FB-001",
        "--element",
        "old1",
        "--reason",
        "x",
        "--as-of",
        "2030-01-01",
        "--expires",
        "2030-01-31");
    Path baseline = folder.resolve("old.json");
    Run.of("validate", file, "--as-of", "2030-01-15", "--write-baseline", baseline);

    assertThat(Run.of("validate", file, "--as-of", "2030-01-31", "--baseline", baseline).out())
        .contains("no new findings, 1 accepted");
    assertThat(Run.of("validate", file, "--as-of", "2030-02-01", "--baseline", baseline).out())
        .contains("Server old1 has no address", "1 new, 1 unchanged, 0 gone");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "{} # not a result of firebreak validate",
        "[] # not a result of firebreak validate",
        "hello # not a complete JSON file",
        "{ \"findings\": [{ \"rule\": \"FB-001\" }] } # has findings without fingerprint",
        "{ \"findings\": [{ \"rule\": # not a complete JSON file",
        "{ \"runs\": [{ \"results\": [{ \"ruleId\": \"x\" }] }] } # has findings without",
        "{ \"baseline\": {}, \"findings\": [] } # holds only what was new",
        "{ \"runs\": [{ \"results\": [], \"properties\": { \"baseline\": {} } }] } # holds only",
      })
  void otherFilesAreRefusedWithTheMend(String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("other.json"), text);

    Run run = validate("--baseline", file);

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(file.toString(), message, "--write-baseline");
  }

  @Test
  void deepNestingAndMissingFilesAreRefused() throws IOException {
    Path deep = Files.writeString(folder.resolve("deep.json"), "{\"a\":" + "[".repeat(5000));

    assertThat(validate("--baseline", deep).exitCode()).isEqualTo(3);
    assertThat(validate("--baseline", folder.resolve("no.json")).err()).contains("no such file");
    assertThat(validate("--baseline", folder).err()).contains("is not a file");
  }
}
