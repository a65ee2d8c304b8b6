package org.firebreak.exports.aci;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param widened whether more services match, for lack of entries for them alone
 * @param lost what cannot be said
 */
record ServiceParts(
    List<Entry> twoWay,
    List<Entry> forward,
    List<Entry> backward,
    boolean mirrored,
    boolean widened,
    List<String> lost) {
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

  /** What may be permitted besides the services themselves. */
  enum Slack {
    /** Nothing. */
    NONE,
    /** Services the other way, if there is no other way to let replies through. */
    MIRROR,
    /** Everything else is permitted anyway. */
    OPEN
  }

  /** How to permit services. */
  static ServiceParts permit(Intervals services, Slack slack) {
    return new Splitter(slack, false).split(services);
  }

  /** How to deny services; nothing is denied the other way. What there is no entry for is lost. */
  static ServiceParts deny(Intervals services) {
    ServiceParts parts = new Splitter(Slack.MIRROR, true).split(services);
    List<Entry> all = new ArrayList<>(parts.twoWay());
    all.addAll(parts.forward());
    return new ServiceParts(List.of(), all, List.of(), false, false, parts.lost());
  }

  boolean isEmpty() {
    return twoWay.isEmpty() && forward.isEmpty();
  }

  private static final class Splitter {
    private final boolean mirrorable;
    private final boolean wide;
    private final boolean deny;
    private final List<Entry> twoWay = new ArrayList<>();
    private final List<Entry> forward = new ArrayList<>();
    private final List<Entry> backward = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private boolean mirrored;
    private boolean widened;

    Splitter(Slack slack, boolean deny) {
      this.mirrorable = slack != Slack.NONE;
      this.wide = slack == Slack.OPEN;
      this.deny = deny;
    }

    ServiceParts split(Intervals services) {
      if (services.equals(ServiceLine.ANY) && mirrorable) {
        twoWay.add(Entry.ANY);
        mirrored = true;
      } else {
        for (int next = services.next(0); next >= 0 && next < PROTOCOLS * PORTS; ) {
          int protocol = next / PORTS;
          add(protocol, services.intersect(ServiceLine.of(protocol)));
          next = services.next((protocol + 1) * PORTS);
        }
      }
      return new ServiceParts(
          List.copyOf(twoWay),
          List.copyOf(forward),
          List.copyOf(backward),
          mirrored,
          widened,
          List.copyOf(lost));
    }

    private void add(int protocol, Intervals services) {
      switch (protocol) {
        case IpProtocols.TCP -> addPorts(protocol, "tcp", services);
        case IpProtocols.UDP -> addPorts(protocol, "udp", services);
        case IpProtocols.ICMP -> addIcmp(protocol, "icmp", services);
        case IpProtocols.ICMPV6 -> addIcmp(protocol, "icmpv6", services);
        default -> {
          boolean whole = services.equals(ServiceLine.of(protocol));
          if (whole || wide) {
            widened |= !whole;
            addWhole(protocol, "ip", Integer.toString(protocol));
          } else {
            lost.add("ports of " + IpProtocols.name(protocol));
          }
        }
      }
    }

    /** A protocol of which every packet looks like a reply. */
    private void addWhole(int protocol, String etherType, String name) {
      if (mirrorable) {
        twoWay.add(new Entry(etherType, name, null, null, null));
        mirrored = true;
      } else {
        lost.add(IpProtocols.name(protocol) + " without ports, whose replies cannot be told apart");
      }
    }

    private void addPorts(int protocol, String name, Intervals services) {
      if (services.equals(ServiceLine.of(protocol))) {
        if (protocol == IpProtocols.TCP) {
          twoWay.add(new Entry("ip", name, null, null, null));
        } else {
          addWhole(protocol, "ip", name);
        }
        return;
      }
      for (int i = 0; i < services.count(); i++) {
        int first = services.from(i) - protocol * PORTS;
        int last = services.to(i) - 1 - protocol * PORTS;
        if (first == 0 && wide) {
          widened = true;
          twoWay.add(new Entry("ip", name, null, null, null));
          mirrored |= protocol != IpProtocols.TCP;
          first = 1;
        } else if (first == 0) {
          lost.add(name + " port 0, which means every port");
          first = 1;
        }
        if (first <= last) {
          twoWay.add(new Entry("ip", name, port(first), port(last), null));
        }
      }
    }

    private static String port(int port) {
      return PORT_NAMES.getOrDefault(port, Integer.toString(port));
    }

    private void addIcmp(int protocol, String name, Intervals services) {
      boolean v6 = protocol == IpProtocols.ICMPV6;
      String etherType = v6 ? "ipv6" : "ip";
      if (services.equals(ServiceLine.of(protocol)) && mirrorable) {
        addWhole(protocol, etherType, name);
        return;
      }
      String attribute = v6 ? "icmpv6T " : "icmpv4T ";
      Intervals rest = services;
      for (Map.Entry<Integer, String> type : (v6 ? ICMPV6_TYPES : ICMP_TYPES).entrySet()) {
        int from = protocol * PORTS + type.getKey() * CODES;
        Intervals codes = Intervals.of(from, from + CODES);
        if (services.containsAll(codes)) {
          rest = rest.minus(codes);
          forward.add(new Entry(etherType, name, null, null, attribute + type.getValue()));
          if (type.getValue().startsWith("echo") && !type.getValue().equals("echo-rep") && !deny) {
            backward.add(new Entry(etherType, name, null, null, attribute + "echo-rep"));
          }
        }
      }
      if (!rest.isEmpty() && wide) {
        widened = true;
        addWhole(protocol, etherType, name);
      } else if (!rest.isEmpty()) {
        lost.add(name + " types and codes without a name in the fabric");
      }
    }
  }
}
