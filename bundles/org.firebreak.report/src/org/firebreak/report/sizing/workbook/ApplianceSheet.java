package org.firebreak.report.sizing.workbook;

import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.firebreak.core.sizing.Appliance;
import org.firebreak.core.sizing.ApplianceCheck;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.Rating;
import org.firebreak.core.sizing.Redundancy;
import org.firebreak.core.sizing.SizingParameter;
import org.firebreak.core.sizing.Unit;
import org.firebreak.report.xlsx.SheetStyle;
import org.firebreak.report.xlsx.WorkbookDocument;

/** Appliances of the catalogue against the need: load by throughput, connections and sessions. */
final class ApplianceSheet {
  private static final int MOST_INADEQUATE = 20;
  private static final int TOP = 2;
  private static final int FIRST_RATING = 1;
  private static final int UNITS = 7;
  private static final int UNITS_CONNECTIONS = 8;
  private static final int UNITS_SESSIONS = 9;
  private static final int LOAD = 10;
  private static final int CONNECTION_LOAD = 11;
  private static final int SESSION_LOAD = 12;
  private static final int YEAR = 13;
  private static final int VERDICT = 14;
  private static final String NEVER_REACHED = "1E+99";

  private static final Rating[] RATINGS = {
    Rating.LAYER_4,
    Rating.APPLICATION,
    Rating.THREAT,
    Rating.TLS,
    Rating.CONNECTIONS,
    Rating.SESSIONS
  };
  private static final String[] HEADS = {
    "Appliance",
    "Layer 4",
    "Application",
    "Threat prevention",
    "TLS inspection",
    "Connections per second",
    "Sessions",
    "Units that count",
    "for connections",
    "for sessions",
    "Throughput load",
    "Connection load",
    "Session load",
    "Outgrown after years",
    "Throughput, connections, sessions"
  };

  private final Worksheet sheet;
  private final CentralSizing central;
  private final HourSheet hours;
  private final NeedSheet need;
  private final ParameterSheet parameters;

  private ApplianceSheet(
      Worksheet sheet,
      CentralSizing central,
      HourSheet hours,
      NeedSheet need,
      ParameterSheet parameters) {
    this.sheet = sheet;
    this.central = central;
    this.hours = hours;
    this.need = need;
    this.parameters = parameters;
  }

  static void write(
      Worksheet sheet,
      CentralSizing central,
      HourSheet hours,
      NeedSheet need,
      ParameterSheet parameters) {
    new ApplianceSheet(sheet, central, hours, need, parameters).write();
  }

  private void write() {
    sheet.value(
        0,
        0,
        "Empty ratings are unknown, never zero. A missing layer-4 or application figure is replaced"
            + " by that of deeper inspection. Packets, links, rules and objects are judged in the"
            + " report.");
    sheet.style(0, 0).italic().set();
    for (int i = 0; i < HEADS.length; i++) {
      sheet.value(1, i, HEADS[i]);
      SheetStyle.head(sheet, 1, i);
      sheet.width(i, i == 0 ? 40 : 15);
    }
    sheet.rowHeight(1, 30);
    SheetStyle.paper(sheet, 1);
    List<ApplianceCheck> checks = new ArrayList<>();
    central.chosen().ifPresent(checks::add);
    var recommendation = central.recommendation();
    checks.addAll(recommendation.adequate());
    checks.addAll(recommendation.needsVendorTest());
    recommendation.inadequate().stream().limit(MOST_INADEQUATE).forEach(checks::add);
    int row = TOP;
    for (ApplianceCheck check : checks) {
      row(row++, check.appliance());
    }
    sheet.freezePane(1, 2);
  }

  private void row(int row, Appliance appliance) {
    sheet.value(row, 0, WorkbookDocument.text(appliance.name()));
    for (int i = 0; i < RATINGS.length; i++) {
      int column = FIRST_RATING + i;
      appliance.rated(RATINGS[i]).ifPresent(rated -> sheet.value(row, column, rated));
      SheetStyle.input(sheet, row, column, RATINGS[i].unit());
    }
    units(row, UNITS, SizingParameter.CLUSTER_THROUGHPUT);
    units(row, UNITS_CONNECTIONS, SizingParameter.CLUSTER_CONNECTIONS);
    units(row, UNITS_SESSIONS, SizingParameter.CLUSTER_SESSIONS);
    load(row);
    share(
        row,
        CONNECTION_LOAD,
        Rating.CONNECTIONS,
        UNITS_CONNECTIONS,
        need.of(NeedSheet.CONNECTION_NEED),
        "*" + parameters.of(SizingParameter.CONNECTION_DERATE));
    share(row, SESSION_LOAD, Rating.SESSIONS, UNITS_SESSIONS, need.of(NeedSheet.SESSION_NEED), "");
    year(row);
    verdict(row);
  }

