package org.firebreak.report.diagram;

/** How a paper is held. */
public enum Orientation {
  /** The way in which the diagram is larger, or takes fewer pages. */
  AUTO,
  PORTRAIT,
  LANDSCAPE
}
