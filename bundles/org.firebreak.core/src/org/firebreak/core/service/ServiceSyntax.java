package org.firebreak.core.service;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.model.Protocol;

/** How people write protocols, ports and ICMP types, in files and in fields. */
public final class ServiceSyntax {
  private static final Map<String, Protocol> PROTOCOLS =
      Map.ofEntries(
          Map.entry("tcp", Protocol.TCP),
          Map.entry("6", Protocol.TCP),
          Map.entry("udp", Protocol.UDP),
          Map.entry("17", Protocol.UDP),
          Map.entry("icmp", Protocol.ICMP),
          Map.entry("icmpv4", Protocol.ICMP),
          Map.entry("icmp4", Protocol.ICMP),
          Map.entry("1", Protocol.ICMP),
          Map.entry("icmpv6", Protocol.ICMPV6),
          Map.entry("icmp6", Protocol.ICMPV6),
          Map.entry("ipv6-icmp", Protocol.ICMPV6),
          Map.entry("58", Protocol.ICMPV6),
          Map.entry("sctp", Protocol.SCTP),
          Map.entry("132", Protocol.SCTP),
          Map.entry("esp", Protocol.ESP),
          Map.entry("50", Protocol.ESP),
          Map.entry("gre", Protocol.GRE),
          Map.entry("47", Protocol.GRE),
          Map.entry("any", Protocol.ANY),
          Map.entry("all", Protocol.ANY),
          Map.entry("*", Protocol.ANY),
          Map.entry("ip", Protocol.ANY));

  private static final Pattern PORTS = Pattern.compile("([0-9]+)(?:\\s*[-–]\\s*([0-9]+))?");
  private static final Pattern ICMP = Pattern.compile("([0-9]+)(?:\\s*[/:]\\s*([0-9]+))?");
  private static final int LONG = 60;

  private ServiceSyntax() {}

  /** The protocol that a word or a number of IANA stands for, in any case. */
  public static Optional<Protocol> protocol(String word) {
    return Optional.ofNullable(PROTOCOLS.get(word.toLowerCase(Locale.ROOT)));
  }

  /** Whether the protocol has ports. */
  public static boolean hasPorts(Protocol protocol) {
    return protocol == Protocol.TCP || protocol == Protocol.UDP || protocol == Protocol.SCTP;
  }

  /**
   * A port, {@code 443}, or a range, {@code 8000-8010}.
   *
   * @throws IllegalArgumentException if it is neither; the message names the mend
   */
  public static PortSet ports(String item) {
    Matcher ports = PORTS.matcher(item);
    if (!ports.matches()) {
      throw new IllegalArgumentException(quote(item) + " is neither a port nor a range a-b");
    }
    int first = number(ports.group(1), 65_535, "ports are 1 to 65535");
    int last =
        ports.group(2) == null ? first : number(ports.group(2), 65_535, "ports are 1 to 65535");
    if (last < first) {
      throw new IllegalArgumentException(
          quote(item) + " runs backwards; write the lower port first");
    }
    if (last == 0) {
      throw new IllegalArgumentException("port 0 is reserved; write any for every port");
    }
    // Ranges from 0 to the end are how some firewalls write every port.
    boolean all = first <= 1 && last == 65_535;
    return all ? PortSet.ALL : PortSet.of(List.of(PortRange.of(first, last)));
  }

  /**
   * A type of ICMP, {@code 8}, or type and code, {@code 3/4}.
   *
   * @throws IllegalArgumentException if it is neither; the message names the mend
   */
  public static ServiceMatch icmp(Protocol protocol, String item) {
    Matcher type = ICMP.matcher(item);
    if (!type.matches()) {
      throw new IllegalArgumentException(quote(item) + " is no ICMP type (0 to 255) or type/code");
    }
    int code = type.group(2) == null ? -1 : number(type.group(2), 255, "ICMP codes end at 255");
    int number = number(type.group(1), 255, "ICMP types end at 255");
    return new ServiceMatch(protocol, PortSet.ALL, number, code);
  }

  /**
   * The name of a service that has no better one: {@code tcp-9000}, {@code udp-any}, {@code
   * icmp-3-4}, {@code any}.
   */
  public static String name(ServiceMatch match) {
    StringBuilder name = new StringBuilder(match.protocol().getLiteral());
    if (hasPorts(match.protocol())) {
      name.append('-').append(match.ports().equals(PortSet.ALL) ? "any" : match.ports());
    }
    if (match.icmpType() >= 0) {
      name.append('-').append(match.icmpType());
    }
    if (match.icmpCode() >= 0) {
      name.append('-').append(match.icmpCode());
    }
    return name.toString();
  }

  /** What a match covers, as it can be written: {@code tcp/443}, {@code icmp/8/0}, {@code any}. */
  public static String write(ServiceMatch match) {
    StringBuilder text = new StringBuilder(match.protocol().getLiteral());
    if (hasPorts(match.protocol())) {
      text.append('/').append(match.ports().isAll() ? "any" : match.ports());
    }
    if (match.icmpType() >= 0) {
      text.append('/').append(match.icmpType());
    }
    if (match.icmpCode() >= 0) {
      text.append('/').append(match.icmpCode());
    }
    return text.toString();
  }

  private static int number(String digits, int most, String hint) {
    if (digits.length() > 6 || Integer.parseInt(digits) > most) {
      throw new IllegalArgumentException(quote(digits) + " is too large; " + hint);
    }
    return Integer.parseInt(digits);
  }

  static String quote(String text) {
    return "'" + (text.length() <= LONG ? text : text.substring(0, LONG - 3) + "…") + "'";
  }
}
