package org.firebreak.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.firebreak.core.sizing.Unit;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.report.table.Tone;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartsTest {

  static Stream<Chart> charts() {
    return Stream.of(profile(), sankey(), utilisation(), capacity(), bars(), pareto());
  }

  private static Chart profile() {
    List<RateSeries> series = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      List<Double> bins = new ArrayList<>();
      for (int hour = 0; hour < 168; hour++) {
        bins.add(hour % 24 == 3 ? 0.0 : i * 1e9);
      }
      series.add(new RateSeries("web & shop " + i, bins));
    }
    return ProfileChart.of("profile", "By hour of the week", series);
  }

  private static Chart sankey() {
    return TrafficSankey.of(
        "sankey",
        "Zone to zone",
        List.of(
            new TrafficSankey.Band("DMZ", "Data", new BitRate(2e9)),
            new TrafficSankey.Band("DMZ", "Data", new BitRate(1e9)),
            new TrafficSankey.Band("Data", "<Backup>", new BitRate(1e9)),
            new TrafficSankey.Band("Data", "Lab", new BitRate(1e6))));
  }

  private static Chart utilisation() {
    return UtilisationChart.of(
        "utilisation",
        "Load by year",
        List.of(
            new UtilisationChart.Line("small", List.of(0.4, 0.6, 0.8)),
            new UtilisationChart.Line("large", List.of(0.1, 0.2, 0.3))),
        0.65);
  }

  private static Chart capacity() {
    return CapacityChart.of(
        "capacity",
        "Demand against appliances",
        List.of(
            new CapacityChart.Bar("one", 40e9, "adequate", Tone.GOOD),
            new CapacityChart.Bar("one", 10e9, "inadequate", Tone.BAD)),
        35.6e9);
  }

  private static Chart bars() {
    return StrategyBars.of(
        "bars",
        "Strategies",
        List.of("group", "micro"),
        List.of(new StrategyBars.Measure("rules", "Rules", Unit.COUNT, List.of(24.0, 312.0))));
  }

  private static Chart pareto() {
    return ParetoChart.of(
        "pareto",
        "Effort",
        "Rules",
        List.of(
            new ParetoChart.Point("group", 24, 11, true, true),
            new ParetoChart.Point("worse", 400, 11, false, false),
            new ParetoChart.Point("micro", 312, 2, true, true)));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void textStaysTextAndSomebodyReadsItToThoseWhoCannotSee(Chart chart) throws Exception {
    Document svg = parsed(ChartSvg.text(chart, Theme.LIGHT));
    assertThat(texts(svg, "title")).containsExactly(chart.title());
    assertThat(texts(svg, "desc")).containsExactly(chart.description());
    assertThat(texts(svg, "text")).hasSizeGreaterThan(2);
    assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
  }

  @ParameterizedTest
  @MethodSource("charts")
  void aPageMayHoldManyAndRefersToNothingOutside(Chart chart) throws Exception {
    String svg = ChartSvg.inPage(chart);
    NodeList all = parsed(svg).getElementsByTagName("*");
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < all.getLength(); i++) {
      String id =
          all.item(i).getAttributes().getNamedItem("id") == null
              ? ""
              : all.item(i).getAttributes().getNamedItem("id").getNodeValue();
      assertThat(id.isEmpty() || ids.add(id)).as("id %s is there once", id).isTrue();
      assertThat(id.isEmpty() || id.startsWith(chart.id() + "-")).as("id %s", id).isTrue();
    }
    assertThat(svg).doesNotContain("href", "<image", "script");
  }

  @ParameterizedTest
  @MethodSource("charts")
  void inAPageColoursFollowItsTheme(Chart chart) {
    assertThat(ChartSvg.inPage(chart))
        .contains("var(" + Token.INK.cssName() + ")")
        .doesNotContain(rgb(Token.INK), rgb(Token.MUTED), rgb(Token.SERIES_B));
  }

  private static String rgb(Token token) {
    java.awt.Color color = java.awt.Color.decode(token.hex(Theme.LIGHT));
    return "rgb(" + color.getRed() + "," + color.getGreen() + "," + color.getBlue() + ")";
  }

  @ParameterizedTest
  @MethodSource("charts")
  void theSameChartIsTheSameTextAndTheSamePixels(Chart chart) {
    assertThat(ChartSvg.inPage(chart)).isEqualTo(ChartSvg.inPage(chart));
    assertThat(ChartImage.png(chart, 1, Theme.DARK))
        .isEqualTo(ChartImage.png(chart, 1, Theme.DARK))
        .isNotEqualTo(ChartImage.png(chart, 1, Theme.LIGHT));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void anImageHasTheGroundOfItsTheme(Chart chart) {
    BufferedImage image = ChartImage.of(chart, chart.width(), chart.height(), 2, Theme.DARK);
    assertThat(image.getWidth()).isEqualTo(2 * chart.width());
    assertThat(image.getRGB(0, 0) & 0xFFFFFF)
        .isEqualTo(Integer.decode(Token.CANVAS.hex(Theme.DARK)));
  }

  @Test
  void theProfileNamesTheSevenLargestAndAddsUpTheRest() {
    Chart chart = profile();
    assertThat(chart.csv().lines().findFirst().orElseThrow())
        .startsWith("Hour,web & shop 10 (bit/s),web & shop 9 (bit/s)")
        .endsWith("all others (bit/s),Total (bit/s)");
    assertThat(chart.csv().lines())
        .hasSize(169)
        .contains(
            "Mon 00:00,10000000000,9000000000,8000000000,7000000000,6000000000,5000000000,"
                + "4000000000,6000000000,55000000000",
            "Sun 03:00,0,0,0,0,0,0,0,0,0");
    assertThat(chart.description()).contains("peaks at 55 Gbit/s (Mon 00:00)");
  }

  @Test
  void theSankeyAddsWhatLeadsTheSameWay() {
    assertThat(sankey().csv())
        .isEqualTo(
            "From,To,Sum of peaks (bit/s)\r\nDMZ,Data,3000000000\r\n"
                + "Data,<Backup>,1000000000\r\nData,Lab,1000000\r\n");
    assertThat(sankey().description()).contains("The 2 widest of 3");
  }

  @Test
  void theUtilisationSaysInWhichYearTheCeilingIsPassed() {
    assertThat(utilisation().description())
        .isEqualTo("The ceiling is at 65 %: small passes it in year 2, large stays below it.");
  }

  @Test
  void valuesStandBesideTheBarsOfStrategies() {
    assertThat(ChartSvg.text(bars(), Theme.LIGHT)).contains(">A  24<", ">B  312<");
  }

  @ParameterizedTest
  @MethodSource("charts")
  void aSpreadsheetTakesNoCellForAFormula(Chart chart) {
    assertThat(chart.csv()).doesNotContainPattern("(^|,|\n)[=+@]");
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> texts(Document document, String tag) {
    NodeList nodes = document.getElementsByTagName(tag);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }
}
