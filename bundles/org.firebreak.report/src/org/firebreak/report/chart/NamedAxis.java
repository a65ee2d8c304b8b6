package org.firebreak.report.chart;

import java.util.List;
import org.jfree.chart.axis.CategoryAxis;

/** An axis whose categories are numbers of names, so that two may have the same name. */
final class NamedAxis extends CategoryAxis {
  private static final long serialVersionUID = 1L;

  private final transient List<String> names;

  NamedAxis(List<String> names) {
    this.names = names;
    setMaximumCategoryLabelLines(2);
    setCategoryMargin(0.25);
    setLowerMargin(0.01);
    setUpperMargin(0.01);
    setTickMarksVisible(false);
  }

  @Override
  @SuppressWarnings("rawtypes")
  protected org.jfree.chart.text.TextBlock createLabel(
      Comparable category,
      float width,
      org.jfree.chart.ui.RectangleEdge edge,
      java.awt.Graphics2D graphics) {
    return super.createLabel(names.get((Integer) category), width, edge, graphics);
  }
}
