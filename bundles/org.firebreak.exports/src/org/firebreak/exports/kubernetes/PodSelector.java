package org.firebreak.exports.kubernetes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Pods by their labels: those that fulfil every requirement.
 *
 * @param requirements none for every pod
 */
public record PodSelector(List<Requirement> requirements) {
  /** Every pod. */
  public static final PodSelector ALL = new PodSelector(List.of());

  /**
   * A label has one of some values, or none of them.
   *
   * @param values in order; empty if the label only has to be there
   */
  public record Requirement(String key, boolean in, List<String> values) {
    public Requirement {
      values = List.copyOf(values);
    }
  }

  public PodSelector {
    requirements = List.copyOf(requirements);
  }

  public static PodSelector in(String key, List<String> values) {
    return new PodSelector(List.of(new Requirement(key, true, values)));
  }

  /** The selector as the API of Kubernetes has it. */
  public ObjectNode toNode() {
    return toNode("");
  }

  /**
   * The same with a prefix of the keys.
   *
   * @param keyPrefix for instance {@code k8s:} for Cilium
   */
  public ObjectNode toNode(String keyPrefix) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    for (Requirement requirement : requirements) {
      String key = keyPrefix + requirement.key();
      if (requirement.in() && requirement.values().size() == 1) {
        node.withObjectProperty("matchLabels").put(key, requirement.values().get(0));
      }
    }
    for (Requirement requirement : requirements) {
      if (!requirement.in() || requirement.values().size() != 1) {
        ObjectNode expression = node.withArrayProperty("matchExpressions").addObject();
        expression.put("key", keyPrefix + requirement.key());
        expression.put("operator", operator(requirement));
        if (!requirement.values().isEmpty()) {
          ArrayNode values = expression.putArray("values");
          requirement.values().forEach(values::add);
        }
      }
    }
    return node;
  }

  private static String operator(Requirement requirement) {
    if (requirement.values().isEmpty()) {
      return "Exists";
    }
    return requirement.in() ? "In" : "NotIn";
  }
}
