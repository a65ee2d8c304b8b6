package org.firebreak.diagram.canvas;

/**
 * Distances between the marks of a ruler and the lines of a grid that can be told apart on the
 * screen.
 */
final class Ticks {
  private static final int LABELLED = 64;
  private static final int LINES = 8;

  private Ticks() {}

  /** Distance between two numbers of a ruler, px of the diagram: 10, 20, 50, 100, 200…. */
  static int step(double zoom) {
    int step = 10;
    int[] factors = {2, 5, 10};
    for (int decade = 1; ; decade *= 10) {
      for (int factor : factors) {
        if (step * zoom >= LABELLED) {
          return step;
        }
        step = 10 * decade * factor;
      }
    }
  }

  /** Distance between two lines of a grid, px of the diagram: a multiple of that of the grid. */
  static int spacing(int grid, double zoom) {
    int spacing = grid;
    while (spacing * zoom < LINES) {
      spacing *= 5;
    }
    return spacing;
  }
}
