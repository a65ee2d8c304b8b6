package org.firebreak.exports.gcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.cloud.CloudLimitations;
import org.firebreak.exports.cloud.Permit;
import org.firebreak.exports.cloud.Permits;
import org.firebreak.exports.cloud.ServicePiece;

/**
 * Firewall rules of one class of instances. Compiled rules in a row that do the same share one
 * priority, so that a new one moves no others.
 */
final class ClassRules {
  private static final int RANGES = 256;
  private static final int PORTS = 256;
  private static final int FIRST = 100;
  private static final int LAST = 64_999;

  /** Priority of the denial of everything else, before the rules that networks begin with. */
  static final int REST = LAST + 1;

  private static final int STEP = 10;

  /** A firewall rule and the compiled rule from which it is. */
  record Placed(Rule rule, Firewall firewall) {}

  private final String network;
  private final NetworkTags tags;
  private final CloudLimitations limitations;
  private final ExportSink sink;

  ClassRules(String network, NetworkTags tags, CloudLimitations limitations, ExportSink sink) {
    this.network = network;
    this.tags = tags;
    this.limitations = limitations;
    this.sink = sink;
  }

  /** Whether what is left to the last rules is what the denial for all instances denies. */
  static boolean endsInDenial(RuleSet set) {
    for (Rule.Direction direction : List.of(Rule.Direction.INBOUND, Rule.Direction.OUTBOUND)) {
      List<Rule> rules = set.rules(direction);
      if (rules.isEmpty() || !isDenial(rules.get(rules.size() - 1))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDenial(Rule rule) {
    return rule.action() == Rule.Action.DENY
        && rule.log()
        && rule.alert() == null
        && rule.services().isEmpty()
        && rule.source().isAny()
        && rule.destination().isAny();
  }

  /** The rules of one direction, by priority. */
  List<Placed> of(RuleSet set, Rule.Direction direction) {
    List<Rule> rules = set.rules(direction);
    int count = rules.size() - (endsInDenial(set) ? 1 : 0);
    int blocks = 0;
    for (int i = 1; i < count; i++) {
      blocks += isAlike(rules.get(i - 1), rules.get(i)) ? 0 : 1;
    }
    int step = blocks * STEP <= LAST - FIRST ? STEP : 1;
    int priority = FIRST;
    WholeIcmp icmp = new WholeIcmp(set, rules, limitations, sink);
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Rule rule = rules.get(i);
      priority += i == 0 || isAlike(rules.get(i - 1), rule) ? 0 : step;
      if (priority <= LAST) {
        Permit box = Permits.box(rule);
        add(rule, box, icmp.pieces(i, box), priority, tags.of(set), placed);
      } else if (rule.action() == Rule.Action.PERMIT) {
        limitations.deniesMore(set, rule, "The class needs more priorities than there are.");
      }
    }
    return placed;
  }

  private static boolean isAlike(Rule one, Rule other) {
    return one.action() == other.action() && one.log() == other.log();
  }

  private void add(
      Rule rule,
      Permit box,
      List<ServicePiece> pieces,
      int priority,
      String target,
      List<Placed> to) {
    boolean ingress = rule.direction() == Rule.Direction.INBOUND;
    boolean allow = rule.action() == Rule.Action.PERMIT;
    String tag = ingress && allow && box.own().isAny() ? tags.of(box.peer()) : null;
    if (tag != null) {
      for (Map<String, List<String>> services : services(pieces)) {
        Firewall firewall =
            new Firewall(
                network,
                true,
                priority,
                true,
                rule.log(),
                target,
                tag,
                List.of(),
                List.of(),
                services);
        to.add(new Placed(rule, firewall));
      }
      return;
    }
    for (boolean v6 : new boolean[] {false, true}) {
      List<ServicePiece> fitting = pieces.stream().filter(piece -> piece.fits(v6)).toList();
      for (List<String> peers : ranges(box.peer().addresses(), v6)) {
        for (List<String> own : ranges(box.own(), v6)) {
          for (Map<String, List<String>> services : services(fitting)) {
            Firewall firewall =
                new Firewall(
                    network,
                    ingress,
                    priority,
                    allow,
                    rule.log(),
                    target,
                    null,
                    peers,
                    box.own().isAny() ? List.of() : own,
                    services);
            to.add(new Placed(rule, firewall));
          }
        }
      }
    }
  }

  /** The denial of everything else, for all instances with the tag for it. */
  List<Firewall> rest() {
    return rest(network, tags.managed());
  }

  /** The denial of everything for instances with a tag. */
  static List<Firewall> rest(String network, String managed) {
    List<Firewall> denials = new ArrayList<>();
    for (boolean ingress : new boolean[] {true, false}) {
      for (String all : List.of("0.0.0.0/0", "::/0")) {
        denials.add(
            new Firewall(
                network,
                ingress,
                REST,
                false,
                true,
                managed,
                null,
                List.of(all),
                List.of(),
                Map.of("all", List.of())));
      }
    }
    return denials;
  }

  private static List<List<String>> ranges(AddressSet addresses, boolean v6) {
    AddressSet family = v6 ? addresses.v6() : addresses.v4();
    return family.isEmpty() ? List.of() : chunks(family.toPrefixes(), RANGES);
  }

  private static <T> List<List<T>> chunks(List<T> all, int most) {
    List<List<T>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += most) {
      chunks.add(all.subList(from, Math.min(all.size(), from + most)));
    }
    return chunks;
  }

  private static List<Map<String, List<String>>> services(List<ServicePiece> pieces) {
    List<Map<String, List<String>>> services = new ArrayList<>();
    for (List<ServicePiece> chunk : chunks(pieces, PORTS)) {
      Map<String, List<String>> ports = new LinkedHashMap<>();
      for (ServicePiece piece : chunk) {
        List<String> of = ports.computeIfAbsent(protocol(piece), key -> new ArrayList<>());
        if (piece.isPartial()) {
          of.add(piece.from() + (piece.from() == piece.to() ? "" : "-" + piece.to()));
        }
      }
      services.add(ports);
    }
    return services;
  }

  private static String protocol(ServicePiece piece) {
    return switch (piece.protocol()) {
      case -1 -> "all";
      case IpProtocols.TCP -> "tcp";
      case IpProtocols.UDP -> "udp";
      case IpProtocols.ICMP -> "icmp";
      case IpProtocols.ESP -> "esp";
      case IpProtocols.SCTP -> "sctp";
      default -> Integer.toString(piece.protocol());
    };
  }
}
