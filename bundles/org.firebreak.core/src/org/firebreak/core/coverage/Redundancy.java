package org.firebreak.core.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.firebreak.core.policy.PolicyFlow;

/**
 * Which flows of a policy could be retired all together without closing a connection:
 *
 * <ol>
 *   <li>of flows that permit the same, all but the first;
 *   <li>flows of which one other permits all and more;
 *   <li>of what is left, from the last to the first, those that the rest permits together.
 * </ol>
 *
 * <p>What is left is needed: each flow permits a connection that no other that is left does.
 */
public final class Redundancy {
  /**
   * A flow that others cover.
   *
   * @param by the flows, in order of precedence, none of which can be left out and none of which is
   *     redundant itself; one if one is enough
   */
  public record Covered(PolicyFlow flow, List<PolicyFlow> by) {}

  private final FlowCoverage coverage;
  private final List<List<PolicyFlow>> duplicates;
  private final Map<Integer, Covered> covered = new HashMap<>();
  private final BitSet needed = new BitSet();

  private Redundancy(FlowCoverage coverage) {
    this.coverage = coverage;
    Map<List<List<Box>>, List<PolicyFlow>> same = new LinkedHashMap<>();
    for (PolicyFlow flow : coverage.policy().flows()) {
      if (coverage.permitsAnything(flow)) {
        same.computeIfAbsent(coverage.region(flow), key -> new ArrayList<>()).add(flow);
      }
    }
    duplicates = same.values().stream().filter(flows -> flows.size() > 1).toList();
    List<PolicyFlow> firsts = same.values().stream().map(flows -> flows.get(0)).toList();
    firsts.forEach(flow -> needed.set(flow.index()));
    BitSet inside = new BitSet();
    firsts.stream().filter(this::isInsideAnother).forEach(flow -> inside.set(flow.index()));
    needed.andNot(inside);
    for (int i = firsts.size() - 1; i >= 0; i--) {
      int flow = firsts.get(i).index();
      if (needed.get(flow) && coverage.isCovered(firsts.get(i), needed::get)) {
        needed.clear(flow);
      }
    }
    // Only now is it known which flows stay, and can explain why others need not.
    firsts.stream()
        .filter(flow -> !needed.get(flow.index()))
        .forEach(flow -> covered.put(flow.index(), new Covered(flow, explain(flow))));
  }

  /** Compares all flows. */
  public static Redundancy of(FlowCoverage coverage) {
    return new Redundancy(coverage);
  }

  private boolean isInsideAnother(PolicyFlow flow) {
    return candidates(flow).stream()
        .anyMatch(other -> needed.get(other) && coverage.contains(flow(other), flow));
  }

  private List<PolicyFlow> explain(PolicyFlow flow) {
    return candidates(flow).stream()
        .filter(other -> needed.get(other) && coverage.contains(flow(other), flow))
        .min(Integer::compare)
        .map(one -> List.of(flow(one)))
        .orElseGet(() -> coverOfNeeded(flow));
  }

  /** Who covers a flow covers it in the first plane in which it permits something. */
  private List<Integer> candidates(PolicyFlow flow) {
    return coverage.planes().stream()
        .filter(plane -> plane.of(flow.index()) != null)
        .findFirst()
        .map(plane -> plane.near(flow.index()))
        .orElse(List.of());
  }

  private PolicyFlow flow(int index) {
    return coverage.policy().flows().get(index);
  }

  private List<PolicyFlow> coverOfNeeded(PolicyFlow flow) {
    return switch (coverage.cover(flow, other -> needed.get(other.index()))) {
      case Coverage.Covered cover -> cover.by();
      case Coverage.Open open ->
          throw new IllegalStateException(flow.ref().name() + " alone permits " + open.example());
      case Coverage.Nothing nothing -> List.of();
    };
  }

  /** Sets of two or more flows that permit the same, each in order of precedence. */
  public List<List<PolicyFlow>> duplicates() {
    return duplicates;
  }

  /** The first of each set of duplicates and all other flows, so far as others cover them. */
  public List<Covered> covered() {
    return coverage.policy().flows().stream()
        .map(flow -> covered.get(flow.index()))
        .filter(Objects::nonNull)
        .toList();
  }

  /** Whether the flow is neither covered nor the later of duplicates, and permits something. */
  public boolean isNeeded(PolicyFlow flow) {
    return needed.get(flow.index());
  }
}
