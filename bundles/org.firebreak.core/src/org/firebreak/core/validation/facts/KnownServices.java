package org.firebreak.core.validation.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.firebreak.core.service.PortRange;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.model.Protocol;
import org.firebreak.model.Service;
import org.firebreak.model.library.ServiceLibrary;
import org.firebreak.model.library.WellKnownService;

/**
 * What the ports of a design's services mean by the service library. Library services that span
 * many ports say nothing about a single one and are left out.
 */
public final class KnownServices {
  /** Displays of VNC and X11 are counted from 0; far up a range the port is used by chance. */
  private static final int DISPLAYS = 10;

  private static final int WIDE = 128;

  private record Key(Protocol protocol, int port) {}

  private static final Map<Key, List<WellKnownService>> BY_PORT = index();

  private KnownServices() {}

  private static Map<Key, List<WellKnownService>> index() {
    record Entry(WellKnownService service, PortSet ports) {}
    List<Entry> entries =
        ServiceLibrary.wellKnown().all().stream()
            .filter(service -> !service.ports().isEmpty())
            .map(service -> new Entry(service, PortSet.parse(service.ports())))
            .filter(entry -> entry.ports().size() <= WIDE)
            .sorted(Comparator.comparingInt(entry -> entry.ports().size()))
            .toList();
    Map<Key, List<WellKnownService>> index = new HashMap<>();
    for (Entry entry : entries) {
      for (PortRange range : entry.ports().ranges()) {
        int last = Math.min(range.last(), range.first() + DISPLAYS - 1);
        for (int port = range.first(); port <= last; port++) {
          index
              .computeIfAbsent(new Key(entry.service().protocol(), port), key -> new ArrayList<>(2))
              .add(entry.service());
        }
      }
    }
    return index;
  }

  /**
   * What the ports of a service mean, port by port; ports without a meaning are left out. A port
   * means the library service by whose name or alias the design calls the service, else those that
   * share the port most closely.
   *
   * @param match what the service covers
   * @param most a service with more ports means nothing; it is too wide to tell
   */
  public static List<List<WellKnownService>> meanings(
      Service service, ServiceMatch match, int most) {
    boolean ports =
        match.protocol() == Protocol.TCP
            || match.protocol() == Protocol.UDP
            || match.protocol() == Protocol.SCTP;
    if (!ports || match.ports().size() > most) {
      return List.of();
    }
    String name = String.valueOf(service.getName()).strip().toLowerCase(Locale.ROOT);
    List<List<WellKnownService>> meanings = new ArrayList<>();
    for (PortRange range : match.ports().ranges()) {
      for (int port = range.first(); port <= range.last(); port++) {
        List<WellKnownService> ofPort = meanings(name, match.protocol(), port);
        if (!ofPort.isEmpty()) {
          meanings.add(ofPort);
        }
      }
    }
    return meanings;
  }

  /**
   * The first port that can only mean something of a kind.
   *
   * @param meanings see {@link #meanings}
   * @return the library service that the port means
   */
  public static Optional<WellKnownService> find(
      List<List<WellKnownService>> meanings, Predicate<WellKnownService> kind) {
    for (List<WellKnownService> ofPort : meanings) {
      if (ofPort.stream().allMatch(kind)) {
        return Optional.of(ofPort.get(0));
      }
    }
    return Optional.empty();
  }

  private static List<WellKnownService> meanings(String name, Protocol protocol, int port) {
    List<WellKnownService> known = BY_PORT.getOrDefault(new Key(protocol, port), List.of());
    if (known.size() < 2) {
      return known;
    }
    for (WellKnownService candidate : known) {
      if (candidate.name().equals(name) || candidate.aliases().contains(name)) {
        return List.of(candidate);
      }
    }
    return known.stream()
        .filter(candidate -> candidate.ports().equals(known.get(0).ports()))
        .toList();
  }
}
