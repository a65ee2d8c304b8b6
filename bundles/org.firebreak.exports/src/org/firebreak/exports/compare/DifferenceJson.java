package org.firebreak.exports.compare;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.firebreak.core.policy.ElementRef;

/** Writes a difference between bundles as fields of a JSON object. */
public final class DifferenceJson {
  private DifferenceJson() {}

  /** Writes {@code same}, {@code summary} and {@code platforms} into the object that is open. */
  public static void write(JsonGenerator json, BundleDifference difference) throws IOException {
    json.writeBooleanField("same", difference.isEmpty());
    json.writeBooleanField("sameDesign", difference.sameDesign());
    json.writeStringField("summary", difference.summary());
    json.writeArrayFieldStart("platforms");
    for (PlatformDifference platform : difference.platforms()) {
      write(json, platform);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, PlatformDifference platform) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", platform.id());
    json.writeStringField("change", platform.change().word());
    json.writeArrayFieldStart("options");
    for (PlatformDifference.OptionDifference option : platform.options()) {
      json.writeStartObject();
      json.writeStringField("key", option.key());
      json.writeStringField("before", option.before());
      json.writeStringField("after", option.after());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("files");
    for (FileDifference file : platform.files()) {
      write(json, file);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, FileDifference file) throws IOException {
    json.writeStartObject();
    json.writeStringField("path", file.path());
    json.writeStringField("change", file.change().word());
    json.writeArrayFieldStart("rules");
    for (RuleDifference rule : file.rules()) {
      write(json, rule);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("lines");
    for (LineDifference line : file.lines()) {
      json.writeStartObject();
      json.writeStringField("change", line.change().word());
      json.writeStringField("block", line.context());
      json.writeStringField("text", line.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, RuleDifference rule) throws IOException {
    json.writeStartObject();
    json.writeStringField("change", rule.change().word());
    json.writeStringField("id", rule.id());
    json.writeStringField("name", rule.name());
    json.writeStringField("kind", rule.kind());
    json.writeStringField("before", rule.before());
    json.writeStringField("after", rule.after());
    json.writeArrayFieldStart("origins");
    for (ElementRef origin : rule.origins()) {
      json.writeStartObject();
      json.writeStringField("id", origin.id());
      json.writeStringField("type", origin.type());
      json.writeStringField("name", origin.name());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
