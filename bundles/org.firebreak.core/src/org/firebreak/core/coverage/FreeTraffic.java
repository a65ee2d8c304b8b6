package org.firebreak.core.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.policy.PolicyGroup;

/**
 * What the strategy permits without any flow: members of a group among themselves unless
 * microsegmented, and a server with itself; and the flows that therefore change nothing.
 */
public final class FreeTraffic {
  /**
   * A flow without which the same would be permitted.
   *
   * @param groups groups inside which it permits what is free anyway
   * @param others flows that permit the rest, in order of precedence; none if there is no rest
   */
  public record NoEffect(PolicyFlow flow, List<PolicyGroup> groups, List<PolicyFlow> others) {}

  private record Free(List<Box> boxes, TreeSet<Integer> groups) {}

  private final FlowCoverage coverage;
  private final CompiledPolicy policy;
  private final BitSet micro = new BitSet();

  private FreeTraffic(FlowCoverage coverage) {
    this.coverage = coverage;
    policy = coverage.policy();
    policy.servers().stream().filter(s -> s.micro()).forEach(s -> micro.set(s.index()));
  }

  /** Of the policy under its strategy. */
  public static FreeTraffic of(FlowCoverage coverage) {
    return new FreeTraffic(coverage);
  }

  /**
   * The flows of which everything is free or permitted by flows that stay; all of them could be
   * retired together.
   *
   * @param redundancy tells which flows stay
   */
  public List<NoEffect> withoutEffect(Redundancy redundancy) {
    BitSet staying = new BitSet();
    policy.flows().stream().filter(redundancy::isNeeded).forEach(flow -> staying.set(flow.index()));
    BitSet gone = new BitSet();
    for (int i = policy.flows().size() - 1; i >= 0; i--) {
      PolicyFlow flow = policy.flows().get(i);
      if (check(flow, index -> false).isPresent()
          || staying.get(i) && check(flow, staying::get).isPresent()) {
        gone.set(i);
        staying.clear(i);
      }
    }
    // Only now is it known which flows stay, and can explain why others need not.
    return gone.stream()
        .mapToObj(policy.flows()::get)
        .map(flow -> check(flow, index -> false).or(() -> check(flow, staying::get)))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<NoEffect> check(PolicyFlow flow, IntPredicate others) {
    List<Question> questions = new ArrayList<>();
    TreeSet<Integer> groups = new TreeSet<>();
    for (PlaneBoxes plane : coverage.planes()) {
      List<Box> parts = plane.inDesign(flow.index());
      if (parts.isEmpty()) {
        continue;
      }
      Free free = free(plane.plane(), plane.of(flow.index()));
      groups.addAll(free.groups());
      List<Integer> near = plane.near(flow.index()).stream().filter(others::test).toList();
      parts.forEach(part -> questions.add(new Question(plane, part, near, free.boxes())));
    }
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    BitSet used = new BitSet();
    for (Question question : questions) {
      BitSet own = question.cover(index -> true);
      if (own == null) {
        return Optional.empty();
      }
      used.or(own);
    }
    FlowCoverage.leaveOutNeedless(questions, used);
    return Optional.of(
        new NoEffect(
            flow,
            groups.stream().map(policy.groups()::get).toList(),
            used.stream().mapToObj(policy.flows()::get).toList()));
  }

  /** What is free of a flow's box. */
  private Free free(Plane plane, Box box) {
    Free free = new Free(new ArrayList<>(), new TreeSet<>());
    Intervals clients = box.source().intersect(plane.servers());
    Intervals servers = box.destination().intersect(plane.servers());
    int client = withServer(plane, clients, 0);
    int server = withServer(plane, servers, 0);
    while (client >= 0 && server >= 0) {
      PolicyGroup one = group(plane, client);
      PolicyGroup other = group(plane, server);
      if (one.index() == other.index()) {
        add(plane, box, one, free);
      }
      // Both go on to the later of the two groups, or past the common one.
      if (one.index() <= other.index()) {
        client = withServer(plane, clients, border(plane, one, other));
      }
      if (other.index() <= one.index()) {
        server = withServer(plane, servers, border(plane, other, one));
      }
    }
    return free;
  }

  private static int border(Plane plane, PolicyGroup own, PolicyGroup other) {
    return own.index() < other.index()
        ? plane.servers(other.from(), other.to()).from(0)
        : plane.servers(own.from(), own.to()).to(0);
  }

  /** The next point that is a server's: who will come to an empty group is not known. */
  private static int withServer(Plane plane, Intervals set, int from) {
    int point = set.next(from);
    while (point >= 0 && plane.serverAt(point) < 0) {
      point = set.next(point + 1);
    }
    return point;
  }

  private PolicyGroup group(Plane plane, int point) {
    return policy.groups().get(policy.servers().get(plane.serverAt(point)).group());
  }

  private void add(Plane plane, Box box, PolicyGroup group, Free free) {
    List<Intervals> open = new ArrayList<>();
    for (int from = micro.nextClearBit(group.from()); from < group.to(); ) {
      int to = Math.min(group.to(), end(from));
      open.add(plane.servers(from, to));
      from = micro.nextClearBit(to);
    }
    Intervals members = Intervals.union(open);
    add(new Box(members, members, ServiceLine.ANY), box, group, free);
    for (int server = micro.nextSetBit(group.from());
        server >= 0 && server < group.to();
        server = micro.nextSetBit(server + 1)) {
      Intervals itself = plane.server(server);
      add(new Box(itself, itself, ServiceLine.ANY), box, group, free);
    }
  }

  private int end(int from) {
    int next = micro.nextSetBit(from);
    return next < 0 ? Integer.MAX_VALUE : next;
  }

  private static void add(Box own, Box box, PolicyGroup group, Free free) {
    if (own.intersects(box)) {
      free.boxes().add(own);
      free.groups().add(group.index());
    }
  }
}
