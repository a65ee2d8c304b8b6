package org.firebreak.exports.aws;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.firebreak.exports.Slugs;

/** Names of groups and prefix lists, and of their resources in templates. */
final class GroupNames {
  private static final int NAME = 60;

  private GroupNames() {}

  /** A distinct slug for each item, by id. */
  static <T> Map<String, String> of(
      Collection<T> items, Function<T, String> id, Function<T, String> name) {
    return new Slugs('-', NAME).distinct(items, id, name);
  }

  /** A distinct logical id for each slug: letters and digits alone. */
  static Map<String, String> logicalIds(String kind, Collection<String> slugs) {
    Map<String, Integer> uses = new HashMap<>();
    slugs.forEach(slug -> uses.merge(camel(slug).toLowerCase(Locale.ROOT), 1, Integer::sum));
    Map<String, String> ids = new HashMap<>();
    for (String slug : slugs) {
      String plain = camel(slug);
      boolean shared = uses.get(plain.toLowerCase(Locale.ROOT)) > 1;
      ids.put(slug, kind + plain + (shared ? "X" + Slugs.shortHash(slug) : ""));
    }
    return ids;
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
