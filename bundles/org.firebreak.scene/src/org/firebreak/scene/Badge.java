package org.firebreak.scene;

/** How an endpoint is segmented, as its badge says. */
public enum Badge {
  NONE(""),
  GROUP("group"),
  MICRO("micro");

  private final String text;

  Badge(String text) {
    this.text = text;
  }

  /** Text in the badge; empty for none. */
  public String text() {
    return text;
  }
}
