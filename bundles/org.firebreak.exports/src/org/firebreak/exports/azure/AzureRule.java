package org.firebreak.exports.azure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.exports.cloud.CloudLimitations;
import org.firebreak.exports.cloud.Permit;
import org.firebreak.exports.cloud.Permits;
import org.firebreak.exports.cloud.ServicePiece;

/**
 * A security rule without its priority.
 *
 * @param protocol as ARM names it
 * @param ports destination ports; {@code *} for all
 * @param v6 whether it is about IPv6; {@code null} if about both families
 */
record AzureRule(
    Rule rule,
    boolean allow,
    AddressGroup peer,
    AddressSet own,
    String protocol,
    List<String> ports,
    Boolean v6) {

  /** Permits in order, then tripwires; what Azure cannot say is left out and reported. */
  static List<AzureRule> of(RuleSet set, Rule.Direction direction, CloudLimitations limitations) {
    List<AzureRule> rules = new ArrayList<>();
    for (Permit permit : Permits.of(set.rules(direction))) {
      if (!add(permit, true, rules)) {
        limitations.deniesMore(
            set,
            permit.rule(),
            "Network security groups know TCP, UDP, ICMP and ESP as a whole; ICMP types, ICMPv6,"
                + " SCTP, GRE and other protocols of the rule are left out.");
      }
    }
    for (Rule rule : set.rules(direction)) {
      if (rule.kind() == Rule.Kind.TRIPWIRE && rule.action() == Rule.Action.DENY) {
        add(Permits.box(rule), false, rules);
      }
    }
    return rules;
  }

  /** Adds a rule for each protocol and family; tells whether that is all of it. */
  private static boolean add(Permit box, boolean allow, List<AzureRule> rules) {
    Map<String, List<String>> ports = new LinkedHashMap<>();
    boolean whole = true;
    for (ServicePiece piece : ServicePiece.of(box.services())) {
      String protocol = protocol(piece);
      if (protocol == null) {
        whole = false;
      } else {
        ports
            .computeIfAbsent(protocol, key -> new ArrayList<>())
            .add(
                !piece.isPartial()
                    ? "*"
                    : piece.from() == piece.to()
                        ? Integer.toString(piece.from())
                        : piece.from() + "-" + piece.to());
      }
    }
    for (Map.Entry<String, List<String>> entry : ports.entrySet()) {
      for (Boolean v6 : families(box)) {
        if (v6 == null || !v6 || !entry.getKey().equals("Icmp")) {
          rules.add(
              new AzureRule(
                  box.rule(), allow, box.peer(), box.own(), entry.getKey(), entry.getValue(), v6));
        }
      }
    }
    return whole;
  }

  /** A rule may not name addresses of both families. */
  private static List<Boolean> families(Permit box) {
    if (box.peer().isAny() && box.own().isAny()) {
      List<Boolean> both = new ArrayList<>();
      both.add(null);
      return both;
    }
    List<Boolean> families = new ArrayList<>();
    if (!box.peer().addresses().v4().isEmpty() && !box.own().v4().isEmpty()) {
      families.add(false);
    }
    if (!box.peer().addresses().v6().isEmpty() && !box.own().v6().isEmpty()) {
      families.add(true);
    }
    return families;
  }

  private static String protocol(ServicePiece piece) {
    return switch (piece.protocol()) {
      case -1 -> "*";
      case IpProtocols.TCP -> "Tcp";
      case IpProtocols.UDP -> "Udp";
      case IpProtocols.ICMP -> piece.isPartial() ? null : "Icmp";
      case IpProtocols.ESP -> "Esp";
      default -> null;
    };
  }
}
