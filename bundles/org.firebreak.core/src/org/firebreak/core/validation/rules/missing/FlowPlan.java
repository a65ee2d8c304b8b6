package org.firebreak.core.validation.rules.missing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.service.ServiceEntry;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.service.ServiceSyntax;
import org.firebreak.core.validation.DesignElements;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.model.Confidence;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Service;
import org.firebreak.model.io.NewElements;

/**
 * A flow that a fix proposes.
 *
 * @param source id of the client end
 * @param destination id of the server end
 * @param services what it permits; those of the design are used where it has them
 * @param like id of a flow that is treated alike, which gives inspection, log, owner and a guess of
 *     the throughput; {@code null} if there is none
 * @param justification why it is needed
 * @param proposedOn the day on which the design is judged
 */
record FlowPlan(
    String source,
    String destination,
    List<ServiceMatch> services,
    String like,
    String justification,
    LocalDate proposedOn) {
  FlowPlan {
    services = List.copyOf(services);
  }

  /**
   * Draws all flows, or none.
   *
   * @throws OutdatedFixException if an end has gone, or such a flow has been drawn since
   */
  static void drawAll(Collection<FlowPlan> plans, DesignElements elements) {
    plans.forEach(plan -> plan.check(elements));
    plans.forEach(plan -> plan.draw(elements));
  }

  private void check(DesignElements elements) {
    Endpoint from = elements.get(Endpoint.class, source);
    Endpoint to = elements.get(Endpoint.class, destination);
    if (like != null) {
      elements.get(Flow.class, like);
    }
    for (Flow flow : elements.design().getFlows()) {
      if (flow.getState() != FlowState.RETIRED
          && flow.getSource() == from
          && flow.getDestination() == to
          && matches(flow).containsAll(services)) {
        throw new OutdatedFixException("the design has such a flow already");
      }
    }
  }

  private static Set<ServiceMatch> matches(Flow flow) {
    Set<ServiceMatch> matches = new HashSet<>();
    for (Service service : flow.getServices()) {
      try {
        matches.add(ServiceMatch.of(service));
      } catch (IllegalArgumentException e) {
        // Another rule reports it; nothing can be the same as it.
        continue;
      }
    }
    return matches;
  }

  private void draw(DesignElements elements) {
    Design design = elements.design();
    Endpoint from = elements.get(Endpoint.class, source);
    Endpoint to = elements.get(Endpoint.class, destination);
    Flow flow = NewElements.flow(from, to);
    for (ServiceMatch match : services) {
      for (Service service : new ServiceEntry(design).parse(ServiceSyntax.write(match))) {
        if (service.eContainer() == null) {
          design.getServices().add(service);
        }
        flow.getServices().add(service);
      }
    }
    flow.setState(FlowState.PROPOSED);
    flow.setJustification(justification);
    flow.setProposedOn(proposedOn);
    flow.setOwner(owner(design, from, to));
    if (like != null) {
      Flow model = elements.get(Flow.class, like);
      flow.setInspection(model.getInspection());
      flow.setLog(model.isLog());
      guess(flow, model);
    }
    design.getFlows().add(flow);
  }

  /** A guess that says so is better than none: else the firewalls are sized without the flow. */
  private static void guess(Flow flow, Flow model) {
    if (model.getAverageBitsPerSecond() != null || model.getPeakBitsPerSecond() != null) {
      flow.setAverageBitsPerSecond(model.getAverageBitsPerSecond());
      flow.setPeakBitsPerSecond(model.getPeakBitsPerSecond());
      flow.setConnectionsPerSecond(model.getConnectionsPerSecond());
      flow.setMeanDurationSeconds(model.getMeanDurationSeconds());
      flow.setMeanPacketBytes(model.getMeanPacketBytes());
      flow.setHourlyProfile(model.getHourlyProfile());
      flow.setEstimateConfidence(Confidence.GUESSED);
      flow.setEstimateSource("As of " + ElementRef.of(model).name());
    }
  }

  /** Who answers for the flow that is alike, else for one that leads there, else for another. */
  private String owner(Design design, Endpoint from, Endpoint to) {
    List<Flow> flows = design.getFlows();
    return Stream.of(
            flows.stream().filter(flow -> flow.getId().equals(like)),
            flows.stream().filter(flow -> flow.getDestination() == to),
            flows.stream().filter(flow -> flow.getSource() == from),
            flows.stream().filter(flow -> flow.getSource() == to || flow.getDestination() == from))
        .flatMap(flowsOfAKind -> flowsOfAKind)
        .map(Flow::getOwner)
        .filter(Objects::nonNull)
        .filter(owner -> !owner.isBlank())
        .findFirst()
        .orElse(null);
  }
}
