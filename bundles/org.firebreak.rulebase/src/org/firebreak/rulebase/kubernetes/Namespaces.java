package org.firebreak.rulebase.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.AddressSet;
import org.firebreak.rulebase.HostAddresses;

/** Resolves selectors of namespaces and of pods in them to pods and addresses. */
final class Namespaces {
  private static final String NAME = "kubernetes.io/metadata.name";

  private final Inventory inventory;
  private final HostAddresses hosts;
  private final Map<String, AddressSet> known = new HashMap<>();

  Namespaces(Inventory inventory, HostAddresses hosts) {
    this.inventory = inventory;
    this.hosts = hosts;
  }

  /** The pods that a selector selects in namespaces that another selects. */
  List<Pod> pods(LabelSelector namespaces, LabelSelector selector) throws UnreadableException {
    check(namespaces);
    return inventory.select(name -> namespaces.selects(inventory.namespaceLabels(name)), selector);
  }

  /** The addresses of pods in namespaces that a selector selects. */
  AddressSet addresses(LabelSelector namespaces, LabelSelector selector)
      throws UnreadableException {
    if (inventory.isAssumed()) {
      return assumed(names(namespaces), selector);
    }
    String key = namespaces + " " + selector;
    AddressSet found = known.get(key);
    if (found == null) {
      found = Inventory.addresses(pods(namespaces, selector));
      known.put(key, found);
    }
    return found;
  }

  /** The addresses of pods in one namespace. */
  AddressSet addresses(String namespace, LabelSelector selector) throws UnreadableException {
    return inventory.isAssumed()
        ? assumed(List.of(namespace), selector)
        : Inventory.addresses(inventory.select(namespace, selector));
  }

  /** What stands before the slash in the names of assumed pods. */
  private static List<String> names(LabelSelector namespaces) {
    for (LabelSelector.Requirement requirement : namespaces.requirements()) {
      if (requirement.key().equals(NAME) && requirement.operator() == LabelSelector.Operator.IN) {
        return List.copyOf(requirement.values());
      }
    }
    return List.of("{" + namespaces + "}");
  }

  private AddressSet assumed(List<String> namespaces, LabelSelector selector)
      throws UnreadableException {
    AddressSet addresses = AddressSet.EMPTY;
    for (String namespace : namespaces) {
      AddressSet found = hosts.named(namespace + "/" + selector);
      if (found.isEmpty()) {
        throw new UnreadableException(
            "the addresses of the pods " + namespace + "/" + selector + " are not known");
      }
      addresses = addresses.union(found);
    }
    return addresses;
  }

  /** Labels of namespaces other than the name stand in objects of kind Namespace. */
  private void check(LabelSelector namespaces) throws UnreadableException {
    boolean byNameOnly =
        namespaces.requirements().stream().allMatch(each -> each.key().equals(NAME));
    if (byNameOnly) {
      return;
    }
    for (Pod pod : inventory.all()) {
      if (pod.namespace() != null && !inventory.knows(pod.namespace())) {
        throw new UnreadableException(
            "the labels of namespace " + pod.namespace() + " are unknown");
      }
    }
  }

  /** The addresses of a block of CIDR notation without its exceptions. */
  static AddressSet block(JsonNode node) throws UnreadableException {
    Fields.only(node, "cidr", "except");
    List<String> except = new ArrayList<>();
    for (JsonNode each : Fields.list(node, "except")) {
      except.add(Fields.text(each, "except"));
    }
    return cidrs(List.of(Fields.text(node.path("cidr"), "cidr"))).minus(cidrs(except));
  }

  static AddressSet cidrs(List<String> texts) throws UnreadableException {
    try {
      return AddressSet.parse(texts);
    } catch (IllegalArgumentException e) {
      throw new UnreadableException(e.getMessage());
    }
  }

  /** The name of the only value of a selector of a namespace's name. */
  static LabelSelector named(String namespace) {
    return new LabelSelector(
        List.of(new LabelSelector.Requirement(NAME, LabelSelector.Operator.IN, Set.of(namespace))));
  }
}
