package org.firebreak.exports.aci;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.service.IpProtocols;

/**
 * Services as entries of filters, and what there are no entries for.
 *
 * @param twoWay entries for connections and, by exchanged ports, their replies
 * @param forward entries for what goes to the provider alone
 * @param backward entries for the replies to those
 * @param mirrored whether new connections the other way match {@link #twoWay} too
 * @param lost what cannot be said
 */
record ServiceParts(
    List<Entry> twoWay,
    List<Entry> forward,
    List<Entry> backward,
    boolean mirrored,
    List<Lost> lost) {
  /** Services for which there is no entry, and why. */
  record Lost(String reason, Intervals services) {
    int protocol() {
      return ServiceLine.protocol(services.from(0));
    }
  }

  private static final int PORTS = 65_536;
  private static final int CODES = 256;
  private static final int PROTOCOLS = 256;

  /** Ports that the controller renames when it stores them. */
  private static final Map<Integer, String> PORT_NAMES =
      Map.of(
          20, "ftpData", 22, "ssh", 25, "smtp", 53, "dns", 80, "http", 110, "pop3", 443, "https",
          554, "rtsp");

  private static final Map<Integer, String> ICMP_TYPES =
      sorted(0, "echo-rep", 3, "dst-unreach", 4, "src-quench", 8, "echo", 11, "time-exceeded");
  private static final Map<Integer, String> ICMPV6_TYPES =
      sorted(
          1,
          "dst-unreach",
          3,
          "time-exceeded",
          128,
          "echo-req",
          129,
          "echo-rep",
          135,
          "nbr-solicit",
          136,
          "nbr-advert",
          137,
          "redirect");

  private static Map<Integer, String> sorted(Object... pairs) {
    Map<Integer, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((Integer) pairs[i], (String) pairs[i + 1]);
    }
    return map;
  }

  /**
   * How to permit services.
   *
   * @param returns protocols that pass the other way as a whole, so that their replies do
   * @param mirror whether others whose replies cannot be told apart are permitted both ways
   */
  static ServiceParts permit(Intervals services, Intervals returns, boolean mirror) {
    return new Splitter(returns, mirror, false).split(services);
  }

  /** How to deny services; nothing is denied the other way. */
  static ServiceParts deny(Intervals services) {
    ServiceParts parts = new Splitter(ServiceLine.ANY, false, true).split(services);
    return forward(Stream.concat(parts.twoWay.stream(), parts.forward.stream()), parts.lost);
  }

  /** All packets to the provider. */
  static ServiceParts everything() {
    return forward(Stream.of(Entry.ANY), List.of());
  }

  /** All packets in both directions. */
  static ServiceParts everythingMirrored() {
    return new ServiceParts(List.of(Entry.ANY), List.of(), List.of(), true, List.of());
  }

  /** All packets of a protocol to the provider. */
  static ServiceParts whole(int protocol) {
    return forward(Stream.of(entry(protocol)), List.of());
  }

  private static ServiceParts forward(Stream<Entry> entries, List<Lost> lost) {
    return new ServiceParts(List.of(), entries.toList(), List.of(), false, lost);
  }

  private static Entry entry(int protocol) {
    return new Entry(
        protocol == IpProtocols.ICMPV6 ? "ipv6" : "ip", name(protocol), null, null, null);
  }

  private static String name(int protocol) {
    return switch (protocol) {
      case IpProtocols.TCP -> "tcp";
      case IpProtocols.UDP -> "udp";
      case IpProtocols.ICMP -> "icmp";
      case IpProtocols.ICMPV6 -> "icmpv6";
      default -> Integer.toString(protocol);
    };
  }

  boolean isEmpty() {
    return twoWay.isEmpty() && forward.isEmpty();
  }

  private static final class Splitter {
    private final Intervals returns;
    private final boolean mirror;
    private final boolean deny;
    private final List<Entry> twoWay = new ArrayList<>();
    private final List<Entry> forward = new ArrayList<>();
    private final List<Entry> backward = new ArrayList<>();
    private final List<Lost> lost = new ArrayList<>();
    private boolean mirrored;

    Splitter(Intervals returns, boolean mirror, boolean deny) {
      this.returns = returns;
      this.mirror = mirror;
      this.deny = deny;
    }

    ServiceParts split(Intervals services) {
      for (int next = services.next(0); next >= 0 && next < PROTOCOLS * PORTS; ) {
        int protocol = next / PORTS;
        add(protocol, services.intersect(ServiceLine.of(protocol)));
        next = services.next((protocol + 1) * PORTS);
      }
      return new ServiceParts(
          List.copyOf(twoWay),
          List.copyOf(forward),
          List.copyOf(backward),
          mirrored,
          List.copyOf(lost));
    }

    private void add(int protocol, Intervals services) {
      boolean whole = services.equals(ServiceLine.of(protocol));
      switch (protocol) {
        case IpProtocols.TCP, IpProtocols.UDP -> {
          if (whole) {
            addWhole(protocol, services);
          } else {
            addPorts(protocol, services);
          }
        }
        case IpProtocols.ICMP, IpProtocols.ICMPV6 -> {
          if (whole && (mirror || returns.containsAll(services))) {
            addWhole(protocol, services);
          } else {
            addTypes(protocol, services);
          }
        }
        default -> {
          if (whole) {
            addWhole(protocol, services);
          } else {
            lost.add(new Lost("ports of " + IpProtocols.name(protocol), services));
          }
        }
      }
    }

    /** All of a protocol; but for TCP every packet of it looks like a reply. */
    private void addWhole(int protocol, Intervals services) {
      if (protocol == IpProtocols.TCP) {
        twoWay.add(entry(protocol));
      } else if (returns.containsAll(services)) {
        forward.add(entry(protocol));
      } else if (mirror) {
        twoWay.add(entry(protocol));
        mirrored = true;
      } else {
        lost.add(
            new Lost(
                IpProtocols.name(protocol) + " without ports, whose replies cannot be told apart",
                services));
      }
    }

    private void addPorts(int protocol, Intervals services) {
      int base = protocol * PORTS;
      for (int i = 0; i < services.count(); i++) {
        int first = services.from(i) - base;
        int last = services.to(i) - 1 - base;
        if (first == 0) {
          lost.add(
              new Lost(
                  name(protocol) + " port 0, which means every port",
                  Intervals.of(base, base + 1)));
          first = 1;
        }
        if (first <= last) {
          twoWay.add(new Entry("ip", name(protocol), port(first), port(last), null));
        }
      }
    }

    private static String port(int port) {
      return PORT_NAMES.getOrDefault(port, Integer.toString(port));
    }

    private void addTypes(int protocol, Intervals services) {
      boolean v6 = protocol == IpProtocols.ICMPV6;
      String attribute = v6 ? "icmpv6T " : "icmpv4T ";
      Intervals rest = services;
      for (Map.Entry<Integer, String> type : (v6 ? ICMPV6_TYPES : ICMP_TYPES).entrySet()) {
        int from = protocol * PORTS + type.getKey() * CODES;
        Intervals codes = Intervals.of(from, from + CODES);
        if (services.containsAll(codes)) {
          rest = rest.minus(codes);
          forward.add(typed(protocol, attribute + type.getValue()));
          if (type.getValue().startsWith("echo") && !type.getValue().equals("echo-rep") && !deny) {
            backward.add(typed(protocol, attribute + "echo-rep"));
          }
        }
      }
      if (!rest.isEmpty()) {
        lost.add(new Lost(name(protocol) + " types and codes without a name in the fabric", rest));
      }
    }

    private static Entry typed(int protocol, String icmp) {
      Entry entry = entry(protocol);
      return new Entry(entry.etherType(), entry.protocol(), null, null, icmp);
    }
  }
}
