package org.firebreak.exports.iptables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
 * Reads exported files of iptables, ip6tables and ipset back and says what they do to a new
 * connection. It knows the matches and targets that exports use and refuses any other; it shares no
 * code with the writer.
 */
final class IptablesReader implements FilterEqualsPolicy.Reader {
  private static final Pattern TOKEN = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  /** An element of a set; protocol -1 for any. */
  private record Element(AddressRange range, int protocol, int firstPort, int lastPort) {}

  /** What a rule says of a packet that it matches; null target for one that does not. */
  private record Match(boolean matches, String target, String prefix) {}

  private final Map<String, List<Element>> sets = new HashMap<>();
  private final List<Map<String, List<List<String>>>> chains =
      List.of(new HashMap<>(), new HashMap<>());
  private int walked;
  private int longestWalk;

  static IptablesReader of(Path folder) throws IOException {
    IptablesReader reader = new IptablesReader();
    lines(folder.resolve("sets.ipset")).forEach(reader::command);
    if (reader.sets.containsKey("fbk_new")) {
      throw new IllegalStateException("fbk_new is left over");
    }
    for (int family = 0; family < 2; family++) {
      List<String> lines = lines(folder.resolve(family == 0 ? "rules.v4" : "rules.v6"));
      if (!lines.get(0).equals("*filter") || !lines.get(lines.size() - 1).equals("COMMIT")) {
        throw new IllegalStateException("not one table: " + lines);
      }
      for (String line : lines.subList(1, lines.size() - 1)) {
        reader.line(reader.chains.get(family), line);
      }
    }
    return reader;
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
  }

  /** Most rules that a connection asked about had to pass. */
  int longestWalk() {
    return longestWalk;
  }

  private void command(String line) {
    String[] words = line.split(" ");
    switch (words[0]) {
      case "create" -> sets.put(words[1], new ArrayList<>());
      case "add" -> sets.get(words[1]).add(element(words[2]));
      case "swap" -> sets.put(words[2], sets.put(words[1], sets.get(words[2])));
      case "destroy" -> sets.remove(words[1]);
      default -> throw new IllegalStateException("unknown command: " + line);
    }
  }

  private static Element element(String text) {
    String[] parts = text.split(",");
    AddressRange range = AddressRange.parse(parts[0]);
    if (parts.length == 1) {
      return new Element(range, -1, 0, 65535);
    }
    String[] service = parts[1].split(":");
    String[] ports = service[1].split("-");
    return new Element(
        range,
        protocol(service[0]),
        Integer.parseInt(ports[0]),
        Integer.parseInt(ports[ports.length - 1]));
  }

  private static int protocol(String text) {
    return switch (text) {
      case "tcp" -> 6;
      case "udp" -> 17;
      case "sctp" -> 132;
      case "icmp" -> 1;
      case "icmpv6" -> 58;
      default -> Integer.parseInt(text);
    };
  }

  private void line(Map<String, List<List<String>>> family, String line) {
    if (line.startsWith(":")) {
      family.put(line.substring(1, line.indexOf(' ')), new ArrayList<>());
      return;
    }
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(line);
    while (matcher.find()) {
      tokens.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    if (!tokens.get(0).equals("-A") || !line.contains("--comment \"firebreak ")) {
      throw new IllegalStateException("not a rule with a mark: " + line);
    }
    family.get(tokens.get(1)).add(tokens.subList(2, tokens.size()));
  }

  @Override
  public FilterEqualsPolicy.Outcome outcome(String hook, Connection connection) {
    List<String> logged = new ArrayList<>();
    walked = 0;
    String chain =
        switch (hook) {
          case "input" -> "FIREBREAK-IN";
          case "output" -> "FIREBREAK-OUT";
          default -> "FIREBREAK-FWD";
        };
    Boolean verdict = run(chain, connection, logged);
    longestWalk = Math.max(longestWalk, walked);
    return new FilterEqualsPolicy.Outcome(verdict != null && verdict, logged);
  }

  private Boolean run(String chain, Connection c, List<String> logged) {
    var family = chains.get(c.source().v6() ? 1 : 0);
    for (List<String> rule : family.get(chain)) {
      walked++;
      Match match = match(rule, c);
      if (match.matches()) {
        switch (match.target()) {
          case "ACCEPT" -> {
            return true;
          }
          case "DROP", "REJECT" -> {
            return false;
          }
          case "LOG", "NFLOG" -> logged.add(match.prefix());
          default -> {
            Boolean verdict = run(match.target(), c, logged);
            if (verdict != null) {
              return verdict;
            }
          }
        }
      }
    }
    return null;
  }

  private Match match(List<String> rule, Connection c) {
    String target = null;
    String prefix = null;
    boolean matches = true;
    for (int i = 0; i < rule.size(); i += 2) {
      String value = rule.get(i + 1);
      switch (rule.get(i)) {
        case "-s" -> matches &= AddressRange.parse(value).contains(c.source());
        case "-d" -> matches &= AddressRange.parse(value).contains(c.destination());
        case "-p" -> matches &= protocol(value) == c.protocol();
        case "--dport" -> matches &= port(value, c.port());
        case "--dports" -> {
          int places = 0;
          boolean one = false;
          for (String each : value.split(",")) {
            places += each.contains(":") ? 2 : 1;
            one |= port(each, c.port());
          }
          if (places > 15) {
            throw new IllegalStateException("too many ports: " + value);
          }
          matches &= one;
        }
        case "--match-set" -> {
          String sides = rule.get(i + 2);
          Address address = sides.startsWith("src") ? c.source() : c.destination();
          boolean ports = sides.endsWith(",dst");
          matches &= sets.get(value).stream().anyMatch(each -> holds(each, address, ports, c));
          i++;
        }
        case "--icmp-type", "--icmpv6-type" -> {
          String[] numbers = value.split("/");
          matches &= Integer.parseInt(numbers[0]) == c.icmpType();
          matches &= numbers.length == 1 || Integer.parseInt(numbers[1]) == c.icmpCode();
        }
        case "-i", "-o", "--ctstate", "--hl-eq" -> matches = false; // new ones between machines
        case "-m", "--limit", "--limit-burst", "--log-level", "--nflog-group", "--reject-with" -> {}
        case "--comment" -> {
          if (value.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > 255) {
            throw new IllegalStateException("comment too long: " + value);
          }
        }
        case "--log-prefix", "--nflog-prefix" -> {
          prefix = value;
          if (value.length() > (rule.get(i).equals("--log-prefix") ? 29 : 63)) {
            throw new IllegalStateException("prefix too long: " + value);
          }
        }
        case "-j" -> target = value;
        default -> throw new IllegalStateException("unknown " + rule.get(i) + " in " + rule);
      }
    }
    return new Match(matches, target, prefix);
  }

  private static boolean holds(Element element, Address address, boolean ports, Connection c) {
    return element.range().v6() == address.v6()
        && element.range().contains(address)
        && (!ports
            || element.protocol() == c.protocol()
                && IpProtocols.hasPorts(c.protocol())
                && element.firstPort() <= c.port()
                && c.port() <= element.lastPort());
  }

  private static boolean port(String text, int port) {
    String[] ends = text.split(":");
    return Integer.parseInt(ends[0]) <= port && port <= Integer.parseInt(ends[ends.length - 1]);
  }
}
