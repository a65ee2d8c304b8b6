package org.firebreak.ui.attack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.StrategyChoice;
import org.firebreak.core.reach.AttackPaths;
import org.firebreak.core.reach.AttackPaths.Step;
import org.firebreak.core.reach.Way;
import org.firebreak.core.validation.ValidationContext;

/**
 * Paths from one server under two strategies.
 *
 * @param before under the strategy in force
 * @param after under the other one
 */
record AttackStudy(AttackPaths before, AttackPaths after) {

  /**
   * Computes the paths.
   *
   * @param serverId the compromised server
   * @param against the other strategy: a kind, or the name of a variant of the design
   * @throws IllegalArgumentException if the server or the strategy is gone
   */
  static AttackStudy of(ValidationContext context, String serverId, String against) {
    StrategyChoice choice =
        StrategyChoice.named(context.design(), against)
            .orElseThrow(
                () -> new IllegalArgumentException("the design has no strategy " + against));
    CompiledPolicy other =
        PolicyCompiler.compile(context.design(), CompileOptions.today().withStrategy(choice));
    return new AttackStudy(
        AttackPaths.from(context.policy(), server(context.policy(), serverId)),
        AttackPaths.from(other, server(other, serverId)));
  }

  private static PolicyServer server(CompiledPolicy policy, String id) {
    return policy.servers().stream()
        .filter(server -> server.ref().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the server is no longer in the design"));
  }

  /** Every server that is reached under one of the two, by hops under both, then by name. */
  List<AttackRow> rows() {
    Map<String, Step> now = steps(before);
    Map<String, Step> then = steps(after);
    Map<String, AttackRow> rows = new LinkedHashMap<>();
    now.forEach((id, step) -> rows.put(id, row(before, step, then.get(id))));
    then.forEach((id, step) -> rows.computeIfAbsent(id, each -> row(after, step)));
    List<AttackRow> sorted = new ArrayList<>(rows.values());
    sorted.sort(
        Comparator.comparingInt(AttackRow::sortedHops)
            .thenComparingInt(AttackRow::after)
            .thenComparing(row -> row.server().name()));
    return sorted;
  }

  private static Map<String, Step> steps(AttackPaths paths) {
    Map<String, Step> steps = new LinkedHashMap<>();
    paths
        .layers()
        .forEach(layer -> layer.forEach(step -> steps.put(step.server().ref().id(), step)));
    return steps;
  }

  private static AttackRow row(AttackPaths paths, Step step, Step other) {
    return new AttackRow(
        step.server().ref(),
        step.hops(),
        other == null ? 0 : other.hops(),
        step.from().ref().name(),
        step.way().text(),
        path(paths, step));
  }

  private static AttackRow row(AttackPaths paths, Step step) {
    return new AttackRow(
        step.server().ref(),
        0,
        step.hops(),
        step.from().ref().name(),
        step.way().text(),
        path(paths, step));
  }

  /** Servers and flows on the way. */
  private static List<ElementRef> path(AttackPaths paths, Step last) {
    List<ElementRef> path = new ArrayList<>();
    for (Step step : paths.path(last.server())) {
      path.add(step.from().ref());
      flow(step.way()).ifPresent(path::add);
    }
    path.add(last.server().ref());
    return path;
  }

  private static Optional<ElementRef> flow(Way way) {
    return way instanceof Way.ByFlow byFlow ? Optional.of(byFlow.flow()) : Optional.empty();
  }
}
