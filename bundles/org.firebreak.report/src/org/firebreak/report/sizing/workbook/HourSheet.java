package org.firebreak.report.sizing.workbook;

import org.dhatim.fastexcel.Worksheet;
import org.firebreak.core.sizing.InspectionLevel;
import org.firebreak.core.sizing.Unit;
import org.firebreak.report.xlsx.SheetStyle;

/** The sum of the flows in each hour, by what it costs an inspection engine. */
final class HourSheet {
  static final int LAYER_4 = 1;
  static final int APPLICATION = 2;
  static final int THREAT = 3;
  static final int DECRYPTED = 4;
  static final int EXEMPT = 5;
  static final int INSPECTED = 6;
  static final int CROSSING = 7;
  static final int PACKETS = 8;

  private static final int TOP = 1;
  private static final String[] HEADS = {
    "Hour",
    "Layer 4",
    "Application",
    "Threat prevention",
    "Threat prevention, decrypted",
    "Exempt",
    "Inspected",
    "Crossing the links",
    "Packets"
  };

  private final String name;
  private final int hours;

  private HourSheet(String name, int hours) {
    this.name = name;
    this.hours = hours;
  }

  static HourSheet write(Worksheet sheet, String name, FlowSheet flows) {
    for (int i = 0; i < HEADS.length; i++) {
      sheet.value(0, i, HEADS[i]);
      SheetStyle.head(sheet, 0, i);
      sheet.width(i, 18);
    }
    sheet.rowHeight(0, 30);
    SheetStyle.paper(sheet, 0);
    String level = flows.all(FlowSheet.INSPECTION);
    String clear = "(1-" + flows.all(FlowSheet.DECRYPTED) + ")";
    for (int hour = 0; hour < flows.hours(); hour++) {
      int row = TOP + hour;
      String rate = flows.all(FlowSheet.FIRST_HOUR + hour);
      sheet.value(row, 0, hour);
      sum(sheet, row, LAYER_4, is(level, InspectionLevel.LAYER_4) + "*" + rate);
      sum(sheet, row, APPLICATION, is(level, InspectionLevel.APPLICATION) + "*" + rate);
      sum(
          sheet,
          row,
          THREAT,
          "("
              + is(level, InspectionLevel.THREAT)
              + "+"
              + is(level, InspectionLevel.THREAT_TLS)
              + ")*"
              + clear
              + "*"
              + rate);
      sum(sheet, row, DECRYPTED, flows.all(FlowSheet.DECRYPTED) + "*" + rate);
      sum(sheet, row, EXEMPT, is(level, InspectionLevel.EXEMPT) + "*" + rate);
      sheet.formula(
          row, INSPECTED, "SUM(" + Ref.cell(row, LAYER_4) + ":" + Ref.cell(row, DECRYPTED) + ")");
      sheet.formula(row, CROSSING, Ref.cell(row, INSPECTED) + "+" + Ref.cell(row, EXEMPT));
      sum(sheet, row, PACKETS, flows.all(FlowSheet.PACKETS_PER_BIT) + "*" + rate);
      for (int column = LAYER_4; column <= CROSSING; column++) {
        SheetStyle.figure(sheet, row, column, Unit.BITS_PER_SECOND);
      }
      SheetStyle.figure(sheet, row, PACKETS, Unit.PACKETS_PER_SECOND);
    }
    sheet.freezePane(1, 1);
    return new HourSheet(name, flows.hours());
  }

  private static String is(String levels, InspectionLevel level) {
    return "(" + levels + "=\"" + FlowSheet.word(level) + "\")";
  }

  private static void sum(Worksheet sheet, int row, int column, String product) {
    sheet.formula(row, column, "SUMPRODUCT(" + product + ")");
  }

  /** All hours of a column. */
  String all(int column) {
    return Ref.range(name, column, TOP, TOP + hours - 1);
  }
}
