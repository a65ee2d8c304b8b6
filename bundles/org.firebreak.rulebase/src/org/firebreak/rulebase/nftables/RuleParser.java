package org.firebreak.rulebase.nftables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.rulebase.chains.Box;
import org.firebreak.rulebase.chains.ChainRule;
import org.firebreak.rulebase.chains.LinkTraffic;
import org.firebreak.rulebase.chains.Verdict;

/** Reads one rule: which new connections it matches, and what becomes of them. */
final class RuleParser {
  /** Why rules that name interfaces are not read. */
  static final String INTERFACE = "it depends on an interface";

  private static final int NAME = 120;

  private final NftTable table;
  private final RuleWords words;
  private final String place;
  private final String text;
  private List<Box> matches;
  private boolean never;
  private boolean logs;
  private boolean alerts;
  private boolean limited;
  private boolean openPorts;
  private boolean portsOnly;
  private int hopLimit = -1;
  private Intervals sourcePorts;
  private String name;
  private Verdict verdict = new Verdict.Continue();
  private Map<Verdict, List<Box>> verdicts;

  private RuleParser(NftTable table, List<String> words, String place) {
    this.table = table;
    this.words = new RuleWords(words);
    this.place = place;
    this.text = String.join(" ", words);
    this.name = text.length() > NAME ? text.substring(0, NAME) + "…" : text;
    this.matches = List.of(table.everything());
  }

  /**
   * The rule; more than one if it looks its verdict up, none if it is not about new connections
   * between machines.
   */
  static List<ChainRule> parse(NftTable table, List<String> words, String place)
      throws NotUnderstood {
    RuleParser parser = new RuleParser(table, words, place);
    if (OldConnections.alone(words)) {
      return List.of();
    }
    while (parser.words.hasNext()) {
      parser.statement();
    }
    return parser.rules();
  }

  private List<ChainRule> rules() throws NotUnderstood {
    if (never) {
      return List.of();
    }
    if (openPorts && !portsOnly) {
      throw new NotUnderstood("ports without their protocols");
    }
    if (hopLimit >= 0 || sourcePorts != null) {
      checkLink();
      return List.of();
    }
    if (limited && !(verdict instanceof Verdict.Continue && verdicts == null)) {
      throw new NotUnderstood("what becomes of a connection depends on a rate");
    }
    List<ChainRule> rules = new ArrayList<>();
    if (verdicts == null) {
      rules.add(new ChainRule(name, place, matches, logs, alerts, verdict));
    } else {
      verdicts.forEach(
          (each, keys) ->
              rules.add(new ChainRule(name, place, product(matches, keys), logs, alerts, each)));
    }
    return rules;
  }

  /** Hop limits and source ports are understood where they make out traffic of the link. */
  private void checkLink() throws NotUnderstood {
    Intervals services = Intervals.union(matches.stream().map(Box::services).toList());
    boolean link = sourcePorts == null && LinkTraffic.isOfLink(services, hopLimit);
    boolean dhcp = hopLimit < 0 && sourcePorts != null && LinkTraffic.isDhcp(services, sourcePorts);
    if (!(verdict instanceof Verdict.Accept) || !link && !dhcp) {
      throw new NotUnderstood(
          hopLimit >= 0 ? "it depends on the hop limit" : "it depends on the source port");
    }
  }

  private void statement() throws NotUnderstood {
    String word = words.peek();
    switch (word) {
      case "counter" -> counter();
      case "log" -> log();
      case "limit" -> limit();
      case "comment" -> {
        words.next();
        name = words.text();
      }
      case "flow" -> {
        words.next();
        words.next(); // add or offload: a short cut for connections that were permitted
        words.next();
      }
      case "accept", "drop", "reject", "jump", "goto", "return", "continue" -> {
        List<String> rest = new ArrayList<>();
        while (words.hasNext() && !words.peek().equals("comment")) {
          rest.add(words.next());
        }
        verdict = verdict(rest);
      }
      default -> {
        if (!Mangling.skip(words)) {
          match();
        }
      }
    }
  }

  private Verdict verdict(List<String> rest) throws NotUnderstood {
    return switch (rest.get(0)) {
      case "accept" -> single(rest, new Verdict.Accept());
      case "drop" -> single(rest, new Verdict.Drop());
      case "reject" -> new Verdict.Drop();
      case "return" -> single(rest, new Verdict.Return());
      case "continue" -> single(rest, new Verdict.Continue());
      case "jump" -> new Verdict.Jump(chain(rest));
      case "goto" -> new Verdict.Goto(chain(rest));
      default -> throw new NotUnderstood("'" + rest.get(0) + "' is no verdict that is known");
    };
  }

  private static Verdict single(List<String> rest, Verdict verdict) throws NotUnderstood {
    if (rest.size() > 1) {
      throw new NotUnderstood("'" + rest.get(1) + "' after a verdict");
    }
    return verdict;
  }

  private String chain(List<String> rest) throws NotUnderstood {
    if (rest.size() != 2) {
      throw new NotUnderstood("a jump names one chain");
    }
    if (!table.chains.containsKey(rest.get(1))) {
      throw new NotUnderstood("there is no chain " + rest.get(1) + " in the table");
    }
    return table.key(rest.get(1));
  }

  private void counter() throws NotUnderstood {
    words.next();
    if (words.accept("name")) {
      words.next();
    } else if (words.accept("packets")) {
      words.next();
      words.accept("bytes");
      words.next();
    }
  }

