package org.firebreak.diagram.clipboard;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.model.Design;
import org.firebreak.model.NamedElement;

/** Names that nothing of the same kind in a design has. */
final class FreeNames {
  private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,9})");

  private final Set<String> taken = new HashSet<>();

  FreeNames(Design design) {
    for (TreeIterator<EObject> all = design.eAllContents(); all.hasNext(); ) {
      if (all.next() instanceof NamedElement element) {
        taken.add(key(element, element.getName()));
      }
    }
  }

  /**
   * Keeps the name, or counts it on: {@code web-09} to {@code web-10}, {@code web} to {@code web
   * 2}.
   */
  void rename(NamedElement element) {
    String name = element.getName();
    if (name == null || taken.add(key(element, name))) {
      return;
    }
    Matcher numbered = NUMBERED.matcher(name);
    boolean counts = numbered.matches();
    String stem = counts ? numbered.group(1) : name + " ";
    int digits = counts ? numbered.group(2).length() : 1;
    int number = counts ? Integer.parseInt(numbered.group(2)) + 1 : 2;
    String free = stem + padded(number, digits);
    while (!taken.add(key(element, free))) {
      number++;
      free = stem + padded(number, digits);
    }
    element.setName(free);
  }

  private static String padded(int number, int digits) {
    String text = Integer.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }

  private static String key(NamedElement element, String name) {
    return element.eClass().getName() + ' ' + name;
  }
}
