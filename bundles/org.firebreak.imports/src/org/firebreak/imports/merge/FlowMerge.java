package org.firebreak.imports.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.input.Place;
import org.firebreak.imports.merge.EndpointResolver.Meant;
import org.firebreak.imports.spi.FlowFact;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.imports.spi.ImportedKind;
import org.firebreak.imports.table.RowProblem;
import org.firebreak.model.Endpoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.io.NewElements;

/**
 * Brings the flows of a port matrix into the design. A flow is known again by its two ends and what
 * its services cover; of several with the same, first by all that the row states.
 */
final class FlowMerge {
  private record Key(Endpoint source, Endpoint destination, Meaning services) {}

  private record Row(FlowFact fact, Key key, List<ServiceMerge.Planned> services) {}

  private final ModelIndex index;
  private final MergeLog log;
  private final String origin;
  private final EndpointResolver ends;
  private final ServiceMerge services;
  private final Map<Key, List<Row>> rows = new LinkedHashMap<>();
  private final List<Row> inOrder = new ArrayList<>();

  FlowMerge(ModelIndex index, MergeLog log, String origin) {
    this.index = index;
    this.log = log;
    this.origin = origin;
    this.ends = new EndpointResolver(index, log);
    this.services = new ServiceMerge(index, log, origin);
  }

  /** Takes a row in; {@link #finish} makes the flows. */
  void add(FlowFact fact) {
    try {
      List<ServiceMerge.Planned> planned = services.plan(fact);
      Meant source = ends.resolve(fact.source(), fact.tenant(), fact.place());
      Meant destination = ends.resolve(fact.destination(), fact.tenant(), fact.place());
      Meaning meaning = Meaning.of(planned.stream().map(ServiceMerge.Planned::match).toList());
      // Only now that nothing can be wrong with the row any more, its ends are made.
      Key key = new Key(made(source, fact), made(destination, fact), meaning);
      Row row = new Row(fact, key, planned);
      List<Row> same = rows.computeIfAbsent(key, k -> new ArrayList<>(1));
      Row twin = twin(row, same);
      if (twin == null) {
        same.add(row);
        inOrder.add(row);
      } else {
        log.note(Severity.INFO, fact.place(), "repeats " + twin.fact().place());
      }
    } catch (RowProblem problem) {
      log.reject(problem.place(), problem.getMessage());
    }
  }

  /**
   * Takes in what a rule permits between two endpoints of the design; what another rule permits
   * already is not taken again.
   */
  void add(FlowFact fact, Endpoint source, Endpoint destination) {
    try {
      List<ServiceMerge.Planned> planned = services.plan(fact);
      Meaning meaning = Meaning.of(planned.stream().map(ServiceMerge.Planned::match).toList());
      Key key = new Key(source, destination, meaning);
      List<Row> same = rows.computeIfAbsent(key, k -> new ArrayList<>(1));
      if (same.isEmpty()) {
        Row row = new Row(fact, key, planned);
        same.add(row);
        inOrder.add(row);
      } else if (!same.get(0).fact().place().equals(fact.place())) {
        log.note(Severity.INFO, fact.place(), "permits the same as " + same.get(0).fact().place());
      }
    } catch (RowProblem problem) {
      log.reject(problem.place(), problem.getMessage());
    }
  }

  private static Row twin(Row row, List<Row> same) {
    for (Row other : same) {
      if (other.fact().values().equals(row.fact().values())) {
        return other;
      }
    }
    return null;
  }

  private Endpoint made(Meant meant, FlowFact fact) {
    return switch (meant) {
      case Meant.Existing existing -> {
        if (ModelIndex.isPlaceholder(existing.endpoint())) {
          log.unknown(existing.endpoint().getName(), fact.place());
          log.met(ImportedKind.GROUP, existing.endpoint(), false);
        } else if (existing.endpoint() instanceof ExternalNetwork network) {
          log.met(ImportedKind.EXTERNAL_NETWORK, network, false);
        }
        yield existing.endpoint();
      }
      case Meant.Network network -> madeNetwork(network);
      case Meant.Unknown unknown -> madeGroup(unknown.name(), fact.place());
    };
  }

  /** A group that stands for hosts that nobody knows. */
  Endpoint hostsUnknown(String name, Place place) {
    return madeGroup(name, place);
  }

  private Endpoint madeNetwork(Meant.Network meant) {
    for (ExternalNetwork twin : index.externalNetworks.exactly(meant.name())) {
      // The other end of the same row has just made it.
      return twin;
    }
    ExternalNetwork network = NewElements.externalNetwork(meant.name());
    network.setOrigin(origin);
    network.setCidrs(meant.cidrs());
    index.design.getExternalNetworks().add(network);
    index.externalNetworks.add(network);
    ends.remember(network);
    log.created(ImportedKind.EXTERNAL_NETWORK, network);
    return network;
  }

  private Endpoint madeGroup(String name, Place place) {
    log.unknown(name, place);
    for (ServerGroup twin : index.groups.named(name)) {
      if (ModelIndex.isPlaceholder(twin)) {
        return twin;
      }
    }
    ServerGroup group = NewElements.group(name);
    group.setOrigin(origin);
    index.design.getGroups().add(group);
    index.groups.add(group);
    log.created(ImportedKind.GROUP, group);
    return group;
  }

