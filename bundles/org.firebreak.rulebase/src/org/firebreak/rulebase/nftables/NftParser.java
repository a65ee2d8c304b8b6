package org.firebreak.rulebase.nftables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.rulebase.Unread;
import org.firebreak.rulebase.chains.Box;

/** Reads the tables of one file. */
final class NftParser {
  private static final int SHOWN = 200;

  private final String path;
  private final NftText text;
  private final Map<Object, Box> boxes;
  private final Map<String, NftSet> known;
  private final Map<String, NftTable> tables = new LinkedHashMap<>();
  private final List<Unread> unread;

  /**
   * Begins to read.
   *
   * @param boxes what sets hold, shared by files
   * @param known sets by their text, shared by files, as thousands of hosts may name the same group
   */
  NftParser(
      String path,
      String content,
      Map<Object, Box> boxes,
      Map<String, NftSet> known,
      List<Unread> unread) {
    this.path = path;
    this.text = new NftText(content);
    this.boxes = boxes;
    this.known = known;
    this.unread = unread;
  }

  /** The tables in the order in which they are made. */
  List<NftTable> parse() {
    for (String word = text.peek(); word != null; word = text.peek()) {
      int line = text.line();
      text.next();
      if (word.equals("table")) {
        table(line);
      } else if (!word.equals(NftText.END)) {
        command(word, line);
      }
    }
    if (text.isCutOff()) {
      leave(text.line(), "end of the file", "the file ends before all braces are closed");
    }
    return new ArrayList<>(tables.values());
  }

  private void command(String word, int line) {
    if (word.equals("define")) {
      List<String> rest = rest();
      if (rest.size() > 2 && rest.get(1).equals("=")) {
        text.define(rest.get(0), rest.subList(2, rest.size()));
        return;
      }
      leave(line, "define " + String.join(" ", rest), "not a definition that is known");
      return;
    }
    String object = text.peek();
    boolean adds = word.equals("add") || word.equals("create");
    if (adds && object != null && List.of("table", "chain", "set", "map").contains(object)) {
      text.next();
      add(object, line);
    } else if (adds && ("rule".equals(object) || "element".equals(object))) {
      text.next();
      append(object, line);
    } else {
      remove(word, rest(), line);
    }
  }

  /** What takes something away; only tables, the rules of chains, and everything are understood. */
  private void remove(String word, List<String> rest, int line) {
    if (word.equals("flush") && rest.equals(List.of("ruleset"))) {
      tables.clear();
    } else if (List.of("delete", "destroy").contains(word)
        && rest.size() > 1
        && rest.get(0).equals("table")) {
      tables.remove(key(rest.subList(1, rest.size())));
    } else if (word.equals("flush") && rest.size() > 1 && rest.get(0).equals("table")) {
      NftTable table = tables.get(key(rest.subList(1, rest.size())));
      if (table != null) {
        table.chains.values().forEach(chain -> chain.rules.clear());
      }
    } else if (word.equals("include")) {
      leave(line, word + " " + String.join(" ", rest), "the file that it includes is not read");
    } else {
      leave(line, word + " " + String.join(" ", rest), "a command that is not known");
    }
  }

  private static String key(List<String> words) {
    return words.size() == 1 ? "ip " + words.get(0) : words.get(0) + " " + words.get(1);
  }

  private void add(String object, int line) {
    if (object.equals("table")) {
      table(line);
      return;
    }
    NftTable table = named();
    if (object.equals("chain")) {
      chain(table, line);
    } else {
      set(table);
    }
  }

  private void append(String object, int line) {
    NftTable table = named();
    String name = name();
    if (object.equals("element")) {
      text.next();
      NftSet more = NftSet.of(text.block(), false);
      table.sets.merge(name, more, NftSet::plus);
    } else {
      chainOf(table, name, line).rules.add(new NftTable.RawRule(line, rest()));
    }
  }

  /** A name; what the text lacks of it is noted. */
  private String name() {
    String name = text.next();
    if (name == null) {
      text.cutOff();
      return "";
    }
    return name;
  }

  /** A table, made if it is new: {@code inet firebreak}, {@code firebreak}. */
  private NftTable named() {
    int line = text.line();
    String first = name();
    List<String> words = new ArrayList<>(List.of(first));
    if (List.of("inet", "ip", "ip6", "arp", "bridge", "netdev").contains(first)) {
      words.add(name());
    }
    String key = key(words);
    int blank = key.indexOf(' ');
    return tables.computeIfAbsent(
        key,
        each -> new NftTable(each.substring(0, blank), each.substring(blank + 1), line, boxes));
  }

