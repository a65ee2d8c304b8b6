package org.firebreak.model.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.firebreak.model.Protocol;

/**
 * The well-known services that ship with the product. Immutable and safe for threads.
 *
 * <p>A name may stand for several entries: {@code dns} is UDP and TCP. Lookups by name also take
 * aliases ({@code postgres} for {@code postgresql}) and ignore case. All lists are in the order of
 * the table, in which the usual entry comes first.
 */
public final class ServiceLibrary {

  private static final class Holder {
    static final ServiceLibrary WELL_KNOWN =
        new ServiceLibrary(
            ServiceTable.read(ServiceLibrary.class.getResourceAsStream("services.csv")));
  }

  /** A service with its ports parsed once. */
  private record PortEntry(WellKnownService service, List<ServicePorts> ports) {

    boolean covers(Protocol protocol, int port) {
      return service.protocol() == protocol
          && ports.stream().anyMatch(range -> range.contains(port));
    }
  }

  private final List<WellKnownService> services;
  private final List<PortEntry> narrowestFirst;
  private final Map<String, List<WellKnownService>> byName = new HashMap<>();

  private ServiceLibrary(List<WellKnownService> services) {
    this.services = List.copyOf(services);
    narrowestFirst =
        this.services.stream()
            .sorted(Comparator.comparingInt(service -> ServicePorts.count(service.ports())))
            .map(service -> new PortEntry(service, ServicePorts.parse(service.ports())))
            .toList();
    for (WellKnownService service : this.services) {
      byName.computeIfAbsent(service.name(), name -> new ArrayList<>()).add(service);
    }
    Map<String, List<WellKnownService>> byAlias = new HashMap<>();
    for (WellKnownService service : this.services) {
      for (String alias : service.aliases()) {
        byAlias.computeIfAbsent(alias, name -> new ArrayList<>()).add(service);
      }
    }
    byAlias.forEach(byName::putIfAbsent);
    byName.replaceAll((name, entries) -> List.copyOf(entries));
  }

  /**
   * The library of the product.
   *
   * @return the same instance each time
   */
  public static ServiceLibrary wellKnown() {
    return Holder.WELL_KNOWN;
  }

  /**
   * Every entry, by category.
   *
   * @return all services in the order of the table
   */
  public List<WellKnownService> all() {
    return services;
  }

  /**
   * The categories in use, for instance administration or database.
   *
   * @return each category once, in the order of the table
   */
  public List<String> categories() {
    return services.stream().map(WellKnownService::category).distinct().toList();
  }

  /**
   * The usual service of a name.
   *
   * @param name name or alias, in any case
   * @return the first entry of {@link #allByName(String)}
   */
  public Optional<WellKnownService> byName(String name) {
    return allByName(name).stream().findFirst();
  }

  /**
   * The service of a name on one protocol, for a port matrix that states both.
   *
   * @param name name or alias, in any case
   * @param protocol transport protocol; {@link Protocol#ANY} takes the usual entry
   * @return the first entry on the protocol; empty if the name is unknown or has none there
   */
  public Optional<WellKnownService> byName(String name, Protocol protocol) {
    return allByName(name).stream()
        .filter(service -> protocol == Protocol.ANY || service.protocol() == protocol)
        .findFirst();
  }

  /**
   * Every service of a name, over all protocols.
   *
   * @param name name or alias, in any case; a name wins over an alias that reads the same
   * @return the entries, the usual one first; empty if the name is unknown
   */
  public List<WellKnownService> allByName(String name) {
    return byName.getOrDefault(name.strip().toLowerCase(Locale.ROOT), List.of());
  }

  /**
   * The services that use a port, as a suggestion of what a port number means.
   *
   * @param protocol transport protocol
   * @param port destination port
   * @return the services whose ranges hold the port, the narrowest range first, then the usual one;
   *     empty if none is known
   */
  public List<WellKnownService> byPort(Protocol protocol, int port) {
    return narrowestFirst.stream()
        .filter(entry -> entry.covers(protocol, port))
        .map(PortEntry::service)
        .toList();
  }
}
