package org.firebreak.exports.panos;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.firebreak.exports.ExportException;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Limit;

/** What one firewall gets, in all its virtual systems or device groups, against what it holds. */
final class FirewallUse {
  private final String exporter;
  private final String name;
  private final Set<Capacities.Capacity> capacities = new LinkedHashSet<>();
  private final Map<Counted, Set<String>> names = new EnumMap<>(Counted.class);
  private int registered;

  /**
   * @param exporter id of the exporter, which begins the names of its options
   * @param name what the firewall is called in messages
   */
  FirewallUse(String exporter, String name) {
    this.exporter = exporter;
    this.name = name;
    for (Counted counted : Counted.values()) {
      names.put(counted, new HashSet<>());
    }
  }

  /** The firewall, or one of several that get the same, holds no more than this. */
  void holds(Capacities.Capacity capacity) {
    capacities.add(capacity);
  }

  /** Counts an entry; one that several files have at the same place is one. */
  void add(Place place, Section section, String entry) {
    for (Counted counted : Counted.values()) {
      if (counted.section() == section) {
        names.get(counted).add(String.join(" ", place.words(section)) + " " + entry);
      }
    }
  }

  /** Counts addresses that get tags while the firewall runs. */
  void register(int addresses) {
    registered += addresses;
  }

  /**
   * Reports how full the firewall is.
   *
   * @throws ExportException if it does not hold all of it
   */
  void report(ExportSink sink) throws ExportException {
    for (Capacities.Capacity capacity : capacities) {
      report(capacity, sink);
    }
  }

  private void report(Capacities.Capacity capacity, ExportSink sink) throws ExportException {
    for (Counted counted : Counted.values()) {
      Limit limit = capacity.limits().get(counted);
      long count = counted == Counted.REGISTERED_ADDRESSES ? registered : names.get(counted).size();
      if (count > 0) {
        sink.held(limit, count);
      }
      limit.require("PAN-OS on " + capacity.model(), name, count, mend(counted));
    }
  }

  private String mend(Counted counted) {
    String fewer =
        switch (counted) {
          case RULES -> "let flows name groups and zones instead of servers";
          case ADDRESS_OBJECTS, ADDRESS_GROUPS -> "let flows name networks, or fewer servers";
          case SERVICE_OBJECTS, SERVICE_GROUPS -> "let flows share services";
          case ZONES -> "set the option " + exporter + ".zones=any";
          case TAGS -> "let more servers share their rules";
          case REGISTERED_ADDRESSES -> "export parts of the design";
        };
    return "Choose another strategy, "
        + fewer
        + ", divide the servers among more firewalls, or name a larger model with the option "
        + exporter
        + ".model or its own limit with "
        + exporter
        + ".limits="
        + counted.key()
        + "=NUMBER.";
  }
}
