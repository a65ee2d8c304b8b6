package org.firebreak.report.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.rollout.RolloutOrder;
import org.firebreak.core.validation.Acceptance;
import org.firebreak.core.validation.ValidationResult;
import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.Flow;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Risk;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.report.plan.PlanView.AcceptedRow;
import org.firebreak.report.plan.PlanView.Boundary;
import org.firebreak.report.plan.PlanView.EnforcementRow;
import org.firebreak.report.plan.PlanView.Figure;
import org.firebreak.report.plan.PlanView.FindingRow;
import org.firebreak.report.plan.PlanView.FlowRow;
import org.firebreak.report.plan.PlanView.GroupRow;
import org.firebreak.report.plan.PlanView.NetworkRow;
import org.firebreak.report.plan.PlanView.PhaseCommands;
import org.firebreak.report.plan.PlanView.StrategyText;
import org.firebreak.report.plan.PlanView.ZoneRow;

/** Gathers the content of a segmentation plan from a design and its compiled policy. */
public final class PlanBuilder {
  private final Design design;
  private final CompiledPolicy policy;
  private final ValidationResult validation;
  private final Map<String, PolicyServer> servers = new HashMap<>();

  private PlanBuilder(Design design, CompiledPolicy policy, ValidationResult validation) {
    this.design = design;
    this.policy = policy;
    this.validation = validation;
    policy.servers().forEach(server -> servers.put(server.ref().id(), server));
  }

  /** The content of the plan; the design is only read. */
  public static PlanView build(Design design, CompiledPolicy policy, ValidationResult validation) {
    return new PlanBuilder(design, policy, validation).build();
  }

  private PlanView build() {
    String strategy = StrategyName.word(design, policy);
    return new PlanView(
        name(design),
        design.getRevision(),
        design.getAuthor(),
        design.getDescription(),
        policy.evaluationDate().toString(),
        policy.options().approvedOnly() ? "approved flows only" : "proposed and approved flows",
        strategy(),
        figures(),
        zones(),
        design.getExternalNetworks().stream()
            .map(network -> new NetworkRow(name(network), String.join(", ", network.getCidrs())))
            .toList(),
        freeGroups(),
        boundaries(),
        policy.ruleSets().stream().map(PlanBuilder::enforcement).toList(),
        new PhaseCommands(
            StepRows.command(policy, strategy, "monitor", true),
            StepRows.command(policy, strategy, "alert", false)),
        StepRows.of(policy, strategy, RolloutOrder.of(design, policy)),
        Math.round(RolloutOrder.SHARED_SERVICE * 100) + " %",
        CheckRows.of(policy, strategy),
        validation.findings().stream()
            .map(
                finding ->
                    new FindingRow(
                        finding.severity().label(),
                        finding.rule(),
                        finding.message(),
                        finding.mend()))
            .toList(),
        validation.accepted().stream().map(PlanBuilder::accepted).toList(),
        flowsLeftOut());
  }

  private static AcceptedRow accepted(Acceptance acceptance) {
    return new AcceptedRow(
        acceptance.finding().rule(),
        acceptance.finding().message(),
        text(acceptance.reason()),
        text(acceptance.acceptedBy()),
        acceptance.acceptedOn() == null ? "" : acceptance.acceptedOn().toString(),
        acceptance.expiresOn() == null ? "for good" : acceptance.expiresOn().toString());
  }

  private StrategyText strategy() {
    StrategyText kind = kind();
    return StrategyName.variant(design, policy)
        .map(each -> new StrategyText(kind.name() + ", variant " + name(each), kind.meaning()))
        .orElse(kind);
  }

  private StrategyText kind() {
    return switch (policy.strategy()) {
      case GROUP ->
          new StrategyText(
              "Group segmentation",
              "Members of a group talk freely; everything between groups passes a central"
                  + " firewall.");
      case MICRO ->
          new StrategyText(
              "Microsegmentation",
              "Every server is separated from every other, its own group's members too; the hosts"
                  + " enforce it.");
      case HYBRID ->
          new StrategyText(
              "Hybrid segmentation",
              "High-risk and chosen servers are microsegmented at their hosts; the rest is"
                  + " separated between groups by a central firewall.");
    };
  }

  private List<Figure> figures() {
    long micro = policy.servers().stream().filter(PolicyServer::micro).count();
    long rules = policy.ruleSets().stream().mapToLong(set -> set.rules().size()).sum();
    long hostSets = sets(EnforcementKind.HOST);
    return List.of(
        new Figure("Servers", number(policy.servers().size()), number(micro) + " microsegmented"),
        new Figure(
            "Groups", number(policy.groups().size()), "a server outside any group counts as one"),
        new Figure("Flows in force", number(policy.flows().size()), "on the evaluation date"),
        new Figure(
            "Rule sets",
            number(policy.ruleSets().size()),
            number(sets(EnforcementKind.CENTRAL)) + " central, " + number(hostSets) + " for hosts"),
        new Figure("Rules", number(rules), "in all rule sets"),
        new Figure(
            "Stateless ACL entries",
            number(policy.aclEntries()),
            "what the same policy would take as traditional ACLs"));
  }

