package org.firebreak.ui.explorer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.model.Design;

/**
 * Which nodes the text in the filter box leaves over: elements whose label or detail contains it,
 * what is inside them, and what they are inside of.
 */
final class TreeFilter {
  private final Set<Object> shown = new HashSet<>();
  private final List<EObject> matches = new ArrayList<>();
  private String text = "";

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** Changes the text; call {@link #update} then. */
  void setText(String text) {
    this.text = text.strip().toLowerCase(Locale.ROOT);
  }

  /** Looks through the designs again. */
  void update(List<Design> designs) {
    shown.clear();
    matches.clear();
    if (!isEmpty()) {
      designs.forEach(design -> visit(design, false));
    }
  }

  boolean shows(Object node) {
    return isEmpty() || shown.contains(node);
  }

  /** The elements that contain the text themselves, in the order of the tree. */
  List<EObject> matches() {
    return matches;
  }

  private boolean visit(Object node, boolean insideMatch) {
    boolean match = node instanceof EObject element && matches(element);
    if (match) {
      matches.add((EObject) node);
    }
    boolean visible = match || insideMatch;
    boolean inherited = insideMatch || match && !(node instanceof Design);
    for (Object child : DesignTree.children(node)) {
      visible |= visit(child, inherited);
    }
    if (visible) {
      shown.add(node);
    }
    return visible;
  }

  private boolean matches(EObject element) {
    return contains(ModelDescriptions.label(element))
        || contains(ModelDescriptions.detail(element));
  }

  private boolean contains(String words) {
    return words.toLowerCase(Locale.ROOT).contains(text);
  }
}
