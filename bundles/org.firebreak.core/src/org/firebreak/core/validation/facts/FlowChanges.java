package org.firebreak.core.validation.facts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.service.ServiceSyntax;
import org.firebreak.model.Confidence;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramConnection;
import org.firebreak.model.Encryption;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.Service;
import org.firebreak.model.io.NewElements;
import org.firebreak.model.library.ServiceLibrary;
import org.firebreak.model.library.WellKnownService;

/**
 * Changes of flows of which fixes are made. Call them inside a model edit.
 *
 * <p>A narrowed flow keeps owner, justification, ticket, dates and state: what it still permits is
 * part of what was approved, and as a proposal it would be missing in exports of approved flows.
 */
public final class FlowChanges {
  private static final String DIVIDED = "divided by number of servers";

  /**
   * Ends of a part of a flow.
   *
   * @param weight its part of the traffic in proportion to the other parts, more than 0
   */
  public record Ends(Endpoint source, Endpoint destination, double weight) {}

  private FlowChanges() {}

  /**
   * Replaces a flow by one for each part: it becomes the first itself, copies of it directly behind
   * it the others. Throughput and connections are divided by weight, so that the sum stays, and are
   * then no better than guessed; ratios (duration, packet size, profile) stay. Where a diagram
   * lists the flow, it lists the copies too; corners are dropped, because they led to the former
   * end.
   */
  public static void split(Flow flow, List<Ends> parts) {
    double sum = parts.stream().mapToDouble(Ends::weight).sum();
    Design design = (Design) flow.eContainer();
    EList<Flow> flows = design.getFlows();
    int at = flows.indexOf(flow);
    for (int i = 1; i < parts.size(); i++) {
      Flow copy = copy(flow);
      move(copy, parts.get(i), sum);
      flows.add(at + i, copy);
      design.getDiagrams().forEach(diagram -> list(copy, flow, diagram));
    }
    move(flow, parts.get(0), sum);
    for (Diagram diagram : design.getDiagrams()) {
      for (DiagramConnection connection : diagram.getConnections()) {
        if (connection.getFlow() == flow) {
          connection.getBendpoints().clear();
        }
      }
    }
  }

  private static Flow copy(Flow flow) {
    Flow copy = EcoreUtil.copy(flow);
    copy.setId(NewElements.flow(null, null).getId());
    copy.setOrigin(null);
    return copy;
  }

  private static void list(Flow copy, Flow flow, Diagram diagram) {
    boolean listed =
        diagram.getConnections().stream().anyMatch(connection -> connection.getFlow() == flow);
    if (listed && !diagram.isShowAllFlows()) {
      diagram.getConnections().add(NewElements.connection(copy));
    }
  }

  private static void move(Flow flow, Ends part, double sum) {
    flow.setSource(part.source());
    flow.setDestination(part.destination());
    double share = part.weight() / sum;
    boolean estimated =
        flow.getAverageBitsPerSecond() != null
            || flow.getPeakBitsPerSecond() != null
            || flow.getConnectionsPerSecond() != null;
    if (share >= 1 || !estimated) {
      return;
    }
    flow.setAverageBitsPerSecond(times(flow.getAverageBitsPerSecond(), share));
    flow.setPeakBitsPerSecond(times(flow.getPeakBitsPerSecond(), share));
    flow.setConnectionsPerSecond(times(flow.getConnectionsPerSecond(), share));
    String source = flow.getEstimateSource();
    flow.setEstimateSource(source == null || source.isBlank() ? DIVIDED : source + ", " + DIVIDED);
    if (flow.getEstimateConfidence() != Confidence.UNKNOWN) {
      flow.setEstimateConfidence(Confidence.GUESSED);
    }
  }

  private static Double times(Double value, double share) {
    return value == null ? null : value * share;
  }

  /**
   * Puts services in place of one of a flow: those of the design that cover exactly the same, else
   * of the library, else new ones with the facts of the old one. Deletes the old one from the
   * design if nothing uses it any more.
   *
   * @param by what the flow is to permit in its place; empty to take the service away
   */
  public static void replaceService(Flow flow, Service old, List<ServiceMatch> by) {
    Design design = (Design) flow.eContainer();
    int at = flow.getServices().indexOf(old);
    flow.getServices().remove(old);
    boolean orphan =
        design.getFlows().stream().noneMatch(other -> other.getServices().contains(old))
            && design.getTripwires().stream().noneMatch(wire -> wire.getServices().contains(old));
    if (orphan) {
      design.getServices().remove(old);
    }
    for (ServiceMatch match : by) {
      Service service = service(design, match, old);
      if (!flow.getServices().contains(service)) {
        flow.getServices().add(at++, service);
      }
    }
  }

  private static Service service(Design design, ServiceMatch match, Service old) {
    for (Service service : design.getServices()) {
      if (covers(service, match)) {
        return service;
      }
    }
    Service made =
        ServiceLibrary.wellKnown().all().stream()
            .filter(known -> known.protocol() == match.protocol())
            .map(WellKnownService::toService)
            .filter(service -> covers(service, match))
            .findFirst()
            .orElseGet(() -> made(match, old));
    made.setName(freeName(design, made.getName(), match));
    design.getServices().add(made);
    return made;
  }

  private static boolean covers(Service service, ServiceMatch match) {
    try {
      return ServiceMatch.of(service).equals(match);
    } catch (IllegalArgumentException e) {
      return false; // an invalid service covers nothing; another rule reports it
    }
  }

  private static Service made(ServiceMatch match, Service old) {
    Service service = NewElements.service(ServiceSyntax.name(match));
    service.setProtocol(match.protocol());
    service.setPorts(match.ports().equals(PortSet.ALL) ? "" : match.ports().toString());
    service.setIcmpType(match.icmpType() < 0 ? null : match.icmpType());
    service.setIcmpCode(match.icmpCode() < 0 ? null : match.icmpCode());
    if (old.getProtocol() == match.protocol()) {
      service.setApplication(old.getApplication());
      service.setCategory(old.getCategory());
      service.setEncryption(old.getEncryption() == null ? Encryption.UNKNOWN : old.getEncryption());
    }
    return service;
  }

  private static String freeName(Design design, String name, ServiceMatch match) {
    Set<String> taken = new HashSet<>();
    design.getServices().forEach(service -> taken.add(service.getName()));
    String free = taken.contains(name) ? ServiceSyntax.name(match) : name;
    String stem = free;
    for (int i = 2; taken.contains(free); i++) {
      free = stem + "-" + i;
    }
    return free;
  }
}
