package org.firebreak.core.validation.rules.missing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyGroup;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.model.Service;

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
              + " is a warning if the group offers databases, directories, messaging or cluster"
              + " services, whose members nearly always do. Flows from or to external networks do"
              + " not count, because they are not meant for the group.",
          "Group db runs PostgreSQL with replication. Under microsegmentation draw the flow db → db"
              + " tcp/5432.");

  private static final Set<String> CLUSTERED =
      Set.of("database", "directory", "messaging", "cluster");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    CompiledPolicy policy = context.policy();
    BitSet talking = new BitSet();
    BitSet clustered = new BitSet();
    for (ActiveFlow flow : context.activeFlows()) {
      Run servers = run(policy, flow.policy().destination());
      if (flow.policy().services().isEmpty() || servers.isEmpty()) {
        continue;
      }
      Run clients = run(policy, flow.policy().source());
      int from = Math.max(clients.from(), servers.from());
      int to = Math.min(clients.to(), servers.to());
      if (from < to) {
        talking.set(from, to);
      }
      if (flow.element().getServices().stream().anyMatch(MicroGroupRule::isClustered)) {
        clustered.set(servers.from(), servers.to());
      }
    }
    return findings(policy, talking, clustered);
  }

  /**
   * The run of groups that an end touches; groups are numbered as their servers are, so that the
   * groups which two ends have in common are the overlap of their runs.
   */
  private record Run(int from, int to) {
    boolean isEmpty() {
      return from >= to;
    }
  }

  private static Run run(CompiledPolicy policy, PolicyEndpoint end) {
    return end.from() == end.to()
        ? new Run(0, 0)
        : new Run(
            policy.servers().get(end.from()).group(),
            policy.servers().get(end.to() - 1).group() + 1);
  }

  private static boolean isClustered(Service service) {
    return service.getCategory() != null
        && CLUSTERED.contains(service.getCategory().strip().toLowerCase(Locale.ROOT));
  }

  private List<Finding> findings(CompiledPolicy policy, BitSet talking, BitSet clustered) {
    List<Finding> findings = new ArrayList<>();
    for (PolicyGroup group : policy.groups()) {
      if (group.size() < 2 || talking.get(group.index())) {
        continue;
      }
      long micro =
          policy.servers().subList(group.from(), group.to()).stream()
              .filter(PolicyServer::micro)
              .count();
      if (micro > 0) {
        Finding finding = of(group, micro);
        findings.add(
            clustered.get(group.index()) ? finding.withSeverity(FindingSeverity.WARNING) : finding);
      }
    }
    return findings;
  }

  private Finding of(PolicyGroup group, long micro) {
    return finding(
        "Group "
            + group.ref().name()
            + " is microsegmented"
            + (micro == group.size() ? "" : " in part")
            + ", and no flow lets its "
            + group.size()
            + " servers talk to each other",
        "Draw a flow from the group to itself with what they use among themselves; nothing, if"
            + " they use nothing",
        group.ref());
  }
}
