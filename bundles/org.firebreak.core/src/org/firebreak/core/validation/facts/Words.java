package org.firebreak.core.validation.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.ElementRef;

/** Pieces of the sentences that findings say. */
public final class Words {
  private Words() {}

  /** {@code 1 server}, {@code 5 servers}. */
  public static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** {@code a}, {@code a and b}, {@code a, b, c and 4 more}. */
  public static String list(List<ElementRef> elements, int most) {
    List<String> names = elements.stream().limit(most).map(ElementRef::name).toList();
    if (elements.size() > most) {
      return String.join(", ", names) + " and " + (elements.size() - most) + " more";
    }
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1))
            + " and "
            + names.get(names.size() - 1);
  }

  /** The list of the names, each once, as flows of the same ends have the same name. */
  public static String namesOnce(List<ElementRef> elements, int most) {
    Map<String, ElementRef> byName = new LinkedHashMap<>();
    elements.forEach(element -> byName.putIfAbsent(element.name(), element));
    return list(List.copyOf(byName.values()), most);
  }
}
