package org.firebreak.exports.windows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.exports.RuleDescriptions;
import org.firebreak.exports.Slugs;
import org.firebreak.exports.cloud.CloudLimitations;
import org.firebreak.exports.cloud.Permit;
import org.firebreak.exports.cloud.Permits;
import org.firebreak.exports.cloud.ServicePiece;

/**
 * A rule that allows one protocol.
 *
 * @param parameters parameters of {@code New-NetFirewallRule}, as literals
 */
record WindowsRule(Rule rule, String name, Map<String, String> parameters) {
  private static final int MAX_UNUSUAL = 8;

  /** The rules of a host class; what Windows cannot say is left out and reported. */
  static List<WindowsRule> of(
      RuleSet set, RuleDescriptions descriptions, CloudLimitations limitations) {
    List<WindowsRule> rules = new ArrayList<>();
    for (Rule.Direction direction : List.of(Rule.Direction.INBOUND, Rule.Direction.OUTBOUND)) {
      for (Permit permit : Permits.of(set.rules(direction))) {
        Map<Integer, List<ServicePiece>> byProtocol = new LinkedHashMap<>();
        for (ServicePiece piece : ServicePiece.of(permit.services())) {
          if (piece.protocol() == IpProtocols.SCTP && piece.isPartial()) {
            limitations.deniesMore(
                set,
                permit.rule(),
                "Windows Firewall knows no ports of SCTP; the rule's SCTP ports are left out.");
          } else {
            byProtocol.computeIfAbsent(piece.protocol(), key -> new ArrayList<>()).add(piece);
          }
        }
        if (byProtocol.keySet().stream().filter(WindowsRule::isUnusual).count() > MAX_UNUSUAL) {
          byProtocol.keySet().removeIf(WindowsRule::isUnusual);
          limitations.deniesMore(
              set,
              permit.rule(),
              "Windows Firewall cannot allow every protocol but some; protocols other than TCP,"
                  + " UDP, ICMP, SCTP, ESP and GRE are left out.");
        }
        byProtocol.forEach(
            (protocol, pieces) -> rules.add(of(permit, protocol, pieces, descriptions)));
      }
    }
    return rules;
  }

  private static boolean isUnusual(int protocol) {
    return protocol >= 0 && IpProtocols.name(protocol).equals(Integer.toString(protocol));
  }

  private static WindowsRule of(
      Permit permit, int protocol, List<ServicePiece> pieces, RuleDescriptions descriptions) {
    boolean inbound = permit.rule().direction() == Rule.Direction.INBOUND;
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("Direction", inbound ? "'Inbound'" : "'Outbound'");
    parameters.put("Protocol", PowerShellText.quoted(protocol(protocol)));
    if (pieces.get(0).isPartial()) {
      boolean icmp = IpProtocols.isIcmp(protocol);
      String field = icmp ? "IcmpType" : inbound ? "LocalPort" : "RemotePort";
      parameters.put(
          field,
          PowerShellText.array(
              pieces.stream().map(piece -> icmp ? icmp(piece) : ports(piece)).toList()));
    }
    parameters.put("RemoteAddress", addresses(permit.peer().addresses()));
    if (!permit.own().isAny()) {
      parameters.put("LocalAddress", addresses(permit.own()));
    }
    String name =
        "firebreak-"
            + permit.rule().id()
            + "-"
            + (protocol < 0 ? "any" : IpProtocols.name(protocol))
            + "-"
            + Slugs.shortHash(parameters.toString());
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Name", PowerShellText.quoted(name));
    String description = descriptions.of(permit.rule(), 300);
    all.put(
        "DisplayName", PowerShellText.text("firebreak " + permit.rule().id() + " " + name(permit)));
    all.put("Description", PowerShellText.text(description));
    all.putAll(parameters);
    return new WindowsRule(permit.rule(), name, all);
  }

  private static String name(Permit permit) {
    boolean inbound = permit.rule().direction() == Rule.Direction.INBOUND;
    return (inbound ? "from " : "to ") + permit.peer().name();
  }

  private static String protocol(int number) {
    return switch (number) {
      case -1 -> "Any";
      case IpProtocols.TCP -> "TCP";
      case IpProtocols.UDP -> "UDP";
      case IpProtocols.ICMP -> "ICMPv4";
      case IpProtocols.ICMPV6 -> "ICMPv6";
      default -> Integer.toString(number);
    };
  }

  private static String ports(ServicePiece piece) {
    return piece.from() == piece.to()
        ? Integer.toString(piece.from())
        : piece.from() + "-" + piece.to();
  }

  private static String icmp(ServicePiece piece) {
    return piece.to() < 0 ? Integer.toString(piece.from()) : piece.from() + ":" + piece.to();
  }

  private static String addresses(AddressSet addresses) {
    return addresses.isAny()
        ? "'Any'"
        : PowerShellText.array(addresses.ranges().stream().map(AddressRange::toString).toList());
  }
}
