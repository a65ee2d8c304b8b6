package org.firebreak.report.sizing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.sizing.ApplianceCheck;
import org.firebreak.core.sizing.ApplianceCheck.Verdict;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.Measure;
import org.firebreak.core.sizing.Unit;
import org.firebreak.report.document.Block;
import org.firebreak.report.document.Block.Heading;
import org.firebreak.report.document.Block.Paragraph;
import org.firebreak.report.document.Block.Rows;
import org.firebreak.report.table.Cell;
import org.firebreak.report.table.Column;
import org.firebreak.report.table.Table;
import org.firebreak.report.table.Tone;

/**
 * Appliances against the demand of a firewall. What holds for many of them stands once, in a table
 * of caveats.
 */
final class ApplianceRows {
  private static final int MOST_OTHERS = 12;
  private static final int MOST_NAMED = 6;

  private final CentralSizing central;
  private final String id;
  private final List<Block> blocks = new ArrayList<>();
  private final Map<String, Set<String>> caveats = new LinkedHashMap<>();
  private final Map<String, ApplianceCheck> listed = new LinkedHashMap<>();

  private ApplianceRows(CentralSizing central, String id) {
    this.central = central;
    this.id = id;
  }

  static List<Block> of(CentralSizing central, String id) {
    ApplianceRows rows = new ApplianceRows(central, id);
    rows.fill();
    return rows.blocks;
  }

  private void fill() {
    var recommendation = central.recommendation();
    blocks.add(new Heading("Appliances for " + central.point().name()));
    central
        .chosen()
        .ifPresent(
            check -> add("chosen", "The appliance that the design names", List.of(check), 1));
    if (recommendation.adequate().isEmpty()) {
      blocks.add(Paragraph.of("None of the catalogue is adequate."));
    } else {
      add(
          "adequate",
          "Adequate, the tightest fit first",
          recommendation.adequate(),
          Integer.MAX_VALUE);
    }
    add(
        "clusters",
        "Smallest N+1 cluster of others; check that the vendor supports it",
        recommendation.clusters(),
        MOST_OTHERS);
    add("vendor-test", "Needs a vendor test", recommendation.needsVendorTest(), MOST_OTHERS);
    add(
        "inadequate",
        "Inadequate, the nearest miss first",
        recommendation.inadequate(),
        MOST_OTHERS);
    if (!caveats.isEmpty()) {
      blocks.add(new Rows(caveats()));
    }
    if (!listed.isEmpty()) {
      blocks.add(new Rows(sources()));
    }
  }

  private void add(String part, String caption, List<ApplianceCheck> checks, int most) {
    if (checks.isEmpty()) {
      return;
    }
    List<List<Cell>> rows = checks.stream().limit(most).map(this::row).toList();
    String note =
        checks.size() > most ? checks.size() + " in all; the first " + most + " are listed." : "";
    blocks.add(
        new Rows(
            new Table(
                id + "-" + part,
                caption,
                List.of(
                    Column.text("appliance", "Appliance"),
                    Column.figure("units", "Units", Unit.COUNT),
                    Column.figure("load", "Load", Unit.SHARE),
                    Column.figure("outgrownAfterYears", "Outgrown after", Unit.YEARS),
                    Column.text("binding", "Binding"),
                    Column.wide("why", "Why")),
                rows,
                note)));
  }

  private List<Cell> row(ApplianceCheck check) {
    listed.put(check.appliance().name(), check);
    List<String> why = new ArrayList<>();
    for (String reason : check.reasons()) {
      if (decides(check, reason)) {
        why.add(reason);
      } else {
        caveats
            .computeIfAbsent(reason, each -> new LinkedHashSet<>())
            .add(check.appliance().name());
      }
    }
    return List.of(
        Cell.text(check.appliance().name()).with(List.of(check.verdict().label())),
        Cell.count(check.redundancy().units()),
        Cell.of(check.utilisation(), Unit.SHARE),
        Cell.of(check.yearOutgrown().years(), Unit.YEARS),
        Cell.text(check.binding().map(measure -> measure.dimension().label()).orElse("")),
        why.isEmpty() ? Cell.empty() : Cell.text(why.get(0)).with(why.subList(1, why.size())));
  }

  private static boolean decides(ApplianceCheck check, String reason) {
    if (reason.startsWith("Binding is ")) {
      return true;
    }
    for (Measure measure : check.measures()) {
      boolean open =
          check.verdict() == Verdict.NEEDS_VENDOR_TEST
              && measure.verdict() == Measure.Outcome.NEEDS_VENDOR_TEST
              && measure.dimension().isDecisive();
      if ((open || measure.verdict() == Measure.Outcome.FAIL) && reason.equals(measure.text())) {
        return true;
      }
    }
    return reason.startsWith("Misleading") || check.reasons().size() == 1;
  }

  private Table caveats() {
    List<List<Cell>> rows = new ArrayList<>();
    caveats.forEach(
        (caveat, names) -> rows.add(List.of(Cell.text(caveat), Cell.text(named(names)))));
    return Table.of(
        id + "-caveats",
        "What has to be known of the figures",
        List.of(Column.wide("caveat", "Caveat"), Column.wide("appliances", "Appliances")),
        rows);
  }

  private String named(Set<String> names) {
    if (names.size() == listed.size()) {
      return "all that are listed";
    }
    String first = String.join(", ", names.stream().limit(MOST_NAMED).toList());
    int more = names.size() - MOST_NAMED;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private Table sources() {
    List<List<Cell>> rows = new ArrayList<>();
    listed.forEach(
        (name, check) -> {
          var appliance = check.appliance();
          rows.add(
              List.of(
                  Cell.text(name),
                  Cell.text(appliance.source(), Tone.MUTED),
                  Cell.text(appliance.sourceDate()),
                  Cell.text(appliance.confidence().name().toLowerCase(Locale.ROOT))));
        });
    return Table.of(
        id + "-sources",
        "Sources of the figures",
        List.of(
            Column.text("appliance", "Appliance"),
            Column.wide("source", "Source"),
            Column.text("date", "Date"),
            Column.text("confidence", "Confidence")),
        rows);
  }
}
