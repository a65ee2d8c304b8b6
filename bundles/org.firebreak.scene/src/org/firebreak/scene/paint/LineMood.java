package org.firebreak.scene.paint;

/** How much a line stands out at the moment. */
public enum LineMood {
  NORMAL,
  /** Pointed at. */
  RAISED,
  SELECTED
}
