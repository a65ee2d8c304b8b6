package org.firebreak.scene;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.geometry.Size;

/**
 * Explains an overlay: a title, a remark, and columns of samples with what they stand for.
 *
 * @param title of the overlay
 * @param remarks lines under the title, short ones; may be empty
 * @param columns side by side
 */
public record Legend(String title, List<String> remarks, List<Column> columns) {
  /** Distance of the content from the edges, px. */
  public static final int PADDING = 12;

  /** Distance between two lines, px. */
  public static final int STEP = 18;

  /** Width of a sample, px. */
  public static final int SAMPLE = 26;

  private static final int GAP = 22;
  private static final int BREAK = 4;
  private static final int BETWEEN = 14;
  private static final int STRIP_MARGIN = 5;
  private static final int BESIDE = 8;

  /**
   * Samples of one kind.
   *
   * @param heading what they show, with its unit
   * @param entries from the least to the most
   */
  public record Column(String heading, List<Entry> entries) {
    /** Copies the entries. */
    public Column {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A sample.
   *
   * @param sample how it is drawn
   * @param text what it stands for
   */
  public record Entry(Tint sample, String text) {}

  /**
   * A line of the legend in its place.
   *
   * @param at left end of its sample's middle line, or of the text if there is no sample
   * @param entry sample and text
   */
  public record Placed(Point at, Entry entry) {
    /** Left end of the text. */
    public int textLeft() {
      return entry.sample() == null ? at.x() : at.x() + SAMPLE + BESIDE;
    }
  }

  /**
   * A legend laid out as a strip.
   *
   * @param height of the strip, px
   * @param placed headings, entries and remarks, relative to its upper left corner
   * @param end where a word after the last remark would begin; of its middle line
   */
  public record Strip(int height, List<Placed> placed, Point end) {}

  /** Copies the lists. */
  public Legend {
    remarks = List.copyOf(remarks);
    columns = List.copyOf(columns);
  }

  /** The room that the legend takes. */
  public Size size(TextMetrics metrics) {
    int wide = metrics.width(title, TextStyle.TITLE);
    for (String remark : remarks) {
      wide = Math.max(wide, metrics.width(remark, TextStyle.CAPTION));
    }
    int abreast = -GAP;
    int rows = 0;
    for (Column column : columns) {
      abreast += width(column, metrics) + GAP;
      rows = Math.max(rows, 1 + column.entries().size());
    }
    int lines = 1 + remarks.size() + rows;
    return new Size(2 * PADDING + Math.max(wide, abreast), 2 * PADDING + lines * STEP + BREAK);
  }

  /** Headings and entries in their places; headings have no sample. */
  public List<Placed> placed(Rect bounds, TextMetrics metrics) {
    List<Placed> placed = new ArrayList<>();
    int left = bounds.x() + PADDING;
    int top = bounds.y() + PADDING + (1 + remarks.size()) * STEP + STEP / 2 + BREAK;
    for (Column column : columns) {
      int y = top;
      placed.add(new Placed(new Point(left, y), new Entry(null, column.heading())));
      for (Entry entry : column.entries()) {
        y += STEP;
        placed.add(new Placed(new Point(left, y), entry));
      }
      left += width(column, metrics) + GAP;
    }
    return placed;
  }

  /** The legend as a strip: a line for each column, wrapped at a width, then the remarks. */
  public Strip strip(int width, TextMetrics metrics) {
    int left = PADDING + metrics.width(title, TextStyle.TITLE) + GAP;
    int indent = 0;
    for (Column column : columns) {
      indent = Math.max(indent, metrics.width(column.heading(), TextStyle.CAPTION));
    }
    indent += left + BESIDE + 4;
    List<Placed> placed = new ArrayList<>();
    int y = STRIP_MARGIN + STEP / 2;
    for (Column column : columns) {
      placed.add(new Placed(new Point(left, y), new Entry(null, column.heading())));
      int x = indent;
      for (Entry entry : column.entries()) {
        int wide = SAMPLE + BESIDE + metrics.width(entry.text(), TextStyle.LABEL);
        if (x > indent && x + wide + PADDING > width) {
          x = indent;
          y += STEP;
        }
        placed.add(new Placed(new Point(x, y), entry));
        x += wide + BETWEEN;
      }
      y += STEP;
    }
    Point end = new Point(left, y);
    for (String remark : remarks) {
      placed.add(new Placed(new Point(left, y), new Entry(null, remark)));
      end = new Point(left + metrics.width(remark, TextStyle.CAPTION) + BESIDE, y);
      y += STEP;
    }
    return new Strip(y - STEP / 2 + STRIP_MARGIN, List.copyOf(placed), end);
  }

  /** The legend as lines of text, for those who cannot see it. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(title);
    lines.addAll(remarks);
    for (Column column : columns) {
      lines.add(
          column.heading()
              + ": "
              + String.join(", ", column.entries().stream().map(Entry::text).toList()));
    }
    return lines;
  }

  private static int width(Column column, TextMetrics metrics) {
    int wide = metrics.width(column.heading(), TextStyle.CAPTION);
    for (Entry entry : column.entries()) {
      wide = Math.max(wide, SAMPLE + BESIDE + metrics.width(entry.text(), TextStyle.LABEL));
    }
    return wide;
  }
}
