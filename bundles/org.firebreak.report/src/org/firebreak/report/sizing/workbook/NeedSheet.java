package org.firebreak.report.sizing.workbook;

import java.util.HashMap;
import java.util.Map;
import org.dhatim.fastexcel.Worksheet;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.InspectionLevel;
import org.firebreak.core.sizing.SizingParameter;
import org.firebreak.core.sizing.Unit;
import org.firebreak.report.xlsx.SheetStyle;
import org.firebreak.report.xlsx.WorkbookDocument;

/** What the firewall needs, from the traffic of today to the datasheet. */
final class NeedSheet {
  static final String CONNECTION_NEED = "connectionNeed";
  static final String SESSION_NEED = "sessionNeed";

  private static final int VALUE = 1;
  private static final int EXPLANATION = 2;

  private final Worksheet sheet;
  private final String name;
  private final ParameterSheet parameters;
  private final Map<String, String> cells = new HashMap<>();
  private int row;

  private NeedSheet(Worksheet sheet, String name, ParameterSheet parameters) {
    this.sheet = sheet;
    this.name = name;
    this.parameters = parameters;
  }

  static NeedSheet write(
      Worksheet sheet,
      String name,
      CentralSizing central,
      FlowSheet flows,
      HourSheet hours,
      ParameterSheet parameters) {
    NeedSheet need = new NeedSheet(sheet, name, parameters);
    need.title(central);
    need.traffic(flows, hours);
    need.horizon();
    need.years(central);
    sheet.width(0, 44);
    sheet.width(VALUE, 20);
    sheet.width(EXPLANATION, 60);
    SheetStyle.paper(sheet, -1);
    return need;
  }

  String of(String key) {
    return cells.get(key);
  }

  private void title(CentralSizing central) {
    sheet.value(row, 0, WorkbookDocument.text("Need of " + central.point().name()));
    sheet.style(row, 0).bold().fontSize(12).set();
    row += 2;
  }

  private void line(String key, String label, Unit unit, String formula, String explanation) {
    sheet.value(row, 0, label);
    sheet.formula(row, VALUE, formula);
    SheetStyle.figure(sheet, row, VALUE, unit);
    sheet.value(row, EXPLANATION, explanation);
    cells.put(key, Ref.fixed(name, row, VALUE));
    row++;
  }

  private void traffic(FlowSheet flows, HourSheet hours) {
    String inspected =
        "(1-("
            + flows.all(FlowSheet.INSPECTION)
            + "=\""
            + FlowSheet.word(InspectionLevel.EXEMPT)
            + "\"))";
    line(
        "sumOfPeaks",
        "Sum of the flows' own peaks",
        Unit.BITS_PER_SECOND,
        "SUMPRODUCT(" + inspected + "*" + flows.all(FlowSheet.PEAK) + ")",
        "Inspected flows only. Not what is sized for.");
    line(
        "coincidentPeak",
        "Coincident demand D*",
        Unit.BITS_PER_SECOND,
        "MAX(" + hours.all(HourSheet.INSPECTED) + ")",
        "Peak of the sum over the hours.");
    line(
        "coincidence",
        "Coincidence κ",
        Unit.FACTOR,
        "IF(" + of("sumOfPeaks") + ">0," + of("coincidentPeak") + "/" + of("sumOfPeaks") + ",1)",
        "D* over the sum of the peaks.");
    line(
        "crossingPeak",
        "Crossing the links",
        Unit.BITS_PER_SECOND,
        "MAX(" + hours.all(HourSheet.CROSSING) + ")",
        "With the exempt flows.");
    line(
        "connections",
        "New connections today",
        Unit.CONNECTIONS_PER_SECOND,
        "SUM(" + flows.all(FlowSheet.CONNECTIONS) + ")",
        "Σ λ");
    line(
        "sessions",
        "Concurrent sessions today",
        Unit.SESSIONS,
        "SUM(" + flows.all(FlowSheet.SESSIONS) + ")",
        "Little's law: Σ λ (d + τ)");
    line(
        "packets",
        "Packets today",
        Unit.PACKETS_PER_SECOND,
        "MAX(" + hours.all(HourSheet.PACKETS) + ")",
        "Max over the hours of Σ r / (8 L)");
  }

