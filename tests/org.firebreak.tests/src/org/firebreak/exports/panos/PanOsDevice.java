package org.firebreak.exports.panos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A candidate configuration to which {@code set}, {@code delete} and {@code move} are applied as
 * the device does. It refuses what the device refuses: deleting what is not there or what is
 * referred to, and referring to what is not there.
 */
final class PanOsDevice {
  /** An element with its children by name; values and members are children without any. */
  private static final class Node {
    final Map<String, Node> children = new TreeMap<>();

    Node child(String name) {
      return children.computeIfAbsent(name, key -> new Node());
    }

    boolean isLeaf() {
      return children.values().stream().allMatch(each -> each.children.isEmpty());
    }

    @Override
    public String toString() {
      return children.isEmpty() ? "" : children.toString();
    }
  }

  /** Where an entry stands: in which partition, in which section. */
  private record Section(String scope, String name) {}

  private record Target(Section section, String entry, int next) {}

  private final Map<Section, Map<String, Node>> sections = new LinkedHashMap<>();

  void apply(List<String> lines) {
    lines.forEach(this::apply);
  }

  /**
   * Applies one command.
   *
   * @throws IllegalArgumentException if the device would refuse it
   */
  void apply(String line) {
    Command command = Command.of(line);
    Target target = target(command);
    Map<String, Node> entries =
        sections.computeIfAbsent(target.section(), key -> new LinkedHashMap<>());
    switch (command.word(0)) {
      case "set" -> {
        Schema schema = Schema.ofSection(target.section().name());
        require(!entries(target.section().scope(), twin(target)).containsKey(target.entry()), line);
        Node entry = entries.computeIfAbsent(target.entry(), key -> new Node());
        set(entry, schema, command, target);
        references(target.section().scope(), entry, line);
      }
      case "delete" -> {
        delete(entries, command, target, line);
        if (!target.section().name().endsWith("rules")) {
          check(target.section().scope(), line);
        }
      }
      case "move" -> move(entries, command, target, line);
      default -> throw new IllegalArgumentException(line);
    }
  }

  /** The section whose names must be others. */
  private static String twin(Target target) {
    return switch (target.section().name()) {
      case "address" -> "address-group";
      case "address-group" -> "address";
      case "service" -> "service-group";
      case "service-group" -> "service";
      default -> "";
    };
  }

  private static Target target(Command command) {
    int at = 1;
    int scope =
        switch (command.word(1)) {
          case "vsys", "device-group" -> 2;
          case "template" -> 5; // template T config vsys V
          default -> 0;
        };
    List<String> words = new ArrayList<>();
    for (; at <= scope; at++) {
      words.add(command.word(at));
    }
    String first = command.word(at++);
    StringBuilder section = new StringBuilder(first);
    for (int i = first.endsWith("rulebase") ? 2 : first.equals("log-settings") ? 1 : 0;
        i > 0;
        i--) {
      section.append(' ').append(command.word(at++));
    }
    return new Target(
        new Section(String.join(" ", words), section.toString()), command.word(at), at + 1);
  }

  private static void set(Node entry, Schema schema, Command command, Target target) {
    List<Node> nodes = new ArrayList<>(List.of(entry));
    List<Schema> schemas = new ArrayList<>(List.of(schema));
    for (int at = target.next(); at < command.size(); ) {
      String word = command.word(at++);
      while (schemas.getLast().child(word) == null) {
        schemas.removeLast();
        nodes.removeLast();
        if (schemas.isEmpty()) {
          throw new IllegalArgumentException("not known: " + word + " in " + command);
        }
      }
      Node above = nodes.getLast();
      Schema.alternatives(word).stream()
          .filter(each -> !each.equals(word))
          .forEach(above.children::remove);
      Schema child = schemas.getLast().child(word);
      Node node = above.child(word);
      switch (child.form()) {
        case FLAG -> {}
        case VALUE -> {
          node.children.clear();
          node.child(command.word(at++));
        }
        case MEMBERS -> command.words().get(at++).forEach(node::child);
        case NAMED -> {
          nodes.add(node.child(command.word(at++)));
          schemas.add(child);
        }
        case BRANCH -> {
          nodes.add(node);
          schemas.add(child);
        }
      }
    }
  }

  private static void delete(
      Map<String, Node> entries, Command command, Target target, String line) {
    Node node = entries.get(target.entry());
    require(node != null, line);
    if (target.next() == command.size()) {
      entries.remove(target.entry());
      return;
    }
    for (int at = target.next(); at < command.size() - 1; at++) {
      node = node.children.get(command.word(at));
      require(node != null, line);
    }
    require(node.children.remove(command.word(command.size() - 1)) != null, line);
  }

