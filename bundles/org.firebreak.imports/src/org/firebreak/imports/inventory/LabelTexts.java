package org.firebreak.imports.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.firebreak.imports.input.CleanText;

/** Labels in one cell: {@code env=prod; app=shop}. */
final class LabelTexts {
  private LabelTexts() {}

  /**
   * Adds the labels of a text.
   *
   * @throws IllegalArgumentException if a key is missing, too long, or there twice
   */
  static Map<String, String> parse(String text) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String part : parts(text)) {
      int equals = part.indexOf('=');
      String key = CleanText.strip(equals < 0 ? part : part.substring(0, equals));
      String value = equals < 0 ? "" : CleanText.strip(part.substring(equals + 1));
      check(key, value);
      if (labels.putIfAbsent(key, value) != null) {
        throw new IllegalArgumentException(
            "the label " + CleanText.quote(key) + " is there twice; keep one");
      }
    }
    return labels;
  }

  static void check(String key, String value) {
    String problem = key.isEmpty() ? "is empty" : CleanText.nameProblem(key);
    if (problem == null) {
      problem = CleanText.textProblem(value);
    }
    if (problem != null) {
      throw new IllegalArgumentException("the label " + CleanText.quote(key) + " " + problem);
    }
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : text.replace('\n', ';').split(";")) {
      // Commas separate labels only where each piece is one; values may hold commas.
      String[] pieces = part.split(",");
      if (pieces.length > 1 && Stream.of(pieces).allMatch(piece -> piece.indexOf('=') > 0)) {
        parts.addAll(List.of(pieces));
      } else {
        parts.add(part);
      }
    }
    parts.removeIf(String::isBlank);
    return parts;
  }
}
