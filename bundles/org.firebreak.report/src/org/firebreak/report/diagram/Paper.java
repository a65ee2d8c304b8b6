package org.firebreak.report.diagram;

import java.util.Locale;

/** Sizes of paper; ISO 216 and those of North America. */
public enum Paper {
  A5(148, 210),
  A4(210, 297),
  A3(297, 420),
  A2(420, 594),
  A1(594, 841),
  A0(841, 1189),
  LETTER(215.9, 279.4),
  LEGAL(215.9, 355.6),
  TABLOID(279.4, 431.8);

  private static final double POINTS_PER_MM = 72 / 25.4;

  private final double width;
  private final double height;

  Paper(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /** Shorter edge, points. */
  public double width() {
    return points(width);
  }

  /** Longer edge, points. */
  public double height() {
    return points(height);
  }

  /** Name for people: {@code A4}, {@code Letter}. */
  public String title() {
    return name().charAt(0)
        + (name().length() == 2 ? name() : name().toLowerCase(Locale.ROOT)).substring(1);
  }

  /** Millimetres as points. */
  static double points(double millimetres) {
    return millimetres * POINTS_PER_MM;
  }
}
