package org.firebreak.exports.bundle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.compare.BundleDifference;
import org.firebreak.exports.compare.DifferenceJson;
import org.firebreak.exports.stored.BundleManifest;

/** The {@code changes.json} of a bundle: what differs from the previous one, rule by rule. */
final class ChangesFile {
  static final String NAME = "changes.json";
  private static final int FORMAT = 1;

  private ChangesFile() {}

  static void write(ExportSink sink, BundleManifest previous, BundleDifference difference)
      throws IOException {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    try (ExportFile file = sink.open(NAME, "What differs from the previous bundle");
        JsonGenerator json = new JsonFactory().createGenerator(stream(file))) {
      json.setPrettyPrinter(printer);
      json.writeStartObject();
      json.writeNumberField("firebreakChanges", FORMAT);
      json.writeObjectFieldStart("previous");
      if (previous.design() != null) {
        json.writeStringField("design", previous.design().id());
        json.writeStringField("revision", previous.design().revision());
        json.writeStringField("digest", previous.design().digest());
      }
      json.writeStringField("evaluationDate", previous.evaluationDate());
      json.writeEndObject();
      DifferenceJson.write(json, difference);
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static OutputStream stream(ExportFile file) {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        file.write(new byte[] {(byte) value});
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        file.write(java.util.Arrays.copyOfRange(bytes, offset, offset + length));
      }
    };
  }
}
