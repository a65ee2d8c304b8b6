package org.firebreak.exports.aci;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.util.Set;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.json.JsonFile;

/** A tenant and objects in it: the body of one call, which the controller takes as a whole. */
final class TenantFile implements Closeable {
  private final JsonFile file;
  private final JsonGenerator json;
  private int depth;

  TenantFile(ExportSink sink, String path, String description, String tenant) throws IOException {
    file = new JsonFile(sink, path, description, Set.of("children"));
    json = file.json();
    begin("fvTenant", "name", tenant);
  }

  JsonFile file() {
    return file;
  }

  /** Begins an object of which the children follow. */
  void begin(String type, String... attributes) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart(type);
    json.writeObjectFieldStart("attributes");
    for (int i = 0; i < attributes.length; i += 2) {
      json.writeStringField(attributes[i], attributes[i + 1]);
    }
    json.writeEndObject();
    json.writeArrayFieldStart("children");
    depth++;
  }

  void end() throws IOException {
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    depth--;
  }

  void add(Mo object) throws IOException {
    file.write(object.json());
  }

  @Override
  public void close() throws IOException {
    while (depth > 0) {
      end();
    }
    file.close();
  }
}
