package org.firebreak.exports.nsx;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.RuleDescriptions;

/**
 * A rule of a security policy.
 *
 * @param id unique in the policy
 * @param rules the rules of the compiled policy that it expresses: one, or the inbound and the
 *     outbound one that say the same
 * @param services paths of services; empty for any
 * @param denied whether it denies although its rules permit
 */
record NsxRule(
    String id,
    List<Rule> rules,
    RuleSide source,
    RuleSide destination,
    RuleSide.Family family,
    List<String> services,
    boolean denied) {
  private static final int LABEL = 32;
  private static final List<String> ANY = List.of("ANY");

  ObjectNode object(int sequence, String owner, RuleSet set, RuleDescriptions descriptions) {
    Rule rule = rules.get(0);
    Set<String> elements = new LinkedHashSet<>();
    rules.forEach(each -> each.origins().forEach(origin -> elements.add(origin.id())));
    ObjectNode node = Nodes.object("Rule", id, name(set), owner, elements);
    Nodes.tag((ArrayNode) node.get("tags"), Nodes.RULE, ids());
    node.put("description", Nodes.description(descriptions.of(rule, 1024)))
        .put("sequence_number", sequence)
        .put("action", permits() ? "ALLOW" : "DROP")
        .put("direction", direction());
    node.set("source_groups", Nodes.texts(source.groups().isEmpty() ? ANY : source.groups()));
    node.set(
        "destination_groups",
        Nodes.texts(destination.groups().isEmpty() ? ANY : destination.groups()));
    node.set("services", Nodes.texts(services.isEmpty() ? ANY : services));
    node.set("profiles", Nodes.texts(ANY));
    node.set("scope", Nodes.texts(ANY));
    return node.put("ip_protocol", family.text())
        .put("logged", denied || rule.log())
        .put("tag", label(rule, set.id(), permits()));
  }

  private boolean permits() {
    return !denied && rules.get(0).action() == Rule.Action.PERMIT;
  }

  private String ids() {
    return String.join(" ", rules.stream().map(Rule::id).toList());
  }

  private String direction() {
    return rules.size() > 1
        ? "IN_OUT"
        : rules.get(0).direction() == Rule.Direction.INBOUND ? "IN" : "OUT";
  }

  private String name(RuleSet set) {
    Rule rule = rules.get(0);
    if (rule.kind() == Rule.Kind.FLOW) {
      boolean inbound = rule.direction() == Rule.Direction.INBOUND;
      return (inbound ? rule.source().name() : end(rule.source(), set))
          + " → "
          + (inbound ? end(rule.destination(), set) : rule.destination().name());
    }
    return rule.origins().isEmpty() ? "everything else" : rule.origins().get(0).name();
  }

  private static String end(AddressGroup own, RuleSet set) {
    return own.isAny() ? set.name() : own.name();
  }

  /** What stands at the end of log entries: {@code firebreak-alert-T-6c1f769f}. */
  private static String label(Rule rule, String setId, boolean permits) {
    String kind =
        rule.alert() != null
            ? "alert"
            : !permits ? "deny" : rule.kind() == Rule.Kind.FLOW ? "permit" : "monitor";
    String subject =
        rule.origins().isEmpty()
            ? setId.replaceFirst("^host-", "")
            : rule.id().replaceFirst("-(in|out)$", "");
    String label = ("firebreak-" + kind + "-" + subject).replaceAll("[^A-Za-z0-9_-]", "-");
    return label.substring(0, Math.min(label.length(), LABEL));
  }
}