  private static void move(Map<String, Node> entries, Command command, Target target, String line) {
    Node moved = entries.remove(target.entry());
    require(moved != null, line);
    String where = command.word(target.next());
    Map<String, Node> all = new LinkedHashMap<>();
    if (where.equals("top")) {
      all.put(target.entry(), moved);
    }
    entries.forEach(
        (name, node) -> {
          all.put(name, node);
          if (where.equals("after") && command.word(target.next() + 1).equals(name)) {
            all.put(target.entry(), moved);
          }
        });
    require(all.size() == entries.size() + 1, line);
    entries.clear();
    entries.putAll(all);
  }

  private static void require(boolean condition, String line) {
    if (!condition) {
      throw new IllegalArgumentException("the device refuses: " + line);
    }
  }

  private Map<String, Node> entries(String scope, String section) {
    return sections.getOrDefault(new Section(scope, section), Map.of());
  }

  private void check(String scope, String line) {
    sections.forEach(
        (section, entries) -> {
          if (section.scope().equals(scope)) {
            entries.forEach((name, node) -> references(scope, node, line));
          }
        });
  }

  private void references(String scope, Node node, String line) {
    node.children.forEach(
        (attribute, child) -> {
          Set<String> names = child.isLeaf() ? child.children.keySet() : Set.of();
          switch (attribute) {
            case "source", "destination", "static" ->
                defined(scope, names, line, "address", "address-group");
            case "service", "members" -> defined(scope, names, line, "service", "service-group");
            case "tag" -> defined(scope, names, line, "tag");
            case "log-setting" -> defined(scope, names, line, "log-settings profiles");
            case "group" -> {
              if (names.stream().anyMatch(name -> name.startsWith("firebreak"))) {
                defined(scope, names, line, "profile-group");
              }
            }
            case "application" ->
                defined(
                    scope,
                    Set.copyOf(
                        names.stream().filter(name -> name.startsWith("firebreak")).toList()),
                    line,
                    "application");
            default -> {
              boolean here = scope.isEmpty() || scope.startsWith("vsys");
              if (attribute.equals("send-email") && here) {
                defined(scope, names, line, "log-settings email");
              } else if ((attribute.equals("from") || attribute.equals("to"))
                  && here
                  && node.children.containsKey("source")) {
                defined(scope, names, line, "zone");
              } else if (!child.isLeaf()) {
                references(scope, child, line);
              }
            }
          }
        });
  }

  private void defined(String scope, Set<String> names, String line, String... kinds) {
    for (String name : names) {
      boolean known =
          Set.of("any", "application-default").contains(name)
              || Stream.of(kinds).anyMatch(kind -> entries(scope, kind).containsKey(name));
      require(known, line + " (" + name + " is referred to and not there)");
    }
  }

  /** Values of an attribute of any entry. */
  Set<String> texts(String attribute) {
    Set<String> texts = new TreeSet<>();
    sections
        .values()
        .forEach(entries -> entries.values().forEach(node -> texts(node, attribute, texts)));
    return texts;
  }

  private static void texts(Node node, String attribute, Set<String> texts) {
    node.children.forEach(
        (name, child) -> {
          if (name.equals(attribute) && child.isLeaf()) {
            texts.addAll(child.children.keySet());
          }
          texts(child, attribute, texts);
        });
  }

  /** What is configured, one entry a line. */
  List<String> state() {
    List<String> state = new ArrayList<>();
    sections.forEach(
        (section, entries) ->
            entries.forEach(
                (name, node) ->
                    state.add(section.scope() + " " + section.name() + " " + name + " " + node)));
    state.sort(null);
    return state;
  }

  /** Names of the rules of each partition, in order; those of different rule sets apart. */
  Map<String, List<String>> rules() {
    Map<String, List<String>> rules = new TreeMap<>();
    sections.forEach(
        (section, entries) -> {
          if (section.name().endsWith("base security rules")) {
            entries.forEach(
                (name, node) -> {
                  String set =
                      node.children.get("tag").children.keySet().stream()
                          .filter(tag -> tag.contains("."))
                          .findFirst()
                          .orElse("");
                  rules
                      .computeIfAbsent(section.scope() + " " + set, key -> new ArrayList<>())
                      .add(name);
                });
          }
        });
    return rules;
  }

  /** The configuration as commands, for a reader. */
  String commands() {
    StringBuilder text = new StringBuilder();
    sections.forEach(
        (section, entries) ->
            entries.forEach(
                (name, node) -> {
                  String scope = section.scope().isEmpty() ? "" : section.scope() + " ";
                  String entry = "set " + scope + section.name() + " " + name;
                  if (node.children.isEmpty()) {
                    text.append(entry).append('\n');
                  }
                  dump(entry, node, text);
                }));
    return text.toString();
  }

  private static void dump(String path, Node node, StringBuilder text) {
    node.children.forEach(
        (name, child) -> {
          String word = name.matches("[A-Za-z0-9_.:/@,%+-]+") ? name : '"' + name + '"';
          if (child.children.isEmpty()) {
            text.append(path).append(' ').append(word).append('\n');
          } else {
            dump(path + " " + word, child, text);
          }
        });
  }
}
