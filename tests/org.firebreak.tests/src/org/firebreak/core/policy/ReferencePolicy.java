package org.firebreak.core.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Segmentation;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.Strategy;
import org.firebreak.model.Tenant;
import org.firebreak.model.Zone;

/** The definition of the intended policy, read off the model as naively as it is written. */
final class ReferencePolicy {
  private final Design design;
  private final CompileOptions options;
  private final List<Server> servers = new ArrayList<>();

  ReferencePolicy(Design design, CompileOptions options) {
    this.design = design;
    this.options = options;
    design
        .eAllContents()
        .forEachRemaining(
            object -> {
              if (object instanceof Server server) {
                servers.add(server);
              }
            });
  }

  Verdict.Kind decide(String tenantId, Connection connection) {
    Server source = at(tenantId, connection.source());
    Server destination = at(tenantId, connection.destination());
    if (source == null && destination == null) {
      return Verdict.Kind.OUT_OF_SCOPE;
    }
    if (source == destination) {
      return Verdict.Kind.PERMIT;
    }
    if (isQuarantined(source) || isQuarantined(destination)) {
      return !isQuarantined(source)
              && responders().anyMatch(each -> covers(each, source, connection.source()))
          ? Verdict.Kind.PERMIT
          : Verdict.Kind.DENY;
    }
    if (source != null
        && destination != null
        && source.eContainer() instanceof ServerGroup
        && source.eContainer() == destination.eContainer()
        && !isMicro(source)
        && !isMicro(destination)) {
      return Verdict.Kind.PERMIT;
    }
    for (Flow flow : design.getFlows()) {
      if (isActive(flow)
          && covers(flow.getSource(), source, connection.source())
          && covers(flow.getDestination(), destination, connection.destination())
          && covers(flow.getServices(), connection)) {
        return Verdict.Kind.PERMIT;
      }
    }
    return design.getTripwires().stream()
            .anyMatch(tripwire -> covers(tripwire.getServices(), connection))
        ? Verdict.Kind.ALERT
        : Verdict.Kind.DENY;
  }

  private boolean isQuarantined(Server server) {
    return server != null
        && (server.isQuarantined() || options.quarantine().servers().contains(server.getId()));
  }

  private Stream<Endpoint> responders() {
    List<Endpoint> all = new ArrayList<>(design.getResponders());
    design
        .eAllContents()
        .forEachRemaining(
            object -> {
              if (object instanceof Endpoint endpoint
                  && options.quarantine().responders().contains(endpoint.getId())) {
                all.add(endpoint);
              }
            });
    return all.stream();
  }

  boolean isMicro(Server server) {
    Segmentation segmentation = server.getSegmentation();
    if (segmentation == Segmentation.INHERIT && server.eContainer() instanceof ServerGroup group) {
      segmentation = group.getSegmentation();
    }
    if (segmentation != Segmentation.INHERIT) {
      return segmentation == Segmentation.MICRO;
    }
    StrategyChoice choice = options.strategy();
    return switch (choice.kind() == null ? design.getStrategy().getKind() : choice.kind()) {
      case GROUP -> false;
      case MICRO -> true;
      case HYBRID -> choice.criteria() == null ? ownCriteria(server) : given(server, choice);
    };
  }

  private boolean ownCriteria(Server server) {
    Strategy own = design.getStrategy();
    return server.getRisk().getValue() >= own.getMicroRisk().getValue()
        || server.isInternetFacing() && own.isMicroInternetFacing()
        || own.getMicroEndpoints().stream().anyMatch(each -> isIn(each, server));
  }

  private static boolean given(Server server, StrategyChoice choice) {
    return server.getRisk().getValue() >= choice.criteria().risk().getValue()
        || server.isInternetFacing() && choice.criteria().internetFacing()
        || Stream.iterate((EObject) server, up -> up != null, EObject::eContainer)
            .anyMatch(
                up ->
                    up instanceof Endpoint e && choice.criteria().endpoints().contains(e.getId()));
  }

  private static boolean isIn(EObject container, EObject inner) {
    return inner != null && (inner == container || isIn(container, inner.eContainer()));
  }

  private Server at(String tenantId, Address address) {
    Server shared = null;
    for (Server server : servers) {
      if (server.getAddresses().stream().anyMatch(text -> Address.parse(text).equals(address))) {
        String own = tenantOf(server);
        if (own != null && own.equals(tenantId)) {
          return server;
        }
        if (own == null) {
          shared = server;
        }
      }
    }
    return shared;
  }

  private static String tenantOf(Server server) {
    if (server.getTenant() != null) {
      return server.getTenant().getId();
    }
    for (EObject up = server.eContainer(); up != null; up = up.eContainer()) {
      Tenant tenant = up instanceof Zone zone ? zone.getTenant() : null;
      if (tenant != null) {
        return tenant.getId();
      }
    }
    return null;
  }

  private boolean isActive(Flow flow) {
    return flow.getState() != FlowState.RETIRED
        && !(options.approvedOnly() && flow.getState() == FlowState.PROPOSED)
        && (flow.getExpiresOn() == null || !options.evaluationDate().isAfter(flow.getExpiresOn()));
  }

  private static boolean covers(Endpoint endpoint, Server server, Address address) {
    if (endpoint instanceof ExternalNetwork network) {
      return network.getCidrs().stream()
          .anyMatch(cidr -> AddressRange.parse(cidr).contains(address));
    }
    for (EObject up = server; up != null; up = up.eContainer()) {
      if (up == endpoint) {
        return true;
      }
    }
    return false;
  }

  private static boolean covers(List<Service> services, Connection connection) {
    return services.stream().anyMatch(service -> connection.isCoveredBy(ServiceMatch.of(service)));
  }
}
