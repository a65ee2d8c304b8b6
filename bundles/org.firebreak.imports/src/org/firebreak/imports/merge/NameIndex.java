package org.firebreak.imports.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.firebreak.model.NamedElement;

/** Elements by name; several may have the same. */
final class NameIndex<T extends NamedElement> {
  private final Map<String, List<T>> exact = new HashMap<>();
  private final Map<String, List<T>> folded = new HashMap<>();

  void add(T element) {
    if (element.getName() != null) {
      exact.computeIfAbsent(element.getName(), name -> new ArrayList<>(1)).add(element);
      folded.computeIfAbsent(fold(element.getName()), name -> new ArrayList<>(1)).add(element);
    }
  }

  List<T> exactly(String name) {
    return exact.getOrDefault(name, List.of());
  }

  List<T> ignoringCase(String name) {
    return folded.getOrDefault(fold(name), List.of());
  }

  /** Those of exactly that name; if there are none, those that differ by case only. */
  List<T> named(String name) {
    List<T> found = exactly(name);
    return found.isEmpty() ? ignoringCase(name) : found;
  }

  static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
