package org.firebreak.rulebase.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.progress.Progress;
import org.firebreak.rulebase.HostAddresses;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.RuleBaseException;
import org.firebreak.rulebase.RuleBaseReader;
import org.firebreak.rulebase.RuleFiles;
import org.firebreak.rulebase.Unread;

/**
 * Reads the policies of a cluster: what each pod does with new connections.
 *
 * <p>Pods come from the labels files of Firebreak, by model id, or from objects of kind Pod in the
 * files, by {@code namespace/name}. If there are neither, the pods that a policy selects are one
 * host named {@code namespace/selector}, for instance {@code shop/app=web}, and {@link
 * HostAddresses} are asked for these names; a rule that speaks of such pods is unread if their
 * addresses are not known.
 */
public final class KubernetesReader implements RuleBaseReader {
  private final Family family;

  /**
   * @param family whose policies are in force besides NetworkPolicy
   */
  public KubernetesReader(Family family) {
    this.family = family;
  }

  @Override
  public String id() {
    return family.id();
  }

  @Override
  public String title() {
    return family.title();
  }

  @Override
  public boolean recognises(String path, String beginning) {
    return family.recognises(beginning);
  }

  @Override
  public RuleBase read(RuleFiles files, HostAddresses hosts, Progress progress) throws IOException {
    List<ManifestObject> objects = ManifestObjects.parse(files, progress);
    List<Unread> unread = new ArrayList<>();
    Inventory inventory = Inventory.of(objects, hosts);
    List<PolicyParser> parsers;
    try {
      parsers = family.parsers(objects, inventory, new Namespaces(inventory, hosts), unread);
    } catch (UnreadableException e) {
      throw new RuleBaseException("a set of networks cannot be read: " + e.getMessage(), e);
    }
    if (!objects.isEmpty() && objects.stream().noneMatch(KubernetesReader::isKnown)) {
      throw new RuleBaseException(
          objects.get(0).place() + ": no object of Kubernetes; each has apiVersion and kind");
    }
    List<Policy> policies = new ArrayList<>();
    for (ManifestObject object : objects) {
      parserOf(object, parsers, unread, (parser) -> parser.assume(object));
    }
    unread.clear();
    Map<String, JsonNode> known = new HashMap<>();
    for (ManifestObject object : objects) {
      progress.check();
      JsonNode other = known.putIfAbsent(object.key(), object.node());
      if (other != null && object.kind().endsWith("Policy") && !other.equals(object.node())) {
        parsers
            .get(0)
            .unread(
                object.place(),
                object.node(),
                new UnreadableException(
                    "another object before has the same kind and name; a cluster keeps one"));
        continue;
      }
      parserOf(object, parsers, unread, parser -> policies.addAll(parser.parse(object)));
    }
    return new RuleBase(filters(inventory, policies), unread);
  }

  private static boolean isKnown(ManifestObject object) {
    return object.node().has("kind") || object.node().has("firebreakLabels");
  }

  /** Something that a parser does with an object. */
  private interface Step {
    void apply(PolicyParser parser) throws UnreadableException;
  }

  private static void parserOf(
      ManifestObject object, List<PolicyParser> parsers, List<Unread> unread, Step step) {
    for (PolicyParser parser : parsers) {
      if (parser.reads(object)) {
        try {
          step.apply(parser);
        } catch (UnreadableException e) {
          parser.unread(object.place(), object.node(), e);
        }
        return;
      }
    }
    if (object.kind().endsWith("Policy") && !object.kind().startsWith("Staged")) {
      parsers
          .get(0)
          .unread(
              object.place(),
              object.node(),
              new UnreadableException(
                  "policies of kind " + object.kind() + " are not read for this platform"));
    }
  }

  /** One filter for each class of pods that the same policies select, and direction. */
  private List<PlacedFilter> filters(Inventory inventory, List<Policy> policies) {
    List<PlacedFilter> filters = new ArrayList<>();
    for (Rule.Direction direction : List.of(Rule.Direction.INBOUND, Rule.Direction.OUTBOUND)) {
      Map<Pod, List<Policy>> byPod = new LinkedHashMap<>();
      inventory.all().forEach(pod -> byPod.put(pod, new ArrayList<>()));
      for (Policy policy : policies) {
        if (policy.direction() == direction) {
          policy.subjects().forEach(pod -> byPod.get(pod).add(policy));
        }
      }
      Map<List<Object>, List<Pod>> classes = new LinkedHashMap<>();
      byPod.forEach(
          (pod, own) -> {
            List<Object> key = new ArrayList<>();
            key.add(pod.namespace() == null);
            own.forEach(policy -> key.add(new Identity(policy)));
            classes.computeIfAbsent(key, each -> new ArrayList<>()).add(pod);
          });
      for (List<Pod> pods : classes.values()) {
        filters.add(filter(pods, byPod.get(pods.get(0)), direction));
      }
    }
    return filters;
  }

  private static PlacedFilter filter(
      List<Pod> pods, List<Policy> policies, Rule.Direction direction) {
    List<String> ruleSets =
        policies.stream().map(Policy::ruleSet).filter(Objects::nonNull).distinct().toList();
    return new PlacedFilter(
        pods.get(0).id() + (pods.size() > 1 ? " and " + (pods.size() - 1) + " more" : ""),
        ruleSets.size() == 1 ? ruleSets.get(0) : null,
        pods.stream().map(Pod::id).toList(),
        direction,
        Evaluation.of(policies, pods.get(0).namespace() != null));
  }

  /** A policy as itself, whatever it equals. */
  private record Identity(Policy policy) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Identity identity && identity.policy == policy;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(policy);
    }
  }
}
