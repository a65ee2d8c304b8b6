package org.firebreak.exports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    String named =
        rule.origins().stream()
            .limit(NAMED)
            .map(RuleDescriptions::origin)
            .collect(Collectors.joining(", "));
    return rule.origins().size() > NAMED
        ? named + " and " + (rule.origins().size() - NAMED) + " more"
        : named;
  }

  private static String origin(ElementRef element) {
    return element.name() + " (" + element.id() + ")";
  }

  private void addDistinct(
      List<String> parts, Rule rule, String prefix, Function<FlowRecord, String> field) {
    String values =
        rule.origins().stream()
            .map(origin -> records.get(origin.id()))
            .filter(record -> record != null && field.apply(record) != null)
            .map(field)
            .filter(value -> !value.isBlank())
            .distinct()
            .limit(NAMED)
            .collect(Collectors.joining(", "));
    if (!values.isEmpty()) {
      parts.add(prefix + values);
    }
  }
}
