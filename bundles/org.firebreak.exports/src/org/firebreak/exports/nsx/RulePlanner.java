package org.firebreak.exports.nsx;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;

/**
 * Turns a rule set into rules of a security policy. Rules for inbound connections never match
 * outbound ones and the other way round; so the two lists may be written one after the other, and
 * what both end with, such as tripwires and the final denial, is written once for both directions.
 */
final class RulePlanner {
  /** Most groups at either end of a rule, and most services. */
  static final int REFERENCES = 128;

  private final Partition partition;
  private final GroupObjects groups;
  private final ServiceObjects services;
  private final NsxLimitations limitations;

  RulePlanner(
      Partition partition,
      GroupObjects groups,
      ServiceObjects services,
      NsxLimitations limitations) {
    this.partition = partition;
    this.groups = groups;
    this.services = services;
    this.limitations = limitations;
  }

  List<NsxRule> plan(RuleSet set) {
    List<Rule> inbound = set.rules(Rule.Direction.INBOUND);
    List<Rule> outbound = set.rules(Rule.Direction.OUTBOUND);
    int common = 0;
    int most = Math.min(inbound.size(), outbound.size());
    while (common < most
        && saysTheSame(
            inbound.get(inbound.size() - 1 - common), outbound.get(outbound.size() - 1 - common))) {
      common++;
    }
    List<NsxRule> planned = new ArrayList<>();
    for (Rule rule : inbound.subList(0, inbound.size() - common)) {
      add(set, List.of(rule), planned);
    }
    for (Rule rule : outbound.subList(0, outbound.size() - common)) {
      add(set, List.of(rule), planned);
    }
    for (int i = common; i > 0; i--) {
      add(
          set,
          List.of(inbound.get(inbound.size() - i), outbound.get(outbound.size() - i)),
          planned);
    }
    return planned;
  }

  /** Whether a rule for both directions can stand for both. */
  private static boolean saysTheSame(Rule in, Rule out) {
    return in.kind() == out.kind()
        && in.action() == out.action()
        && in.log() == out.log()
        && in.services().equals(out.services())
        && in.origins().equals(out.origins())
        && in.source().isAny()
        && in.destination().isAny()
        && out.source().isAny()
        && out.destination().isAny();
  }

  private void add(RuleSet set, List<Rule> rules, List<NsxRule> planned) {
    Rule rule = rules.get(0);
    List<String> paths = services(set, rules);
    if (ServiceObjects.isShielded(set, rule)) {
      planned.addAll(parts(rules, List.of(partition.servicePath(ServiceObjects.SCTP)), true));
    }
    if (paths.isEmpty() && !rule.services().isEmpty()) {
      return;
    }
    planned.addAll(parts(rules, paths, false));
  }

  private List<NsxRule> parts(List<Rule> rules, List<String> paths, boolean denied) {
    Rule rule = rules.get(0);
    List<NsxRule> parts = new ArrayList<>();
    for (RuleSide source : groups.sides(rule.source())) {
      for (RuleSide destination : groups.sides(rule.destination())) {
        RuleSide.Family family = source.family().and(destination.family());
        if (family != null) {
          addParts(rules, source, destination, family, paths, denied, parts);
        }
      }
    }
    return parts;
  }

  private static void addParts(
      List<Rule> rules,
      RuleSide source,
      RuleSide destination,
      RuleSide.Family family,
      List<String> services,
      boolean denied,
      List<NsxRule> parts) {
    String id = rules.size() > 1 ? rules.get(0).id().replaceFirst("-in$", "") : rules.get(0).id();
    id += denied ? ".sctp" : "";
    for (List<String> from : chunks(source.groups())) {
      for (List<String> to : chunks(destination.groups())) {
        for (List<String> of : chunks(services)) {
          parts.add(
              new NsxRule(
                  parts.isEmpty() ? id : id + "." + (parts.size() + 1),
                  rules,
                  new RuleSide(from, family),
                  new RuleSide(to, family),
                  family,
                  of,
                  denied));
        }
      }
    }
  }

  /** Lists that are short enough for a rule; one empty list for any. */
  private static List<List<String>> chunks(List<String> paths) {
    if (paths.isEmpty()) {
      return List.of(paths);
    }
    List<List<String>> chunks = new ArrayList<>();
    for (int from = 0; from < paths.size(); from += REFERENCES) {
      chunks.add(paths.subList(from, Math.min(from + REFERENCES, paths.size())));
    }
    return chunks;
  }

  private List<String> services(RuleSet set, List<Rule> rules) {
    List<String> paths = new ArrayList<>();
    List<PolicyService> left = new ArrayList<>();
    for (PolicyService service : rules.get(0).services()) {
      if (ServiceObjects.isExpressible(service.match())) {
        paths.add(partition.servicePath(services.id(service)));
      } else {
        left.add(service);
      }
    }
    if (!left.isEmpty()) {
      boolean widened = ServiceObjects.isWidened(set, rules.get(0));
      limitations.inexpressible(set, rules, left, widened);
      if (widened) {
        paths.add(partition.servicePath(ServiceObjects.SCTP));
      }
    }
    return paths;
  }
}
