package org.firebreak.diagram.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.model.Flow;

/** Which elements of one canvas stand back, and which stand out; no part of the model. */
final class Emphasis {
  private final List<Runnable> listeners = new ArrayList<>();
  private Predicate<Element> dimmed;
  private Set<Element> highlighted = Set.of();

  void addListener(Runnable listener) {
    listeners.add(listener);
  }

  void removeListener(Runnable listener) {
    listeners.remove(listener);
  }

  void setDimmed(Predicate<Element> which) {
    if (which != null || dimmed != null) {
      dimmed = which;
      tell();
    }
  }

  void setHighlighted(Collection<? extends Element> which) {
    if (!which.isEmpty() || !highlighted.isEmpty()) {
      highlighted = new HashSet<>(which);
      tell();
    }
  }

  /** Asks all anew, after elements have changed. */
  void follow() {
    if (dimmed != null || !highlighted.isEmpty()) {
      tell();
    }
  }

  /** Of a node its element counts; a note, which is none, stands back with whatever else does. */
  boolean isDimmed(Element shown) {
    Element element = element(shown);
    return dimmed != null && (element instanceof DiagramNode || dimmed.test(element));
  }

  boolean isDimmed(List<Flow> flows) {
    return dimmed != null && flows.stream().allMatch(dimmed::test);
  }

  boolean isHighlighted(Element shown) {
    return highlighted.contains(shown) || highlighted.contains(element(shown));
  }

  boolean isHighlighted(List<Flow> flows) {
    return !highlighted.isEmpty() && flows.stream().anyMatch(highlighted::contains);
  }

  private static Element element(Element shown) {
    return shown instanceof DiagramNode node && node.getElement() != null
        ? node.getElement()
        : shown;
  }

  private void tell() {
    List.copyOf(listeners).forEach(Runnable::run);
  }
}
