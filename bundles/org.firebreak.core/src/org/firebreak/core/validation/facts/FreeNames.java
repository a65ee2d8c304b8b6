package org.firebreak.core.validation.facts;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.firebreak.model.NamedElement;

/** Names that nothing of a kind has yet, whatever their case. */
public final class FreeNames {
  private static final List<String> SEPARATORS = List.of("-", "", "_", "-0", " ");
  private static final int MOST_TRIALS = 10_000;

  private final Set<String> taken = new HashSet<>();
  private final Pattern convention;

  /**
   * @param convention pattern that names of the kind must match; {@code null} for none
   */
  public FreeNames(Collection<? extends NamedElement> present, Pattern convention) {
    present.forEach(element -> taken.add(key(element.getName())));
    this.convention = convention;
  }

  /** Names that differ only in case or in the white space around them are the same. */
  public static String key(String name) {
    return name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing has the name and it follows the convention. */
  public boolean isFree(String name) {
    return !taken.contains(key(name)) && follows(name);
  }

  /** Whether the name follows the convention. */
  public boolean follows(String name) {
    return convention == null || NamePattern.matches(convention, name);
  }

  /** Takes the name if it is free. */
  public boolean take(String name) {
    return isFree(name) && taken.add(key(name));
  }

  /** Takes the first free name among {@code web-2, web-3 …}; empty if the convention has none. */
  public Optional<String> numbered(String name) {
    String stem = name.strip();
    for (String separator : SEPARATORS) {
      if (!follows(stem + separator + 2)) {
        continue;
      }
      for (int number = 2; number < MOST_TRIALS; number++) {
        if (take(stem + separator + number)) {
          return Optional.of(stem + separator + number);
        }
      }
    }
    return Optional.empty();
  }
}
