package org.firebreak.report.document;

import java.util.List;
import org.firebreak.report.chart.Chart;
import org.firebreak.report.table.Table;
import org.firebreak.report.table.Tone;
import org.firebreak.scene.Scene;

/** What a section is made of. */
public sealed interface Block {

  /** Name by which templates tell blocks apart. */
  String kind();

  /** A heading within the section. */
  record Heading(String text) implements Block {
    @Override
    public String kind() {
      return "heading";
    }
  }

  /** Running text. */
  record Paragraph(String text, Tone tone) implements Block {

    /** Plain text. */
    public static Paragraph of(String text) {
      return new Paragraph(text, Tone.PLAIN);
    }

    @Override
    public String kind() {
      return "paragraph";
    }
  }

  /** A list. */
  record Items(List<String> items, boolean ordered) implements Block {

    /** Copies the items. */
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "items";
    }
  }

  /**
   * The numbers that matter most.
   *
   * @param key stable name
   * @param label what it is
   * @param value number with its unit
   * @param hint how to read it
   */
  record Figure(String key, String label, String value, String hint) {}

  /** Figures side by side. */
  record Figures(List<Figure> figures) implements Block {

    /** Copies the figures. */
    public Figures {
      figures = List.copyOf(figures);
    }

    @Override
    public String kind() {
      return "figures";
    }
  }

  /** A table. */
  record Rows(Table table) implements Block {
    @Override
    public String kind() {
      return "rows";
    }
  }

  /** A chart. */
  record Graph(Chart chart) implements Block {
    @Override
    public String kind() {
      return "graph";
    }
  }

  /**
   * A diagram of the design.
   *
   * @param id stable name within the document
   * @param caption what it shows
   */
  record Drawing(String id, String caption, Scene scene) implements Block {
    @Override
    public String kind() {
      return "drawing";
    }
  }
}
