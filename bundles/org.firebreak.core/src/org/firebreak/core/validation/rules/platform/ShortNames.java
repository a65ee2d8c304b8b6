package org.firebreak.core.validation.rules.platform;

import java.util.Optional;
import org.firebreak.core.validation.facts.FreeNames;

/** Shortens names so that people still recognise them. */
final class ShortNames {
  /** Room for a number that tells two of the same apart. */
  private static final int NUMBER = 4;

  private ShortNames() {}

  /** The name cut after a word if that leaves most of it, free among the names. */
  static Optional<String> shorter(String name, int most, FreeNames names) {
    String cut = cut(name.strip(), most);
    if (names.take(cut)) {
      return Optional.of(cut);
    }
    return names.numbered(cut(name.strip(), most - NUMBER)).filter(it -> it.length() <= most);
  }

  private static String cut(String name, int most) {
    int end = most;
    for (int i = most; i > most * 2 / 3; i--) {
      if (!Character.isLetterOrDigit(name.charAt(i))
          && Character.isLetterOrDigit(name.charAt(i - 1))) {
        end = i;
        break;
      }
    }
    if (Character.isHighSurrogate(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(0, end).strip();
  }
}
