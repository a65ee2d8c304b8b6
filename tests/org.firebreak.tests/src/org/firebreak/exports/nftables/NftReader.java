package org.firebreak.exports.nftables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.policy.Connection;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.exports.FilterEqualsPolicy;

/**
 * Reads an exported ruleset back and says what it does to a new connection. It knows the statements
 * that exports use and refuses any other; it shares no code with the writer.
 */
final class NftReader implements FilterEqualsPolicy.Reader {
  private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|\\{[^}]*}|[^\\s]+");

  private final Map<String, List<String>> sets = new HashMap<>();
  private final Map<String, Map<String, String>> maps = new HashMap<>();
  private final Map<String, List<List<String>>> chains = new HashMap<>();
  private int longestWalk;
  private int walked;

  static NftReader of(Path file) throws IOException {
    return of(Files.readString(file));
  }

  static NftReader of(String text) {
    NftReader reader = new NftReader();
    reader.parse(text.lines().map(String::strip).filter(l -> !l.startsWith("#")).toList());
    return reader;
  }

  /** Most rules that a connection asked about had to pass. */
  int longestWalk() {
    return longestWalk;
  }

  private void parse(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String[] words = lines.get(i).split(" ");
      if (lines.get(i).matches("(set|map|chain) \\w+ \\{")) {
        List<String> body = new ArrayList<>();
        int depth = 1;
        while (depth > 0) {
          String line = lines.get(++i);
          depth += line.endsWith("{") ? 1 : line.equals("}") ? -1 : 0;
          body.add(line);
        }
        define(words[0], words[1], body);
      }
    }
  }

  private void define(String kind, String name, List<String> body) {
    if (kind.equals("chain")) {
      List<List<String>> rules = new ArrayList<>();
      body.stream().filter(line -> !line.equals("}")).forEach(line -> rules.add(tokens(line)));
      chains.put(name, rules);
      return;
    }
    String all = String.join(" ", body);
    String inner = all.substring(all.indexOf("elements = {") + 12, all.indexOf('}')).strip();
    if (kind.equals("set")) {
      sets.put(name, List.of(inner.split("\\s*,\\s*")));
    } else {
      Map<String, String> verdicts = new LinkedHashMap<>();
      for (String element : inner.split("\\s*,\\s*")) {
        String[] sides = element.split(" : jump ");
        verdicts.put(sides[0], sides[1]);
      }
      maps.put(name, verdicts);
    }
  }

  private static List<String> tokens(String line) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(line);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }

  @Override
  public FilterEqualsPolicy.Outcome outcome(String chain, Connection connection) {
    List<String> logged = new ArrayList<>();
    walked = 0;
    Boolean verdict = run(chain, connection, logged);
    longestWalk = Math.max(longestWalk, walked);
    return new FilterEqualsPolicy.Outcome(verdict != null && verdict, logged);
  }

  private Boolean run(String chain, Connection connection, List<String> logged) {
    for (List<String> rule : chains.get(chain)) {
      walked++;
      Boolean verdict = run(rule, new int[] {0}, connection, logged);
      if (verdict != null) {
        return verdict;
      }
    }
    return null;
  }

  private Boolean run(List<String> rule, int[] at, Connection c, List<String> logged) {
    while (at[0] < rule.size()) {
      String word = rule.get(at[0]++);
      switch (word) {
        case "type", "ct", "iifname", "oifname" -> {
          return null; // new connections between machines only
        }
        case "ip", "ip6" -> {
          String field = rule.get(at[0]++);
          if (field.equals("hoplimit")) {
            return null; // neighbour discovery
          }
          if (c.source().v6() != word.equals("ip6")) {
            return null;
          }
          Address address = field.equals("saddr") ? c.source() : c.destination();
          String operand = rule.get(at[0]++);
          if (operand.equals("vmap")) {
            String target = lookup(maps.get(rule.get(at[0]++).substring(1)), address);
            return target == null ? null : run(target, c, logged);
          }
          if (sets.get(operand.substring(1)).stream().noneMatch(e -> holds(e, address))) {
            return null;
          }
        }
        case "meta" -> {
          if (!meta(rule.get(at[0]++), rule.get(at[0]++), c)) {
            return null;
          }
        }
        case "tcp", "udp", "sctp" -> {
          if (!IpProtocols.name(c.protocol()).equals(word)
              || !port(rule.get(at[0] + 1), c.port())) {
            return null;
          }
          at[0] += 2;
        }
        case "icmp", "icmpv6" -> {
          String what = rule.get(at[0]++);
          String number = rule.get(at[0]++);
          int actual = what.equals("type") ? c.icmpType() : c.icmpCode();
          if (number.startsWith("{")
              || !IpProtocols.name(c.protocol()).equals(word)
              || Integer.parseInt(number) != actual) {
            return null;
          }
        }
        case "counter" -> {}
        case "limit" -> at[0] += 5;
        case "log" -> {
          String prefix = rule.get(at[0] + 1);
          logged.add(prefix.substring(1, prefix.length() - 1));
          at[0] += 2;
          while (at[0] + 1 < rule.size()
              && List.of("level", "group", "snaplen").contains(rule.get(at[0]))) {
            at[0] += 2;
          }
        }
        case "accept" -> {
          return true;
        }
        case "drop", "reject" -> {
          return false;
        }
        default -> throw new IllegalStateException("unknown statement " + word + " in " + rule);
      }
    }
    return null;
  }

  private static String lookup(Map<String, String> map, Address address) {
    for (Map.Entry<String, String> entry : map.entrySet()) {
      if (holds(entry.getKey(), address)) {
        return entry.getValue();
      }
    }
    return null;
  }

  private static boolean holds(String element, Address address) {
    int dash = element.indexOf('-');
    AddressRange range =
        dash < 0
            ? AddressRange.parse(element)
            : new AddressRange(
                Address.parse(element.substring(0, dash)),
                Address.parse(element.substring(dash + 1)));
    return range.v6() == address.v6() && range.contains(address);
  }

  private boolean port(String operand, int port) {
    List<String> elements =
        operand.startsWith("@") ? sets.get(operand.substring(1)) : List.of(operand);
    return elements.stream()
        .map(element -> element.split("-"))
        .anyMatch(
            ends ->
                Integer.parseInt(ends[0]) <= port
                    && port <= Integer.parseInt(ends[ends.length - 1]));
  }

  private static boolean meta(String key, String value, Connection c) {
    if (key.equals("nfproto")) {
      return c.source().v6() == value.equals("ipv6");
    }
    String name = value.equals("ipv6-icmp") ? "icmpv6" : value;
    return IpProtocols.name(c.protocol()).equals(name);
  }
}
