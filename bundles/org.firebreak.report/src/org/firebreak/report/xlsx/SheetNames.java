package org.firebreak.report.xlsx;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of sheets: without the characters that Excel forbids, at most 31 long, each once. */
final class SheetNames {
  private static final int LONGEST = 31;

  private final Set<String> taken = new HashSet<>();

  String of(String title) {
    String name = title.replaceAll("[\\\\/*?:\\[\\]'\\x00-\\x1F]", " ").strip();
    name = name.isEmpty() ? "Sheet" : cut(name, LONGEST);
    String free = name;
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = cut(name, LONGEST - 4) + " " + i;
    }
    return free;
  }

  private static String cut(String name, int most) {
    return name.length() <= most ? name : WorkbookDocument.cut(name, most).strip();
  }
}
