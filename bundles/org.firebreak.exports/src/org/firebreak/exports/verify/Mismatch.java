package org.firebreak.exports.verify;

import java.util.List;
import org.firebreak.core.packets.FilterDifference;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.Limitation;

/** Something in an artefact that is not as the compiled policy says. */
public sealed interface Mismatch {
  /**
   * A connection is decided otherwise than the policy says.
   *
   * @param ruleSet rule set that the artefact should express
   * @param hosts hosts concerned; empty for a central firewall
   * @param difference the connection, the rule of the policy and that of the artefact
   * @param rule rule of the policy; {@code null} if none of its rules matches
   * @param declared limitation that says so; {@code null} if none does
   */
  record Decision(
      RuleSet ruleSet,
      List<ElementRef> hosts,
      Rule.Direction direction,
      FilterDifference difference,
      Rule rule,
      Limitation declared)
      implements Mismatch {
    @Override
    public String text() {
      StringBuilder text = new StringBuilder(where(ruleSet, hosts, direction));
      text.append(": ").append(difference.connection()).append(": the design says ");
      text.append(difference.expected().outcome()).append(" (rule ");
      text.append(difference.expected().name());
      if (rule != null && !rule.origins().isEmpty()) {
        text.append(", ").append(rule.origins().get(0).name());
      }
      text.append("), the artefact ").append(difference.actual().outcome());
      text.append(" (").append(difference.actual().name());
      text.append(" at ").append(difference.actual().place()).append(')');
      return text.toString();
    }
  }

  /** More pairs of rules differ than were kept. */
  record More(RuleSet ruleSet, Rule.Direction direction, int count) implements Mismatch {
    @Override
    public String text() {
      return where(ruleSet, List.of(), direction) + ": " + count + " more pairs of rules differ";
    }
  }

  /** The artefacts hold nothing for a rule set, or for some of its hosts. */
  record Missing(RuleSet ruleSet, List<ElementRef> hosts, Rule.Direction direction)
      implements Mismatch {
    @Override
    public String text() {
      return where(ruleSet, hosts, direction) + ": the artefact has no rules";
    }
  }

  /**
   * The artefacts hold several packet filters for the same place, so that it is not clear which one
   * is in force.
   *
   * @param filters names of the filters
   */
  record Several(
      RuleSet ruleSet, List<ElementRef> hosts, Rule.Direction direction, List<String> filters)
      implements Mismatch {
    public Several {
      filters = List.copyOf(filters);
    }

    @Override
    public String text() {
      return where(ruleSet, hosts, direction)
          + ": the artefact has several filters: "
          + String.join(", ", filters);
    }
  }

  /**
   * The artefacts hold a packet filter that the policy does not ask for.
   *
   * @param name name of the filter
   * @param hosts hosts as the artefact names them
   */
  record Unasked(String name, List<String> hosts, Rule.Direction direction) implements Mismatch {
    public Unasked {
      hosts = List.copyOf(hosts);
    }

    @Override
    public String text() {
      return name
          + ": the design has no rules "
          + (direction == Rule.Direction.FORWARD
              ? "for this firewall"
              : "for " + String.join(", ", hosts.stream().limit(5).toList()));
    }
  }

  /** What is not as it should be, in one line. */
  String text();

  /** {@code Rule set web (3 hosts, the first is web1), inbound}. */
  private static String where(RuleSet set, List<ElementRef> hosts, Rule.Direction direction) {
    String at =
        switch (hosts.size()) {
          case 0 -> "";
          case 1 -> " (host " + hosts.get(0).name() + ")";
          default -> " (" + hosts.size() + " hosts, the first is " + hosts.get(0).name() + ")";
        };
    return set.name()
        + at
        + switch (direction) {
          case FORWARD -> "";
          case INBOUND -> ", inbound";
          case OUTBOUND -> ", outbound";
        };
  }
}
