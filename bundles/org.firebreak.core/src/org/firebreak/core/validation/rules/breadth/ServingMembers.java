package org.firebreak.core.validation.rules.breadth;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.ServiceKinds;

/**
 * Which members of a group serve a service, as far as the design itself says so.
 *
 * @param members their positions in the group; some, but not all
 * @param evidence why, as findings say it
 * @param told whether people have said so, by labels or names; else only other flows suggest it
 */
record ServingMembers(PolicyEndpoint group, BitSet members, String evidence, boolean told) {
  /** Kinds of services that every server may offer, whoever happens to use them; or unknown. */
  private static final Set<String> EVERYWHERE =
      Set.of("administration", "monitoring", "backup", "security", "network", "");

  /** One flow to a single server may be an exception; two are a habit. */
  private static final int HABIT = 2;

  /**
   * The members that serve; empty if nothing is known, or if all do.
   *
   * @param flow which is no evidence itself
   */
  static Optional<ServingMembers> of(
      ValidationContext context, PolicyEndpoint group, PolicyService service, ActiveFlow flow) {
    for (MemberWords.Words words : MemberWords.in(context).of(group)) {
      Optional<BitSet> told = byWords(context, group, service, words.bearers());
      if (told.isPresent()) {
        return Optional.of(new ServingMembers(group, told.get(), words.by(), true));
      }
    }
    return byFlows(context, group, service, flow);
  }

  private static Optional<BitSet> byWords(
      ValidationContext context,
      PolicyEndpoint group,
      PolicyService service,
      Map<String, BitSet> bearers) {
    BitSet found = new BitSet();
    for (Set<String> words : ServiceWords.in(context).of(service).inOrder()) {
      for (String word : found.isEmpty() ? words : Set.<String>of()) {
        BitSet bearing = bearers.get(word);
        if (bearing != null) {
          found.or(bearing);
        }
      }
    }
    return some(found, group);
  }

  private static Optional<ServingMembers> byFlows(
      ValidationContext context, PolicyEndpoint group, PolicyService service, ActiveFlow flow) {
    if (EVERYWHERE.contains(
        context.shared(ServiceKinds.class, ServiceKinds::of).category(service))) {
      return Optional.empty();
    }
    BitSet found = new BitSet();
    Set<Integer> clients = new HashSet<>();
    for (KnownUse.Use use : KnownUse.in(context).serversOf(group, service.match(), flow)) {
      if (!use.end().ref().type().equals("Server")) {
        return Optional.empty(); // another flow to the whole group
      }
      found.set(use.end().from() - group.from());
      clients.add(use.flow().policy().source().index());
    }
    return clients.size() < HABIT
        ? Optional.empty()
        : some(found, group)
            .map(
                servers ->
                    new ServingMembers(
                        group,
                        servers,
                        "by " + clients.size() + " flows to single servers",
                        false));
  }

  private static Optional<BitSet> some(BitSet found, PolicyEndpoint group) {
    int count = found.cardinality();
    return count == 0 || count == group.to() - group.from() ? Optional.empty() : Optional.of(found);
  }

  /** The members as ends of flows. */
  List<PolicyEndpoint> ends(ValidationContext context) {
    List<PolicyEndpoint> ends = new ArrayList<>();
    members.stream().forEach(member -> ends.add(GroupEnds.in(context).end(group.from() + member)));
    return ends;
  }
}
