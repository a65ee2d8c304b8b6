package org.firebreak.imports.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.profile.PlacedJson.Field;
import org.firebreak.imports.profile.PlacedJson.Value;

/** Values of a profile by their types; what does not fit is refused with its place. */
final class ProfileFields {
  private static final List<String> SEVERITIES =
      Arrays.stream(FindingSeverity.values()).map(FindingSeverity::label).toList();

  private final String file;

  ProfileFields(String file) {
    this.file = file;
  }

  /**
   * The fields of an object.
   *
   * @param keys the only names that are known; {@code null} if the caller checks them
   */
  @SuppressWarnings("unchecked")
  Map<String, Field> object(Value value, String place, List<String> keys) throws ProfileException {
    if (!(value.content() instanceof Map<?, ?> map)) {
      throw refuse(value, place, "not an object; write { … }");
    }
    Map<String, Field> fields = (Map<String, Field>) map;
    for (Field field : fields.values()) {
      if (keys != null && !keys.contains(field.name())) {
        throw refuse(field, place, NearName.message("key", field.name(), keys));
      }
    }
    return fields;
  }

  @SuppressWarnings("unchecked")
  List<Value> list(Value value, String place) throws ProfileException {
    if (value.content() instanceof List<?> list) {
      return (List<Value>) list;
    }
    throw refuse(value, place, "not a list; write [ … ]");
  }

  /** A text that is not empty and has nothing in it that serves only disguise. */
  String text(Value value, String place) throws ProfileException {
    if (!(value.content() instanceof String text)) {
      throw refuse(value, place, "not a text; write it in quotes");
    }
    if (text.isBlank()) {
      throw refuse(value, place, "empty; write a text or remove it");
    }
    String problem = CleanText.textProblem(text);
    if (problem != null) {
      throw refuse(value, place, problem + "; remove it");
    }
    return text.strip();
  }

  /** The name of the profile. */
  String name(Value value) throws ProfileException {
    String name = text(value, "name");
    String problem = CleanText.nameProblem(name);
    if (problem != null) {
      throw refuse(value, "name", problem + "; shorten it");
    }
    return name;
  }

  FindingSeverity severity(Value value, String place) throws ProfileException {
    String text = text(value, place);
    for (FindingSeverity severity : FindingSeverity.values()) {
      if (severity.label().equals(text)) {
        return severity;
      }
    }
    throw refuse(value, place, NearName.message("severity", text, SEVERITIES));
  }

  ProfileException refuse(Value at, String place, String message) {
    return new ProfileException(file, at.line(), at.column(), place + ": " + message, null);
  }

  ProfileException refuse(Field at, String place, String message) {
    return new ProfileException(file, at.line(), at.column(), place + ": " + message, null);
  }
}
