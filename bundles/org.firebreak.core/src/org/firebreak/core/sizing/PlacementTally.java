package org.firebreak.core.sizing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.Enforcer;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.model.EnforcementKind;

/** Counts the pairs of servers of a flow by where they are enforced. */
final class PlacementTally {
  private final Map<ElementRef, Long> central = new LinkedHashMap<>();
  private final Map<Placement.ZonePair, Long> zones = new LinkedHashMap<>();
  private final Map<ServerClass, Long> ends = new LinkedHashMap<>();
  private long pairs;
  private long anyCentral;
  private long oneHost;
  private long twoHosts;
  private long crossing;

  boolean isEmpty() {
    return pairs == 0;
  }

  void add(long count, List<Enforcer> points, boolean crosses) {
    pairs += count;
    crossing += crosses ? count : 0;
    boolean firewall = false;
    for (Enforcer point : points) {
      if (point.kind() == EnforcementKind.CENTRAL) {
        firewall = true;
        central.merge(point.ref(), count, Long::sum);
      }
    }
    int hosts = hosts(points);
    anyCentral += firewall ? count : 0;
    oneHost += hosts == 1 ? count : 0;
    twoHosts += hosts > 1 ? count : 0;
  }

  private static int hosts(List<Enforcer> points) {
    int hosts = 0;
    for (Enforcer point : points) {
      hosts += point.kind() == EnforcementKind.HOST ? 1 : 0;
    }
    return hosts;
  }

  void addZones(long count, ElementRef from, ElementRef to) {
    zones.merge(new Placement.ZonePair(from, to), count, Long::sum);
  }

  void addEnds(long count, List<Enforcer> points, ServerClass source, ServerClass destination) {
    int hosts = hosts(points);
    if (hosts == 0) {
      return;
    }
    boolean both = hosts > 1;
    boolean atSource = both || source.key() != null && source.key().micro();
    if (atSource) {
      addEnd(source, destination, count);
    }
    if (both || !atSource) {
      addEnd(destination, source, count);
    }
  }

  /** A server that is at both ends has one pair less than its neighbours. */
  private void addEnd(ServerClass own, ServerClass other, long count) {
    List<PolicyServer> both = own.shared(other);
    if (both.isEmpty() || both.size() == own.size()) {
      ends.merge(own, count, Long::sum);
    } else {
      ends.merge(own, count + both.size(), Long::sum);
      ends.merge(own.of(both), (long) -both.size(), Long::sum);
    }
  }

  Placement placement() {
    double all = pairs;
    Map<ElementRef, Double> shares = new LinkedHashMap<>();
    central.forEach((firewall, count) -> shares.put(firewall, count / all));
    Map<Placement.ZonePair, Double> between = new LinkedHashMap<>();
    zones.forEach((pair, count) -> between.put(pair, count / all));
    return new Placement(
        shares,
        anyCentral / all,
        oneHost / all,
        twoHosts / all,
        (pairs - anyCentral - oneHost - twoHosts) / all,
        crossing / all,
        false,
        between,
        ends.entrySet().stream()
            .map(end -> new Placement.End(end.getKey(), end.getValue() / all))
            .toList());
  }
}
