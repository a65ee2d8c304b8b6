package org.firebreak.exports.kubernetes.calico;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.kubernetes.KubernetesSettings;
import org.firebreak.exports.kubernetes.PeerTable;
import org.firebreak.exports.kubernetes.Peers;
import org.firebreak.exports.kubernetes.Permits;
import org.firebreak.exports.kubernetes.PolicyLimitations;
import org.firebreak.exports.kubernetes.Services;

/** Writes each rule as rules of Calico; where it logs, a Log rule stands before each. */
final class CalicoRules {
  private static final int MOST_NETS = 256;

  private final KubernetesSettings settings;
  private final CalicoSelectors selectors;
  private final PeerTable peers;
  private final PolicyLimitations limitations;

  CalicoRules(CalicoSettings settings, PeerTable peers, PolicyLimitations limitations) {
    this.settings = settings.cluster();
    this.selectors = new CalicoSelectors(settings);
    this.peers = peers;
    this.limitations = limitations;
  }

  /** The rules that say what a rule says; none if nothing of it can be said. */
  List<ObjectNode> of(RuleSet set, Rule rule) {
    Services services = Services.of(Services.line(rule));
    if (services.namesPortZero()) {
      limitations.portZero(set, rule);
    }
    boolean inbound = rule.direction() == Rule.Direction.INBOUND;
    List<ObjectNode> rules = new ArrayList<>();
    for (ObjectNode peer : ends(Permits.peer(rule), set)) {
      for (ObjectNode own : nets(Permits.own(rule))) {
        if (isV6(peer) != null && isV6(own) != null && !isV6(peer).equals(isV6(own))) {
          continue;
        }
        for (CalicoServices.Match match : CalicoServices.of(services)) {
          ObjectNode source = (inbound ? peer : own).deepCopy();
          ObjectNode destination = (inbound ? own : peer).deepCopy();
          add(rules, rule, match, source, destination);
        }
      }
    }
    return rules;
  }

  /** Family of the networks of an entity; {@code null} if it names none. */
  private static Boolean isV6(ObjectNode entity) {
    return entity.has("nets") ? Boolean.valueOf(entity.at("/nets/0").asText().contains(":")) : null;
  }

  private void add(
      List<ObjectNode> rules,
      Rule rule,
      CalicoServices.Match match,
      ObjectNode source,
      ObjectNode destination) {
    if (!match.ports().isEmpty()) {
      CalicoServices.write(match.ports(), destination.putArray("ports"));
    }
    if (rule.log()) {
      rules.add(entry("Log", rule, match, source, destination));
    }
    rules.add(
        entry(
            rule.action() == Rule.Action.PERMIT ? "Allow" : "Deny",
            rule,
            match,
            source,
            destination));
  }

  private ObjectNode entry(
      String action,
      Rule rule,
      CalicoServices.Match match,
      ObjectNode source,
      ObjectNode destination) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("action", action);
    entry.putObject("metadata").putObject("annotations").put(settings.key("rule"), rule.id());
    entry.setAll(match.protocol().deepCopy());
    if (!source.isEmpty()) {
      entry.set("source", source.deepCopy());
    }
    if (!destination.isEmpty()) {
      entry.set("destination", destination.deepCopy());
    }
    return entry;
  }

  /** One entity for each selector and each chunk of networks; an empty one for everything. */
  private List<ObjectNode> ends(AddressGroup group, RuleSet set) {
    Peers other = peers.of(group, set.domain());
    List<ObjectNode> ends = new ArrayList<>();
    if (other.any()) {
      ends.add(JsonNodeFactory.instance.objectNode());
      return ends;
    }
    for (Peers.PodPeer pods : other.pods()) {
      for (String selector : selectors.of(pods)) {
        ends.add(JsonNodeFactory.instance.objectNode().put("selector", selector));
      }
    }
    addNets(ends, other.networks());
    return ends;
  }

  private static List<ObjectNode> nets(AddressGroup own) {
    List<ObjectNode> ends = new ArrayList<>();
    if (own.isAny()) {
      ends.add(JsonNodeFactory.instance.objectNode());
    } else {
      addNets(ends, own.addresses());
    }
    return ends;
  }

  /** IPv4 and IPv6 may not stand in one rule. */
  private static void addNets(List<ObjectNode> ends, AddressSet addresses) {
    for (AddressSet family : List.of(addresses.v4(), addresses.v6())) {
      List<String> prefixes = family.toPrefixes();
      for (int i = 0; i < prefixes.size(); i += MOST_NETS) {
        ObjectNode end = JsonNodeFactory.instance.objectNode();
        ArrayNode nets = end.putArray("nets");
        prefixes.subList(i, Math.min(prefixes.size(), i + MOST_NETS)).forEach(nets::add);
        ends.add(end);
      }
    }
  }
}
