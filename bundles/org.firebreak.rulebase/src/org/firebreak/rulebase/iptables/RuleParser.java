package org.firebreak.rulebase.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.PortRange;
import org.firebreak.rulebase.chains.Box;
import org.firebreak.rulebase.chains.ChainRule;
import org.firebreak.rulebase.chains.LinkTraffic;
import org.firebreak.rulebase.chains.Verdict;
import org.firebreak.rulebase.linux.TcpFlags;

/** Reads one rule: which new connections it matches, and what becomes of them. */
final class RuleParser {
  private static final int NAME = 120;

  /** Matches that say nothing by themselves; their options do. */
  private static final Set<String> MATCHES =
      Set.of(
          "tcp",
          "udp",
          "sctp",
          "icmp",
          "icmp6",
          "multiport",
          "set",
          "conntrack",
          "state",
          "comment",
          "limit",
          "hl",
          "iprange",
          "addrtype");

  /** Targets that change or mark a packet and decide nothing. */
  private static final Set<String> MARKING =
      Set.of(
          "AUDIT",
          "CHECKSUM",
          "CLASSIFY",
          "CONNMARK",
          "DSCP",
          "MARK",
          "TCPMSS",
          "TOS",
          "TRACE",
          "TTL",
          "HL");

  private final SaveFile file;
  private final IpSets sets;
  private final Words words;
  private final String place;
  private List<Box> matches;
  private String chain;
  private String name;
  private int protocol = -1;
  private boolean never;
  private boolean limited;
  private boolean logs;
  private boolean alerts;
  private int hopLimit = -1;
  private Intervals sourcePorts;
  private Verdict verdict = new Verdict.Continue();

  private RuleParser(SaveFile file, IpSets sets, SaveFile.Line line) {
    this.file = file;
    this.sets = sets;
    this.words = new Words(line.text());
    this.place = file.path + ":" + line.number();
    this.name = line.text().length() > NAME ? line.text().substring(0, NAME) : line.text();
    this.matches = List.of(Box.family(file.v6));
  }

  /** The rule; none if it is not about new connections between machines. */
  static List<ChainRule> parse(SaveFile file, IpSets sets, SaveFile.Line line)
      throws NotUnderstood {
    if (OldConnections.alone(new Words(line.text()))) {
      return List.of();
    }
    RuleParser parser = new RuleParser(file, sets, line);
    while (!parser.words.next().matches("-A|--append")) {
      // packet counters before the command
    }
    parser.chain = parser.words.next();
    while (parser.words.hasNext()) {
      boolean negated = parser.words.peek().equals("!");
      if (negated) {
        parser.words.next();
      }
      parser.option(parser.words.next(), negated);
    }
    return parser.rules();
  }

  private List<ChainRule> rules() throws NotUnderstood {
    if (never) {
      return List.of();
    }
    if (hopLimit >= 0 || sourcePorts != null) {
      Intervals services = Intervals.union(matches.stream().map(Box::services).toList());
      boolean link = sourcePorts == null && LinkTraffic.isOfLink(services, hopLimit);
      boolean dhcp =
          hopLimit < 0 && sourcePorts != null && LinkTraffic.isDhcp(services, sourcePorts);
      if (!(verdict instanceof Verdict.Accept) || !link && !dhcp) {
        throw new NotUnderstood(
            hopLimit >= 0 ? "it depends on the hop limit" : "it depends on the source port");
      }
      return List.of();
    }
    if (limited && !(verdict instanceof Verdict.Continue)) {
      throw new NotUnderstood("what becomes of a connection depends on a rate");
    }
    return List.of(new ChainRule(name, place, matches, logs, alerts, verdict));
  }

  private void option(String option, boolean negated) throws NotUnderstood {
    switch (option) {
      case "-s", "--source", "--src" -> addresses(words.next(), negated, true);
      case "-d", "--destination", "--dst" -> addresses(words.next(), negated, false);
      case "-p", "--protocol" -> protocol(words.next(), negated);
      case "-i", "-o", "--in-interface", "--out-interface" -> {
        if (!words.next().equals("lo")) {
          throw new NotUnderstood("it depends on an interface");
        }
        never |= !negated;
      }
      case "-m", "--match" -> {
        String match = words.next();
        if (!MATCHES.contains(match) || negated) {
          throw new NotUnderstood("the match '" + match + "' is not known");
        }
      }
      case "--dport", "--destination-port" -> and(ports(words.next()), negated);
      case "--dports", "--destination-ports" -> and(ports(words.next()), negated);
      case "--sport", "--source-port" -> {
        if (negated) {
          throw new NotUnderstood("it depends on the source port");
        }
        sourcePorts = ports(words.next());
      }
      case "--icmp-type", "--icmpv6-type" -> {
        Intervals type = Values.icmp(words.next(), file.v6);
        and(negated ? ServiceLine.of(file.v6 ? 58 : 1).minus(type) : type);
      }
      case "--ctstate", "--state" -> {
        List<String> states = List.of(words.next().split(","));
        if (states.contains("DNAT") || states.contains("SNAT")) {
          throw new NotUnderstood("it depends on whether addresses were changed");
        }
        never |= states.contains("NEW") == negated;
      }
      case "--ctdir" -> never |= words.next().equals("ORIGINAL") == negated;
      case "--syn" -> {
        and(ServiceLine.of(IpProtocols.TCP));
        never |= negated;
      }
      case "--tcp-flags" -> {
        int mask = Values.flags(words.next());
        never |= (TcpFlags.SYN & mask) == Values.flags(words.next()) == negated;
      }
      case "-f", "--fragment" -> never |= !negated; // what follows the first fragment
      case "--match-set" -> matchSet(negated);
      case "--dst-type" -> addressType(words.next(), negated);
      case "--src-range" -> addresses(words.next(), negated, true);
      case "--dst-range" -> addresses(words.next(), negated, false);
      case "--hl-eq" -> {
        hopLimit = Values.number(words.next(), 255);
        if (negated) {
          throw new NotUnderstood("it depends on the hop limit");
        }
      }
      case "--comment" -> {
        String comment = words.next();
        name = comment.startsWith("firebreak ") ? comment.substring(10) : comment;
      }
      case "--limit" -> {
        words.next();
        limited = true;
      }
      case "--limit-burst" -> words.next();
      case "-c", "--set-counters" -> {
        words.next();
        words.next();
      }
      case "-j", "--jump" -> target(words.next());
      case "-g", "--goto" -> verdict = new Verdict.Goto(chain(words.next()));
      default -> throw new NotUnderstood("the option '" + option + "' is not known");
    }
  }

