package org.firebreak.scene;

/** The few type sizes of a diagram. */
public enum TextStyle {
  /** Name of a zone, group, lone server or external network. */
  TITLE(12.5, 600),
  /** Member count, address under a name, caption of a firewall. */
  CAPTION(11, 400),
  /** Name of a server in its group's card. */
  ROW(11.5, 400),
  /** Address of a server; figures of equal width. */
  ADDRESS(10.5, 400),
  /** Text on a flow. */
  LABEL(11, 400),
  /** Text in a segmentation badge. */
  BADGE(10, 500),
  /** Text of a note. */
  NOTE(11.5, 400);

  private final double size;
  private final int weight;

  TextStyle(double size, int weight) {
    this.size = size;
    this.weight = weight;
  }

  /** Font size, px. */
  public double size() {
    return size;
  }

  /** Font weight as CSS counts it: 400 regular, 500 medium, 600 semibold. */
  public int weight() {
    return weight;
  }

  /** Whether figures should be of equal width. */
  public boolean tabular() {
    return this == ADDRESS;
  }

  /** Distance between two baselines, px. */
  public int lineHeight() {
    return (int) Math.ceil(size * 1.35);
  }
}
