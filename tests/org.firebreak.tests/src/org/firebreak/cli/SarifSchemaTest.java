package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what {@code validate --format sarif} writes to the official schema of SARIF 2.1.0. */
class SarifSchemaTest {
  private static final Path SAMPLES = Path.of(System.getProperty("firebreak.root"), "samples");

  @TempDir Path folder;

  static Stream<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files
          .filter(file -> file.toString().endsWith(".firebreak"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void findingsOfSamplesFitTheSchema(Path sample) throws IOException {
    JsonNode log = sarif(sample);
    assertThat(SarifSchema.violations(log)).isEmpty();
    assertThat(log.at("/runs/0/results")).isNotEmpty();
  }

  @Test
  void acceptedFindingsFitTheSchema() throws IOException {
    Path design = new Shop().withFindings().save(folder);
    Run accepted =
        Run.of(
            "accept", design, "--rule", "FB-201", "--reason", "replaced in spring", "--by", "Kim");
    assertThat(accepted.exitCode()).as(accepted.err()).isZero();
    JsonNode log = sarif(design);
    assertThat(SarifSchema.violations(log)).isEmpty();
    assertThat(log.findValues("suppressions")).isNotEmpty();
  }

  @Test
  void theSchemaIsNotIndifferent() throws IOException {
    JsonNode wrong = new ObjectMapper().readTree("{\"version\": \"2.1.0\", \"runs\": [{}]}");
    assertThat(SarifSchema.violations(wrong)).isNotEmpty();
  }

  private static JsonNode sarif(Path design) throws IOException {
    Run run = Run.of("validate", design, "--format", "sarif", "--as-of", "2030-05-15");
    return new ObjectMapper().readTree(run.out());
  }
}
