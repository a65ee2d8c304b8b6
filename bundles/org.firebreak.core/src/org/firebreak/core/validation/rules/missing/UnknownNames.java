package org.firebreak.core.validation.rules.missing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firebreak.core.service.Spelling;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.ServerGroup;

/** The groups that stand for names which no inventory has, their flows, and what may be meant. */
final class UnknownNames {
  /** Among more servers than this, one of a similar name is chance. */
  private static final int FEW = 2_000;

  private static final int LETTERS = 2;

  private final Map<ServerGroup, List<Flow>> flows = new LinkedHashMap<>();
  private final Set<String> ids = new HashSet<>();
  private final Map<String, Endpoint> known = new HashMap<>();
  private final Set<String> ambiguous = new HashSet<>();

  private UnknownNames(ValidationContext context) {
    Design design = context.design();
    context.groups().stream()
        .filter(UnknownNames::isUnknown)
        .forEach(group -> flows.put(group, new ArrayList<>()));
    flows.keySet().forEach(group -> ids.add(group.getId()));
    if (!flows.isEmpty()) {
      for (Flow flow : design.getFlows()) {
        add(flow.getSource(), flow);
        if (flow.getSource() != flow.getDestination()) {
          add(flow.getDestination(), flow);
        }
      }
      context.zones().forEach(this::addKnown);
      context.groups().stream().filter(group -> !isUnknown(group)).forEach(this::addKnown);
      design.getExternalNetworks().forEach(this::addKnown);
      if (context.servers().size() <= FEW) {
        context.servers().forEach(this::addKnown);
      }
    }
  }

  static UnknownNames of(ValidationContext context) {
    return context.shared(UnknownNames.class, UnknownNames::new);
  }

  /** Whether an import made the group for a name that it did not know. */
  static boolean isUnknown(ServerGroup group) {
    return group.getServers().isEmpty()
        && group.getOrigin() != null
        && group.eContainer() instanceof Design
        && !GroupWithoutServersRule.joinsByLabel(group);
  }

  private void add(Endpoint end, Flow flow) {
    if (end instanceof ServerGroup group
        && flows.containsKey(group)
        && flow.getState() != FlowState.RETIRED) {
      flows.get(group).add(flow);
    }
  }

  /** A name that two things have tells nothing. */
  private void addKnown(Endpoint endpoint) {
    String name = endpoint.getName();
    if (name != null && !name.isBlank() && known.putIfAbsent(name, endpoint) != null) {
      ambiguous.add(name);
    }
  }

  /** Whether the element with an id is such a group. */
  boolean isUnknown(String id) {
    return ids.contains(id);
  }

  List<ServerGroup> groups() {
    return List.copyOf(flows.keySet());
  }

  /** The flows of the group that are not retired. */
  List<Flow> flows(ServerGroup group) {
    return flows.getOrDefault(group, List.of());
  }

  /** The only thing of the design that is called nearly so. */
  Optional<Endpoint> similar(ServerGroup group) {
    String name = group.getName();
    if (name == null || name.isBlank()) {
      return Optional.empty();
    }
    List<String> near =
        known.keySet().stream()
            .filter(other -> Math.abs(other.length() - name.length()) <= LETTERS)
            .sorted()
            .toList();
    return Optional.ofNullable(Spelling.nearest(name, near))
        .filter(nearest -> !ambiguous.contains(nearest))
        .map(known::get);
  }
}
