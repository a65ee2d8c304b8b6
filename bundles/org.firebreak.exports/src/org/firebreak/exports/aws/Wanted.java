package org.firebreak.exports.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.exports.cloud.CloudLimitations;
import org.firebreak.exports.cloud.Permit;
import org.firebreak.exports.cloud.Permits;
import org.firebreak.exports.cloud.ServicePiece;

/**
 * What the hosts of a class permit from or to one peer.
 *
 * @param pieces services, none covered twice
 * @param permits where they come from
 */
record Wanted(
    RuleSet set,
    Rule.Direction direction,
    AddressGroup peer,
    List<ServicePiece> pieces,
    List<Permit> permits) {
  private static final int MAX_ICMP = 16;
  private static final int MAX_UNUSUAL = 8;

  /** Everything that a class permits, in order; what EC2 cannot say is left out and reported. */
  static List<Wanted> of(RuleSet set, CloudLimitations limitations) {
    List<Wanted> all = new ArrayList<>();
    for (Rule.Direction direction : List.of(Rule.Direction.INBOUND, Rule.Direction.OUTBOUND)) {
      Map<Object, List<Permit>> byPeer = new LinkedHashMap<>();
      for (Permit permit : Permits.of(set.rules(direction))) {
        if (permit.own().isAny()) {
          AddressGroup peer = permit.peer();
          Object key = peer.element() == null ? peer.addresses() : peer.element().id();
          byPeer.computeIfAbsent(key, same -> new ArrayList<>()).add(permit);
        } else {
          limitations.deniesMore(
              set,
              permit.rule(),
              "Security groups apply to all addresses of an interface; a rule for some addresses"
                  + " of the host is left out.");
        }
      }
      byPeer.values().forEach(permits -> all.add(of(set, direction, permits, limitations)));
    }
    return all;
  }

  private static Wanted of(
      RuleSet set, Rule.Direction direction, List<Permit> permits, CloudLimitations limitations) {
    List<ServicePiece> pieces =
        ServicePiece.of(Intervals.union(permits.stream().map(Permit::services).toList()));
    Map<Integer, Long> counts =
        pieces.stream()
            .collect(Collectors.groupingBy(ServicePiece::protocol, Collectors.counting()));
    long unusual = counts.keySet().stream().filter(protocol -> !isFamiliar(protocol)).count();
    List<ServicePiece> expressible = new ArrayList<>();
    for (ServicePiece piece : pieces) {
      String reason = null;
      if (piece.protocol() == IpProtocols.SCTP && piece.isPartial()) {
        reason = "Security groups know no ports of SCTP; the rule's SCTP ports are left out.";
      } else if (IpProtocols.isIcmp(piece.protocol()) && counts.get(piece.protocol()) > MAX_ICMP) {
        reason =
            "Security groups take one ICMP type and code a rule; a rule with more than "
                + MAX_ICMP
                + " is left out as far as it speaks of ICMP.";
      } else if (unusual > MAX_UNUSUAL && !isFamiliar(piece.protocol())) {
        reason =
            "Security groups cannot permit every protocol but some; protocols other than TCP, UDP,"
                + " ICMP, SCTP, ESP and GRE are left out.";
      }
      if (reason == null) {
        expressible.add(piece);
      } else {
        for (Permit permit : permits) {
          if (permit.services().intersects(piece.services())) {
            limitations.deniesMore(set, permit.rule(), reason);
          }
        }
      }
    }
    return new Wanted(set, direction, permits.get(0).peer(), expressible, permits);
  }

  private static boolean isFamiliar(int protocol) {
    return protocol < 0
        || IpProtocols.hasPorts(protocol)
        || IpProtocols.isIcmp(protocol)
        || protocol == IpProtocols.ESP
        || protocol == IpProtocols.GRE;
  }

  /** The rules from which a piece comes. */
  List<Rule> origins(ServicePiece piece) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    for (Permit permit : permits) {
      if (permit.services().intersects(piece.services())) {
        rules.put(permit.rule().id(), permit.rule());
      }
    }
    return List.copyOf(rules.values());
  }
}
