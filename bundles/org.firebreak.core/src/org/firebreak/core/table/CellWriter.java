package org.firebreak.core.table;

import org.eclipse.emf.ecore.EObject;

/** Understands what a person writes into a cell. */
@FunctionalInterface
public interface CellWriter {
  /**
   * The change that the text asks for. Nothing is changed yet.
   *
   * @param row the element of the row
   * @return to be run inside a {@link org.firebreak.core.edit.ModelEdit}
   * @throws IllegalArgumentException if the text does not fit the cell; the message says what is
   *     expected
   */
  Runnable change(EObject row, String text, TableData data);
}
