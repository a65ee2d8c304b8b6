package org.firebreak.core.validation.rules.redundancy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyNote;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.ServerAddresses;
import org.firebreak.core.validation.facts.Words;

/** Ends that have flows, all of which permit nothing. */
public final class UnreachableEndpointRule implements ValidationRule {
  private static final int NAMED = 4;

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-308",
          RuleCategory.REDUNDANCY,
          "Unreachable endpoint",
          FindingSeverity.WARNING,
          "The diagram shows flows from or to the zone, group or server, but none of them permits"
              + " anything: the other end has no address or belongs to another tenant, or the flow"
              + " has no service. Nor does a flow of a zone around it, of a part of it or of a"
              + " network with its addresses. Outside its own group it can talk to nobody. An"
              + " endpoint that has no servers or addresses itself is not reported here.",
          "The only flow of group web leads to group cache, which has no servers yet: when the"
              + " policy is enforced, nothing reaches web and web reaches nothing. Add the servers"
              + " of cache, or the flows that are missing.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    Set<String> noted = noted(context);
    Map<PolicyEndpoint, List<ActiveFlow>> suspects = new LinkedHashMap<>();
    List<ActiveFlow> live = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      if (!noted.contains(flow.ref().id()) && context.coverage().permitsAnything(flow.policy())) {
        live.add(flow);
      } else {
        suspect(suspects, flow.policy().source(), flow);
        suspect(suspects, flow.policy().destination(), flow);
      }
    }
    if (suspects.isEmpty()) {
      return List.of();
    }
    BitSet reached = reached(context, live);
    suspects.keySet().removeIf(end -> !hasAddress(context, end) || touches(reached, end));
    return suspects.entrySet().stream()
        .filter(entry -> !isInsideAnother(context, entry.getKey(), suspects.keySet()))
        .map(entry -> of(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Set<String> noted(ValidationContext context) {
    Set<String> noted = new HashSet<>();
    for (PolicyNote note : context.policy().notes()) {
      switch (note.code()) {
        case FLOW_WITHOUT_ADDRESS, FLOW_WITHOUT_SERVICE, CROSS_TENANT_FLOW ->
            noted.add(note.elements().get(0).id());
        default -> {
          // says nothing about a flow that is active
        }
      }
    }
    return noted;
  }

  private static void suspect(
      Map<PolicyEndpoint, List<ActiveFlow>> suspects, PolicyEndpoint end, ActiveFlow flow) {
    if (end.isExternal()) {
      return; // what is outside the design need not be reached
    }
    List<ActiveFlow> flows = suspects.computeIfAbsent(end, key -> new ArrayList<>());
    if (!flows.contains(flow)) {
      flows.add(flow);
    }
  }

  private static boolean hasAddress(ValidationContext context, PolicyEndpoint end) {
    return context.policy().domains().stream()
        .anyMatch(domain -> !context.policy().addresses(domain, end).isEmpty());
  }

  private static boolean isInsideAnother(
      ValidationContext context, PolicyEndpoint end, Set<PolicyEndpoint> others) {
    for (int i = end.parent(); i >= 0; i = context.policy().endpoints().get(i).parent()) {
      if (others.contains(context.policy().endpoints().get(i))) {
        return true;
      }
    }
    return false;
  }

  private Finding of(PolicyEndpoint end, List<ActiveFlow> flows) {
    List<ElementRef> refs = flows.stream().map(ActiveFlow::ref).toList();
    List<ElementRef> elements = new ArrayList<>();
    elements.add(end.ref());
    elements.addAll(refs);
    return finding(
        "Nothing reaches or leaves "
            + end.ref().name()
            + ": "
            + (refs.size() == 1 ? "its only flow " : "its flows ")
            + Words.list(refs, NAMED)
            + (refs.size() == 1 ? " permits nothing" : " permit nothing"),
        "Mend the flows, or add those that are missing",
        elements.toArray(ElementRef[]::new));
  }

  /** The servers that take part in some connection. */
  private static BitSet reached(ValidationContext context, List<ActiveFlow> live) {
    ServerAddresses addresses = context.shared(ServerAddresses.class, ServerAddresses::of);
    BitSet servers = new BitSet();
    Set<PolicyEndpoint> networks = new HashSet<>();
    for (ActiveFlow flow : live) {
      for (PolicyEndpoint end : List.of(flow.policy().source(), flow.policy().destination())) {
        if (!end.isExternal()) {
          servers.set(end.from(), end.to());
        } else if (networks.add(end)) {
          servers.or(addresses.serversIn(end.network()));
        }
      }
    }
    return servers;
  }

  private static boolean touches(BitSet servers, PolicyEndpoint end) {
    int first = servers.nextSetBit(end.from());
    return first >= 0 && first < end.to();
  }
}
