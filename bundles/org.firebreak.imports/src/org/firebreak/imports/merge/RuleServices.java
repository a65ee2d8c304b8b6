package org.firebreak.imports.merge;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.PortRange;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.model.Protocol;

/**
 * Sets on the {@link ServiceLine} as services.
 *
 * @param matches what services can say
 * @param others numbers of the protocols that no service can say
 */
record RuleServices(List<ServiceMatch> matches, List<String> others) {
  private static final int PORTS = 65_536;
  private static final int CODES = 256;
  private static final int LOOSE_RANGES = 12;

  /** Types and codes of ICMP, each of which is a service. */
  private static final int MOST_MESSAGES = 40;

  private static final List<Protocol> KNOWN =
      Protocol.VALUES.stream().filter(protocol -> protocol != Protocol.ANY).toList();

  static RuleServices of(Intervals services) {
    if (services.equals(ServiceLine.ANY)) {
      return new RuleServices(List.of(ServiceMatch.ANY), List.of());
    }
    List<ServiceMatch> matches = new ArrayList<>();
    List<String> others = new ArrayList<>();
    Intervals left = services;
    for (Protocol protocol : KNOWN) {
      int number = IpProtocols.number(protocol);
      Intervals all = ServiceLine.of(number);
      Intervals part = services.intersect(all);
      left = left.minus(all);
      if (part.isEmpty()) {
        continue;
      }
      if (part.equals(all)) {
        matches.add(ServiceMatch.of(protocol, PortSet.ALL));
      } else if (IpProtocols.hasPorts(number)) {
        ports(protocol, part, matches);
      } else {
        List<ServiceMatch> messages = new ArrayList<>();
        messages(protocol, part, messages);
        if (messages.size() > MOST_MESSAGES) {
          others.add(number + " but for some of its types or codes");
        } else {
          matches.addAll(messages);
        }
      }
    }
    others.addAll(others(left));
    return new RuleServices(matches, others);
  }

  /** A service for each range, so that well-known ones are found; many ranges are one service. */
  private static void ports(Protocol protocol, Intervals part, List<ServiceMatch> matches) {
    int base = IpProtocols.number(protocol) * PORTS;
    List<PortRange> ranges = new ArrayList<>();
    for (int i = 0; i < part.count(); i++) {
      ranges.add(PortRange.of(part.from(i) - base, part.to(i) - 1 - base));
    }
    if (ranges.size() > LOOSE_RANGES) {
      matches.add(ServiceMatch.of(protocol, PortSet.of(ranges)));
    } else {
      ranges.forEach(range -> matches.add(ServiceMatch.of(protocol, PortSet.of(List.of(range)))));
    }
  }

  private static void messages(Protocol protocol, Intervals part, List<ServiceMatch> matches) {
    int base = IpProtocols.number(protocol) * PORTS;
    for (int type = 0; type < CODES; type++) {
      int first = base + type * CODES;
      Intervals all = Intervals.of(first, first + CODES);
      Intervals own = part.intersect(all);
      if (own.equals(all)) {
        matches.add(new ServiceMatch(protocol, PortSet.ALL, type, -1));
      } else {
        for (int i = 0; i < own.count(); i++) {
          for (int code = own.from(i); code < own.to(i); code++) {
            matches.add(new ServiceMatch(protocol, PortSet.ALL, type, code - first));
          }
        }
      }
    }
  }

  private static List<String> others(Intervals left) {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < left.count(); i++) {
      int first = ServiceLine.protocol(left.from(i));
      int last = ServiceLine.protocol(left.to(i) - 1);
      others.add(first == last ? String.valueOf(first) : first + "-" + last);
    }
    return others;
  }
}