  private void log() throws NotUnderstood {
    words.next();
    logs = true;
    while (true) {
      if (words.accept("prefix")) {
        alerts |= words.text().startsWith("firebreak:alert:");
      } else if (words.accept("level")
          || words.accept("group")
          || words.accept("snaplen")
          || words.accept("queue-threshold")) {
        words.next();
      } else if (words.accept("flags")) {
        String flags = words.next();
        if (flags.equals("tcp") || flags.equals("ip")) {
          words.next();
          while (words.accept(",")) {
            words.next();
          }
        }
      } else {
        return;
      }
    }
  }

  private void limit() throws NotUnderstood {
    words.next();
    limited = true;
    if (!words.accept("rate") || words.accept("over")) {
      throw new NotUnderstood("a limit that is not known");
    }
    words.next();
    if (words.accept("burst")) {
      words.next();
      words.next();
    }
  }

  private void match() throws NotUnderstood {
    List<Selector> selectors = new ArrayList<>(List.of(SelectorParser.parse(words)));
    while (words.accept(".")) {
      selectors.add(SelectorParser.parse(words));
    }
    for (Selector selector : selectors) {
      openPorts |= selector.protocol() == Selector.ANY_WITH_PORTS;
    }
    boolean negated = words.accept("!=");
    if (!negated) {
      words.accept("==");
    }
    if (selectors.get(0).kind() == Selector.Kind.TCP_FLAGS) {
      flags(negated);
      return;
    }
    boolean bySource =
        selectors.stream().anyMatch(each -> each.kind() == Selector.Kind.SOURCE_PORT);
    if (bySource && (selectors.size() > 1 || words.peek().equals("vmap"))) {
      throw new NotUnderstood("it depends on the source port");
    }
    if (!negated && words.accept("vmap")) {
      Operand map = Operand.parse(words, table);
      if (map.set().dynamic()) {
        throw new NotUnderstood("a map that changes while it is in force");
      }
      lookup(selectors, map.set());
      return;
    }
    Operand operand = Operand.parse(words, table);
    if (selectors.size() > 1) {
      if (negated) {
        throw new NotUnderstood("a negated match of several fields");
      }
      matches = product(matches, operand.boxes(selectors));
      notePorts(selectors, operand.set());
      return;
    }
    single(selectors.get(0), operand, negated);
  }

  /** A new connection of TCP begins with a packet that has the flag SYN and no other. */
  private void flags(boolean negated) throws NotUnderstood {
    matches = product(matches, List.of(Box.by(ServiceLine.of(IpProtocols.TCP))));
    never |= !NftFlags.matchSyn(words, negated);
  }

  private void single(Selector selector, Operand operand, boolean negated) throws NotUnderstood {
    switch (selector.kind()) {
      case STATE -> never |= operand.values().contains("new") == negated;
      case WAY -> never |= operand.values().contains("original") == negated;
      case INTERFACE -> {
        if (!operand.values().equals(List.of("lo"))) {
          throw new NotUnderstood(INTERFACE);
        }
        never |= !negated;
      }
      case HOP_LIMIT -> {
        hopLimit = operand.values().size() == 1 ? Values.number(operand.values().get(0), 255) : -1;
        if (negated || hopLimit < 0) {
          throw new NotUnderstood("it depends on the hop limit");
        }
      }
      case SOURCE_PORT -> {
        if (negated || sourcePorts != null) {
          throw new NotUnderstood("it depends on the source port");
        }
        sourcePorts = selector.box(operand.values()).services();
      }
      default -> {
        Box box = negated ? selector.boxWithout(operand.values()) : operand.box(selector);
        matches = product(matches, List.of(box));
        if (selector.isProtocol() && !negated) {
          notePorts(List.of(selector), operand.set());
        }
      }
    }
  }

  /** Notes whether the protocols that are named all have ports. */
  private void notePorts(List<Selector> selectors, NftSet set) throws NotUnderstood {
    for (int i = 0; i < selectors.size(); i++) {
      if (selectors.get(i).isProtocol()) {
        portsOnly = true;
        for (NftSet.Element element : set.elements()) {
          portsOnly &= Selector.hasPorts(Values.protocol(element.key().get(i)));
        }
      }
    }
  }

  private void lookup(List<Selector> selectors, NftSet map) throws NotUnderstood {
    if (selectors.get(0).kind() == Selector.Kind.STATE && selectors.size() == 1) {
      never = true;
      for (NftSet.Element element : map.elements()) {
        if (element.key().equals(List.of("new"))) {
          never = false;
          verdict = verdict(element.value());
        }
      }
      return;
    }
    Map<List<String>, List<NftSet.Element>> byVerdict = new LinkedHashMap<>();
    for (NftSet.Element element : map.elements()) {
      if (element.value().isEmpty()) {
        throw new NotUnderstood("a map without verdicts");
      }
      byVerdict.computeIfAbsent(element.value(), value -> new ArrayList<>()).add(element);
    }
    notePorts(selectors, map);
    verdicts = new LinkedHashMap<>();
    for (Map.Entry<List<String>, List<NftSet.Element>> each : byVerdict.entrySet()) {
      NftSet keys = new NftSet(each.getValue(), false, "");
      verdicts
          .computeIfAbsent(verdict(each.getKey()), same -> new ArrayList<>())
          .addAll(new Operand(keys, table).boxes(selectors));
    }
  }

  private static List<Box> product(List<Box> some, List<Box> others) {
    List<Box> boxes = new ArrayList<>();
    for (Box one : some) {
      for (Box other : others) {
        Box both = one.intersect(other);
        if (!both.isEmpty()) {
          boxes.add(both);
        }
      }
    }
    return boxes;
  }
}
