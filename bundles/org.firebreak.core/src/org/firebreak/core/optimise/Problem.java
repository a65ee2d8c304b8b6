package org.firebreak.core.optimise;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.MicroCriteria;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyGroup;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.policy.StrategyChoice;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.reach.GroupReach;
import org.firebreak.core.reach.Hops;
import org.firebreak.core.reach.RadiusKind;
import org.firebreak.core.reach.Reached;
import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.EnforcementKind;

/**
 * The groups to choose from, what each costs and what it brings. It lies between two policies: with
 * none of the groups microsegmented, and with all of them.
 */
final class Problem {
  final Design design;
  final CompileOptions options;
  final GroupReach reach;
  final List<Candidate> candidates = new ArrayList<>();
  final int servers;

  private final Map<Hops, List<Reached>> own = new EnumMap<>(Hops.class);
  private final Map<Hops, Reached> least = new EnumMap<>(Hops.class);

  /** For each server 0 if it is enforced at its host anyway, 1 and up for a candidate, or -1. */
  final int[] partOf;

  final CompiledPolicy all;
  private final MicroCriteria criteria;
  private final List<BitSet> hosts = new ArrayList<>();
  private final BitSet hostsAnyway = new BitSet();
  private final long rulesAnyway;

  Problem(Design design, CompileOptions options, Progress progress) {
    this.design = design;
    this.options = options;
    criteria = StrategyChoice.AS_DESIGNED.resolve(design).criteria().withEndpoints(Set.of());
    Set<String> groups = new HashSet<>();
    collect(design, groups);
    progress.begin("Looking at the groups", 4);
    CompiledPolicy none = compile(Set.of());
    step(progress);
    all = compile(groups);
    step(progress);
    reach = new GroupReach(none, all);
    step(progress);
    servers = none.servers().size();
    Map<String, Integer> hostNumbers = new HashMap<>();
    long[] rules = rulesOfServers(all);
    long[] anyway = rulesOfServers(none);
    partOf = new int[servers];
    long sum = 0;
    for (PolicyServer server : none.servers()) {
      sum += anyway[server.index()];
      partOf[server.index()] = server.enforcedAtHost() ? 0 : -1;
      if (server.enforcedAtHost()) {
        hostsAnyway.set(host(server, hostNumbers));
      }
    }
    rulesAnyway = sum;
    for (Hops hops : Hops.values()) {
      own.put(hops, reach.own(hops));
    }
    step(progress);
    for (PolicyGroup group : reach.groups()) {
      BitSet machines = new BitSet();
      int count = 0;
      long cost = 0;
      for (int i = group.from(); i < group.to(); i++) {
        PolicyServer server = none.servers().get(i);
        if (!server.enforcedAtHost() && all.servers().get(i).micro()) {
          machines.set(host(server, hostNumbers));
          partOf[i] = candidates.size() + 1;
          cost += rules[i];
          count++;
        }
      }
      hosts.add(machines);
      int index = candidates.size();
      candidates.add(
          new Candidate(
              index,
              group.ref(),
              count,
              cost,
              own.get(Hops.ONE).get(index).pairs(),
              own.get(Hops.ANY).get(index).pairs()));
    }
    for (Hops hops : Hops.values()) {
      least.put(hops, reach.reached(every(), hops));
    }
  }

  /** All candidates. */
  BitSet every() {
    BitSet every = new BitSet();
    every.set(0, candidates.size());
    return every;
  }

  private static void step(Progress progress) {
    progress.check();
    progress.worked(1);
  }

  private static void collect(Container container, Set<String> ids) {
    container.getGroups().forEach(group -> ids.add(group.getId()));
    container.getZones().forEach(zone -> collect(zone, ids));
  }

  private CompiledPolicy compile(Set<String> groups) {
    return PolicyCompiler.compile(design, options.withStrategy(choice(groups)));
  }

  private StrategyChoice choice(Set<String> groups) {
    return StrategyChoice.hybrid(criteria.withEndpoints(groups));
  }

  private static long[] rulesOfServers(CompiledPolicy policy) {
    long[] rules = new long[policy.servers().size()];
    for (RuleSet set : policy.ruleSets()) {
      if (set.kind() == EnforcementKind.HOST) {
        set.servers().forEach(server -> rules[server.index()] = set.rules().size());
      }
    }
    return rules;
  }

  private static int host(PolicyServer server, Map<String, Integer> numbers) {
    String name = server.hypervisorHost();
    String key = name == null || name.isBlank() ? "server " + server.index() : "host " + name;
    return numbers.computeIfAbsent(key, each -> numbers.size());
  }

  /** Hybrid segmentation with the chosen candidates. */
  StrategyChoice strategy(BitSet chosen) {
    Set<String> ids = new HashSet<>();
    chosen.stream().forEach(each -> ids.add(candidates.get(each).group().id()));
    return choice(ids);
  }

  /** The policy with the chosen candidates. */
  CompiledPolicy policy(BitSet chosen) {
    return PolicyCompiler.compile(design, options.withStrategy(strategy(chosen)));
  }

  /** How far an intruder gets with the chosen candidates. */
  Reached reached(BitSet chosen, Hops hops) {
    return reach.reached(chosen, hops);
  }

  /** How far he gets with all candidates microsegmented: no choice leaves less. */
  Reached least(Hops hops) {
    return least.get(hops);
  }

  /** What a candidate that stays free leaves at least. */
  Reached own(int candidate, Hops hops) {
    return own.get(hops).get(candidate);
  }

  /** The blast radius of a figure of {@link Reached}. */
  double radius(double figure, Objective objective) {
    return objective.kind() != RadiusKind.MEAN ? figure : servers == 0 ? 0 : figure / servers;
  }

  /** The largest figure of {@link Reached} that keeps a blast radius. */
  double most(double radius, Objective objective) {
    return (objective.kind() == RadiusKind.MEAN ? radius * servers : radius) + 1e-6;
  }

  /** Rules at hosts with the chosen candidates; the rules of a server depend on no other's. */
  long rules(BitSet chosen) {
    return rulesAnyway + chosen.stream().mapToLong(each -> candidates.get(each).rules()).sum();
  }

  /** Hosts that enforce rules with the chosen candidates. */
  long devices(BitSet chosen) {
    BitSet all = (BitSet) hostsAnyway.clone();
    chosen.stream().forEach(each -> all.or(hosts.get(each)));
    return all.cardinality();
  }

  /** The hosts of a candidate that enforce nothing without any candidate. */
  BitSet newHosts(int candidate) {
    BitSet own = (BitSet) hosts.get(candidate).clone();
    own.andNot(hostsAnyway);
    return own;
  }
}
