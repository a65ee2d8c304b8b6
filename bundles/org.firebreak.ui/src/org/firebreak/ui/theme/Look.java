package org.firebreak.ui.theme;

/** The two looks of the window. */
public enum Look {
  LIGHT,
  DARK
}
