package org.firebreak.diagram.clipboard;

import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.model.Element;

/**
 * Makes elements of rows that were copied in a spreadsheet. Another bundle adds it through the
 * extension point {@code org.firebreak.diagram.tables}.
 */
public interface TablePaste {
  /** Whether the rows are of the kind that this takes. */
  boolean takes(String rows);

  /**
   * Pastes the rows as one undoable step, and tells the user what could not be taken.
   *
   * @param rows text whose cells are separated by tabs
   * @param container zone or group that receives new servers; else the design
   */
  void paste(String rows, DiagramContext context, Element container);
}
