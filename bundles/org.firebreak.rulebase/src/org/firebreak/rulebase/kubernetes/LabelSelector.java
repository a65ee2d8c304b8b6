package org.firebreak.rulebase.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A label selector of Kubernetes: all requirements hold. */
record LabelSelector(List<Requirement> requirements) {
  /** Every object. */
  static final LabelSelector ALL = new LabelSelector(List.of());

  /** Operators of {@code matchExpressions}. */
  enum Operator {
    IN("In"),
    NOT_IN("NotIn"),
    EXISTS("Exists"),
    DOES_NOT_EXIST("DoesNotExist");

    private final String word;

    Operator(String word) {
      this.word = word;
    }
  }

  record Requirement(String key, Operator operator, Set<String> values) {
    boolean holds(Map<String, String> labels) {
      String value = labels.get(key);
      return switch (operator) {
        case IN -> value != null && values.contains(value);
        case NOT_IN -> value == null || !values.contains(value);
        case EXISTS -> value != null;
        case DOES_NOT_EXIST -> value == null;
      };
    }

    /** As {@code kubectl --selector} writes it. */
    @Override
    public String toString() {
      return switch (operator) {
        case IN ->
            values.size() == 1
                ? key + "=" + values.iterator().next()
                : key + " in (" + String.join(",", values) + ")";
        case NOT_IN -> key + " notin (" + String.join(",", values) + ")";
        case EXISTS -> key;
        case DOES_NOT_EXIST -> "!" + key;
      };
    }
  }

  /** Reads the selector of an object's field; a missing one is an error of the caller. */
  static LabelSelector parse(JsonNode node) throws UnreadableException {
    if (!node.isObject() && !node.isNull()) {
      throw new UnreadableException("a label selector is an object");
    }
    Fields.only(node, "matchLabels", "matchExpressions");
    List<Requirement> requirements = new ArrayList<>();
    for (Map.Entry<String, JsonNode> label : node.path("matchLabels").properties()) {
      requirements.add(
          new Requirement(
              label.getKey(), Operator.IN, Set.of(Fields.text(label.getValue(), "a label"))));
    }
    for (JsonNode expression : node.path("matchExpressions")) {
      requirements.add(requirement(expression));
    }
    return new LabelSelector(List.copyOf(requirements));
  }

  private static Requirement requirement(JsonNode node) throws UnreadableException {
    Fields.only(node, "key", "operator", "values");
    Set<String> values = new TreeSet<>();
    for (JsonNode value : node.path("values")) {
      values.add(Fields.text(value, "a value of a label"));
    }
    String word = Fields.text(node.path("operator"), "operator");
    for (Operator operator : Operator.values()) {
      if (operator.word.equals(word)) {
        boolean lists = operator == Operator.IN || operator == Operator.NOT_IN;
        if (lists == values.isEmpty()) {
          throw new UnreadableException("operator " + word + " with " + values.size() + " values");
        }
        return new Requirement(Fields.text(node.path("key"), "key"), operator, values);
      }
    }
    throw new UnreadableException("there is no operator " + word);
  }

  boolean selects(Map<String, String> labels) {
    for (Requirement requirement : requirements) {
      if (!requirement.holds(labels)) {
        return false;
      }
    }
    return true;
  }

  /** Labels that something selected has for certain. */
  Map<String, String> certainLabels() {
    Map<String, String> labels = new TreeMap<>();
    for (Requirement requirement : requirements) {
      if (requirement.operator() == Operator.IN && requirement.values().size() == 1) {
        labels.put(requirement.key(), requirement.values().iterator().next());
      }
    }
    return labels;
  }

  /** {@code app=web,tier in (a,b)}; {@code *} for everything. */
  @Override
  public String toString() {
    return requirements.isEmpty()
        ? "*"
        : String.join(",", requirements.stream().map(Requirement::toString).sorted().toList());
  }
}
