package org.firebreak.core.diff;

import java.util.List;

/**
 * What became of one element.
 *
 * @param id of the element, the same in both states
 * @param kind class of the element in words, for instance {@code Server group}
 * @param label what people call the element in the state that has it, the later one if both have
 * @param values what of it differs, in the order of the properties; empty unless the element is in
 *     both states
 */
public record ElementChange(String id, String kind, String label, List<ValueChange> values) {
  public ElementChange {
    values = List.copyOf(values);
  }

  /** What of it differs, in words. */
  public List<String> attributes() {
    return values.stream().map(ValueChange::attribute).toList();
  }

  @Override
  public String toString() {
    String what = kind + " " + label;
    return values.isEmpty() ? what : what + ": " + String.join(", ", attributes());
  }
}
