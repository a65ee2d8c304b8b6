package org.firebreak.exports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.util.Set;

/**
 * Puts every element of some arrays on a line of its own, indented by how deep they are nested, and
 * everything else on the line where it belongs.
 */
final class ChildLines extends MinimalPrettyPrinter {
  private static final long serialVersionUID = 1;

  private final Set<String> fields;

  /**
   * @param fields names of the fields whose arrays are broken into lines
   */
  ChildLines(Set<String> fields) {
    this.fields = fields;
  }

  @Override
  public void beforeArrayValues(JsonGenerator json) throws IOException {
    if (isBroken(json.getOutputContext())) {
      newLine(json, 0);
    }
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
    json.writeRaw(',');
    if (isBroken(json.getOutputContext())) {
      newLine(json, 0);
    }
  }

  @Override
  public void writeEndArray(JsonGenerator json, int count) throws IOException {
    if (count > 0 && isBroken(json.getOutputContext())) {
      newLine(json, -1);
    }
    json.writeRaw(']');
  }

  private boolean isBroken(JsonStreamContext array) {
    return array.inArray()
        && array.getParent() != null
        && fields.contains(array.getParent().getCurrentName());
  }

  private void newLine(JsonGenerator json, int more) throws IOException {
    int depth = more;
    for (JsonStreamContext at = json.getOutputContext(); at != null; at = at.getParent()) {
      if (isBroken(at)) {
        depth++;
      }
    }
    json.writeRaw("\n" + " ".repeat(depth));
  }
}
