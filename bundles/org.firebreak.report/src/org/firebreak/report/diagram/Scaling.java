package org.firebreak.report.diagram;

/** How large a diagram is on paper. */
public sealed interface Scaling {

  /** As large as one page holds, but not above twice its size. */
  record OnePage() implements Scaling {}

  /**
   * As large as so many pages beside each other hold.
   *
   * @param pages at least 1
   */
  record PagesWide(int pages) implements Scaling {
    public PagesWide {
      if (pages < 1 || pages > 50) {
        throw new IllegalArgumentException("between 1 and 50 pages side by side are possible");
      }
    }
  }

  /**
   * At a fixed size.
   *
   * @param factor 1 for 96 px an inch
   */
  record Fixed(double factor) implements Scaling {
    public Fixed {
      if (!(factor >= 0.01 && factor <= 100)) {
        throw new IllegalArgumentException("a scale on paper is between 0.01 and 100");
      }
    }
  }
}
