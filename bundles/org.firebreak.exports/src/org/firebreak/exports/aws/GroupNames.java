package org.firebreak.exports.aws;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.firebreak.exports.Slugs;

/** Names of groups and prefix lists, and of their resources in templates. */
final class GroupNames {
  private static final int NAME = 60;
  private static final Pattern DASH_BEFORE_NO_LETTER = Pattern.compile("-[^a-z]");

  private GroupNames() {}

  /** A distinct slug for each item, by id. */
  static <T> Map<String, String> of(
      Collection<T> items, Function<T, String> id, Function<T, String> name) {
    return new Slugs('-', NAME).distinct(items, id, name);
  }

  /**
   * A distinct logical id for each slug: letters and digits alone. It depends on nothing but the
   * slug, so that a resource keeps its id when others come and go.
   */
  static Map<String, String> logicalIds(String kind, Collection<String> slugs) {
    Map<String, String> ids = new HashMap<>();
    for (String slug : slugs) {
      ids.put(slug, kind + camel(slug) + (isAmbiguous(slug) ? "X" + Slugs.shortHash(slug) : ""));
    }
    return ids;
  }

  /** Whether capitals do not tell where all dashes were. */
  private static boolean isAmbiguous(String slug) {
    return slug.startsWith("-") || slug.endsWith("-") || DASH_BEFORE_NO_LETTER.matcher(slug).find();
  }

  private static String camel(String slug) {
    StringBuilder name = new StringBuilder();
    for (String word : slug.split("-")) {
      if (!word.isEmpty()) {
        name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
      }
    }
    return name.toString();
  }
}
