package org.firebreak.core.validation.rules.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.Tenancy;
import org.firebreak.core.validation.facts.Words;
import org.firebreak.model.Label;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Tenant;

/** Membership rules of two groups that both fit a server. */
public final class MembershipConflictRule implements ValidationRule {
  private static final int NAMED = 3;

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-611",
          RuleCategory.IDENTITY,
          "Server fits two membership rules",
          FindingSeverity.WARNING,
          "A server that is deployed later joins a group by its labels, and a server is a member of"
              + " one group. Where two groups of a tenant ask for the same label and value, or a"
              + " server carries the labels of two groups, the platform makes it a member of both,"
              + " and it gets the flows of both.",
          "Group web joins app=shop, and so does group worker. Let web join tier=web, and worker"
              + " tier=worker.");

  /** Whom a rule admits. */
  private record Membership(Optional<Tenant> tenant, String label, String value) {}

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    Map<Membership, List<ServerGroup>> rules = new LinkedHashMap<>();
    Set<String> labels = new HashSet<>();
    for (ServerGroup group : context.groups()) {
      if (isSet(group.getMembershipLabel()) && isSet(group.getMembershipValue())) {
        labels.add(group.getMembershipLabel().strip());
        rules
            .computeIfAbsent(
                new Membership(
                    Optional.ofNullable(Tenancy.of(group)),
                    group.getMembershipLabel().strip(),
                    group.getMembershipValue().strip()),
                rule -> new ArrayList<>(1))
            .add(group);
      }
    }
    List<Finding> findings = new ArrayList<>();
    rules.forEach(
        (rule, groups) -> {
          if (groups.size() > 1) {
            findings.add(sameRule(context, rule, groups));
          }
        });
    if (labels.size() > 1) {
      addServers(context, rules, labels, findings);
    }
    return findings;
  }

  private static boolean isSet(String text) {
    return text != null && !text.isBlank();
  }

  private Finding sameRule(ValidationContext context, Membership rule, List<ServerGroup> groups) {
    List<ElementRef> elements = groups.stream().map(context::ref).toList();
    return new Finding(
        INFO.id(),
        INFO.severity(),
        elements,
        "Servers with the label "
            + rule.label()
            + "="
            + rule.value()
            + " join each of the groups "
            + Words.list(elements, NAMED),
        "Let each group join by a value of its own");
  }

  private void addServers(
      ValidationContext context,
      Map<Membership, List<ServerGroup>> rules,
      Set<String> labels,
      List<Finding> into) {
    Map<List<ServerGroup>, List<Server>> conflicts = new LinkedHashMap<>();
    Map<Object, Optional<Tenant>> tenants = new HashMap<>();
    for (Server server : context.servers()) {
      List<ServerGroup> fitting = null;
      int fits = 0;
      for (Label label : server.getLabels()) {
        if (label.getKey() == null
            || label.getValue() == null
            || !labels.contains(label.getKey().strip())) {
          continue;
        }
        Optional<Tenant> tenant =
            server.getTenant() != null
                ? Optional.of(server.getTenant())
                : tenants.computeIfAbsent(
                    server.eContainer(), place -> Optional.ofNullable(Tenancy.of(server)));
        List<ServerGroup> groups =
            rules.get(new Membership(tenant, label.getKey().strip(), label.getValue().strip()));
        if (groups != null) {
          fitting = fitting == null ? new ArrayList<>() : fitting;
          fitting.addAll(groups);
          fits++;
        }
      }
      if (fits > 1) {
        conflicts.computeIfAbsent(fitting, groups -> new ArrayList<>()).add(server);
      }
    }
    conflicts.forEach((groups, servers) -> into.add(servers(context, groups, servers)));
  }

  private Finding servers(
      ValidationContext context, List<ServerGroup> groups, List<Server> servers) {
    List<ElementRef> elements = new ArrayList<>(servers.stream().map(context::ref).toList());
    List<ElementRef> fitting = groups.stream().map(context::ref).distinct().toList();
    String message =
        Words.list(elements, NAMED)
            + (servers.size() == 1 ? " carries" : " carry")
            + " the labels by which the groups "
            + Words.list(fitting, NAMED)
            + " take members";
    elements.addAll(fitting);
    return new Finding(
        INFO.id(),
        INFO.severity(),
        elements,
        message,
        "Remove the label that does not belong there, or let one group ask for another label");
  }
}
