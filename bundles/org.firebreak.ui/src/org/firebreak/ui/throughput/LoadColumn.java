package org.firebreak.ui.throughput;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.firebreak.core.sizing.Unit;
import org.firebreak.report.table.Cell;
import org.firebreak.report.table.Column;

/** Columns of the table; each also stands in the CSV. */
enum LoadColumn {
  NAME("name", "Where", "What carries the traffic", 110, 4, LoadRow::name),
  PEAK(
      "coincidentPeakBps",
      "Peak",
      "Coincident peak today: the sum of all flows in its busiest hour",
      94,
      0,
      Unit.BITS_PER_SECOND,
      LoadRow::peak),
  SUM(
      "sumOfPeaksBps",
      "Sum of peaks",
      "What sizing by the peaks of the single flows would count; they do not meet",
      112,
      0,
      Unit.BITS_PER_SECOND,
      LoadRow::sumOfPeaks),
  NEED(
      "needBps",
      "Need",
      "At the end of the horizon, with bursts and growth",
      94,
      0,
      Unit.BITS_PER_SECOND,
      LoadRow::need),
  CAPACITY(
      "capacityBps",
      "Capacity",
      "What it carries of real traffic with one unit out",
      94,
      0,
      Unit.BITS_PER_SECOND,
      LoadRow::capacity),
  UTILISATION(
      "utilisation",
      "Load",
      "Need over capacity at the end of the horizon",
      68,
      0,
      Unit.SHARE,
      LoadRow::utilisation),
  BINDING("binding", "Binding", "The dimension that decides", 80, 3, LoadRow::binding),
  OUTGROWN("outgrown", "Outgrown", "When a ceiling is passed", 104, 0, LoadRow::year);

  private final String key;
  private final String title;
  private final String hint;
  private final int width;
  private final int weight;
  private final Unit unit;
  private final Function<LoadRow, String> text;
  private final ToDoubleFunction<LoadRow> value;

  LoadColumn(
      String key,
      String title,
      String hint,
      int width,
      int weight,
      Function<LoadRow, String> text) {
    this(key, title, hint, width, weight, null, text, row -> Double.NaN);
  }

  LoadColumn(
      String key,
      String title,
      String hint,
      int width,
      int weight,
      Unit unit,
      ToDoubleFunction<LoadRow> value) {
    this(
        key, title, hint, width, weight, unit, row -> words(unit, value.applyAsDouble(row)), value);
  }

  LoadColumn(
      String key,
      String title,
      String hint,
      int width,
      int weight,
      Unit unit,
      Function<LoadRow, String> text,
      ToDoubleFunction<LoadRow> value) {
    this.key = key;
    this.title = title;
    this.hint = hint;
    this.width = width;
    this.weight = weight;
    this.unit = unit;
    this.text = text;
    this.value = value;
  }

  private static String words(Unit unit, double value) {
    return Double.isNaN(value) ? "" : unit.format(value);
  }

  String title() {
    return title;
  }

  String hint() {
    return hint;
  }

  /** Least width, px. */
  int width() {
    return width;
  }

  /** Share of the room that is left. */
  int weight() {
    return weight;
  }

  /** Whether it holds figures with a unit. */
  boolean isFigure() {
    return unit != null;
  }

  String text(LoadRow row) {
    return text.apply(row);
  }

  Column column() {
    return unit == null ? Column.text(key, title) : Column.figure(key, title, unit);
  }

  Cell cell(LoadRow row) {
    if (unit == null) {
      return Cell.text(text(row));
    }
    double figure = value.applyAsDouble(row);
    return Double.isNaN(figure) ? Cell.empty() : Cell.of(figure, unit);
  }
}
