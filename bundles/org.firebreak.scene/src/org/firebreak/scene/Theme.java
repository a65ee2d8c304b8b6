package org.firebreak.scene;

/** The two sets of colours. */
public enum Theme {
  LIGHT,
  DARK
}
