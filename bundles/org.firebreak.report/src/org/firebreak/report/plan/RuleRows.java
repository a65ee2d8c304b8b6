package org.firebreak.report.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.sizing.Unit;
import org.firebreak.report.document.Block;
import org.firebreak.report.document.Block.Paragraph;
import org.firebreak.report.document.Block.Rows;
import org.firebreak.report.table.Cell;
import org.firebreak.report.table.Column;
import org.firebreak.report.table.Table;
import org.firebreak.report.table.Tone;

/** The rules of every rule set, in vendor-neutral form. */
final class RuleRows {
  private RuleRows() {}

  static List<Block> of(CompiledPolicy policy) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.of(
            "The first rule that matches decides. The bundle of each platform has the same rules in"
                + " its own language."));
    int sets = 0;
    for (RuleSet set : policy.ruleSets()) {
      sets++;
      blocks.add(new Rows(table(set, "rules-" + sets)));
    }
    return blocks;
  }

  private static Table table(RuleSet set, String id) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Rule rule : set.rules()) {
      rows.add(
          List.of(
              Cell.count(rows.size() + 1),
              Cell.text(rule.direction().name().toLowerCase(Locale.ROOT)),
              Cell.text(rule.source().name()),
              Cell.text(rule.destination().name()),
              Cell.text(services(rule)),
              action(rule),
              Cell.text(origins(rule))));
    }
    return Table.of(
        id,
        "Rules of " + set.name(),
        List.of(
            Column.figure("number", "#", Unit.COUNT),
            Column.text("direction", "Direction"),
            Column.text("source", "From"),
            Column.text("destination", "To"),
            Column.text("services", "Services"),
            Column.text("action", "Action"),
            Column.text("origin", "From which element")),
        rows);
  }

  private static String services(Rule rule) {
    return rule.services().isEmpty()
        ? "any"
        : rule.services().stream()
            .map(RuleRows::service)
            .distinct()
            .collect(Collectors.joining(", "));
  }

  private static String service(PolicyService service) {
    return service.ref().name();
  }

  private static Cell action(Rule rule) {
    String text = rule.action().name().toLowerCase(Locale.ROOT);
    text += rule.log() ? ", log" : "";
    text += rule.alert() == null ? "" : ", alert";
    return Cell.text(text, rule.action() == Rule.Action.PERMIT ? Tone.GOOD : Tone.PLAIN);
  }

  private static String origins(Rule rule) {
    String names =
        rule.origins().stream()
            .map(ElementRef::name)
            .distinct()
            .limit(4)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? rule.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') : names;
  }
}
