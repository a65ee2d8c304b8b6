package org.firebreak.ui.explorer;

import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.describe.ModelDescriptions;

/**
 * Some of very many siblings, so that no level of the tree gets long: the tree creates a row for
 * every child of an open node.
 *
 * @param parent whose children they are
 * @param index which part of the children, from 0
 * @param first first of them
 * @param last last of them
 */
record Range(Object parent, int index, EObject first, EObject last) {
  /** Children of one range. */
  static final int SIZE = 250;

  String label() {
    return ModelDescriptions.label(first) + " … " + ModelDescriptions.label(last);
  }

  /** The same part of the same parent is the same node, even if other elements are in it now. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Range range && index == range.index && parent.equals(range.parent);
  }

  @Override
  public int hashCode() {
    return 31 * parent.hashCode() + index;
  }
}
