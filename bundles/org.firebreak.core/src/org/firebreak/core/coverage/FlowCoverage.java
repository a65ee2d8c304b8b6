package org.firebreak.core.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.policy.RoutingDomain;
import org.firebreak.core.progress.Progress;

/**
 * Compares what the flows of a policy permit, exactly: in every routing domain and address family,
 * source set × destination set × protocol and ports. Only connections with an end in the design
 * count, and a network and the servers behind its addresses are the same ends.
 *
 * <p>To make one costs O(n log n) for n servers, bounds of networks and flows. A question about a
 * flow looks at the flows that meet it in source, destination and service, found by indexes; how
 * many boxes it then takes is told at {@link BoxCover}. For one thread.
 */
public final class FlowCoverage {
  private final CompiledPolicy policy;
  private final List<PlaneBoxes> planes = new ArrayList<>();

  private FlowCoverage(CompiledPolicy policy, Progress progress) {
    this.policy = policy;
    Map<List<PolicyService>, Intervals> known = new HashMap<>();
    List<Intervals> services = new ArrayList<>(policy.flows().size());
    for (PolicyFlow flow : policy.flows()) {
      services.add(known.computeIfAbsent(flow.services(), ServiceLine::of));
    }
    for (RoutingDomain domain : policy.domains()) {
      for (boolean v6 : new boolean[] {false, true}) {
        planes.add(
            new PlaneBoxes(new Plane(policy, domain, v6), policy.flows(), services, progress));
      }
    }
  }

  /**
   * The flows of a policy, none compared yet.
   *
   * @param progress is only asked whether the work was cancelled, all through the comparisons
   */
  public static FlowCoverage of(CompiledPolicy policy, Progress progress) {
    return new FlowCoverage(policy, progress);
  }

  /** The flows of a policy, none compared yet. */
  public static FlowCoverage of(CompiledPolicy policy) {
    return of(policy, Progress.NONE);
  }

  CompiledPolicy policy() {
    return policy;
  }

  List<PlaneBoxes> planes() {
    return planes;
  }

  /** What the flow permits, by planes; equal for flows that permit the same. */
  List<List<Box>> region(PolicyFlow flow) {
    return planes.stream().map(plane -> plane.inDesign(flow.index())).toList();
  }

  /** Whether the flow permits a connection that has an end in the design. */
  public boolean permitsAnything(PolicyFlow flow) {
    return planes.stream().anyMatch(plane -> plane.of(flow.index()) != null);
  }

  /** A connection that both flows permit; none if they have none in common. */
  public Optional<FiveTuple> common(PolicyFlow one, PolicyFlow other) {
    for (PlaneBoxes plane : planes) {
      Box left = plane.of(one.index());
      Box right = plane.of(other.index());
      if (left != null && right != null && left.intersects(right)) {
        List<Box> parts = plane.inDesign(left.intersect(right));
        if (!parts.isEmpty()) {
          return Optional.of(plane.plane().example(parts.get(0)));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether one flow permits all that the other does. */
  public boolean contains(PolicyFlow wide, PolicyFlow narrow) {
    for (PlaneBoxes plane : planes) {
      Box outer = plane.of(wide.index());
      for (Box part : plane.inDesign(narrow.index())) {
        if (outer == null || !outer.containsAll(part)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The flows that permit something that this one permits too, in order of precedence. */
  public List<PolicyFlow> overlapping(PolicyFlow flow) {
    TreeSet<Integer> found = new TreeSet<>();
    for (PlaneBoxes plane : planes) {
      Box box = plane.of(flow.index());
      if (box != null) {
        for (int other : plane.near(flow.index())) {
          if (!found.contains(other) && !plane.inDesign(box.intersect(plane.of(other))).isEmpty()) {
            found.add(other);
          }
        }
      }
    }
    return found.stream().map(policy.flows()::get).toList();
  }

  /**
   * Whether some of the other flows permit all that a flow permits, alone or together.
   *
   * @param others which flows may be used; the flow itself never is
   */
  public Coverage cover(PolicyFlow flow, Predicate<PolicyFlow> others) {
    if (!permitsAnything(flow)) {
      return new Coverage.Nothing();
    }
    IntPredicate usable = index -> others.test(policy.flows().get(index));
    List<Question> questions = questions(flow, usable);
    BitSet used = new BitSet();
    for (Question question : questions) {
      BitSet own = question.cover(index -> true);
      if (own == null) {
        return new Coverage.Open(question.example());
      }
      used.or(own);
    }
    leaveOutNeedless(questions, used);
    return new Coverage.Covered(used.stream().mapToObj(policy.flows()::get).toList());
  }

  /** Whether all other flows together permit all that a flow permits. */
  public Coverage coverByOthers(PolicyFlow flow) {
    return cover(flow, other -> true);
  }

  /**
   * Whether earlier flows decide every connection that a flow permits, so that its inspection and
   * its logging never take effect.
   */
  public Coverage coverByEarlier(PolicyFlow flow) {
    return cover(flow, other -> other.index() < flow.index());
  }

  /** As {@link #cover}, but without explanation and example, and therefore faster. */
  boolean isCovered(PolicyFlow flow, IntPredicate others) {
    List<Question> questions = questions(flow, others);
    return !questions.isEmpty()
        && questions.stream().allMatch(question -> question.isCovered(index -> true));
  }

  /**
   * A connection of both flows that the earlier one decides, because no flow before it permits it;
   * none if there is none.
   */
  public Optional<FiveTuple> decidedByEarlier(PolicyFlow earlier, PolicyFlow later) {
    for (PlaneBoxes plane : planes) {
      Box left = plane.of(earlier.index());
      Box right = plane.of(later.index());
      if (left != null && right != null && left.intersects(right)) {
        List<Integer> before =
            plane.near(earlier.index()).stream().filter(i -> i < earlier.index()).toList();
        for (Box part : plane.inDesign(left.intersect(right))) {
          Question question = new Question(plane, part, before, List.of());
          if (!question.isCovered(index -> true)) {
            return Optional.of(question.example());
          }
        }
      }
    }
    return Optional.empty();
  }

  /** One for each box of the flow in each plane. */
  private List<Question> questions(PolicyFlow flow, IntPredicate others) {
    List<Question> questions = new ArrayList<>();
    for (PlaneBoxes plane : planes) {
      List<Box> parts = plane.inDesign(flow.index());
      if (!parts.isEmpty()) {
        List<Integer> near = plane.near(flow.index()).stream().filter(others::test).toList();
        parts.forEach(part -> questions.add(new Question(plane, part, near, List.of())));
      }
    }
    return questions;
  }

  /** Later flows are left out first, since earlier ones decide what becomes of a connection. */
  static void leaveOutNeedless(List<Question> questions, BitSet used) {
    for (int flow = used.length() - 1; flow >= 0; flow = used.previousSetBit(flow - 1)) {
      if (used.get(flow)) {
        used.clear(flow);
        if (!questions.stream().allMatch(question -> question.isCovered(used::get))) {
          used.set(flow);
        }
      }
    }
  }
}
