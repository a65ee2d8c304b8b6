package org.firebreak.core.validation.rules.missing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyGroup;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.Threshold;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.GroupRoles;
import org.firebreak.core.validation.facts.GroupRun;
import org.firebreak.core.validation.facts.GroupServices;
import org.firebreak.core.validation.facts.Role;
import org.firebreak.core.validation.facts.ServiceKinds;
import org.firebreak.core.validation.facts.Words;

/** Microsegmented groups whose members may not talk to each other at all. */
public final class MicroGroupRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-401",
          RuleCategory.SEGMENTATION,
          "Microsegmented group without an intra-group flow",
          FindingSeverity.INFO,
          "Members of a microsegmented group may not talk to each other unless a flow says so."
              + " Right for web servers, wrong for anything that replicates or elects a leader; it"
              + " is a warning if the group runs such a program, whose members nearly always do:"
              + " databases, directories, message brokers, clustered file systems, and cluster"
              + " services such as etcd, Consul or ZooKeeper. They are known by their well-known"
              + " ports, by the category of the services that flows to the group permit, or by the"
              + " role of the group. The ports that are proposed are the makers' defaults. Flows"
              + " from or to external networks do not count, because they are not meant for the"
              + " group. More than three groups that run nothing of that kind are reported"
              + " together.",
          "Group db runs PostgreSQL with replication. Under microsegmentation draw the flow db → db"
              + " tcp/5432.");

  private static final int SEVERAL = 3;

  private static final Set<String> CLUSTERED =
      Set.of("database", "directory", "messaging", "cluster");

  private static final Set<Role> CLUSTERED_ROLES =
      Set.of(Role.DATABASE, Role.DIRECTORY, Role.BROKER);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    CompiledPolicy policy = context.policy();
    BitSet talking = talking(context);
    List<Finding> findings = new ArrayList<>();
    List<Finding> plain = new ArrayList<>();
    for (PolicyGroup group : policy.groups()) {
      if (group.size() < 2 || talking.get(group.index())) {
        continue;
      }
      int micro = 0;
      for (int i = group.from(); i < group.to(); i++) {
        micro += policy.servers().get(i).micro() ? 1 : 0;
      }
      if (micro > 0) {
        Finding finding = of(context, group, micro);
        (finding.severity() == INFO.severity() ? plain : findings).add(finding);
      }
    }
    if (plain.size() > SEVERAL) {
      findings.add(together(plain));
    } else {
      findings.addAll(plain);
    }
    return findings;
  }

  private Finding together(List<Finding> plain) {
    List<ElementRef> groups = plain.stream().map(finding -> finding.elements().get(0)).toList();
    return finding(
        groups.size()
            + " microsegmented groups have no flow that lets their servers talk to each other: "
            + Words.list(groups, SEVERAL),
        plain.get(0).mend(),
        groups.toArray(ElementRef[]::new));
  }

  /** The groups of which some members may talk to some others by a flow. */
  private static BitSet talking(ValidationContext context) {
    BitSet talking = new BitSet();
    for (ActiveFlow flow : context.activeFlows()) {
      GroupRun servers = GroupRun.of(context.policy(), flow.policy().destination());
      if (!flow.policy().services().isEmpty() && !servers.isEmpty()) {
        GroupRun both = servers.intersection(GroupRun.of(context.policy(), flow.policy().source()));
        if (!both.isEmpty()) {
          talking.set(both.from(), both.to());
        }
      }
    }
    return talking;
  }

  private Finding of(ValidationContext context, PolicyGroup group, int micro) {
    Optional<ClusterKind> kind = kind(context, group);
    boolean clustered = kind.isPresent() || isClustered(context, group);
    Finding finding =
        finding(
            "Group "
                + group.ref().name()
                + " is microsegmented"
                + (micro == group.size() ? "" : " in part")
                + ", and no flow lets its "
                + group.size()
                + " servers talk to each other"
                + kind.map(
                        known ->
                            "; members of "
                                + known.title()
                                + " usually need "
                                + words(known.peers()))
                    .orElse(""),
            clustered
                ? "Draw a flow from the group to itself with what its members use to replicate"
                : "Draw a flow from the group to itself with what they use among themselves;"
                    + " nothing, if they use nothing",
            group.ref());
    return clustered ? finding.withSeverity(FindingSeverity.WARNING) : finding;
  }

  private static Optional<ClusterKind> kind(ValidationContext context, PolicyGroup group) {
    return context
        .shared(ClusterKinds.class, any -> new ClusterKinds())
        .of(offered(context, group));
  }

  private static List<PolicyService> offered(ValidationContext context, PolicyGroup group) {
    return context.shared(GroupServices.class, GroupServices::of).of(group);
  }

  private static boolean isClustered(ValidationContext context, PolicyGroup group) {
    GroupRoles roles = context.shared(GroupRoles.class, GroupRoles::of);
    ServiceKinds kinds = context.shared(ServiceKinds.class, ServiceKinds::of);
    return roles.role(group).filter(CLUSTERED_ROLES::contains).isPresent()
        || offered(context, group).stream()
            .anyMatch(service -> CLUSTERED.contains(kinds.category(service)));
  }

  private static String words(List<ServiceMatch> services) {
    return services.stream().map(ServiceMatch::toString).collect(Collectors.joining(", "));
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    if (finding.elements().size() > 1) {
      return List.of();
    }
    String id = finding.elements().get(0).id();
    return context.policy().groups().stream()
        .filter(group -> group.ref().id().equals(id))
        .flatMap(group -> kind(context, group).stream())
        .filter(kind -> isNarrow(kind, context.profile().limit(Threshold.MAX_PORT_RANGE)))
        .map(kind -> fix(kind, finding, context))
        .toList();
  }

  /**
   * Ports that are chosen at run time are not proposed: the range is for those to say who run it.
   */
  private static boolean isNarrow(ClusterKind kind, int limit) {
    return kind.peers().stream()
        .flatMap(match -> match.ports().ranges().stream())
        .allMatch(range -> range.size() <= limit);
  }

  private static Fix fix(ClusterKind kind, Finding finding, ValidationContext context) {
    String group = finding.elements().get(0).id();
    FlowPlan plan =
        new FlowPlan(
            group,
            group,
            kind.peers(),
            context.activeFlows().stream()
                .filter(flow -> flow.policy().destination().ref().id().equals(group))
                .findFirst()
                .map(flow -> flow.ref().id())
                .orElse(null),
            "Members of " + kind.title() + " replicate and watch each other",
            context.policy().evaluationDate());
    String name = finding.elements().get(0).name();
    return new Fix(
        "Propose " + name + " → " + name + " with " + words(kind.peers()),
        false,
        elements -> FlowPlan.drawAll(List.of(plan), elements));
  }
}
