package org.firebreak.ui.theme;

import org.eclipse.swt.widgets.Control;

/**
 * Parts that a control may play; the style sheets say how it looks then. Colours set by hand would
 * be overwritten by them.
 */
public enum Style {
  /** Text of second rank. */
  MUTED("FirebreakMuted"),
  /** What is wrong with what the user typed. */
  PROBLEM("FirebreakProblem"),
  /** A field whose content is chosen, not typed. */
  CHOSEN("FirebreakChosen"),
  /** Verdict: permitted. */
  PERMITTED("FirebreakPermitted"),
  /** Ground of the welcome page. */
  CANVAS("FirebreakCanvas"),
  /** Strip above the content of a view. */
  STRIP("FirebreakStrip");

  private static final String CSS_CLASS = "org.eclipse.e4.ui.css.CssClassName";

  private final String cssClass;

  Style(String cssClass) {
    this.cssClass = cssClass;
  }

  /** The control plays this part from now on; call it when the control is created. */
  public <T extends Control> T on(T control) {
    control.setData(CSS_CLASS, cssClass);
    return control;
  }
}
