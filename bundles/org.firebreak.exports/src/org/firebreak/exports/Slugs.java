package org.firebreak.exports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Short ASCII names derived from what people call things: lower case letters, digits and a
 * separator, so that they are safe in file names, identifiers and shells. A name that is cut, or
 * that several things would share, ends in a hash of the thing's id; so it does not depend on the
 * order of things.
 */
public final class Slugs {
  private static final int HASH_LENGTH = 6;

  private final char separator;
  private final int maxLength;

  /**
   * @param separator stands for everything that is neither letter nor digit
   * @param maxLength greatest length of a slug, hash included; at least 16
   */
  public Slugs(char separator, int maxLength) {
    this.separator = separator;
    this.maxLength = maxLength;
  }

  /**
   * A distinct slug for every item.
   *
   * @param id unique identifier of an item, from which its hash is made
   * @param name what people call it
   * @return slugs by id, in the order of the items
   */
  public <T> Map<String, String> distinct(
      Collection<T> items, Function<T, String> id, Function<T, String> name) {
    return distinct(items, id, name, item -> false);
  }

  /**
   * As {@link #distinct(Collection, Function, Function)}.
   *
   * @param namesake whether something beyond the items may share the name of one
   */
  public <T> Map<String, String> distinct(
      Collection<T> items,
      Function<T, String> id,
      Function<T, String> name,
      Predicate<T> namesake) {
    List<String> plainSlugs = new ArrayList<>(items.size());
    Map<String, Integer> uses = new HashMap<>();
    for (T item : items) {
      plainSlugs.add(slug(name.apply(item), maxLength));
      uses.merge(plainSlugs.get(plainSlugs.size() - 1), 1, Integer::sum);
    }
    Set<String> taken = new HashSet<>(uses.keySet());
    Map<String, String> slugs = new LinkedHashMap<>();
    Iterator<String> next = plainSlugs.iterator();
    for (T item : items) {
      String plain = next.next();
      boolean ambiguous =
          uses.get(plain) > 1
              || namesake.test(item)
              || plain.length() == maxLength && isCut(name.apply(item))
              || isReserved(plain)
              || plain.isEmpty();
      slugs.put(
          id.apply(item), ambiguous ? hashed(name.apply(item), id.apply(item), taken) : plain);
    }
    return slugs;
  }

  /** A slug that ends in the hash of the id; the hash grows until no other slug equals it. */
  private String hashed(String name, String id, Set<String> taken) {
    String digits = hash(id);
    for (int length = HASH_LENGTH; ; length += 2) {
      String stem = slug(name, maxLength - length - 1);
      String candidate = (stem.isEmpty() ? "x" : stem) + separator + digits.substring(0, length);
      if (taken.add(candidate)) {
        return candidate;
      }
    }
  }

  private boolean isCut(String name) {
    return slug(name, Integer.MAX_VALUE).length() > maxLength;
  }

  /** Names that Windows keeps for devices, whatever the extension. */
  private static boolean isReserved(String slug) {
    return slug.length() <= 4 && slug.matches("con|prn|aux|nul|(com|lpt)[0-9]");
  }

  private String slug(String name, int length) {
    String ascii = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder slug = new StringBuilder();
    for (int i = 0; i < ascii.length() && slug.length() <= length; i++) {
      char c = ascii.charAt(i);
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        slug.append(c);
      } else if (Character.getType(c) != Character.NON_SPACING_MARK
          && !slug.isEmpty()
          && slug.charAt(slug.length() - 1) != separator) {
        slug.append(separator);
      }
    }
    slug.setLength(Math.min(slug.length(), length));
    while (!slug.isEmpty() && slug.charAt(slug.length() - 1) == separator) {
      slug.setLength(slug.length() - 1);
    }
    return slug.toString();
  }

  /** The slug of one name, cut to a length; empty if the name has neither letter nor digit. */
  public static String plain(String name, char separator, int length) {
    return new Slugs(separator, length).slug(name, length);
  }

  /** Eight hexadecimal digits that depend on the text alone. */
  public static String shortHash(String text) {
    return hash(text).substring(0, 8);
  }

  /** 64 hexadecimal digits that depend on the text alone. */
  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
