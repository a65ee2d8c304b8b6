package org.firebreak.core.validation.rules.throughput;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.firebreak.core.describe.Quantity;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.Words;
import org.firebreak.model.Flow;

/** Flows of which sessions cannot be computed because the mean duration is missing. */
public final class MissingDurationRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-704",
          RuleCategory.THROUGHPUT,
          "Connections without a mean duration",
          FindingSeverity.INFO,
          "Concurrent sessions are new connections per second times the time that each stays in the"
              + " state table (Little's law). A flow that states the first but not how long a"
              + " connection lasts adds nothing to the sessions that the firewall must hold, which"
              + " is the limit that is often reached first. Reported once for all flows of the same"
              + " services, because these usually last alike; once for the design if there are more"
              + " than 20 such services.",
          "Flow web → app opens 3,600 connections a second. State that they last 1.2 s on"
              + " average.");

  private static final String MEND = "State how long a connection lasts on average";
  private static final int MOST_SERVICES = 20;
  private static final int NAMED = 3;
  private static final int ELEMENTS = 20;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    Map<String, List<ActiveFlow>> missing = missing(context);
    if (missing.size() > MOST_SERVICES) {
      return List.of(ofDesign(missing.values(), context));
    }
    List<Finding> findings = new ArrayList<>();
    missing.values().forEach(flows -> findings.add(of(flows)));
    return findings;
  }

  /** The flows without a duration, by their services. */
  private static Map<String, List<ActiveFlow>> missing(ValidationContext context) {
    Map<String, List<ActiveFlow>> missing = new LinkedHashMap<>();
    Map<PolicyService, String> texts = new IdentityHashMap<>();
    for (ActiveFlow flow : context.activeFlows()) {
      if (isMissing(flow.element())) {
        missing.computeIfAbsent(services(flow, texts), key -> new ArrayList<>()).add(flow);
      }
    }
    return missing;
  }

  private static boolean isMissing(Flow flow) {
    return TrafficFigure.CONNECTIONS.isUsable(flow)
        && flow.getConnectionsPerSecond() > 0
        && flow.getMeanDurationSeconds() == null;
  }

  private static String services(ActiveFlow flow, Map<PolicyService, String> texts) {
    TreeSet<String> services = new TreeSet<>();
    for (PolicyService service : flow.policy().services()) {
      services.add(texts.computeIfAbsent(service, each -> each.match().toString()));
    }
    return String.join(", ", services);
  }

  private Finding ofDesign(Collection<List<ActiveFlow>> all, ValidationContext context) {
    int flows = all.stream().mapToInt(List::size).sum();
    return finding(
        flows
            + " of "
            + Words.count(context.activeFlows().size(), "flow")
            + " state new connections per second but no mean duration, so that no sessions are"
            + " counted for them",
        MEND,
        context.policy().design());
  }

  private Finding of(List<ActiveFlow> flows) {
    List<ElementRef> refs = flows.stream().map(ActiveFlow::ref).toList();
    return finding(
        (flows.size() == 1
                ? "Flow " + refs.get(0).name() + " states"
                : Words.count(flows.size(), "flow")
                    + " of "
                    + services(flows.get(0), new IdentityHashMap<>())
                    + " ("
                    + Words.list(refs, NAMED)
                    + ") state")
            + " new connections per second but no mean duration, so that no sessions are counted",
        MEND,
        refs.subList(0, Math.min(ELEMENTS, refs.size())).toArray(ElementRef[]::new));
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    String first = finding.elements().get(0).id();
    if (first.equals(context.policy().design().id())) {
      return List.of();
    }
    for (Map.Entry<String, List<ActiveFlow>> entry : missing(context).entrySet()) {
      List<ActiveFlow> flows = entry.getValue();
      OptionalDouble median = median(entry.getKey(), context);
      if (flows.get(0).ref().id().equals(first) && median.isPresent()) {
        return List.of(
            set(flows.stream().map(flow -> flow.ref().id()).toList(), median.getAsDouble()));
      }
    }
    return List.of();
  }

  private static Fix set(List<String> flows, double seconds) {
    return new Fix(
        "Take " + Quantity.SECONDS.format(seconds) + ", as other flows of the service last",
        false,
        elements -> {
          List<Flow> found =
              flows.stream()
                  .map(id -> elements.get(Flow.class, id))
                  .filter(MissingDurationRule::isMissing)
                  .toList();
          if (found.isEmpty()) {
            throw new OutdatedFixException("the durations have been entered");
          }
          found.forEach(flow -> flow.setMeanDurationSeconds(seconds));
        });
  }

  /** Median of what flows of the same services state: one odd flow does not move it. */
  private static OptionalDouble median(String services, ValidationContext context) {
    Map<PolicyService, String> texts = new IdentityHashMap<>();
    double[] known =
        context.activeFlows().stream()
            .filter(flow -> TrafficFigure.DURATION.isUsable(flow.element()))
            .filter(flow -> services(flow, texts).equals(services))
            .mapToDouble(flow -> flow.element().getMeanDurationSeconds())
            .toArray();
    Arrays.sort(known);
    return known.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(known[(known.length - 1) / 2]);
  }
}
