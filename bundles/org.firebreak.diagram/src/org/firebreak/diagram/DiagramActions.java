package org.firebreak.diagram;

/** What menus and toolbars do with the diagram of an editor, to which they adapt the editor. */
public interface DiagramActions {
  /** Lays the diagram out in a job; one undoable step when it is done. */
  void arrange();

  /** Shows the whole diagram. */
  void fit();

  void zoomIn();

  void zoomOut();

  /** Shows the diagram at 100 %. */
  void zoomActual();

  /** Magnification, 1 for 100 %. */
  double zoom();

  void selectAll();

  /** Deletes the selected elements from the design. */
  void delete();

  /** Takes the selected elements off the diagram; the design keeps them. */
  void removeFromDiagram();
}
