package org.firebreak.core.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Inspection;
import org.firebreak.model.Service;
import org.firebreak.model.Tripwire;

/**
 * The flows that permit something on the evaluation date, and the tripwires.
 *
 * <p>Flows that one rule can express (same ends, inspection and logging) stand together, at the
 * place of the first of them; so the precedence of flows and the order of merged rules agree.
 */
final class FlowTable {
  final List<PolicyFlow> flows = new ArrayList<>();
  final List<PolicyTripwire> tripwires = new ArrayList<>();

  /** For each endpoint the flows that start there, and those that end there, in order. */
  final List<List<PolicyFlow>> bySource;

  final List<List<PolicyFlow>> byDestination;

  private record MergeKey(int source, int destination, Inspection inspection, boolean log) {}

  private final Map<Service, PolicyService> services = new IdentityHashMap<>();
  private final EndpointTable endpoints;
  private final AddressTable addresses;
  private final List<PolicyNote> notes;

  private FlowTable(EndpointTable endpoints, AddressTable addresses, List<PolicyNote> notes) {
    this.endpoints = endpoints;
    this.addresses = addresses;
    this.notes = notes;
    this.bySource = emptyLists(endpoints.endpoints.size());
    this.byDestination = emptyLists(endpoints.endpoints.size());
  }

  private static List<List<PolicyFlow>> emptyLists(int size) {
    List<List<PolicyFlow>> lists = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      lists.add(List.of());
    }
    return lists;
  }

  static FlowTable of(
      Design design,
      CompileOptions options,
      EndpointTable endpoints,
      AddressTable addresses,
      List<PolicyNote> notes) {
    FlowTable table = new FlowTable(endpoints, addresses, notes);
    Map<MergeKey, List<Flow>> merged = new LinkedHashMap<>();
    for (Flow flow : design.getFlows()) {
      if (isActive(flow, options) && table.hasEnds(flow)) {
        merged.computeIfAbsent(table.key(flow), key -> new ArrayList<>()).add(flow);
      }
    }
    merged.values().forEach(flows -> flows.forEach(table::add));
    design.getTripwires().forEach(table::add);
    return table;
  }

  /** Whether a flow permits something on the evaluation date. */
  static boolean isActive(Flow flow, CompileOptions options) {
    LocalDate expiry = flow.getExpiresOn();
    return (flow.getState() == FlowState.APPROVED
            || flow.getState() == FlowState.PROPOSED && !options.approvedOnly())
        && (expiry == null || !expiry.isBefore(options.evaluationDate()));
  }

  private boolean hasEnds(Flow flow) {
    boolean ends =
        endpoints.get(flow.getSource()) != null && endpoints.get(flow.getDestination()) != null;
    if (!ends) {
      note(PolicyNote.Code.FLOW_WITHOUT_END, flow, "has no client or no server end");
    }
    return ends;
  }

  private MergeKey key(Flow flow) {
    return new MergeKey(
        endpoints.get(flow.getSource()).index(),
        endpoints.get(flow.getDestination()).index(),
        flow.getInspection(),
        flow.isLog());
  }

  private void add(Flow flow) {
    PolicyEndpoint source = endpoints.get(flow.getSource());
    PolicyEndpoint destination = endpoints.get(flow.getDestination());
    List<PolicyService> compiled = compile(flow.getServices(), ElementRef.of(flow));
    if (compiled.isEmpty()) {
      note(PolicyNote.Code.FLOW_WITHOUT_SERVICE, flow, "has no valid service");
    }
    if (!meetsAnywhere(source, destination)) {
      boolean addressed = hasAddress(source) && hasAddress(destination);
      note(
          addressed ? PolicyNote.Code.CROSS_TENANT_FLOW : PolicyNote.Code.FLOW_WITHOUT_ADDRESS,
          flow,
          addressed
              ? "joins two tenants, which have no common routing domain"
              : "has an end without addresses");
    }
    PolicyFlow policyFlow =
        new PolicyFlow(
            flows.size(),
            ElementRef.of(flow),
            source,
            destination,
            compiled,
            flow.getState(),
            flow.getInspection(),
            flow.isLog(),
            FlowRecord.of(flow));
    flows.add(policyFlow);
    append(bySource, source.index(), policyFlow);
    append(byDestination, destination.index(), policyFlow);
  }

  private boolean meetsAnywhere(PolicyEndpoint source, PolicyEndpoint destination) {
    return endpoints.domains.stream()
        .anyMatch(
            domain ->
                !addresses.in(domain, source).isEmpty()
                    && !addresses.in(domain, destination).isEmpty());
  }

  private boolean hasAddress(PolicyEndpoint endpoint) {
    return endpoints.domains.stream().anyMatch(domain -> !addresses.in(domain, endpoint).isEmpty());
  }

  private void note(PolicyNote.Code code, Flow flow, String problem) {
    ElementRef ref = ElementRef.of(flow);
    notes.add(
        new PolicyNote(
            code, List.of(ref), "Flow " + ref.name() + " " + problem + "; it permits nothing"));
  }

  private void add(Tripwire tripwire) {
    ElementRef ref = ElementRef.of(tripwire);
    tripwires.add(
        new PolicyTripwire(
            tripwires.size(),
            ref,
            compile(tripwire.getServices(), ref),
            tripwire.getSeverity(),
            List.copyOf(tripwire.getNotify())));
  }

  private List<PolicyService> compile(List<Service> elements, ElementRef user) {
    List<PolicyService> compiled = new ArrayList<>(elements.size());
    for (Service element : elements) {
      PolicyService service = services.get(element);
      if (service == null) {
        service = compile(element, user);
        if (service != null) {
          services.put(element, service);
        }
      }
      if (service != null) {
        compiled.add(service);
      }
    }
    return List.copyOf(compiled);
  }

  private PolicyService compile(Service service, ElementRef user) {
    ElementRef ref = ElementRef.of(service);
    try {
      return new PolicyService(
          ref, ServiceMatch.of(service), service.getApplication(), service.getEncryption());
    } catch (IllegalArgumentException e) {
      notes.add(
          new PolicyNote(
              PolicyNote.Code.INVALID_SERVICE,
              List.of(ref, user),
              "Service " + ref.name() + ": " + e.getMessage() + "; it covers nothing"));
      return null;
    }
  }

  private static void append(List<List<PolicyFlow>> lists, int index, PolicyFlow flow) {
    if (lists.get(index).isEmpty()) {
      lists.set(index, new ArrayList<>());
    }
    lists.get(index).add(flow);
  }
}
