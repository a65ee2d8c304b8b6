package org.firebreak.rulebase.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.Rule;
import org.firebreak.rulebase.Unread;

/**
 * Reads {@code projectcalico.org/v3} policies: tiers in their order, in each the policies in their
 * order, in each the rules in theirs. A tier denies at its end what its policies do not decide,
 * unless its default is to pass; a tier of which no policy selects an endpoint is not asked.
 */
final class CalicoParser extends PolicyParser {
  private static final String GROUP = "projectcalico.org";
  private static final String DEFAULT = "default";
  private static final double DEFAULT_ORDER = 1_000_000;

  private final CalicoEndpoints endpoints;
  private final CalicoRuleParser rules;
  private final Map<String, Policy.Stage> tiers = new HashMap<>();

  CalicoParser(
      Inventory inventory,
      Namespaces namespaces,
      List<Unread> unread,
      List<ManifestObject> objects,
      CalicoEndpoints endpoints) {
    super(inventory, namespaces, unread);
    this.endpoints = endpoints;
    this.rules = new CalicoRuleParser(endpoints);
    addTier("kube-admin", 1000, false);
    addTier("kube-baseline", 10_000_000, false);
    tiers.put(DEFAULT, defaultTier());
    for (ManifestObject object : objects) {
      if (object.is(GROUP, "Tier")) {
        addTier(
            object.name(),
            object.spec().path("order").asDouble(Double.POSITIVE_INFINITY),
            !object.spec().path("defaultAction").asText("Deny").equals("Pass"));
      }
    }
  }

  private void addTier(String name, double order, boolean denies) {
    tiers.put(name, new Policy.Stage(name, order, Policy.Stage.Kind.ORDERED, denies));
  }

  /** The tier of policies that name none, and of NetworkPolicy. */
  static Policy.Stage defaultTier() {
    return new Policy.Stage(DEFAULT, DEFAULT_ORDER, Policy.Stage.Kind.ORDERED, true);
  }

  @Override
  boolean reads(ManifestObject object) {
    return object.is(GROUP, "GlobalNetworkPolicy") || object.is(GROUP, "NetworkPolicy");
  }

  @Override
  void assume(ManifestObject object) {
    // Selectors of Calico tell no certain labels; without pods no filter can be placed.
  }

  @Override
  List<Policy> parse(ManifestObject object) throws UnreadableException {
    JsonNode spec = object.spec();
    boolean global = object.kind().startsWith("Global");
    Fields.only(
        spec,
        "tier",
        "order",
        "selector",
        "namespaceSelector",
        "types",
        "ingress",
        "egress",
        "performanceHints");
    Policy.Stage tier = tiers.get(spec.path("tier").asText(DEFAULT));
    if (tier == null) {
      throw new UnreadableException("tier " + spec.path("tier").asText() + " is not in the files");
    }
    if (endpoints.isAssumed()) {
      throw new UnreadableException("the pods that selectors mean are not in the files");
    }
    String own = global ? null : object.namespace();
    List<Pod> subjects =
        endpoints.subjects(
            own,
            global ? spec.path("namespaceSelector").asText("") : "",
            spec.path("selector").asText(""));
    List<Policy> policies = new ArrayList<>();
    for (String type : types(spec)) {
      Rule.Direction direction =
          switch (type) {
            case "Ingress" -> Rule.Direction.INBOUND;
            case "Egress" -> Rule.Direction.OUTBOUND;
            default -> throw new UnreadableException("there is no policy type " + type);
          };
      policies.add(
          new Policy(
              nameOf(object),
              object.ruleSet(),
              tier,
              spec.path("order").asDouble(Double.POSITIVE_INFINITY),
              direction,
              subjects,
              rules(
                  object,
                  spec,
                  type.toLowerCase(java.util.Locale.ROOT),
                  "/spec",
                  (entry, name, place) -> rules.parse(entry, name, place, own)),
              false));
    }
    return policies;
  }

  private static List<String> types(JsonNode spec) throws UnreadableException {
    List<String> types = new ArrayList<>();
    for (JsonNode type : Fields.list(spec, "types")) {
      types.add(Fields.text(type, "a policy type"));
    }
    if (types.isEmpty()) {
      boolean egress = !Fields.list(spec, "egress").isEmpty();
      if (!egress || !Fields.list(spec, "ingress").isEmpty()) {
        types.add("Ingress");
      }
      if (egress) {
        types.add("Egress");
      }
    }
    return types;
  }
}