  private void horizon() {
    row++;
    String growth = parameters.growth();
    String burst = parameters.of(SizingParameter.BURST);
    String ceiling = parameters.of(SizingParameter.UTILISATION);
    line(
        "need",
        "Inspected Throughput needed",
        Unit.BITS_PER_SECOND,
        of("coincidentPeak") + "*" + burst + "*" + growth,
        "D* · β · G");
    line(
        "rated",
        "Datasheet throughput",
        Unit.BITS_PER_SECOND,
        of("need") + "/(" + ceiling + "*" + parameters.of(SizingParameter.DERATE) + ")",
        "Need / (U · k), in the column for the inspection wanted");
    line(
        CONNECTION_NEED,
        "TCP Connections Per Second needed",
        Unit.CONNECTIONS_PER_SECOND,
        of("connections") + "*" + parameters.of(SizingParameter.CONNECTION_BURST) + "*" + growth,
        "Σ λ · burst · G; also the least number of log records per second");
    line(
        "connectionRated",
        "Datasheet connections per second",
        Unit.CONNECTIONS_PER_SECOND,
        of(CONNECTION_NEED)
            + "/("
            + ceiling
            + "*"
            + parameters.of(SizingParameter.CONNECTION_DERATE)
            + ")",
        "Need / (U · k_c)");
    line(
        SESSION_NEED,
        "Concurrent TCP Connections needed",
        Unit.SESSIONS,
        of("sessions") + "*" + growth,
        "G · Σ λ (d + τ)");
    line(
        "sessionRated",
        "Datasheet sessions",
        Unit.SESSIONS,
        of(SESSION_NEED) + "/" + ceiling,
        "Need / U");
    line(
        "packetNeed",
        "Packets per second needed",
        Unit.PACKETS_PER_SECOND,
        of("packets") + "*" + burst + "*" + growth,
        "Packets today · β · G");
    line(
        "links",
        "Link bundle, each direction",
        Unit.BITS_PER_SECOND,
        of("need") + "/" + parameters.of(SizingParameter.LINK_UTILISATION),
        "Need / link utilisation, one-arm");
    line(
        "crossingLinks",
        "The same with the exempt flows",
        Unit.BITS_PER_SECOND,
        of("crossingPeak")
            + "*"
            + burst
            + "*"
            + growth
            + "/"
            + parameters.of(SizingParameter.LINK_UTILISATION),
        "If the network does not lead them around the firewall");
  }

  private void years(CentralSizing central) {
    row++;
    String[] heads = {"Year", "Inspected Throughput", "TCP Connections Per Second", "Sessions"};
    for (int i = 0; i < heads.length; i++) {
      sheet.value(row, i, heads[i]);
      SheetStyle.head(sheet, row, i);
    }
    sheet.width(3, 20);
    row++;
    int last = central.years().size();
    for (int year = 0; year < last; year++) {
      sheet.value(row, 0, year);
      String back =
          "*(1+"
              + parameters.of(SizingParameter.GROWTH)
              + ")^"
              + Ref.cell(row, 0)
              + "/"
              + parameters.growth();
      sheet.formula(row, 1, of("need") + back);
      SheetStyle.figure(sheet, row, 1, Unit.BITS_PER_SECOND);
      sheet.formula(row, 2, of(CONNECTION_NEED) + back);
      SheetStyle.figure(sheet, row, 2, Unit.CONNECTIONS_PER_SECOND);
      sheet.formula(row, 3, of(SESSION_NEED) + back);
      SheetStyle.figure(sheet, row, 3, Unit.SESSIONS);
      row++;
    }
  }
}