  /** As {@link #finish}, but speaks of the flows alone that came from the same rule base. */
  void finishRules(Place file) {
    apply();
    reportMissing(file, flow -> origin.equals(flow.getOrigin()));
  }

  /** Makes and updates the flows of all rows, and reports those that no row states any more. */
  void finish(Place file) {
    apply();
    reportMissing(file, flow -> true);
    reportUnused(file);
  }

  private void apply() {
    Map<Row, Flow> known = match(flowsByKey());
    for (Row row : inOrder) {
      Flow flow = known.get(row);
      if (flow == null) {
        create(row);
      } else {
        update(flow, row);
      }
    }
  }

  private Map<Key, List<Flow>> flowsByKey() {
    Map<Key, List<Flow>> flows = new HashMap<>();
    Map<Endpoint, Endpoint> meant = new IdentityHashMap<>();
    for (Flow flow : index.design.getFlows()) {
      List<ServiceMatch> matches = new ArrayList<>();
      for (Service service : flow.getServices()) {
        matches.add(ServiceMerge.matchOf(service));
      }
      if (flow.getSource() != null && flow.getDestination() != null && !matches.contains(null)) {
        Key key =
            new Key(
                meant.computeIfAbsent(flow.getSource(), this::nowMeant),
                meant.computeIfAbsent(flow.getDestination(), this::nowMeant),
                Meaning.of(matches));
        flows.computeIfAbsent(key, k -> new ArrayList<>(1)).add(flow);
      }
    }
    return flows;
  }

  /**
   * What the end of an old flow means today: a name that was unknown when the flow was imported may
   * be known by now.
   */
  private Endpoint nowMeant(Endpoint end) {
    if (ModelIndex.isPlaceholder(end)) {
      try {
        Meant meant = ends.resolve(end.getName(), null, Place.of(origin));
        return meant instanceof Meant.Existing existing ? existing.endpoint() : end;
      } catch (RowProblem ambiguous) {
        return end;
      }
    }
    return end;
  }

  private Map<Row, Flow> match(Map<Key, List<Flow>> flows) {
    Map<Row, Flow> known = new IdentityHashMap<>();
    rows.forEach(
        (key, same) -> {
          List<Flow> free = new ArrayList<>(flows.getOrDefault(key, List.of()));
          List<Row> open = new ArrayList<>(same);
          for (Iterator<Row> each = open.iterator(); each.hasNext() && !free.isEmpty(); ) {
            Row row = each.next();
            for (Flow flow : free) {
              if (row.fact().values().hold(flow)) {
                known.put(row, flow);
                free.remove(flow);
                each.remove();
                break;
              }
            }
          }
          for (int i = 0; i < Math.min(open.size(), free.size()); i++) {
            known.put(open.get(i), free.get(i));
          }
        });
    return known;
  }

  private void create(Row row) {
    Flow flow = NewElements.flow(row.key().source(), row.key().destination());
    flow.setOrigin(origin);
    for (ServiceMerge.Planned planned : row.services()) {
      flow.getServices().add(services.service(planned));
    }
    row.fact().values().apply(flow);
    index.design.getFlows().add(flow);
    log.created(ImportedKind.FLOW, flow);
  }

  private void update(Flow flow, Row row) {
    boolean changed = row.fact().values().apply(flow);
    if (flow.getSource() != row.key().source()) {
      flow.setSource(row.key().source());
      changed = true;
    }
    if (flow.getDestination() != row.key().destination()) {
      flow.setDestination(row.key().destination());
      changed = true;
    }
    flow.getServices().forEach(service -> log.met(ImportedKind.SERVICE, service, false));
    log.met(ImportedKind.FLOW, flow, changed);
  }

  private void reportMissing(Place file, Predicate<Flow> spokenOf) {
    List<Flow> imported =
        index.design.getFlows().stream()
            .filter(flow -> flow.getOrigin() != null && flow.getState() != FlowState.RETIRED)
            .filter(spokenOf)
            .toList();
    log.reportMissing(
        ImportedKind.FLOW,
        file,
        imported,
        FlowMerge::label,
        "stays in the design and still permits; delete or retire it if it is meant to go");
  }

  private static String label(Flow flow) {
    List<String> services =
        flow.getServices().stream().map(s -> String.valueOf(s.getName())).toList();
    return CleanText.quote(nameOf(flow.getSource()) + " → " + nameOf(flow.getDestination()))
        + " "
        + String.join(", ", services);
  }

  private static String nameOf(Endpoint end) {
    return end == null ? "?" : String.valueOf(end.getName());
  }

  /** Groups that stood for names that are known by now. */
  private void reportUnused(Place file) {
    Set<Endpoint> used = new HashSet<>();
    for (Flow flow : index.design.getFlows()) {
      used.add(flow.getSource());
      used.add(flow.getDestination());
    }
    for (ServerGroup group : index.design.getGroups()) {
      if (ModelIndex.isPlaceholder(group) && !used.contains(group)) {
        log.note(
            Severity.INFO,
            file,
            "the group "
                + CleanText.quote(group.getName())
                + " has neither servers nor flows any more; it may be deleted");
      }
    }
  }
}
