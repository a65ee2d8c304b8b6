package org.firebreak.report.diagram;

/**
 * How a diagram is put on paper.
 *
 * @param margin on all four sides, mm
 * @param headed whether pages say what they show
 */
public record PageSetup(
    Paper paper, Orientation orientation, Scaling scaling, double margin, boolean headed) {
  /** Margin that every printer can keep, mm. */
  public static final double DEFAULT_MARGIN = 10;

  public PageSetup {
    if (!(margin >= 0 && margin <= 50)) {
      throw new IllegalArgumentException("a margin is between 0 and 50 mm");
    }
  }

  /** One headed page of a paper, held the better way. */
  public static PageSetup onePage(Paper paper) {
    return new PageSetup(paper, Orientation.AUTO, new Scaling.OnePage(), DEFAULT_MARGIN, true);
  }

  public PageSetup withOrientation(Orientation other) {
    return new PageSetup(paper, other, scaling, margin, headed);
  }

  public PageSetup withScaling(Scaling other) {
    return new PageSetup(paper, orientation, other, margin, headed);
  }
}
