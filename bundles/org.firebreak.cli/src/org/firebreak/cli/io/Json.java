package org.firebreak.cli.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.StrategyChoice;

/**
 * Writes results as JSON: one object, fields always in the same order, UTF-8, lines ended by LF.
 */
public final class Json {
  /** Version of the fields that the commands write; it rises when one changes its meaning. */
  private static final int FORMAT_VERSION = 1;

  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  /** Writes the fields of the object. */
  public interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  private Json() {}

  /**
   * Writes an object that begins with the command's name and the format version.
   *
   * @param body the rest of its fields
   */
  public static void object(OutputStream out, String command, Body body) throws IOException {
    document(
        out,
        json -> {
          json.writeStringField("command", command);
          json.writeNumberField("formatVersion", FORMAT_VERSION);
          body.write(json);
        });
  }

  /**
   * Writes an object of another format.
   *
   * @param body its fields
   */
  public static void document(OutputStream out, Body body) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.setPrettyPrinter(printer);
      json.writeStartObject();
      body.write(json);
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  /** Writes a field with a list of model elements. */
  public static void elements(JsonGenerator json, String field, Collection<ElementRef> elements)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (ElementRef element : elements) {
      write(json, element);
    }
    json.writeEndArray();
  }

  /** Writes the kind of a strategy, and the variant of the design that it is, or null. */
  public static void strategy(JsonGenerator json, StrategyChoice strategy) throws IOException {
    json.writeStringField("strategy", strategy.kind().getLiteral());
    element(json, "strategyVariant", strategy.variant());
  }

  /** Writes a field with a model element, or null. */
  public static void element(JsonGenerator json, String field, ElementRef element)
      throws IOException {
    json.writeFieldName(field);
    if (element == null) {
      json.writeNull();
    } else {
      write(json, element);
    }
  }

  private static void write(JsonGenerator json, ElementRef element) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", element.type());
    json.writeStringField("name", element.name());
    json.writeStringField("id", element.id());
    json.writeEndObject();
  }

  /** Writes a field with a list of texts. */
  public static void texts(JsonGenerator json, String field, Collection<String> texts)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
