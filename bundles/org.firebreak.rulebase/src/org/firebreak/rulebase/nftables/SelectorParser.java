package org.firebreak.rulebase.nftables;

/** Reads what a match looks at: {@code ip saddr}, {@code tcp dport}, {@code meta l4proto}, … */
final class SelectorParser {
  private SelectorParser() {}

  static Selector parse(RuleWords words) throws NotUnderstood {
    String word = words.next();
    return switch (word) {
      case "ip", "ip6" -> header(words.next(), word.equals("ip6"));
      case "tcp" -> {
        if (words.accept("flags")) {
          yield of(Selector.Kind.TCP_FLAGS);
        }
        yield port(words.next(), 6);
      }
      case "udp" -> port(words.next(), 17);
      case "sctp" -> port(words.next(), 132);
      case "th" -> port(words.next(), Selector.ANY_WITH_PORTS);
      case "icmp" -> icmp(words.next(), false);
      case "icmpv6" -> icmp(words.next(), true);
      case "iifname", "oifname", "iif", "oif" -> of(Selector.Kind.INTERFACE);
      case "ct" -> {
        if (words.accept("direction")) {
          yield of(Selector.Kind.WAY);
        }
        if (!words.accept("state")) {
          throw unknown("ct " + words.peek());
        }
        yield of(Selector.Kind.STATE);
      }
      case "meta" -> meta(words.next());
      default -> throw unknown(word);
    };
  }

  private static Selector of(Selector.Kind kind) {
    return new Selector(kind, false, 0);
  }

  private static Selector header(String field, boolean v6) throws NotUnderstood {
    return switch (field) {
      case "saddr" -> new Selector(Selector.Kind.SOURCE, v6, 0);
      case "daddr" -> new Selector(Selector.Kind.DESTINATION, v6, 0);
      case "protocol" -> {
        if (v6) {
          throw unknown("ip6 protocol");
        }
        yield new Selector(Selector.Kind.PROTOCOL_OF_FAMILY, false, 0);
      }
      case "nexthdr" -> {
        if (!v6) {
          throw unknown("ip nexthdr");
        }
        yield new Selector(Selector.Kind.PROTOCOL_OF_FAMILY, true, 0);
      }
      case "hoplimit" -> of(Selector.Kind.HOP_LIMIT);
      default -> throw unknown((v6 ? "ip6 " : "ip ") + field);
    };
  }

  private static Selector port(String field, int protocol) throws NotUnderstood {
    return switch (field) {
      case "dport" -> new Selector(Selector.Kind.PORT, false, protocol);
      case "sport" -> new Selector(Selector.Kind.SOURCE_PORT, false, protocol);
      default -> throw unknown(field);
    };
  }

  private static Selector icmp(String field, boolean v6) throws NotUnderstood {
    return switch (field) {
      case "type" -> new Selector(Selector.Kind.ICMP_TYPE, v6, 0);
      case "code" -> new Selector(Selector.Kind.ICMP_CODE, v6, 0);
      default -> throw unknown("icmp " + field);
    };
  }

  private static Selector meta(String key) throws NotUnderstood {
    return switch (key) {
      case "nfproto", "protocol" -> of(Selector.Kind.FAMILY);
      case "l4proto" -> of(Selector.Kind.PROTOCOL);
      case "iifname", "oifname", "iif", "oif" -> of(Selector.Kind.INTERFACE);
      default -> throw unknown("meta " + key);
    };
  }

  private static NotUnderstood unknown(String what) {
    return new NotUnderstood("'" + what + "' is not known");
  }
}
