package org.firebreak.cli;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.cli.io.TextTable;
import org.firebreak.cli.io.Texts;
import org.firebreak.core.reach.AttackPaths;
import org.firebreak.core.reach.BlastRadius;
import org.firebreak.core.reach.ServerRadius;
import org.firebreak.core.reach.Spread;
import org.firebreak.core.sizing.Unit;

/** Blast radius and attack paths as lines of text. */
final class ReachText {
  private static final int WORST = 10;

  private ReachText() {}

  static List<String> radius(String name, BlastRadius radius, String against, BlastRadius other) {
    List<String> lines = new ArrayList<>();
    lines.addAll(summary(name, radius));
    if (other != null) {
      lines.add("");
      lines.addAll(summary(against, other));
    }
    lines.add("");
    TextTable table = new TextTable();
    table.row("worst servers", "one hop", "any hops", other == null ? "" : against);
    for (ServerRadius each : radius.worst(WORST)) {
      table.row(
          each.server().ref().name(),
          count(each.direct()),
          count(each.multiHop()),
          other == null ? "" : count(other.servers().get(each.server().index()).multiHop()));
    }
    lines.addAll(table.lines());
    return lines;
  }

  private static List<String> summary(String name, BlastRadius radius) {
    TextTable table = new TextTable();
    table.row(name, "one hop", "any hops");
    table.row(
        "mean",
        Unit.COUNT.format(radius.direct().mean()),
        Unit.COUNT.format(radius.multiHop().mean()));
    table.row("worst", count(radius.direct().worst()), count(radius.multiHop().worst()));
    table.row(
        "from the Internet",
        worst(radius.directFromInternet()),
        worst(radius.multiHopFromInternet()));
    table.row("server pairs", count(radius.directPairs()), count(radius.multiHopPairs()));
    return table.lines();
  }

  private static String worst(Spread spread) {
    return spread.servers() == 0 ? "-" : count(spread.worst());
  }

  private static String count(long number) {
    return Unit.COUNT.format(number);
  }

  static List<String> paths(AttackPaths paths) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "From "
            + paths.start().ref().name()
            + " "
            + Texts.count(paths.reached(), "server")
            + " can be reached.");
    for (List<AttackPaths.Step> layer : paths.layers()) {
      lines.add("");
      lines.add(Texts.count(layer.get(0).hops(), "hop") + ":");
      TextTable table = new TextTable();
      layer.forEach(
          step ->
              table.row(
                  "  " + step.server().ref().name(),
                  "from " + step.from().ref().name(),
                  step.way().text()));
      lines.addAll(table.lines());
    }
    return lines;
  }

  static List<String> change(AttackPaths before, AttackPaths after, String against) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        "Under " + against + " " + Texts.count(after.reached(), "server") + " can be reached.");
    for (List<AttackPaths.Step> layer : before.layers()) {
      for (AttackPaths.Step step : layer) {
        int hops = after.to(step.server()).map(AttackPaths.Step::hops).orElse(0);
        if (hops != step.hops()) {
          lines.add(
              "  "
                  + step.server().ref().name()
                  + ": "
                  + Texts.count(step.hops(), "hop")
                  + " before, "
                  + (hops == 0 ? "not reached" : Texts.count(hops, "hop")));
        }
      }
    }
    for (List<AttackPaths.Step> layer : after.layers()) {
      for (AttackPaths.Step step : layer) {
        if (before.to(step.server()).isEmpty()) {
          lines.add(
              "  "
                  + step.server().ref().name()
                  + ": not reached before, "
                  + Texts.count(step.hops(), "hop"));
        }
      }
    }
    return lines;
  }
}
