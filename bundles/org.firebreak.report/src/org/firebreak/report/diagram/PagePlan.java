package org.firebreak.report.diagram;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.scene.Scene;
import org.firebreak.scene.geometry.Rect;

/**
 * A diagram cut into pages, row by row. Neighbouring pages show the same strip at their edges,
 * which marks delimit, so that they can be glued together.
 *
 * @param width of the paper as it is held, points
 * @param height of the paper as it is held, points
 * @param columns pages beside each other
 * @param rows pages below each other
 * @param scale size of the diagram on paper; 1 for 96 px an inch
 * @param pages row by row
 */
public record PagePlan(
    double width, double height, int columns, int rows, double scale, List<Page> pages) {
  /** A px of a diagram is a 96th of an inch. */
  public static final double POINTS_PER_PX = 0.75;

  /** More pages are taken for a mistake. */
  static final int MOST_PAGES = 1000;

  static final double OVERLAP = Paper.points(10);
  private static final double BAND = 18;
  private static final double MOST_FIT = 2;
  private static final int MARGIN = 4;

  public PagePlan {
    pages = List.copyOf(pages);
  }

  /**
   * Cuts a scene into pages.
   *
   * @throws IllegalArgumentException if the margins leave no room, or there would be more than
   *     {@value #MOST_PAGES} pages
   */
  public static PagePlan of(Scene scene, PageSetup setup, PageTitles titles) {
    Rect view = scene.bounds().grown(MARGIN);
    Cut chosen =
        switch (setup.orientation()) {
          case PORTRAIT -> Cut.of(view, setup, false);
          case LANDSCAPE -> Cut.of(view, setup, true);
          case AUTO -> better(Cut.of(view, setup, false), Cut.of(view, setup, true));
        };
    if ((long) chosen.columns * chosen.rows > MOST_PAGES) {
      throw new IllegalArgumentException(
          "the diagram would take "
              + (long) chosen.columns * chosen.rows
              + " pages, and "
              + MOST_PAGES
              + " is the most; choose a larger paper or a smaller scale");
    }
    return new PagePlan(
        chosen.width,
        chosen.height,
        chosen.columns,
        chosen.rows,
        chosen.scale / POINTS_PER_PX,
        pages(chosen, view, setup, titles));
  }

  private static Cut better(Cut portrait, Cut landscape) {
    long first = (long) portrait.columns * portrait.rows;
    long second = (long) landscape.columns * landscape.rows;
    return first < second || first == second && portrait.scale >= landscape.scale
        ? portrait
        : landscape;
  }

  private static List<Page> pages(Cut cut, Rect view, PageSetup setup, PageTitles titles) {
    List<Page> pages = new ArrayList<>();
    for (int row = 0; row < cut.rows; row++) {
      for (int column = 0; column < cut.columns; column++) {
        Rectangle2D area = cut.area(view);
        Rectangle2D part =
            new Rectangle2D.Double(
                view.x() + column * (cut.area.getWidth() - OVERLAP) / cut.scale,
                view.y() + row * (cut.area.getHeight() - OVERLAP) / cut.scale,
                area.getWidth() / cut.scale,
                area.getHeight() / cut.scale);
        int number = pages.size() + 1;
        PageFurniture furniture =
            new PageFurniture(cut.width, cut.height, area, Paper.points(setup.margin()));
        if (setup.headed()) {
          furniture.titles(titles, number, cut.rows * cut.columns);
        }
        furniture.overlaps(column > 0, row > 0, column < cut.columns - 1, row < cut.rows - 1);
        pages.add(new Page(number, area, part, cut.scale, furniture.shapes()));
      }
    }
    return pages;
  }

  /**
   * Size and number of the pages.
   *
   * @param area room for the diagram on each page, points
   * @param scale points for one px
   */
  private record Cut(
      double width, double height, Rectangle2D area, double scale, int columns, int rows) {

    static Cut of(Rect view, PageSetup setup, boolean landscape) {
      double width = landscape ? setup.paper().height() : setup.paper().width();
      double height = landscape ? setup.paper().width() : setup.paper().height();
      double margin = Paper.points(setup.margin());
      double band = setup.headed() ? BAND : 0;
      Rectangle2D area =
          new Rectangle2D.Double(
              margin, margin + band, width - 2 * margin, height - 2 * margin - 2 * band);
      if (area.getWidth() < 2 * OVERLAP || area.getHeight() < 2 * OVERLAP) {
        throw new IllegalArgumentException("the margins leave no room on the page");
      }
      double scale = scale(view, setup.scaling(), area);
      return new Cut(
          width,
          height,
          area,
          scale,
          count(view.width() * scale, area.getWidth()),
          count(view.height() * scale, area.getHeight()));
    }

    private static double scale(Rect view, Scaling scaling, Rectangle2D area) {
      return switch (scaling) {
        case Scaling.Fixed fixed -> fixed.factor() * POINTS_PER_PX;
        case Scaling.PagesWide wide ->
            (wide.pages() * area.getWidth() - (wide.pages() - 1) * OVERLAP) / view.width();
        case Scaling.OnePage one ->
            Math.min(
                MOST_FIT * POINTS_PER_PX,
                Math.min(area.getWidth() / view.width(), area.getHeight() / view.height()));
      };
    }

    private static int count(double length, double room) {
      return length <= room + 0.01
          ? 1
          : (int) Math.ceil((length - OVERLAP - 0.01) / (room - OVERLAP));
    }

    /** Where the diagram is on a page: in the middle if it does not fill the page. */
    Rectangle2D area(Rect view) {
      double w = columns > 1 ? area.getWidth() : view.width() * scale;
      double h = rows > 1 ? area.getHeight() : view.height() * scale;
      return new Rectangle2D.Double(area.getCenterX() - w / 2, area.getCenterY() - h / 2, w, h);
    }
  }
}
