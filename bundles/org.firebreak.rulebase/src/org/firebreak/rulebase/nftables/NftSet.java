package org.firebreak.rulebase.nftables;

import java.util.ArrayList;
import java.util.List;

/**
 * The elements of a set or map.
 *
 * @param elements keys, or keys with what they lead to after a colon; options of elements left out
 * @param dynamic whether packets or time change it
 * @param raw the text itself, by which equal sets are known
 */
record NftSet(List<Element> elements, boolean dynamic, String raw) {
  /**
   * An element.
   *
   * @param key parts of the key, more than one if it is a concatenation
   * @param value what a map leads to; empty in sets
   */
  record Element(List<String> key, List<String> value) {}

  static final NftSet EMPTY = new NftSet(List.of(), false, "");

  /** Reads what stands between the braces. */
  static NftSet of(String raw, boolean dynamic) {
    List<Element> elements = new ArrayList<>();
    boolean changing = dynamic;
    for (String part : parts(raw)) {
      List<String> words = words(part);
      if (words.isEmpty()) {
        continue;
      }
      List<String> key = new ArrayList<>();
      List<String> value = new ArrayList<>();
      boolean inValue = false;
      boolean inKey = true;
      for (int i = 0; i < words.size(); i++) {
        String word = words.get(i);
        if (word.equals(":")) {
          inValue = true;
          inKey = false;
        } else if (inValue) {
          if (word.equals("comment")) {
            break;
          }
          value.add(word);
        } else if (word.equals("timeout") || word.equals("expires")) {
          changing = true;
          inKey = false;
        } else if (List.of("comment", "counter", "limit", "quota").contains(word)) {
          inKey = false;
        } else if (inKey && !word.equals(".")) {
          key.add(word);
        }
      }
      elements.add(new Element(List.copyOf(key), List.copyOf(value)));
    }
    return new NftSet(List.copyOf(elements), changing, raw);
  }

  /** This set with the elements of another. */
  NftSet plus(NftSet more) {
    List<Element> all = new ArrayList<>(elements);
    all.addAll(more.elements);
    return new NftSet(List.copyOf(all), dynamic || more.dynamic, raw + "," + more.raw);
  }

  /** Split at commas outside quotes; line breaks and comments are blanks. */
  private static List<String> parts(String raw) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    boolean comment = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (comment) {
        comment = c != '\n';
      } else if (c == '#' && !quoted) {
        comment = true;
      } else if (c == ',' && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        quoted ^= c == '"';
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts;
  }

  /** A colon between key and value may touch the key. */
  private static void addWord(List<String> words, String word) {
    if (word.length() > 1 && word.endsWith(":") && !word.endsWith("::")) {
      words.add(word.substring(0, word.length() - 1));
      words.add(":");
    } else {
      words.add(word);
    }
  }

  private static List<String> words(String part) {
    String stripped = part.strip();
    if (stripped.isEmpty()) {
      return List.of();
    }
    if (stripped.indexOf(' ') < 0 && stripped.indexOf('\n') < 0 && stripped.indexOf('\t') < 0) {
      return List.of(stripped);
    }
    List<String> words = new ArrayList<>();
    int from = -1;
    boolean quoted = false;
    for (int i = 0; i <= stripped.length(); i++) {
      boolean blank = i == stripped.length() || Character.isWhitespace(stripped.charAt(i));
      if (blank && !quoted || i == stripped.length()) {
        if (from >= 0) {
          addWord(words, stripped.substring(from, i));
          from = -1;
        }
      } else {
        from = from < 0 ? i : from;
        quoted ^= stripped.charAt(i) == '"';
      }
    }
    return words;
  }
}
