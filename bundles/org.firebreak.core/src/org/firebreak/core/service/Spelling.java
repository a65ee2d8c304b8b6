package org.firebreak.core.service;

import java.util.Collection;

/** Finds the word that was probably meant. */
public final class Spelling {
  private static final int SHORT = 4;

  private Spelling() {}

  /** The word that differs least, by one letter in short and two in longer words; null if none. */
  public static String nearest(String typed, Collection<String> words) {
    String key = ServiceEntry.key(typed);
    // Half a letter more where the words begin differently.
    int least = key.length() <= SHORT ? 4 : 6;
    String nearest = null;
    for (String word : words) {
      String other = ServiceEntry.key(word);
      boolean alike = !other.isEmpty() && !key.isEmpty() && other.charAt(0) == key.charAt(0);
      int distance = 2 * distance(key, other) + (alike ? 0 : 1);
      if (distance < least) {
        least = distance;
        nearest = word;
      }
    }
    return nearest;
  }

  /** Letters to insert, to delete or to exchange (Levenshtein 1966). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j - 1], row[j]) + 1);
      }
    }
    return row[b.length()];
  }
}
