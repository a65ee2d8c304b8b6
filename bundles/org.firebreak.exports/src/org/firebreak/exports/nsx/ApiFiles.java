package org.firebreak.exports.nsx;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.util.Set;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.json.JsonFile;

/**
 * Writes objects as bodies of {@code PATCH …/infra}, starting a new file where a call would get too
 * large. Services come before everything that is in the domain.
 */
final class ApiFiles implements Closeable {
  private final ExportSink sink;
  private final ApiCalls calls;
  private final String root;
  private final String path;
  private final String description;
  private final int most;
  private JsonFile file;
  private boolean inDomain;
  private int intents;
  private int files;

  /**
   * @param root path of the tree that the bodies patch
   * @param path path of the files without number and extension
   * @param most most objects of a call
   */
  ApiFiles(
      ExportSink sink, ApiCalls calls, String root, String path, String description, int most) {
    this.sink = sink;
    this.calls = calls;
    this.root = root;
    this.path = path;
    this.description = description;
    this.most = most;
  }

  /** Adds a child of the tree's root, such as a service. */
  void addToRoot(ObjectNode child) throws IOException {
    if (inDomain) {
      end();
    }
    room(1);
    file.write(child);
  }

  /**
   * Adds a child of the domain, such as a group or a policy.
   *
   * @param count number of objects in it
   * @return the file in which it is
   */
  ExportFile addToDomain(ObjectNode child, int count) throws IOException {
    room(count);
    if (!inDomain) {
      JsonGenerator json = file.json();
      json.writeStartObject();
      json.writeStringField("resource_type", "ChildResourceReference");
      json.writeStringField("id", "default");
      json.writeStringField("target_type", "Domain");
      json.writeArrayFieldStart("children");
      inDomain = true;
    }
    file.write(child);
    return file.file();
  }

  private void room(int count) throws IOException {
    if (file != null && intents + count > most) {
      end();
    }
    if (file == null) {
      String name = path + (files == 0 ? "" : "-" + (files + 1)) + ".json";
      file = new JsonFile(sink, name, description, Set.of("children"));
      calls.add("PATCH", root, name);
      files++;
      intents = 0;
      JsonGenerator json = file.json();
      json.writeStartObject();
      json.writeStringField("resource_type", "Infra");
      json.writeArrayFieldStart("children");
    }
    intents += count;
  }

  private void end() throws IOException {
    if (file == null) {
      return;
    }
    JsonGenerator json = file.json();
    if (inDomain) {
      json.writeEndArray();
      json.writeEndObject();
      inDomain = false;
    }
    json.writeEndArray();
    json.writeEndObject();
    file.close();
    file = null;
  }

  @Override
  public void close() throws IOException {
    end();
  }
}
