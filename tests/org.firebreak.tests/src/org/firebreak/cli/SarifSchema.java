package org.firebreak.cli;

import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The official schema of SARIF 2.1.0, as a library for SARIF carries it. */
final class SarifSchema {
  private static final JsonSchema OFFICIAL = load();

  private SarifSchema() {}

  private static JsonSchema load() {
    try (InputStream in =
        SarifSchema210.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What of a log does not fit, with its place; empty if all does. */
  static List<String> violations(JsonNode log) {
    return OFFICIAL.validate(log).stream().map(Object::toString).toList();
  }
}
