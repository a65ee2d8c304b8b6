package org.firebreak.core.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.model.Design;
import org.firebreak.model.DiagramConnection;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;

/**
 * What differs between two states of a design. Elements are the same if their ids are; where an
 * element stands among its siblings makes no difference. What is drawn on a diagram counts as the
 * layout of that diagram.
 *
 * @param added elements that only the later state has, in its order
 * @param removed elements that only the earlier state has, in its order
 * @param changed elements that both have, with what differs, in the order of the later state
 */
public record DesignDifference(
    List<ElementChange> added, List<ElementChange> removed, List<ElementChange> changed) {

  public DesignDifference {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    changed = List.copyOf(changed);
  }

  /** Compares two states; neither may be changed by another thread meanwhile. */
  public static DesignDifference between(Design earlier, Design later) {
    Map<String, Element> before = ElementsById.of(earlier);
    Map<String, Element> after = ElementsById.of(later);
    List<ElementChange> added = new ArrayList<>();
    List<ElementChange> changed = new ArrayList<>();
    after.forEach(
        (id, element) -> {
          Element old = before.get(id);
          if (old == null) {
            added.add(change(id, element, List.of()));
          } else {
            List<ValueChange> values = ChangedAttributes.between(old, element);
            if (!values.isEmpty()) {
              changed.add(change(id, element, values));
            }
          }
        });
    List<ElementChange> removed = new ArrayList<>();
    before.forEach(
        (id, element) -> {
          if (!after.containsKey(id)) {
            removed.add(change(id, element, List.of()));
          }
        });
    return new DesignDifference(added, removed, changed);
  }

  /** Whether both states say the same. */
  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
  }

  /** The counts in words, for instance {@code 2 added, 1 changed}; {@code no difference}. */
  public String summary() {
    StringJoiner words = new StringJoiner(", ");
    count(words, added, "added");
    count(words, removed, "removed");
    count(words, changed, "changed");
    return isEmpty() ? "no difference" : words.toString();
  }

  private static void count(StringJoiner words, List<ElementChange> changes, String what) {
    if (!changes.isEmpty()) {
      words.add(changes.size() + " " + what);
    }
  }

  /** Whether an element only says how a diagram is drawn. */
  static boolean isDrawing(Object element) {
    return element instanceof DiagramNode || element instanceof DiagramConnection;
  }

  private static ElementChange change(String id, Element element, List<ValueChange> values) {
    String kind = ModelDescriptions.kind(element.eClass());
    return new ElementChange(id, kind, ModelDescriptions.label(element), values);
  }
}
