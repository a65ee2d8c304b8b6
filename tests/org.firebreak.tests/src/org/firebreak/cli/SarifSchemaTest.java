package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    assertThat(violations(log)).isEmpty();
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
    assertThat(violations(log)).isEmpty();
    assertThat(log.findValues("suppressions")).isNotEmpty();
  }

  @Test
  void theSchemaIsNotIndifferent() throws IOException {
    JsonNode wrong = new ObjectMapper().readTree("{\"version\": \"2.1.0\", \"runs\": [{}]}");
    assertThat(violations(wrong)).isNotEmpty();
  }

  private static JsonNode sarif(Path design) throws IOException {
    Run run = Run.of("validate", design, "--format", "sarif", "--as-of", "2030-05-15");
    return new ObjectMapper().readTree(run.out());
  }

  private static List<String> violations(JsonNode log) throws IOException {
    try (InputStream in =
        SarifSchema210.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
      return schema.validate(log).stream().map(Object::toString).toList();
    }
  }
}
