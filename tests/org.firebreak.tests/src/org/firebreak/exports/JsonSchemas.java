package org.firebreak.exports;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A JSON schema that stands beside the tests. */
public final class JsonSchemas {
  private final JsonSchema schema;

  /**
   * @param path path below the package of the exporters' tests
   */
  public JsonSchemas(String path) throws IOException {
    Path file =
        Samples.root().resolve("tests/org.firebreak.tests/src/org/firebreak/exports").resolve(path);
    schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(Files.readString(file));
  }

  /** What does not fit, with its place; empty if all does. */
  public List<String> violations(JsonNode document) {
    return schema.validate(document).stream().map(Object::toString).limit(20).toList();
  }
}