  /** Units that carry the load when one is out. */
  private void units(int row, int column, SizingParameter efficiency) {
    Redundancy redundancy = central.redundancy();
    if (redundancy.mode() == Redundancy.Mode.CLUSTER) {
      sheet.formula(row, column, (redundancy.units() - 1) + "*" + parameters.of(efficiency));
    } else {
      sheet.value(row, column, 1);
    }
    SheetStyle.figure(sheet, row, column, Unit.COUNT);
  }

  private static int column(Rating rating) {
    return FIRST_RATING + List.of(RATINGS).indexOf(rating);
  }

  /** The first of some ratings that is published; far too much if none is. */
  private static String rated(int row, Rating... ratings) {
    String formula = NEVER_REACHED;
    for (int i = ratings.length - 1; i >= 0; i--) {
      String cell = Ref.cell(row, column(ratings[i]));
      formula = "IF(ISNUMBER(" + cell + ")," + cell + "," + formula + ")";
    }
    return formula;
  }

  private static String unknown(String rates, String rated) {
    return "AND(SUM(" + rates + ")>0," + rated + "=" + NEVER_REACHED + ")";
  }

  /** Time per byte adds: max over the hours of Σ rate / rating. */
  private void load(int row) {
    String layer4 = rated(row, Rating.LAYER_4, Rating.APPLICATION, Rating.THREAT);
    String application = rated(row, Rating.APPLICATION, Rating.THREAT);
    String threat = rated(row, Rating.THREAT);
    String tls = rated(row, Rating.TLS);
    String mix =
        hours.all(HourSheet.LAYER_4)
            + "/"
            + layer4
            + "+"
            + hours.all(HourSheet.APPLICATION)
            + "/"
            + application
            + "+"
            + hours.all(HourSheet.THREAT)
            + "/"
            + threat
            + "+"
            + hours.all(HourSheet.DECRYPTED)
            + "/"
            + tls;
    String open =
        "OR("
            + unknown(hours.all(HourSheet.LAYER_4), layer4)
            + ","
            + unknown(hours.all(HourSheet.APPLICATION), application)
            + ","
            + unknown(hours.all(HourSheet.THREAT), threat)
            + ","
            + unknown(hours.all(HourSheet.DECRYPTED), tls)
            + ")";
    sheet.formula(
        row,
        LOAD,
        "IF("
            + open
            + ",\"unknown\",SUMPRODUCT(MAX("
            + mix
            + "))*"
            + parameters.of(SizingParameter.BURST)
            + "*"
            + parameters.growth()
            + "/("
            + parameters.of(SizingParameter.DERATE)
            + "*"
            + Ref.cell(row, UNITS)
            + "))");
    SheetStyle.figure(sheet, row, LOAD, Unit.SHARE);
  }

  private void share(int row, int column, Rating rating, int units, String wanted, String derate) {
    String cell = Ref.cell(row, column(rating));
    sheet.formula(
        row,
        column,
        "IF(ISNUMBER("
            + cell
            + "),"
            + wanted
            + "/("
            + cell
            + "*"
            + Ref.cell(row, units)
            + derate
            + "),\"unknown\")");
    SheetStyle.figure(sheet, row, column, Unit.SHARE);
  }

  /** ln(U / load of today) / ln(1 + g). */
  private void year(int row) {
    String load = Ref.cell(row, LOAD);
    String growth = parameters.of(SizingParameter.GROWTH);
    sheet.formula(
        row,
        YEAR,
        "IF(ISNUMBER("
            + load
            + "),IF(AND("
            + growth
            + ">0,"
            + load
            + ">0),LN("
            + parameters.of(SizingParameter.UTILISATION)
            + "*"
            + parameters.growth()
            + "/"
            + load
            + ")/LN(1+"
            + growth
            + "),\"never\"),\"unknown\")");
    SheetStyle.figure(sheet, row, YEAR, Unit.YEARS);
  }

  private void verdict(int row) {
    String loads = Ref.cell(row, LOAD) + ":" + Ref.cell(row, SESSION_LOAD);
    sheet.formula(
        row,
        VERDICT,
        "IF(MAX("
            + loads
            + ")>"
            + parameters.of(SizingParameter.UTILISATION)
            + ",\"fails\",IF(3>COUNT("
            + loads
            + "),\"needs a vendor test\",\"passes\"))");
  }
}
