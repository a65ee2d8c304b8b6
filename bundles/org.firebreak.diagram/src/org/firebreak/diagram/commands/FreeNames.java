package org.firebreak.diagram.commands;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.model.Design;
import org.firebreak.model.NamedElement;

/** Names for copies that no other element of the design has. */
final class FreeNames {
  private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,9})");

  private final Set<String> taken = new HashSet<>();

  private FreeNames() {}

  static FreeNames of(Design design) {
    FreeNames names = new FreeNames();
    for (Iterator<EObject> all = design.eAllContents(); all.hasNext(); ) {
      if (all.next() instanceof NamedElement element && element.getName() != null) {
        names.taken.add(element.getName());
      }
    }
    return names;
  }

  /**
   * A free name like another one, which is taken from now on: {@code web-1} gives the first free of
   * {@code web-2}, {@code web-3}…, {@code web} gives {@code web copy}, {@code web copy 2}….
   *
   * @param name may be {@code null} or empty, which it stays
   */
  String take(String name) {
    if (name == null || name.isEmpty()) {
      return name;
    }
    Matcher numbered = NUMBERED.matcher(name);
    String free = numbered.matches() ? next(numbered) : copy(name);
    taken.add(free);
    return free;
  }

  private String next(Matcher numbered) {
    String digits = numbered.group(2);
    for (long number = Long.parseLong(digits) + 1; ; number++) {
      String padded = String.valueOf(number);
      padded = "0".repeat(Math.max(0, digits.length() - padded.length())) + padded;
      if (!taken.contains(numbered.group(1) + padded)) {
        return numbered.group(1) + padded;
      }
    }
  }

  private String copy(String name) {
    String stem = name.endsWith(" copy") ? name : name + " copy";
    String free = stem;
    for (int i = 2; taken.contains(free); i++) {
      free = stem + " " + i;
    }
    return free;
  }
}
