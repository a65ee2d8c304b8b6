package org.firebreak.core.diff;

import java.util.List;

/**
 * What became of one element.
 *
 * @param id of the element, the same in both states
 * @param kind class of the element in words, for instance {@code Server group}
 * @param label what people call the element in the state that has it, the later one if both have
 * @param attributes what of it differs, in words and in the order of the properties; empty unless
 *     the element is in both states
 */
public record ElementChange(String id, String kind, String label, List<String> attributes) {
  public ElementChange {
    attributes = List.copyOf(attributes);
  }

  @Override
  public String toString() {
    String what = kind + " " + label;
    return attributes.isEmpty() ? what : what + ": " + String.join(", ", attributes);
  }
}
