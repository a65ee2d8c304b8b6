package org.firebreak.core.rollout;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.policy.PolicyGroup;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.model.Design;
import org.firebreak.model.Risk;
import org.firebreak.model.Server;

/**
 * Orders the groups of a design for enforcement by risk and dependency.
 *
 * <p>A mistake in the rules of a group that few others depend on is noticed by few, so among groups
 * of the same exposure those with fewer dependents come first. The more harm an intruder could do,
 * the earlier: internet-facing and critical groups form the first wave, the rest the second. Groups
 * on which most others depend (name resolution, logging and the like) come last whatever their
 * risk, when the procedure is proven.
 */
public final class RolloutOrder {
  /** From this share of all groups on, a group with that many dependents is a shared service. */
  public static final double SHARED_SERVICE = 0.2;

  private static final int FIRST_WAVE = 1;
  private static final int SECOND_WAVE = 2;
  private static final int LAST_WAVE = 3;

  private final CompiledPolicy policy;
  private final Map<String, Server> servers = new HashMap<>();
  private final List<BitSet> dependents = new ArrayList<>();

  private RolloutOrder(Design design, CompiledPolicy policy) {
    this.policy = policy;
    design.eAllContents().forEachRemaining(this::collect);
    policy.groups().forEach(group -> dependents.add(new BitSet()));
    policy.flows().forEach(this::countDependents);
  }

  /** The steps in the order in which they are to be done; groups without servers need none. */
  public static List<RolloutStep> of(Design design, CompiledPolicy policy) {
    return new RolloutOrder(design, policy).steps();
  }

  private void collect(EObject object) {
    if (object instanceof Server server) {
      servers.put(server.getId(), server);
    }
  }

  private void countDependents(PolicyFlow flow) {
    BitSet clients = new BitSet();
    if (flow.source().isExternal()) {
      clients.set(policy.groups().size() + flow.source().index());
    } else {
      setGroups(flow.source(), clients);
    }
    BitSet accepted = new BitSet();
    setGroups(flow.destination(), accepted);
    accepted.stream().forEach(group -> dependents.get(group).or(clients));
  }

  private void setGroups(PolicyEndpoint endpoint, BitSet groups) {
    if (!endpoint.isExternal() && endpoint.from() < endpoint.to()) {
      groups.set(
          policy.servers().get(endpoint.from()).group(),
          policy.servers().get(endpoint.to() - 1).group() + 1);
    }
  }

  private List<RolloutStep> steps() {
    List<RolloutStep> unordered = new ArrayList<>();
    for (PolicyGroup group : policy.groups()) {
      if (group.size() > 0) {
        unordered.add(step(group));
      }
    }
    unordered.sort(
        Comparator.comparingInt(RolloutStep::wave)
            .thenComparing(RolloutStep::internetFacing, Comparator.reverseOrder())
            .thenComparing(RolloutStep::risk, Comparator.reverseOrder())
            .thenComparingInt(RolloutStep::dependents)
            .thenComparing(step -> step.group().name()));
    List<RolloutStep> steps = new ArrayList<>(unordered.size());
    for (RolloutStep step : unordered) {
      steps.add(
          new RolloutStep(
              steps.size() + 1,
              step.wave(),
              step.group(),
              step.servers(),
              step.micro(),
              step.risk(),
              step.internetFacing(),
              step.dependents(),
              step.reason()));
    }
    return List.copyOf(steps);
  }

  private RolloutStep step(PolicyGroup group) {
    List<PolicyServer> members = policy.servers().subList(group.from(), group.to());
    Risk risk = Risk.LOW;
    boolean facing = false;
    for (PolicyServer member : members) {
      Server server = servers.get(member.ref().id());
      risk = server.getRisk().compareTo(risk) > 0 ? server.getRisk() : risk;
      facing |= server.isInternetFacing();
    }
    BitSet others = (BitSet) dependents.get(group.index()).clone();
    others.clear(group.index());
    int count = others.cardinality();
    int wave = wave(risk, facing, count);
    return new RolloutStep(
        0,
        wave,
        new ElementRef(group.ref().id(), group.ref().type(), group.ref().name()),
        group.size(),
        (int) members.stream().filter(PolicyServer::micro).count(),
        risk,
        facing,
        count,
        reason(wave, risk, facing, count));
  }

  private int wave(Risk risk, boolean facing, int count) {
    if (count > 2 && count >= SHARED_SERVICE * policy.groups().size()) {
      return LAST_WAVE;
    }
    return facing || risk == Risk.CRITICAL || risk == Risk.HIGH ? FIRST_WAVE : SECOND_WAVE;
  }

  private static String reason(int wave, Risk risk, boolean facing, int count) {
    String dependents =
        switch (count) {
          case 0 -> "nobody depends on it";
          case 1 -> "one group depends on it";
          default -> count + " groups depend on it";
        };
    return switch (wave) {
      case LAST_WAVE -> "Shared service: " + dependents + ", so it waits until the rest is proven.";
      case FIRST_WAVE ->
          (facing ? "Internet-facing" : "Risk " + risk.getLiteral()) + "; " + dependents + ".";
      default -> "Risk " + risk.getLiteral() + "; " + dependents + ".";
    };
  }
}