  private void table(int line) {
    NftTable table = named();
    if (!"{".equals(text.peek())) {
      return;
    }
    text.next();
    for (String word = inBraces(); !word.equals("}"); word = inBraces()) {
      int at = text.line();
      switch (word) {
        case NftText.END -> {}
        case "chain" -> chain(table, at);
        case "set", "map" -> set(table);
        case "comment" -> text.next();
        case "flags" -> table.dormant |= rest().contains("dormant");
        default -> {
          skip();
          if (!List.of("counter", "quota", "limit", "ct", "flowtable").contains(word)) {
            leave(at, word, "a part of a table that is not known");
          }
        }
      }
    }
  }

  /** The next word within braces; the closing brace at the end of the text, which is noted. */
  private String inBraces() {
    String word = text.next();
    if (word == null) {
      text.cutOff();
      return "}";
    }
    return word;
  }

  private void skip() {
    for (String word = text.next(); word != null && !word.equals(NftText.END); word = text.next()) {
      if (word.equals("{")) {
        text.block();
        return;
      }
    }
  }

  private void set(NftTable table) {
    String name = name();
    boolean dynamic = false;
    NftSet elements = NftSet.EMPTY;
    if (!"{".equals(text.peek())) {
      return;
    }
    text.next();
    for (String word = inBraces(); !word.equals("}"); word = inBraces()) {
      if (word.equals("elements")) {
        text.next(); // =
        text.peek(); // a name that stands for the list
        text.next(); // {
        elements = known.computeIfAbsent(text.block(), raw -> NftSet.of(raw, false));
      } else if (word.equals("timeout") || word.equals("dynamic")) {
        dynamic = true;
      }
    }
    NftSet made = dynamic ? new NftSet(elements.elements(), true, elements.raw()) : elements;
    table.sets.merge(name, made, NftSet::plus);
  }

  private NftTable.Chain chainOf(NftTable table, String name, int line) {
    return table.chains.computeIfAbsent(name, key -> new NftTable.Chain(key, line));
  }

  private void chain(NftTable table, int line) {
    NftTable.Chain chain = chainOf(table, name(), line);
    if (!"{".equals(text.peek())) {
      return;
    }
    text.next();
    for (String word = text.peek(); !"}".equals(word); word = text.peek()) {
      if (word == null) {
        text.cutOff();
        return;
      }
      int at = text.line();
      switch (word) {
        case NftText.END -> text.next();
        case "type" -> base(chain, rest());
        case "policy" -> {
          chain.accepts = rest().contains("accept");
        }
        case "comment" -> {
          text.next();
          text.next();
        }
        default -> chain.rules.add(new NftTable.RawRule(at, rest()));
      }
    }
    text.next();
  }

  /** {@code type filter hook input priority filter - 5}. */
  private static void base(NftTable.Chain chain, List<String> words) {
    chain.type = words.size() > 1 ? words.get(1) : "";
    int hook = words.indexOf("hook");
    chain.hook = hook < 0 || hook + 1 == words.size() ? "" : words.get(hook + 1);
    int priority = words.indexOf("priority");
    int sign = 1;
    for (String word : priority < 0 ? List.<String>of() : words.subList(priority, words.size())) {
      int number = Values.number(word.startsWith("-") ? word.substring(1) : word, 999_999_999);
      if (word.equals("-")) {
        sign = -1;
      } else if (number >= 0) {
        chain.priority += (word.startsWith("-") ? -1 : sign) * number;
      } else {
        chain.priority += PRIORITIES.getOrDefault(word, 0);
      }
    }
  }

  private static final Map<String, Integer> PRIORITIES =
      new HashMap<>(
          Map.of(
              "raw",
              -300,
              "mangle",
              -150,
              "dstnat",
              -100,
              "filter",
              0,
              "security",
              50,
              "srcnat",
              100));

  /** The words up to the end of the statement, braces included. */
  private List<String> rest() {
    List<String> words = new ArrayList<>();
    int depth = 0;
    for (String word = text.peek(); word != null; word = text.peek()) {
      if (depth == 0 && (word.equals(NftText.END) || word.equals("}"))) {
        break;
      }
      text.next();
      depth += word.equals("{") ? 1 : word.equals("}") ? -1 : 0;
      if (!word.equals(NftText.END)) {
        words.add(word);
      }
    }
    return words;
  }

  private void leave(int line, String words, String reason) {
    unread.add(new Unread(path + ":" + line, shortened(words), reason));
  }

  static String shortened(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) : text;
  }
}
