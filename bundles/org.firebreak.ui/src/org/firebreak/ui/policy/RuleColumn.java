package org.firebreak.ui.policy;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.policy.Rule;

/** Columns of the list of rules. */
enum RuleColumn {
  NUMBER(
      "No.", "Place in the rule set: the first rule that matches decides", 36, 0, RuleColumn::no),
  ACTION("Action", "What becomes of a new connection", 96, 0, row -> action(row.rule())),
  SOURCE("Source", "Client end", 60, 3, row -> row.rule().source().name()),
  DESTINATION("Destination", "Server end", 60, 3, row -> row.rule().destination().name()),
  SERVICES(
      "Services", "Protocol and destination ports; any is every one", 60, 3, RuleColumn::services),
  LOG("Log", "Whether matches are logged, or raise an alert", 44, 0, row -> log(row.rule())),
  ORIGIN("From", "What the rule comes from", 60, 3, RuleColumn::origins),
  RULE("Rule", "Identifier of the rule, as log entries carry it", 80, 0, row -> row.rule().id()),
  POINT(
      "Enforced at",
      "Enforcement point, or the hosts that share the rules",
      60,
      2,
      row -> row.set().name());

  /** Below this width the least columns are left out, px. */
  static final int NARROW = 860;

  private final String title;
  private final String hint;
  private final int width;
  private final int weight;
  private final Function<RuleRow, String> text;

  RuleColumn(String title, String hint, int width, int weight, Function<RuleRow, String> text) {
    this.title = title;
    this.hint = hint;
    this.width = width;
    this.weight = weight;
    this.text = text;
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

  /**
   * What may be left out: the id of a rule, which matters when logs are read, and the point if it
   * is the one that is selected on the left.
   */
  static Set<RuleColumn> least(boolean ofOnePoint) {
    return ofOnePoint ? EnumSet.of(RULE, POINT) : EnumSet.of(RULE);
  }

  String text(RuleRow row) {
    return text.apply(row);
  }

  /** Whether each of the words stands somewhere in the row. */
  static boolean matches(RuleRow row, String[] words) {
    if (words.length == 0) {
      return true;
    }
    StringBuilder all = new StringBuilder();
    for (RuleColumn column : values()) {
      all.append(column.text(row)).append('\n');
    }
    String text = all.toString().toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private static String no(RuleRow row) {
    return Integer.toString(row.number());
  }

  private static String action(Rule rule) {
    String way =
        switch (rule.direction()) {
          case FORWARD -> "";
          case INBOUND -> " in";
          case OUTBOUND -> " out";
        };
    return (rule.action() == Rule.Action.PERMIT ? "Permit" : "Deny") + way;
  }

  private static String services(RuleRow row) {
    return row.rule().services().isEmpty()
        ? "any"
        : row.rule().services().stream()
            .map(RuleColumn::service)
            .distinct()
            .collect(Collectors.joining(", "));
  }

  private static String service(PolicyService service) {
    return service.ref().name() + " (" + service.match() + ")";
  }

  private static String log(Rule rule) {
    return rule.alert() != null ? "alert" : rule.log() ? "yes" : "no";
  }

  private static String origins(RuleRow row) {
    return switch (row.rule().kind()) {
      case DEFAULT_DENY -> "no flow permits it";
      case ENFORCED_AT_HOSTS -> "decided at the hosts";
      default ->
          row.rule().origins().stream().map(ElementRef::name).collect(Collectors.joining(", "));
    };
  }
}
