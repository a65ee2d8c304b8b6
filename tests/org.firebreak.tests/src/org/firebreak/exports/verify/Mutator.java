package org.firebreak.exports.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes one rule of an artefact at random. */
interface Mutator {
  /** The artefact with one thing changed; the same if nothing could be. */
  String mutate(String text, Random random) throws Exception;

  /**
   * Of text in which rules are blocks: one is dropped, doubled, swapped with another, or something
   * in it is replaced.
   *
   * @param block what a rule looks like
   * @param changes pairs of what to replace and by what
   */
  static Mutator ofBlocks(String block, String... changes) {
    Pattern pattern = Pattern.compile(block, Pattern.MULTILINE | Pattern.DOTALL);
    return (text, random) -> {
      List<MatchResult> found = pattern.matcher(text).results().toList();
      if (found.isEmpty()) {
        return text;
      }
      MatchResult one = found.get(random.nextInt(found.size()));
      MatchResult other = found.get(random.nextInt(found.size()));
      String before = text.substring(0, one.start());
      String after = text.substring(one.end());
      return switch (random.nextInt(6)) {
        case 0 -> before + after;
        case 1 -> text.substring(0, other.start()) + one.group() + text.substring(other.start());
        case 2 -> swapped(text, one, other);
        default -> before + changed(one.group(), changes, random) + after;
      };
    };
  }

  private static String swapped(String text, MatchResult one, MatchResult other) {
    MatchResult first = one.start() < other.start() ? one : other;
    MatchResult last = first == one ? other : one;
    return first.start() == last.start()
        ? text
        : text.substring(0, first.start())
            + last.group()
            + text.substring(first.end(), last.start())
            + first.group()
            + text.substring(last.end());
  }

  private static String changed(String rule, String[] changes, Random random) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < changes.length; i += 2) {
      String changed = rule.replaceFirst(changes[i], changes[i + 1]);
      if (!changed.equals(rule)) {
        all.add(changed);
      }
    }
    return all.isEmpty() ? rule : all.get(random.nextInt(all.size()));
  }

  /**
   * Of JSON in which rules are objects with a field of some name, in them or in their properties:
   * one is dropped, doubled, moved, or a value of it becomes another, for instance that of another
   * rule.
   */
  static Mutator ofJson(String marker, Map<String, String> flips) {
    ObjectMapper mapper = new ObjectMapper();
    return (text, random) -> {
      JsonNode root = mapper.readTree(text);
      List<JsonRule> rules = new ArrayList<>();
      JsonRule.collect(root, marker, rules);
      if (rules.isEmpty()) {
        return text;
      }
      JsonRule one = rules.get(random.nextInt(rules.size()));
      JsonRule other = rules.get(random.nextInt(rules.size()));
      switch (random.nextInt(6)) {
        case 0 -> one.drop();
        case 1 -> one.moveTo(random);
        case 2 -> one.take(other, random);
        default -> one.change(flips, random);
      }
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    };
  }

  /** A rule in JSON: an element of an array or a field of an object. */
  record JsonRule(JsonNode parent, String field, ObjectNode rule) {
    static void collect(JsonNode node, String marker, List<JsonRule> rules) {
      if (node.isArray()) {
        node.forEach(each -> add(node, null, each, marker, rules));
      } else if (node.isObject()) {
        node.properties().forEach(each -> add(node, each.getKey(), each.getValue(), marker, rules));
      }
    }

    private static void add(
        JsonNode parent, String field, JsonNode node, String marker, List<JsonRule> rules) {
      boolean wrapped = node.path("properties").has(marker) || node.path("Properties").has(marker);
      if (node.has(marker) || wrapped) {
        rules.add(new JsonRule(parent, field, (ObjectNode) node));
      } else {
        collect(node, marker, rules);
      }
    }

    private ObjectNode values() {
      for (String wrapper : List.of("properties", "Properties")) {
        if (rule.has(wrapper)) {
          return (ObjectNode) rule.get(wrapper);
        }
      }
      return rule;
    }

    private int index() {
      for (int i = 0; i < parent.size(); i++) {
        if (parent.get(i) == rule) {
          return i;
        }
      }
      throw new IllegalStateException();
    }

    void drop() {
      if (parent instanceof ArrayNode array) {
        array.remove(index());
      } else {
        ((ObjectNode) parent).remove(field);
      }
    }

    void moveTo(Random random) {
      if (parent instanceof ArrayNode array) {
        array.remove(index());
        array.insert(random.nextInt(array.size() + 1), rule);
      }
    }

    /** Takes one value over from another rule. */
    void take(JsonRule other, Random random) {
      List<String> names = new ArrayList<>();
      other.values().fieldNames().forEachRemaining(names::add);
      names.removeIf(name -> name.matches("(?i)name|description|groupid|network"));
      if (!names.isEmpty()) {
        String name = names.get(random.nextInt(names.size()));
        values().set(name, other.values().get(name).deepCopy());
      }
    }

    void change(Map<String, String> flips, Random random) {
      List<Runnable> changes = new ArrayList<>();
      changes(values(), flips, changes);
      Collections.shuffle(changes, random);
      changes.stream().findFirst().ifPresent(Runnable::run);
    }

    private static void changes(JsonNode node, Map<String, String> flips, List<Runnable> changes) {
      if (node instanceof ObjectNode object) {
        object
            .properties()
            .forEach(
                each -> {
                  JsonNode value = each.getValue();
                  JsonNode changed = changed(value, flips);
                  if (changed != null && !each.getKey().matches("(?i)name|description")) {
                    changes.add(() -> object.set(each.getKey(), changed));
                  }
                  changes(value, flips, changes);
                });
      } else if (node instanceof ArrayNode array) {
        for (int i = 0; i < array.size(); i++) {
          int at = i;
          JsonNode changed = changed(array.get(i), flips);
          if (changed != null) {
            changes.add(() -> array.set(at, changed));
          }
          changes(array.get(i), flips, changes);
        }
        if (array.size() > 1) {
          changes.add(() -> array.remove(array.size() - 1));
        }
      }
    }

    private static JsonNode changed(JsonNode value, Map<String, String> flips) {
      if (value.isInt()) {
        return IntNode.valueOf(value.asInt() + 1);
      }
      String text = value.isTextual() ? value.asText() : "";
      if (flips.containsKey(text)) {
        return TextNode.valueOf(flips.get(text));
      }
      if (text.matches("\\d+(-\\d+)?")) {
        return TextNode.valueOf(
            text.replaceFirst("^\\d+", "" + (Integer.parseInt(text.split("-")[0]) - 1)));
      }
      return text.endsWith("/32") ? TextNode.valueOf(text.replace("/32", "/31")) : null;
    }
  }
}
