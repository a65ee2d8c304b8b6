package org.firebreak.exports.cloud;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportSink;

/** A JSON file of a bundle, written as it comes. */
public final class JsonFile implements Closeable {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final ExportFile file;
  private final JsonGenerator json;

  private JsonFile(ExportFile file, JsonGenerator json) {
    this.file = file;
    this.json = json;
  }

  /** Starts a file; parameters as {@link ExportSink#open} has them. */
  public static JsonFile open(ExportSink sink, String path, String description) throws IOException {
    ExportFile file = sink.open(path, description);
    JsonGenerator json = FACTORY.createGenerator(new FileWriter(file));
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    json.setPrettyPrinter(printer);
    return new JsonFile(file, json);
  }

  /** Writes the content. */
  public JsonGenerator json() {
    return json;
  }

  /** Records that the file holds a rule; see {@link ExportFile#provenance}. */
  public void provenance(Rule rule, String nameOnPlatform) {
    file.provenance(rule, nameOnPlatform);
  }

  /**
   * Writes who is attached into the object that is open: name, id, rule set and addresses, by which
   * the reader finds the hosts.
   *
   * @param server the server
   * @param set the rule set that applies to it
   */
  public void attached(PolicyServer server, RuleSet set) throws IOException {
    json.writeStringField("server", server.ref().name());
    json.writeStringField("serverId", server.ref().id());
    json.writeStringField("ruleSet", set.id());
    json.writeArrayFieldStart("addresses");
    for (Address address : server.addresses()) {
      json.writeString(address.toString());
    }
    json.writeEndArray();
  }

  @Override
  public void close() throws IOException {
    try (file) {
      json.close();
      file.newLine();
    }
  }

  /** Passes characters on to the file of a bundle, which its owner closes. */
  private static final class FileWriter extends Writer {
    private final ExportFile file;

    FileWriter(ExportFile file) {
      this.file = file;
    }

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
      file.write(CharBuffer.wrap(characters, from, length));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
