package org.firebreak.core.validation.facts;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The words of which a name is made. */
public final class NameWords {
  private NameWords() {}

  /**
   * The words of a name in lower case: parted by whatever is no letter, and where a small letter is
   * followed by a capital one, but not behind a single letter.
   *
   * <pre>
   * PROD-db01.front -> prod, db, front      JumpHost2 -> jump, host      vCenter -> vcenter
   * </pre>
   *
   * @param name a name; {@code null} has no words
   */
  public static Set<String> of(String name) {
    Set<String> words = new LinkedHashSet<>();
    if (name == null) {
      return words;
    }
    int start = -1;
    for (int i = 0; i <= name.length(); i++) {
      boolean letter = i < name.length() && Character.isLetter(name.charAt(i));
      boolean hump =
          letter
              && start >= 0
              && i - start > 1
              && Character.isUpperCase(name.charAt(i))
              && Character.isLowerCase(name.charAt(i - 1));
      if (start >= 0 && (!letter || hump)) {
        words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
        start = -1;
      }
      if (letter && start < 0) {
        start = i;
      }
    }
    return words;
  }
}
