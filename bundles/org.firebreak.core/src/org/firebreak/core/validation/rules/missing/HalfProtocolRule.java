package org.firebreak.core.validation.rules.missing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.Words;

/** Flows that permit one of the connections that a protocol needs, and not the others. */
public final class HalfProtocolRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-018",
          RuleCategory.COMPLETENESS,
          "Half of a protocol",
          FindingSeverity.INFO,
          "Some protocols need more than the port by which they are known: DNS and Kerberos TCP"
              + " beside UDP, HTTP/3 HTTPS over TCP, FTP its data connections, the RPC endpoint"
              + " mapper the ports to which it refers, SIP the voice in RTP, NFS version 3 mountd,"
              + " IPsec ESP beside the key exchange, PPTP GRE. With one of them alone the"
              + " application works at first and fails at the first long answer or the first file."
              + " Replies need no flow; firewalls keep state. Firewalls that inspect applications"
              + " read the control connections of FTP, RPC and SIP and open the others by"
              + " themselves, so that flows with such inspection are not reported. The flows to"
              + " one end are reported together.",
          "Flow web → dns permits udp/53 alone. Answers with signatures exceed a packet and are"
              + " asked for again over TCP: permit tcp/53 beside it.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private record Half(Companion companion, ElementRef destination, List<ActiveFlow> flows) {}

  /** Made once, as the fixes ask again for each finding. */
  private record Halves(List<Half> all) {}

  @Override
  public List<Finding> check(ValidationContext context) {
    return halves(context).stream().map(this::of).toList();
  }

  private static List<Half> halves(ValidationContext context) {
    return context.shared(Halves.class, HalfProtocolRule::find).all();
  }

  private static Halves find(ValidationContext context) {
    List<Half> halves = new ArrayList<>();
    CompanionServices services = new CompanionServices();
    for (Companion companion : Companion.values()) {
      Map<ElementRef, List<ActiveFlow>> byEnd = new LinkedHashMap<>();
      for (ActiveFlow flow : new CompanionTable(context, companion, services).halves()) {
        byEnd
            .computeIfAbsent(flow.policy().destination().ref(), end -> new ArrayList<>())
            .add(flow);
      }
      byEnd.forEach((end, flows) -> halves.add(new Half(companion, end, flows)));
    }
    return new Halves(halves);
  }

  private Finding of(Half half) {
    List<ElementRef> flows = half.flows().stream().map(ActiveFlow::ref).toList();
    return new Finding(
        INFO.id(),
        INFO.severity(),
        elements(half),
        (flows.size() == 1
                ? "Flow " + flows.get(0).name() + " permits "
                : Words.count(flows.size(), "flow")
                    + " to "
                    + half.destination().name()
                    + " permit ")
            + half.companion().what()
            + ", but not "
            + half.companion().lacking(),
        half.companion().twin().isEmpty()
            ? "Permit the ports that the servers are configured to use, or inspect the application"
            : "Permit it beside, between the same ends");
  }

  /** The flows, and the service, so that two protocols of the same flows are two findings. */
  private static List<ElementRef> elements(Half half) {
    List<ElementRef> elements = new ArrayList<>();
    half.flows().forEach(flow -> elements.add(flow.ref()));
    half.flows().get(0).policy().services().stream()
        .filter(service -> half.companion().isTrigger(service.match()))
        .map(PolicyService::ref)
        .findFirst()
        .ifPresent(elements::add);
    return elements;
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    return halves(context).stream()
        .filter(half -> elements(half).equals(finding.elements()))
        .flatMap(half -> half.companion().twin().stream().map(twin -> fix(half, twin, context)))
        .toList();
  }

  private static Fix fix(Half half, ServiceMatch twin, ValidationContext context) {
    Map<List<String>, FlowPlan> plans = new LinkedHashMap<>();
    for (ActiveFlow flow : half.flows()) {
      String source = flow.policy().source().ref().id();
      String destination = flow.policy().destination().ref().id();
      plans.putIfAbsent(
          List.of(source, destination),
          new FlowPlan(
              source,
              destination,
              List.of(twin),
              flow.ref().id(),
              "Beside " + half.companion().what() + " it needs " + half.companion().lacking(),
              context.policy().evaluationDate()));
    }
    return new Fix(
        "Propose "
            + twin
            + " beside "
            + (plans.size() == 1
                ? half.flows().get(0).name()
                : Words.count(plans.size(), "flow") + " to " + half.destination().name()),
        false,
        elements -> FlowPlan.drawAll(plans.values(), elements));
  }
}
