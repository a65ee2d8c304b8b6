package org.firebreak.exports.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Set;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportSink;

/** One JSON file of a bundle, written from beginning to end. */
public final class JsonFile implements Closeable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ExportFile file;
  private final JsonGenerator json;

  /**
   * Starts a file.
   *
   * @param lines fields whose arrays have each element on a line of its own
   */
  public JsonFile(ExportSink sink, String path, String description, Set<String> lines)
      throws IOException {
    file = sink.open(path, description);
    json =
        new JsonFactory()
            .createGenerator(new Bytes(file))
            .setPrettyPrinter(new ChildLines(lines))
            .setCodec(MAPPER);
  }

  /** The file in the bundle, for its provenance. */
  public ExportFile file() {
    return file;
  }

  /** What writes the document. */
  public JsonGenerator json() {
    return json;
  }

  /** Writes a whole value. */
  public void write(JsonNode value) throws IOException {
    MAPPER.writeTree(json, value);
  }

  @Override
  public void close() throws IOException {
    try {
      json.close();
      file.newLine();
    } finally {
      file.close();
    }
  }

  private static final class Bytes extends OutputStream {
    private final ExportFile file;

    Bytes(ExportFile file) {
      this.file = file;
    }

    @Override
    public void write(int b) throws IOException {
      file.write(new byte[] {(byte) b});
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      file.write(Arrays.copyOfRange(bytes, from, from + length));
    }

    @Override
    public void close() {
      // the file ends with a line end, which comes after the document
    }
  }
}