  private long sets(EnforcementKind kind) {
    return policy.ruleSets().stream().filter(set -> set.kind() == kind).count();
  }

  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private List<ZoneRow> zones() {
    List<ZoneRow> rows = new ArrayList<>();
    addZone(design, "(outside any zone)", "", "", rows);
    return rows;
  }

  private void addZone(
      Container container, String path, String trust, String tenant, List<ZoneRow> rows) {
    List<GroupRow> groups = new ArrayList<>();
    for (ServerGroup group : container.getGroups()) {
      groups.add(group(name(group), group.getServers()));
    }
    for (Server server : container.getServers()) {
      groups.add(group(name(server), List.of(server)));
    }
    if (!groups.isEmpty() || container instanceof Zone) {
      rows.add(new ZoneRow(path, trust, tenant, groups));
    }
    for (Zone zone : container.getZones()) {
      String inner = container instanceof Zone ? path + " / " + name(zone) : name(zone);
      String owner = zone.getTenant() == null ? tenant : name(zone.getTenant());
      addZone(zone, inner, zone.getTrust().getLiteral(), owner, rows);
    }
  }

  private GroupRow group(String name, List<Server> members) {
    int micro =
        (int) members.stream().filter(server -> servers.get(server.getId()).micro()).count();
    Risk risk = members.stream().map(Server::getRisk).max(Enum::compareTo).orElse(Risk.LOW);
    String segmentation = micro == 0 ? "group" : micro == members.size() ? "micro" : "mixed";
    return new GroupRow(name, members.size(), micro, risk.getLiteral(), segmentation);
  }

  private List<String> freeGroups() {
    return policy.groups().stream()
        .filter(
            group ->
                policy.servers().subList(group.from(), group.to()).stream()
                        .filter(server -> !server.micro())
                        .count()
                    > 1)
        .map(group -> group.ref().name())
        .toList();
  }

  private List<Boundary> boundaries() {
    Map<String, Flow> flows = new LinkedHashMap<>();
    design.getFlows().forEach(flow -> flows.put(flow.getId(), flow));
    Map<String, Map<String, List<FlowRow>>> byEnds = new TreeMap<>();
    for (PolicyFlow compiled : policy.flows()) {
      Flow flow = flows.get(compiled.ref().id());
      byEnds
          .computeIfAbsent(Places.zone(flow.getSource()), zone -> new TreeMap<>())
          .computeIfAbsent(Places.zone(flow.getDestination()), zone -> new ArrayList<>())
          .add(row(flow, compiled));
    }
    List<Boundary> boundaries = new ArrayList<>();
    byEnds.forEach(
        (from, targets) ->
            targets.forEach((to, rows) -> boundaries.add(new Boundary(from, to, rows))));
    return boundaries;
  }

  private static FlowRow row(Flow flow, PolicyFlow compiled) {
    String services =
        compiled.services().stream()
            .map(
                service ->
                    service.ref().name().equals(service.match().toString())
                        ? service.ref().name()
                        : service.ref().name() + " (" + service.match() + ")")
            .collect(Collectors.joining(", "));
    return new FlowRow(
        name(flow.getSource()),
        name(flow.getDestination()),
        services,
        why(flow),
        text(flow.getOwner()),
        text(flow.getTicket()),
        flow.getState().getLiteral(),
        flow.getExpiresOn() == null ? "" : flow.getExpiresOn().toString(),
        flow.getInspection().getLiteral().replace('-', ' '),
        flow.isLog());
  }

  private static String why(Flow flow) {
    String justification = text(flow.getJustification());
    return justification.isEmpty() ? text(flow.getDescription()) : justification;
  }

  private static EnforcementRow enforcement(RuleSet set) {
    int permits =
        (int) set.rules().stream().filter(rule -> rule.action() == Rule.Action.PERMIT).count();
    return new EnforcementRow(
        set.name(),
        set.kind() == EnforcementKind.CENTRAL ? "central firewall" : "hosts",
        set.domain().name(),
        set.servers().size(),
        set.rules().size(),
        permits);
  }

  private List<String> flowsLeftOut() {
    var inForce = policy.flows().stream().map(flow -> flow.ref().id()).collect(Collectors.toSet());
    return design.getFlows().stream()
        .filter(flow -> !inForce.contains(flow.getId()))
        .map(
            flow ->
                name(flow.getSource())
                    + " → "
                    + name(flow.getDestination())
                    + ": "
                    + flow.getState().getLiteral()
                    + (flow.getExpiresOn() == null ? "" : ", until " + flow.getExpiresOn()))
        .toList();
  }

  private static String name(NamedElement element) {
    return element == null ? "(none)" : text(element.getName());
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
