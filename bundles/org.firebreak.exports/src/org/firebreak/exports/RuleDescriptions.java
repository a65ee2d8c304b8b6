package org.firebreak.exports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.FlowRecord;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.policy.Rule;

/**
 * What the description of a rule on a platform tells: from which model elements it comes, and who
 * asked for it and why. One line of printable text; quoting is the exporter's.
 */
public final class RuleDescriptions {
  private static final int NAMED = 3;

  private final Map<String, FlowRecord> records = new HashMap<>();

  public RuleDescriptions(CompiledPolicy policy) {
    for (PolicyFlow flow : policy.flows()) {
      records.put(flow.ref().id(), flow.record());
    }
  }

  /**
   * {@code Web to app (flow-12); owner Jo; ticket CHG-7; expires 2027-01-31; checkout}.
   *
   * @param maxBytes most bytes in UTF-8; a longer text ends with an ellipsis
   */
  public String of(Rule rule, int maxBytes) {
    List<String> parts = new ArrayList<>();
    parts.add(origins(rule));
    addDistinct(parts, rule, "owner ", FlowRecord::owner);
    addDistinct(parts, rule, "ticket ", FlowRecord::ticket);
    addDistinct(parts, rule, "expires ", record -> text(record.expiresOn()));
    addDistinct(parts, rule, "", FlowRecord::justification);
    return PlainText.oneLine(String.join("; ", parts), maxBytes);
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  private static String origins(Rule rule) {
    if (rule.origins().isEmpty()) {
      return rule.id();
    }
    StringJoiner named = new StringJoiner(", ");
    int count = rule.origins().size();
    for (int i = 0; i < count && i < NAMED; i++) {
      named.add(origin(rule.origins().get(i)));
    }
    return count > NAMED ? named + " and " + (count - NAMED) + " more" : named.toString();
  }

  private static String origin(ElementRef element) {
    return element.name() + " (" + element.id() + ")";
  }

  private void addDistinct(
      List<String> parts, Rule rule, String prefix, Function<FlowRecord, String> field) {
    Set<String> values = new LinkedHashSet<>();
    for (ElementRef origin : rule.origins()) {
      FlowRecord flow = records.get(origin.id());
      String value = flow == null ? null : field.apply(flow);
      if (value != null && !value.isBlank()) {
        values.add(value);
        if (values.size() == NAMED) {
          break;
        }
      }
    }
    if (!values.isEmpty()) {
      parts.add(prefix + String.join(", ", values));
    }
  }
}
