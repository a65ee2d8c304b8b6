package org.firebreak.cli.findings;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.firebreak.cli.io.ElementTexts;
import org.firebreak.core.policy.ElementRef;

/** Where elements are: in the file by line, and in the design by qualified name. */
final class SarifPlaces {
  private final Assessment assessment;
  private final String uri;

  SarifPlaces(Assessment assessment) {
    this.assessment = assessment;
    this.uri = assessment.path() == null ? null : uri(assessment.path());
  }

  /** Relative as the user wrote it, so that it fits the repository in which the command ran. */
  private static String uri(Path path) {
    if (path.isAbsolute()) {
      return path.normalize().toUri().toASCIIString();
    }
    try {
      String text = path.normalize().toString().replace(path.getFileSystem().getSeparator(), "/");
      String plain = text.indexOf(':') >= 0 ? "./" + text : text;
      return new URI(null, null, plain, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("every path is a relative reference: " + path, e);
    }
  }

  void writeArtifacts(JsonGenerator json) throws IOException {
    if (uri == null) {
      return;
    }
    json.writeArrayFieldStart("artifacts");
    json.writeStartObject();
    artifact(json, "location", false);
    json.writeStringField("mimeType", "application/xml");
    json.writeStringField("encoding", "UTF-8");
    json.writeEndObject();
    json.writeEndArray();
  }

  private void artifact(JsonGenerator json, String field, boolean indexed) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("uri", uri);
    if (indexed) {
      json.writeNumberField("index", 0);
    }
    json.writeEndObject();
  }

  /**
   * A location.
   *
   * @param id number of the location in its result, if others refer to it; 0 for the first
   */
  void write(JsonGenerator json, ElementRef element, int id) throws IOException {
    json.writeStartObject();
    if (id > 0) {
      json.writeNumberField("id", id);
    }
    physical(json, element.id());
    json.writeArrayFieldStart("logicalLocations");
    json.writeStartObject();
    json.writeStringField("name", element.name());
    json.writeStringField("fullyQualifiedName", assessment.paths().of(element));
    json.writeStringField("kind", ElementTexts.type(element));
    json.writeEndObject();
    json.writeEndArray();
    if (id > 0) {
      SarifRules.text(json, "message", ElementTexts.type(element) + " " + element.name());
    }
    json.writeEndObject();
  }

  private void physical(JsonGenerator json, String element) throws IOException {
    if (uri == null) {
      return;
    }
    json.writeObjectFieldStart("physicalLocation");
    artifact(json, "artifactLocation", true);
    ElementLines.Place place = assessment.lines().of(element);
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", place == null ? 1 : place.line());
    if (place != null) {
      json.writeNumberField("startColumn", place.column());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Where an acceptance is stored. */
  void writeSuppressed(JsonGenerator json, String acceptance) throws IOException {
    if (uri != null && assessment.lines().of(acceptance) != null) {
      json.writeObjectFieldStart("location");
      physical(json, acceptance);
      json.writeEndObject();
    }
  }
}
