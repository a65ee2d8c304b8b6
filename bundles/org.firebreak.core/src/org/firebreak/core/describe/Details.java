package org.firebreak.core.describe;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.Link;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.Tripwire;
import org.firebreak.model.Zone;

/** The few words beside a label. */
final class Details {

  private Details() {}

  static String of(EObject object) {
    return switch (object) {
      case Design design ->
          design.getStrategy() == null ? "" : EnumTexts.of(design.getStrategy().getKind());
      case Zone zone -> count(servers(zone));
      case ServerGroup group -> count(group.getServers().size());
      case Server server -> words(server.getAddresses());
      case ExternalNetwork network -> words(network.getCidrs());
      case Service service -> ports(service);
      case Flow flow -> services(flow.getServices());
      case Tripwire tripwire -> services(tripwire.getServices());
      case EnforcementPoint point -> platform(point);
      case Link link -> link.getMembers() + " × " + rate(link.getBitsPerSecond());
      case null, default -> "";
    };
  }

  /** Servers directly and indirectly inside. */
  private static int servers(Container container) {
    int servers = container.getServers().size();
    for (ServerGroup group : container.getGroups()) {
      servers += group.getServers().size();
    }
    for (Zone zone : container.getZones()) {
      servers += servers(zone);
    }
    return servers;
  }

  private static String count(int servers) {
    return servers == 1 ? "1 server" : servers + " servers";
  }

  private static String words(List<String> words) {
    return words == null ? "" : String.join(", ", words);
  }

  private static String ports(Service service) {
    String protocol = service.getProtocol().getLiteral();
    if (service.getIcmpType() != null) {
      String type = protocol + " type " + service.getIcmpType();
      return service.getIcmpCode() == null ? type : type + " code " + service.getIcmpCode();
    }
    return Labels.isBlank(service.getPorts())
        ? protocol
        : protocol + "/" + service.getPorts().strip();
  }

  private static String services(List<Service> services) {
    return services.isEmpty()
        ? "any service"
        : services.stream().map(Labels::of).collect(Collectors.joining(", "));
  }

  private static String platform(EnforcementPoint point) {
    String platform = Labels.isBlank(point.getPlatform()) ? "" : point.getPlatform();
    if (Labels.isBlank(point.getModel())) {
      return platform;
    }
    return platform.isEmpty() ? point.getModel() : platform + ", " + point.getModel();
  }

  private static String rate(Double bitsPerSecond) {
    return bitsPerSecond == null ? "unknown rate" : Quantity.BITS_PER_SECOND.format(bitsPerSecond);
  }
}
