package org.firebreak.rulebase.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.policy.Rule;
import org.firebreak.rulebase.Unread;

/** What the parsers of all kinds of policies have in common. */
abstract class PolicyParser {
  private static final int TEXT = 200;

  final Inventory inventory;
  final Namespaces namespaces;
  private final List<Unread> unread;

  PolicyParser(Inventory inventory, Namespaces namespaces, List<Unread> unread) {
    this.inventory = inventory;
    this.namespaces = namespaces;
    this.unread = unread;
  }

  /** Whether it reads objects of this kind. */
  abstract boolean reads(ManifestObject object);

  /** Notes the pods that a policy is for, if no others are known. */
  abstract void assume(ManifestObject object) throws UnreadableException;

  /** The policies of an object, one or two a direction. */
  abstract List<Policy> parse(ManifestObject object) throws UnreadableException;

  /** Reads one entry of a list of rules. */
  interface EntryReader {
    PolicyRule read(JsonNode entry, String name, String place) throws UnreadableException;
  }

  /** Reads a list of rules; those that are not understood are noted. */
  final List<PolicyRule> rules(
      ManifestObject object, JsonNode spec, String field, String path, EntryReader reader)
      throws UnreadableException {
    List<PolicyRule> rules = new ArrayList<>();
    int index = 0;
    for (JsonNode entry : Fields.list(spec, field)) {
      String place = object.place() + " " + path + "/" + field + "/" + index;
      String name = nameOf(object) + " " + field + "[" + index + "]";
      index++;
      try {
        PolicyRule rule = reader.read(entry, name, place);
        if (!rule.box().isEmpty()) {
          rules.add(rule);
        }
      } catch (UnreadableException e) {
        unread(place, entry, e);
      }
    }
    return rules;
  }

  final void unread(String place, JsonNode node, UnreadableException reason) {
    String text = node.toString();
    String shown = text.length() > TEXT ? text.substring(0, TEXT) : text;
    boolean denies =
        node.has("kind") // a whole policy, which denies what it does not permit
            || place.contains("Deny/")
            || node.path("action").asText("").equals("Deny");
    unread.add(new Unread(place, shown, reason.getMessage(), denies));
  }

  /** Name for people. */
  static String nameOf(ManifestObject object) {
    return object.node().path("metadata").has("namespace")
        ? object.namespace() + "/" + object.name()
        : object.name();
  }

  /** The box of a rule that speaks of the peer only. */
  static Box box(Rule.Direction direction, AddressSet peer, Intervals services) {
    return direction == Rule.Direction.INBOUND
        ? new Box(peer, AddressSet.ANY, services)
        : new Box(AddressSet.ANY, peer, services);
  }
}
