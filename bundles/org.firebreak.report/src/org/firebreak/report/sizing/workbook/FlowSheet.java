package org.firebreak.report.sizing.workbook;

import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Worksheet;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.InspectionLevel;
import org.firebreak.core.sizing.SizingParameter;
import org.firebreak.core.sizing.TrafficClass;
import org.firebreak.core.sizing.Unit;
import org.firebreak.core.sizing.units.ConnectionRate;
import org.firebreak.core.sizing.units.PacketSize;
import org.firebreak.core.sizing.units.Seconds;
import org.firebreak.report.xlsx.SheetStyle;
import org.firebreak.report.xlsx.WorkbookDocument;

/** The flows through a firewall with their figures and their rate in each hour. */
final class FlowSheet {
  static final int INSPECTION = 1;
  static final int PEAK = 2;
  static final int CONNECTIONS = 3;
  static final int DURATION = 4;
  static final int PACKET = 5;
  static final int DECRYPTED = 6;
  static final int PACKETS_PER_BIT = 7;
  static final int SESSIONS = 8;
  static final int FIRST_HOUR = 9;

  private static final int TOP = 2;
  private static final String[] HEADS = {
    "Flow",
    "Inspection",
    "Peak",
    "New connections",
    "Duration",
    "Mean packet",
    "Decrypted share",
    "Packets per bit",
    "Sessions"
  };

  private final String name;
  private final int flows;
  private final int hours;

  private FlowSheet(String name, int flows, int hours) {
    this.name = name;
    this.flows = flows;
    this.hours = hours;
  }

  static FlowSheet write(
      Worksheet sheet, String name, CentralSizing central, ParameterSheet parameters) {
    List<TrafficClass> classes = central.demand().classes();
    int hours = central.demand().bins().size();
    sheet.value(
        0,
        0,
        WorkbookDocument.text(
            "Flows through " + central.point().name() + "; rates with both directions summed"));
    sheet.style(0, 0).bold().fontSize(12).set();
    for (int i = 0; i < HEADS.length; i++) {
      sheet.value(1, i, HEADS[i]);
      SheetStyle.head(sheet, 1, i);
    }
    for (int hour = 0; hour < hours; hour++) {
      sheet.value(1, FIRST_HOUR + hour, "Hour " + hour);
      SheetStyle.head(sheet, 1, FIRST_HOUR + hour);
    }
    for (int i = 0; i < classes.size(); i++) {
      row(sheet, TOP + i, classes.get(i), hours, parameters);
    }
    sheet.width(0, 44);
    sheet.width(INSPECTION, 24);
    for (int column = PEAK; column < FIRST_HOUR + hours; column++) {
      sheet.width(column, 15);
    }
    sheet.rowHeight(1, 30);
    sheet.freezePane(1, 2);
    return new FlowSheet(name, classes.size(), hours);
  }

  private static void row(
      Worksheet sheet, int row, TrafficClass each, int hours, ParameterSheet parameters) {
    sheet.value(row, 0, WorkbookDocument.text(each.name()));
    sheet.value(row, INSPECTION, word(each.inspection()));
    if (each.rate().isKnown()) {
      input(
          sheet, row, PEAK, Optional.of(each.rate().peak().bitsPerSecond()), Unit.BITS_PER_SECOND);
    }
    input(
        sheet,
        row,
        CONNECTIONS,
        each.connections().map(ConnectionRate::perSecond),
        Unit.CONNECTIONS_PER_SECOND);
    input(sheet, row, DURATION, each.duration().map(Seconds::seconds), Unit.SECONDS);
    input(sheet, row, PACKET, each.packetSize().map(PacketSize::bytes), Unit.BYTES);
    input(sheet, row, DECRYPTED, Optional.of(each.effectiveDecryptedShare()), Unit.SHARE);
    String packet = Ref.cell(row, PACKET);
    sheet.formula(row, PACKETS_PER_BIT, "IF(N(" + packet + ")>0,1/(8*" + packet + "),0)");
    sheet.style(row, PACKETS_PER_BIT).format("0.000000").set();
    String connections = Ref.cell(row, CONNECTIONS);
    String duration = Ref.cell(row, DURATION);
    sheet.formula(
        row,
        SESSIONS,
        "IF(AND(ISNUMBER("
            + connections
            + "),ISNUMBER("
            + duration
            + ")),"
            + connections
            + "*("
            + duration
            + "+"
            + parameters.of(SizingParameter.LINGER)
            + "),0)");
    SheetStyle.figure(sheet, row, SESSIONS, Unit.COUNT);
    hours(sheet, row, each, hours, parameters);
  }

  /** A flow without hours counts with its peak at all hours, reduced by the coincidence. */
  private static void hours(
      Worksheet sheet, int row, TrafficClass each, int hours, ParameterSheet parameters) {
    double[] bins = each.rate().hasClock() ? each.rate().bins() : new double[0];
    for (int hour = 0; hour < hours; hour++) {
      int column = FIRST_HOUR + hour;
      if (!each.rate().isKnown()) {
        sheet.value(row, column, 0);
      } else if (bins.length == 0) {
        sheet.formula(
            row, column, Ref.cell(row, PEAK) + "*" + parameters.of(SizingParameter.COINCIDENCE));
      } else if (hour < bins.length) {
        sheet.value(row, column, bins[hour]);
        SheetStyle.input(sheet, row, column, Unit.BITS_PER_SECOND);
        continue;
      } else {
        sheet.formula(row, column, Ref.cell(row, FIRST_HOUR + hour % bins.length));
      }
      SheetStyle.figure(sheet, row, column, Unit.BITS_PER_SECOND);
    }
  }

  private static void input(
      Worksheet sheet, int row, int column, Optional<Double> value, Unit unit) {
    if (value.isPresent()) {
      sheet.value(row, column, value.get());
    }
    SheetStyle.input(sheet, row, column, unit);
  }

  static String word(InspectionLevel level) {
    return level.label();
  }

  int hours() {
    return hours;
  }

  /** All flows in a column. */
  String all(int column) {
    return Ref.range(name, column, TOP, TOP + Math.max(1, flows) - 1);
  }
}
