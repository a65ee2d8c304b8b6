package org.firebreak.core.validation.rules.throughput;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.Words;
import org.firebreak.model.Endpoint;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Zone;

/** Flows of which nobody has said how much they carry. */
public final class MissingEstimateRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-701",
          RuleCategory.THROUGHPUT,
          "Flow without a throughput estimate",
          FindingSeverity.INFO,
          "A flow with neither peak nor average throughput adds nothing to what the firewalls must"
              + " carry, so that the sizing is too small by an unknown amount. A guess that is"
              + " marked as guessed is better than none. Reported once for each pair of zones, with"
              + " the share of the flows between them; once for the design if no flow has an"
              + " estimate, or if there are more than 20 such pairs. What stays inside a group that"
              + " talks freely crosses no firewall and needs none.",
          "Flow backup → db has no estimate. Enter the size of the backup divided by its window.");

  private static final int NAMED = 3;
  private static final int MOST_PAIRS = 20;

  private record Pair(NamedElement source, NamedElement destination) {}

  /** The flows of a pair of zones: how many, and those without an estimate. */
  private static final class Tally {
    private final List<ActiveFlow> missing = new ArrayList<>();
    private int all;
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    Map<Pair, Tally> pairs = new LinkedHashMap<>();
    Map<Endpoint, NamedElement> places = new IdentityHashMap<>();
    Tally total = new Tally();
    for (ActiveFlow flow : context.activeFlows()) {
      if (flow.policy().services().isEmpty() || isUnseen(flow.policy(), context)) {
        continue;
      }
      Pair pair =
          new Pair(
              place(flow.element().getSource(), places),
              place(flow.element().getDestination(), places));
      Tally tally = pairs.computeIfAbsent(pair, each -> new Tally());
      count(flow, tally);
      count(flow, total);
    }
    if (total.missing.isEmpty()) {
      return List.of();
    }
    pairs.values().removeIf(tally -> tally.missing.isEmpty());
    if (total.missing.size() == total.all || pairs.size() > MOST_PAIRS) {
      return List.of(ofDesign(total, context));
    }
    List<Finding> findings = new ArrayList<>();
    pairs.forEach((pair, tally) -> findings.add(of(pair, tally, context)));
    return findings;
  }

  private static void count(ActiveFlow flow, Tally tally) {
    tally.all++;
    if (flow.element().getPeakBitsPerSecond() == null
        && flow.element().getAverageBitsPerSecond() == null) {
      tally.missing.add(flow);
    }
  }

  private static boolean isUnseen(PolicyFlow flow, ValidationContext context) {
    int from = flow.source().from();
    return flow.source().index() == flow.destination().index()
        && from < flow.source().to()
        && !flow.source().ref().type().equals("Zone")
        && context.policy().servers().subList(from, flow.source().to()).stream()
            .noneMatch(server -> server.micro());
  }

  /** The zone around an end, itself if it is one; an end outside any zone stands for itself. */
  private static NamedElement place(Endpoint end, Map<Endpoint, NamedElement> places) {
    return places.computeIfAbsent(
        end,
        each -> {
          for (Object inner = each; inner instanceof Endpoint around; inner = around.eContainer()) {
            if (around instanceof Zone zone) {
              return zone;
            }
          }
          return each;
        });
  }

  private Finding ofDesign(Tally total, ValidationContext context) {
    boolean none = total.missing.size() == total.all;
    return finding(
        none
            ? "No flow of the design has a throughput estimate ("
                + Words.count(total.all, "flow")
                + ")"
            : total.missing.size()
                + " of "
                + Words.count(total.all, "flow")
                + " ("
                + Math.max(1, Math.round(100.0 * total.missing.size() / total.all))
                + " %) have no throughput estimate: "
                + names(total),
        "Enter average and peak, or let them be taken from flow logs",
        context.policy().design());
  }

  private Finding of(Pair pair, Tally tally, ValidationContext context) {
    String mend = "Enter average and peak, or let them be taken from flow logs";
    if (tally.missing.size() == 1) {
      ActiveFlow flow = tally.missing.get(0);
      return finding("Flow " + flow.name() + " has no throughput estimate", mend, flow.ref());
    }
    ElementRef source = context.ref(pair.source());
    ElementRef destination = context.ref(pair.destination());
    boolean within = pair.source() == pair.destination();
    return finding(
        tally.missing.size()
            + " of "
            + Words.count(tally.all, "flow")
            + (within
                ? " within " + source.name()
                : " from " + source.name() + " to " + destination.name())
            + " have no throughput estimate: "
            + names(tally),
        mend,
        within ? new ElementRef[] {source} : new ElementRef[] {source, destination});
  }

  private static String names(Tally tally) {
    return Words.list(tally.missing.stream().map(ActiveFlow::ref).toList(), NAMED);
  }
}
