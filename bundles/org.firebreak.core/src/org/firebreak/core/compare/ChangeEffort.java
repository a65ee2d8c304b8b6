package org.firebreak.core.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.model.EnforcementKind;

/**
 * What has to be touched when one flow changes, on average over the flows of a policy. Rules that
 * several hosts share are written once.
 *
 * @param rules rules that come from the flow
 * @param objects address objects that those rules name
 * @param centralPoints central firewalls that have such a rule
 * @param hosts servers whose packet filters have such a rule
 */
public record ChangeEffort(double rules, double objects, double centralPoints, double hosts) {
  private static final class Touched {
    private final Set<String> objects = new HashSet<>();
    private final Set<ElementRef> points = new HashSet<>();
    private long rules;
    private long hosts;
  }

  static ChangeEffort of(CompiledPolicy policy) {
    Map<String, Touched> byFlow = new HashMap<>();
    for (PolicyFlow flow : policy.flows()) {
      byFlow.put(flow.ref().id(), new Touched());
    }
    for (RuleSet set : policy.ruleSets()) {
      Set<Touched> here = new HashSet<>();
      for (Rule rule : set.rules()) {
        if (rule.kind() == Rule.Kind.FLOW) {
          for (ElementRef origin : rule.origins()) {
            Touched flow = byFlow.get(origin.id());
            flow.rules++;
            addObject(rule.source(), flow);
            addObject(rule.destination(), flow);
            here.add(flow);
          }
        }
      }
      for (Touched flow : here) {
        if (set.kind() == EnforcementKind.CENTRAL) {
          flow.points.add(set.enforcementPoint());
        } else {
          flow.hosts += set.servers().size();
        }
      }
    }
    return mean(byFlow);
  }

  private static void addObject(AddressGroup group, Touched flow) {
    if (!group.isAny()) {
      flow.objects.add(group.element() == null ? group.name() : group.element().id());
    }
  }

  private static ChangeEffort mean(Map<String, Touched> byFlow) {
    double rules = 0;
    double objects = 0;
    double points = 0;
    double hosts = 0;
    for (Touched flow : byFlow.values()) {
      rules += flow.rules;
      objects += flow.objects.size();
      points += flow.points.size();
      hosts += flow.hosts;
    }
    int flows = Math.max(1, byFlow.size());
    return new ChangeEffort(rules / flows, objects / flows, points / flows, hosts / flows);
  }

  /** The weighted sum. */
  public double weighted(ComparisonParameters parameters) {
    return parameters.get(EffortWeight.RULE) * rules
        + parameters.get(EffortWeight.OBJECT) * objects
        + parameters.get(EffortWeight.CENTRAL_POINT) * centralPoints
        + parameters.get(EffortWeight.HOST_POINT) * hosts;
  }
}