  private void target(String target) throws NotUnderstood {
    switch (target) {
      case "ACCEPT" -> verdict = new Verdict.Accept();
      case "DROP" -> verdict = new Verdict.Drop();
      case "REJECT" -> {
        verdict = new Verdict.Drop();
        skip("--reject-with");
      }
      case "RETURN" -> verdict = new Verdict.Return();
      case "LOG", "NFLOG" -> {
        logs = true;
        while (words.peek().startsWith("--log-") || words.peek().startsWith("--nflog-")) {
          String option = words.next();
          boolean prefix = option.endsWith("-prefix");
          boolean flag =
              option.startsWith("--log-tcp-")
                  || option.startsWith("--log-ip-")
                  || option.equals("--log-uid")
                  || option.equals("--log-macdecode");
          String value = flag ? "" : words.next();
          alerts |= prefix && value.startsWith("firebreak:alert:");
        }
      }
      default -> {
        if (MARKING.contains(target) && !file.chains.containsKey(target)) {
          while (words.hasNext()) {
            words.next();
          }
        } else {
          verdict = new Verdict.Jump(chain(target));
        }
      }
    }
  }

  private void skip(String option) throws NotUnderstood {
    if (words.peek().equals(option)) {
      words.next();
      words.next();
    }
  }

  private String chain(String target) throws NotUnderstood {
    if (!file.chains.containsKey(target)) {
      throw new NotUnderstood(
          "'" + target + "' is no chain of the file and no target that is known");
    }
    return target;
  }

  private void addresses(String text, boolean negated, boolean source) throws NotUnderstood {
    AddressSet set = Values.addresses(text, file.v6);
    AddressSet chosen = negated ? Box.family(file.v6).source().minus(set) : set;
    and(List.of(source ? Box.from(chosen) : Box.to(chosen)));
  }

  /**
   * What arrives at a machine and is neither multicast nor broadcast is for an address of its own.
   */
  private void addressType(String type, boolean negated) throws NotUnderstood {
    AddressSet all = Box.family(file.v6).source();
    AddressSet many = AddressSet.parse(List.of(file.v6 ? "ff00::/8" : "224.0.0.0/4"));
    AddressSet everybody =
        file.v6 ? AddressSet.EMPTY : AddressSet.parse(List.of("255.255.255.255/32"));
    AddressSet set;
    switch (type) {
      case "MULTICAST" -> set = many;
      case "BROADCAST" -> set = everybody;
      case "LOCAL" -> {
        if (!file.isInputOnly(chain)) {
          throw new NotUnderstood("it depends on which addresses the machine has");
        }
        set = all.minus(many).minus(everybody);
      }
      default -> throw new NotUnderstood("the type of address '" + type + "' is not known");
    }
    and(List.of(Box.to(negated ? all.minus(set) : set)));
  }

  private void protocol(String text, boolean negated) throws NotUnderstood {
    int number = Values.protocol(text);
    if (number < 0) {
      never |= negated;
      return;
    }
    protocol = negated ? -1 : number;
    Intervals one = ServiceLine.of(number);
    and(negated ? ServiceLine.ANY.minus(one) : one);
  }

  private Intervals ports(String text) throws NotUnderstood {
    if (!IpProtocols.hasPorts(protocol)) {
      throw new NotUnderstood("ports without a protocol that has them");
    }
    List<Intervals> parts = new ArrayList<>();
    for (String part : text.split(",")) {
      parts.add(ServiceLine.of(protocol, Values.ports(part)));
    }
    return Intervals.union(parts);
  }

  private void and(Intervals services, boolean negated) {
    Intervals all = ServiceLine.of(protocol, PortRange.ALL);
    and(negated ? all.minus(services) : services);
  }

  private void and(Intervals services) {
    and(List.of(Box.by(services)));
  }

  private void matchSet(boolean negated) throws NotUnderstood {
    List<Box> boxes = sets.boxes(words.next(), words.next());
    if (!negated) {
      and(boxes);
      return;
    }
    Box box = boxes.size() == 1 ? boxes.get(0) : Box.ANY;
    AddressSet all = Box.family(file.v6).source();
    if (box.destination().isAny() && !box.source().isAny()) {
      and(List.of(Box.from(all.minus(box.source()))));
    } else if (box.source().isAny() && !box.destination().isAny()) {
      and(List.of(Box.to(all.minus(box.destination()))));
    } else {
      throw new NotUnderstood("a negated set of several fields");
    }
  }

  private void and(List<Box> others) {
    List<Box> both = new ArrayList<>();
    for (Box one : matches) {
      for (Box other : others) {
        Box box = one.intersect(other);
        if (!box.isEmpty()) {
          both.add(box);
        }
      }
    }
    matches = both;
  }
}
