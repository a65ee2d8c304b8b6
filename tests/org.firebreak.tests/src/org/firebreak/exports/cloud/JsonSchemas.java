package org.firebreak.exports.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.firebreak.exports.Samples;

/** JSON of exported files and the schemas in the resources of the tests. */
public final class JsonSchemas {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonSchemas() {}

  /** A schema, draft 7, by its path below {@code resources/schemas}. */
  public static JsonSchema load(String path) throws IOException {
    Path file = Samples.root().resolve("tests/org.firebreak.tests/resources/schemas/" + path);
    // JavaScript takes a bracket in a class of characters as it is
    String text = Files.readString(file).replace("@[\\\\]", "@\\\\[\\\\]");
    ObjectNode schema = (ObjectNode) MAPPER.readTree(text);
    schema.remove("$schema"); // a meta-schema that is not here
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
  }

  public static JsonNode read(Path file) throws IOException {
    return MAPPER.readTree(file.toFile());
  }
}
