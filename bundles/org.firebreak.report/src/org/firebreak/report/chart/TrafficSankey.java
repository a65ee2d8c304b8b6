package org.firebreak.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.sizing.Unit;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.report.table.Cell;
import org.firebreak.report.table.Column;
import org.firebreak.report.table.Table;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;
import org.jfree.chart.plot.flow.FlowPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.flow.DefaultFlowDataset;
import org.jfree.data.flow.NodeKey;

/** Traffic from zone to zone as a Sankey diagram: the wider a band, the more bits. */
public final class TrafficSankey {
  private static final int MOST = 16;
  private static final int LONGEST = 44;
  private static final String REST = "all smaller ones";

  /** Thinner bands than this share of all are added up, so that names have room. */
  private static final double THINNEST = 0.03;

  private static final int WIDTH = 720;
  private static final int ROW = 34;

  private final List<Band> bands;

  /**
   * Traffic between two places.
   *
   * @param from zone or network whose members open the connections
   * @param to zone or network whose members answer
   * @param rate rate between them
   */
  public record Band(String from, String to, BitRate rate) {}

  private TrafficSankey(List<Band> all) {
    Map<List<String>, Double> sums = new LinkedHashMap<>();
    for (Band band : all) {
      sums.merge(List.of(band.from(), band.to()), band.rate().bitsPerSecond(), Double::sum);
    }
    bands =
        sums.entrySet().stream()
            .map(
                each ->
                    new Band(
                        each.getKey().get(0), each.getKey().get(1), new BitRate(each.getValue())))
            .filter(each -> each.rate().bitsPerSecond() > 0)
            .sorted(
                Comparator.comparingDouble((Band each) -> each.rate().bitsPerSecond())
                    .reversed()
                    .thenComparing(Band::from)
                    .thenComparing(Band::to))
            .toList();
  }

  /**
   * The diagram of some traffic.
   *
   * @param all bands; those between the same places are added, and the widest are drawn
   */
  public static Chart of(String id, String title, List<Band> all) {
    TrafficSankey sankey = new TrafficSankey(all);
    long rows =
        Math.max(
            sankey.drawn().stream().map(Band::from).distinct().count(),
            sankey.drawn().stream().map(Band::to).distinct().count());
    int height = (int) Math.clamp(100 + ROW * rows, 320, 640);
    return new Chart(
        id, title, sankey.description(), sankey.table(id, title), WIDTH, height, sankey::paint);
  }

  private List<Band> drawn() {
    double all = bands.stream().mapToDouble((Band each) -> each.rate().bitsPerSecond()).sum();
    List<Band> drawn = new ArrayList<>();
    double rest = 0;
    for (Band band : bands) {
      if (drawn.size() < MOST && band.rate().bitsPerSecond() >= THINNEST * all) {
        drawn.add(band);
      } else {
        rest += band.rate().bitsPerSecond();
      }
    }
    if (rest >= THINNEST * all) {
      drawn.add(new Band(REST, REST, new BitRate(rest)));
    }
    return drawn;
  }

  private String description() {
    if (bands.isEmpty()) {
      return "No flow has a rate.";
    }
    Band largest = bands.get(0);
    String text =
        "The widest band leads from "
            + largest.from()
            + " to "
            + largest.to()
            + " with "
            + Unit.BITS_PER_SECOND.format(largest.rate().bitsPerSecond())
            + ".";
    List<Band> named = drawn().stream().filter(band -> !band.from().equals(REST)).toList();
    if (named.size() == bands.size()) {
      return text;
    }
    double rest =
        bands.stream()
            .skip(named.size())
            .mapToDouble((Band each) -> each.rate().bitsPerSecond())
            .sum();
    return text
        + " The %d widest of %d are drawn each by itself; the others add up to %s."
            .formatted(named.size(), bands.size(), Unit.BITS_PER_SECOND.format(rest));
  }

  private Table table(String id, String title) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Band band : bands) {
      rows.add(
          List.of(
              Cell.text(band.from()),
              Cell.text(band.to()),
              Cell.of(band.rate().bitsPerSecond(), Unit.BITS_PER_SECOND)));
    }
    return Table.of(
        id,
        title,
        List.of(
            Column.text("from", "From"),
            Column.text("to", "To"),
            Column.figure("peakBps", "Sum of peaks", Unit.BITS_PER_SECOND)),
        rows);
  }

  private void paint(Graphics2D graphics, Rectangle2D area, Theme theme) {
    ChartStyle style = new ChartStyle(theme);
    DefaultFlowDataset<String> data = new DefaultFlowDataset<>();
    Map<String, Integer> ranks = new LinkedHashMap<>();
    Map<String, Double> from = new LinkedHashMap<>();
    Map<String, Double> to = new LinkedHashMap<>();
    for (Band band : drawn()) {
      from.merge(band.from(), band.rate().bitsPerSecond(), Double::sum);
      to.merge(band.to(), band.rate().bitsPerSecond(), Double::sum);
    }
    for (Band band : drawn()) {
      data.setFlow(0, named(band.from(), from), named(band.to(), to), band.rate().bitsPerSecond());
    }
    FlowPlot plot = new FlowPlot(data);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setInsets(new RectangleInsets(4, 4, 4, 4));
    plot.setNodeWidth(14);
    plot.setNodeMargin(0.05);
    plot.setFlowMargin(0.004);
    plot.setDefaultNodeLabelFont(ChartStyle.text());
    plot.setDefaultNodeLabelPaint(style.color(Token.INK));
    plot.setNodeLabelOffsetX(6);
    for (Band band : drawn()) {
      paintNode(plot, style, ranks, 0, band.from(), from);
      paintNode(plot, style, ranks, 1, band.to(), to);
    }
    style.draw(plot, false, graphics, area);
  }

  private static String named(String place, Map<String, Double> sums) {
    String name = place.length() <= LONGEST ? place : place.substring(0, LONGEST - 1) + "…";
    return name + "  " + Unit.BITS_PER_SECOND.format(sums.get(place));
  }

  /** A place has the same colour on both sides. */
  private static void paintNode(
      FlowPlot plot,
      ChartStyle style,
      Map<String, Integer> ranks,
      int stage,
      String place,
      Map<String, Double> sums) {
    int rank = ranks.computeIfAbsent(place, each -> ranks.size());
    plot.setNodeFillColor(new NodeKey<>(stage, named(place, sums)), style.calm(rank));
  }
}
