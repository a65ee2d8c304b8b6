package org.firebreak.rulebase.panos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.PortRange;
import org.firebreak.core.service.PortSet;

/**
 * What applications stand for on the line of services: those that are IP protocols or ICMP messages
 * exactly, others by the ports on which they are known to run. Custom applications of the
 * configuration take their messages away from the predefined ones.
 */
final class Applications {
  private static final int ECHO = 8;
  private static final int ECHO_V6 = 128;
  private static final int CODES = 256;

  /** Default ports of predefined applications, from public lists. */
  private static final Map<String, String> PORTS =
      Map.ofEntries(
          Map.entry("ssh", "tcp/22"),
          Map.entry("telnet", "tcp/23"),
          Map.entry("ftp", "tcp/21"),
          Map.entry("web-browsing", "tcp/80"),
          Map.entry("ssl", "tcp/443"),
          Map.entry("ms-rdp", "tcp/3389"),
          Map.entry("mysql", "tcp/3306"),
          Map.entry("mssql-db", "tcp/1433"),
          Map.entry("mssql-mon", "udp/1434"),
          Map.entry("oracle", "tcp/1521"),
          Map.entry("postgres", "tcp/5432"),
          Map.entry("smtp", "tcp/25"),
          Map.entry("ntp-base", "udp/123"),
          Map.entry("tftp", "udp/69"));

  private final List<Scope> chain;
  private final Map<String, Intervals> custom = new HashMap<>();
  private final Intervals taken;

  Applications(List<Scope> chain) {
    this.chain = chain;
    for (int i = chain.size() - 1; i >= 0; i--) {
      for (Entry entry : chain.get(i).entries(Kind.APPLICATION).values()) {
        Intervals messages = messages(entry);
        if (messages != null) {
          custom.put(entry.name(), messages);
        }
      }
    }
    taken = Intervals.union(custom.values());
  }

  private static Intervals messages(Entry entry) {
    String icmp = "default ident-by-icmp-type ";
    String icmp6 = "default ident-by-icmp6-type ";
    if (entry.unknown() != null) {
      return null;
    }
    if (entry.has(icmp + "type")) {
      return messages(IpProtocols.ICMP, entry, icmp);
    }
    if (entry.has(icmp6 + "type")) {
      return messages(IpProtocols.ICMPV6, entry, icmp6);
    }
    return entry.has("default ident-by-ip-protocol")
        ? ServiceLine.of(number(entry.one("default ident-by-ip-protocol", "")))
        : null;
  }

  private static Intervals messages(int protocol, Entry entry, String path) {
    int first = number(entry.one(path + "type", "")) * CODES;
    String code = entry.one(path + "code", "");
    return code.isEmpty()
        ? ServiceLine.of(protocol, PortRange.of(first, first + CODES - 1))
        : ServiceLine.of(protocol, PortRange.of(first + number(code)));
  }

  private static int number(String text) {
    if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > 255) {
      throw new IllegalArgumentException("'" + text + "' is not a number from 0 to 255");
    }
    return Integer.parseInt(text);
  }

  /** The single applications of a list in which groups may stand. */
  Set<String> single(List<String> names) {
    Set<String> all = new HashSet<>();
    Set<String> groups = new HashSet<>();
    List<String> left = new ArrayList<>(names);
    while (!left.isEmpty()) {
      String name = left.remove(left.size() - 1);
      Entry group = group(name);
      if (group == null) {
        all.add(name);
      } else if (groups.add(name)) {
        left.addAll(group.all("members"));
      }
    }
    return all;
  }

  private Entry group(String name) {
    return chain.stream()
        .map(scope -> scope.entries(Kind.APPLICATION_GROUP).get(name))
        .filter(entry -> entry != null)
        .findFirst()
        .orElse(null);
  }

  /** Packets that an application is, whatever the port; {@code null} if it has ports. */
  Intervals protocol(String application) {
    Intervals own = custom.get(application);
    if (own != null) {
      return own;
    }
    Intervals echo = ServiceLine.of(IpProtocols.ICMP, PortRange.of(ECHO * CODES));
    Intervals echo6 = ServiceLine.of(IpProtocols.ICMPV6, PortRange.of(ECHO_V6 * CODES));
    return switch (application) {
      case "ping" -> echo.minus(taken);
      case "icmp" -> ServiceLine.of(IpProtocols.ICMP).minus(echo).minus(taken);
      case "ping6" -> echo6.minus(taken);
      case "ipv6-icmp" -> ServiceLine.of(IpProtocols.ICMPV6).minus(echo6).minus(taken);
      case "ipsec-esp" -> ServiceLine.of(IpProtocols.ESP).minus(taken);
      case "gre" -> ServiceLine.of(IpProtocols.GRE).minus(taken);
      default -> null;
    };
  }

  /**
   * The ports on which an application runs by default.
   *
   * @throws IllegalArgumentException if they are not known
   */
  Intervals defaultPorts(String application) {
    for (Scope scope : chain) {
      Entry entry = scope.entries(Kind.APPLICATION).get(application);
      if (entry != null && entry.unknown() == null && entry.has("default port")) {
        return Intervals.union(entry.all("default port").stream().map(this::port).toList());
      }
    }
    String known = PORTS.get(application);
    if (known == null) {
      throw new IllegalArgumentException(
          "the default ports of the application " + application + " are not known");
    }
    return port(known);
  }

  private Intervals port(String text) {
    String[] parts = text.split("/", 2);
    if (parts.length < 2 || parts[1].contains("dynamic")) {
      throw new IllegalArgumentException("'" + text + "' is no default port");
    }
    int protocol =
        switch (parts[0]) {
          case "tcp" -> IpProtocols.TCP;
          case "udp" -> IpProtocols.UDP;
          default -> throw new IllegalArgumentException("'" + text + "' is no default port");
        };
    return Intervals.union(
        PortSet.parse(parts[1]).ranges().stream()
            .map(range -> ServiceLine.of(protocol, range))
            .toList());
  }
}
