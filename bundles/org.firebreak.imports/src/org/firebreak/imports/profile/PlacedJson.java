package org.firebreak.imports.profile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.imports.input.CleanText;

/** JSON in which every value knows where it stands, so that messages can tell. Small files only. */
final class PlacedJson {
  private static final int NESTING = 8;
  private static final int TEXT = 2_000;

  /**
   * A value: a text, an {@link Integer}, {@code null}, a {@code List<Value>} or a {@code
   * Map<String, Field>}; other numbers and truth values are kept as their text in {@link Other}.
   */
  record Value(Object content, int line, int column) {}

  /** A field of an object with the place of its name. */
  record Field(String name, Value value, int line, int column) {}

  /** A number or a truth value where none is meant. */
  record Other(String text) {}

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(NESTING)
                  .maxStringLength(TEXT)
                  .maxNameLength(TEXT)
                  .maxNumberLength(20)
                  .build())
          .build();

  private PlacedJson() {}

  /**
   * Reads the one value of a text.
   *
   * @param file name for messages
   */
  static Value read(String text, String file) throws ProfileException {
    try (JsonParser json = FACTORY.createParser(text)) {
      if (json.nextToken() == null) {
        throw new ProfileException(
            file, 1, 1, "the file is empty; begin with { and end with }", null);
      }
      Value value = value(json);
      if (json.nextToken() != null) {
        JsonLocation at = json.currentTokenLocation();
        throw new ProfileException(
            file, at.getLineNr(), at.getColumnNr(), "there is more after the end; remove it", null);
      }
      return value;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new ProfileException(
          file,
          at == null ? 0 : at.getLineNr(),
          at == null ? 0 : at.getColumnNr(),
          "not valid JSON: " + CleanText.printable(e.getOriginalMessage()) + "; correct it there",
          e);
    } catch (ProfileException e) {
      throw e;
    } catch (IOException e) {
      throw new ProfileException(file, 0, 0, "cannot be read: " + e.getMessage(), e);
    }
  }

  private static Value value(JsonParser json) throws IOException {
    JsonLocation at = json.currentTokenLocation();
    Object content =
        switch (json.currentToken()) {
          case START_OBJECT -> fields(json);
          case START_ARRAY -> items(json);
          case VALUE_STRING -> json.getText();
          case VALUE_NULL -> null;
          case VALUE_NUMBER_INT ->
              json.getNumberType() == JsonParser.NumberType.INT
                  ? Integer.valueOf(json.getIntValue())
                  : new Other(json.getText());
          default -> new Other(json.getText());
        };
    return new Value(content, at.getLineNr(), at.getColumnNr());
  }

  private static Map<String, Field> fields(JsonParser json) throws IOException {
    Map<String, Field> fields = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      JsonLocation at = json.currentTokenLocation();
      json.nextToken();
      fields.put(name, new Field(name, value(json), at.getLineNr(), at.getColumnNr()));
    }
    return fields;
  }

  private static List<Value> items(JsonParser json) throws IOException {
    List<Value> items = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(json));
    }
    return items;
  }
}
