package org.firebreak.rulebase.kubernetes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.packets.ServiceLine;

/** The policies of one pod and direction as an ordered filter. */
final class Evaluation {
  private static final Box EVERYTHING = new Box(AddressSet.ANY, AddressSet.ANY, ServiceLine.ANY);
  private static final Comparator<Policy> IN_ORDER =
      Comparator.comparingDouble((Policy policy) -> policy.stage().order())
          .thenComparing(policy -> policy.stage().name())
          .thenComparingDouble(Policy::order)
          .thenComparing(Policy::name);

  private final List<FilterRule> filter = new ArrayList<>();
  private final List<Box> logged = new ArrayList<>();
  private final List<Box> passed = new ArrayList<>();
  private FilterRule last;

  private Evaluation() {}

  /**
   * The filter.
   *
   * @param permits what becomes of connections that no policy decides
   */
  static PacketFilter of(List<Policy> policies, boolean permits) {
    Map<Policy.Stage, List<Policy>> stages = new LinkedHashMap<>();
    policies.stream()
        .sorted(IN_ORDER)
        .forEach(
            policy -> stages.computeIfAbsent(policy.stage(), key -> new ArrayList<>()).add(policy));
    Evaluation evaluation = new Evaluation();
    for (Map.Entry<Policy.Stage, List<Policy>> stage : stages.entrySet()) {
      if (evaluation.last == null) {
        evaluation.add(stage.getKey(), stage.getValue());
      }
    }
    if (evaluation.last == null) {
      evaluation.passed.clear();
      evaluation.end("no policy", permits ? Verdict.ALLOW : Verdict.DENY);
    }
    return new PacketFilter(evaluation.filter, evaluation.last);
  }

  private void add(Policy.Stage stage, List<Policy> policies) {
    passed.clear();
    if (stage.kind() == Policy.Stage.Kind.UNION) {
      addAll(policies, Verdict.DENY);
      addAll(policies, Verdict.ALLOW);
      policies.stream()
          .filter(Policy::isolates)
          .findFirst()
          .ifPresent(policy -> end(policy.name() + " isolates", Verdict.DENY));
      return;
    }
    for (Policy policy : policies) {
      policy.rules().forEach(this::add);
    }
    if (stage.denies()) {
      end("end of tier " + stage.name(), Verdict.DENY);
    }
  }

  private void addAll(List<Policy> policies, Verdict verdict) {
    for (Policy policy : policies) {
      for (PolicyRule rule : policy.rules()) {
        if (rule.verdict() == verdict) {
          add(rule);
        }
      }
    }
  }

  private void add(PolicyRule rule) {
    List<Box> boxes = List.of(rule.box());
    for (Box pass : passed) {
      boxes = boxes.stream().flatMap(box -> box.minus(pass).stream()).toList();
    }
    switch (rule.verdict()) {
      case PASS -> passed.add(rule.box());
      case LOG -> logged.addAll(boxes);
      case ALLOW, DENY -> boxes.forEach(box -> decide(rule, box));
    }
  }

  private void decide(PolicyRule rule, Box box) {
    for (Box log : logged) {
      Box both = log.contains(box) ? box : box.intersect(log);
      if (!both.isEmpty()) {
        filter.add(filterRule(rule, both, true));
      }
      if (both == box) {
        return;
      }
    }
    filter.add(filterRule(rule, box, false));
  }

  private static FilterRule filterRule(PolicyRule rule, Box box, boolean logs) {
    return new FilterRule(
        rule.name(),
        rule.place(),
        box.source(),
        box.destination(),
        box.services(),
        new Outcome(rule.verdict() == Verdict.ALLOW, logs, false));
  }

  /** Decides what is left. What a rule passed on goes to the next stage. */
  private void end(String name, Verdict verdict) {
    PolicyRule rest = new PolicyRule(name, name, EVERYTHING, verdict);
    if (passed.isEmpty()) {
      boolean all = logged.stream().anyMatch(log -> log.contains(EVERYTHING));
      if (!all) {
        logged.forEach(log -> filter.add(filterRule(rest, log, true)));
      }
      last = filterRule(rest, EVERYTHING, all);
    } else {
      add(rest);
    }
  }
}
