package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.model.Protocol;

/**
 * Applications for ICMP, ICMPv6, ESP and GRE. PAN-OS has no services for them. Types and codes of
 * ICMP are custom applications, which take their messages away from the predefined ones; so a rule
 * for every ICMP message names these as well. Echo is the predefined ping, which has code 0 alone;
 * where a rule at the end permits what is left, other codes must not get there, so that echo of
 * every code is a custom application too.
 */
final class IcmpApplications {
  private static final int ECHO = 8;
  private static final int ECHO_V6 = 128;
  private static final Message EVERY_ECHO = new Message(false, ECHO, -1);

  /** A kind of message; code -1 stands for every code. */
  private record Message(boolean v6, int type, int code) implements Comparable<Message> {
    String name() {
      return "firebreak-icmp" + (v6 ? "6-" : "-") + type + (code < 0 ? "" : "-" + code);
    }

    @Override
    public int compareTo(Message other) {
      int byFamily = Boolean.compare(v6, other.v6);
      int byType = Integer.compare(type, other.type);
      return byFamily != 0 ? byFamily : byType != 0 ? byType : Integer.compare(code, other.code);
    }
  }

  private final SortedMap<Message, String> custom = new TreeMap<>();

  /** Applications of rules that share a name space. */
  IcmpApplications(List<Rule> rules) {
    boolean every = false;
    boolean monitored = rules.stream().anyMatch(rule -> rule.kind() == Rule.Kind.MONITORED);
    for (Rule rule : rules) {
      for (PolicyService service : rule.services()) {
        ServiceMatch match = service.match();
        if (isIcmp(match)
            && match.icmpType() >= 0
            && (!isEcho(match) || monitored && match.icmpCode() < 0)) {
          Message message = message(match);
          custom.put(message, message.name());
        }
        every |= match.protocol() == Protocol.ICMPV6 && match.icmpType() < 0;
      }
    }
    // of the same type with and without a code, the wider one is kept, for they would overlap
    custom
        .keySet()
        .removeIf(
            message ->
                message.code >= 0 && custom.containsKey(new Message(message.v6, message.type, -1)));
    // echo of IPv6 has a predefined application of which only the number is known for certain
    if (every && custom.keySet().stream().noneMatch(each -> each.v6 && each.type == ECHO_V6)) {
      Message echo = new Message(true, ECHO_V6, -1);
      custom.put(echo, echo.name());
    }
  }

  private static boolean isIcmp(ServiceMatch match) {
    return match.protocol() == Protocol.ICMP || match.protocol() == Protocol.ICMPV6;
  }

  private static boolean isEcho(ServiceMatch match) {
    return match.protocol() == Protocol.ICMP && match.icmpType() == ECHO && match.icmpCode() <= 0;
  }

  private static Message message(ServiceMatch match) {
    return new Message(match.protocol() == Protocol.ICMPV6, match.icmpType(), match.icmpCode());
  }

  /** Whether a service needs an application of its own, since it has no ports. */
  static boolean isMeant(ServiceMatch match) {
    return isIcmp(match) || match.protocol() == Protocol.ESP || match.protocol() == Protocol.GRE;
  }

  /** Whether a service is echo of every code. */
  static boolean isEchoOfEveryCode(ServiceMatch match) {
    return isEcho(match) && match.icmpCode() < 0;
  }

  /** Whether a service is more than the applications for it. */
  boolean isMore(ServiceMatch match) {
    return of(match).isEmpty() || isEchoOfEveryCode(match) && !custom.containsKey(EVERY_ECHO);
  }

  /** The applications that a service is; none if it cannot be expressed. */
  List<String> of(ServiceMatch match) {
    return switch (match.protocol()) {
      case ESP -> List.of("ipsec-esp");
      case GRE -> List.of("gre");
      case ICMP, ICMPV6 -> icmp(match);
      default -> List.of();
    };
  }

  private List<String> icmp(ServiceMatch match) {
    if (isEcho(match)) {
      String name = custom.get(EVERY_ECHO);
      return name == null
          ? List.of("ping")
          : match.icmpCode() < 0 ? List.of("ping", name) : List.of();
    }
    if (match.icmpType() >= 0) {
      String name = custom.get(message(match));
      return name == null ? List.of() : List.of(name);
    }
    if (match.icmpCode() >= 0) {
      return List.of();
    }
    boolean v6 = match.protocol() == Protocol.ICMPV6;
    List<String> all = new ArrayList<>(v6 ? List.of("ipv6-icmp") : List.of("icmp", "ping"));
    custom.forEach(
        (message, name) -> {
          if (message.v6 == v6) {
            all.add(name);
          }
        });
    return all;
  }

  /** Defines the custom applications, if some security rule uses one. */
  void write(Entries entries, List<PanOsRule> rules) throws IOException {
    if (rules.stream().noneMatch(rule -> rule.applications().stream().anyMatch(this::isCustom))) {
      return;
    }
    for (Message message : custom.keySet()) {
      List<Node> what = new ArrayList<>();
      what.add(Node.value("type", Integer.toString(message.type)));
      if (message.code >= 0) {
        what.add(Node.value("code", Integer.toString(message.code)));
      }
      Node ident = new Node.Branch(message.v6 ? "ident-by-icmp6-type" : "ident-by-icmp-type", what);
      entries.entry(
          Section.APPLICATION,
          message.name(),
          List.of(
              Node.value("category", "networking"),
              Node.value("subcategory", "ip-protocol"),
              Node.value("technology", "network-protocol"),
              Node.value("risk", "1"),
              Node.value("description", "Written by Firebreak"),
              Node.branch("default", ident)));
    }
  }

  private boolean isCustom(String application) {
    return custom.containsValue(application);
  }
}
