package org.firebreak.core.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.coverage.FlowCoverage;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.policy.PolicyNote;
import org.firebreak.core.progress.Progress;
import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;

/**
 * What rules look at: the design, its compiled policy, the limits, and indexes that are computed
 * once for all rules. For one validation on one thread.
 */
public final class ValidationContext {
  private final Design design;
  private final CompiledPolicy policy;
  private final ValidationProfile profile;
  private final Progress progress;
  private final List<Zone> zones = new ArrayList<>();
  private final List<ServerGroup> groups = new ArrayList<>();
  private final List<Server> servers = new ArrayList<>();
  private final List<ActiveFlow> activeFlows = new ArrayList<>();
  private final Map<Class<?>, Object> shared = new HashMap<>();

  /**
   * What rules look at in a design.
   *
   * @param policy the compiled policy of the same design, as it is now
   */
  public static ValidationContext of(
      Design design, CompiledPolicy policy, ValidationProfile profile) {
    return of(design, policy, profile, Progress.NONE);
  }

  /**
   * What rules look at in a design.
   *
   * @param policy the compiled policy of the same design, as it is now
   * @param progress is asked all through long comparisons whether the work was cancelled
   */
  public static ValidationContext of(
      Design design, CompiledPolicy policy, ValidationProfile profile, Progress progress) {
    return new ValidationContext(design, policy, profile, progress);
  }

  private ValidationContext(
      Design design, CompiledPolicy policy, ValidationProfile profile, Progress progress) {
    this.progress = progress;
    this.design = design;
    this.policy = policy;
    this.profile = profile;
    addContent(design);
    Map<String, Flow> flows = new HashMap<>();
    design.getFlows().forEach(flow -> flows.put(flow.getId(), flow));
    for (PolicyFlow flow : policy.flows()) {
      Flow element = flows.get(flow.ref().id());
      if (element == null) {
        throw new IllegalArgumentException(
            "the policy was compiled from another design: it has a flow " + flow.ref().name());
      }
      activeFlows.add(new ActiveFlow(element, flow));
    }
  }

  /** In the order in which the compiled policy numbers servers and groups. */
  private void addContent(Container container) {
    for (Zone zone : container.getZones()) {
      zones.add(zone);
      addContent(zone);
    }
    for (ServerGroup group : container.getGroups()) {
      groups.add(group);
      servers.addAll(group.getServers());
    }
    servers.addAll(container.getServers());
  }

  public Design design() {
    return design;
  }

  public CompiledPolicy policy() {
    return policy;
  }

  public ValidationProfile profile() {
    return profile;
  }

  /** Every zone, in containment order. */
  public List<Zone> zones() {
    return zones;
  }

  /** Every server group, in containment order. */
  public List<ServerGroup> groups() {
    return groups;
  }

  /** Every server; at the same positions as in {@link CompiledPolicy#servers()}. */
  public List<Server> servers() {
    return servers;
  }

  /** The flows of the compiled policy with their model elements, in order of precedence. */
  public List<ActiveFlow> activeFlows() {
    return activeFlows;
  }

  /** The notes of the compiled policy with a code, in order. */
  public List<PolicyNote> notes(PolicyNote.Code code) {
    return policy.notes().stream().filter(note -> note.code() == code).toList();
  }

  /** The element as findings name it. */
  public ElementRef ref(NamedElement element) {
    return ElementRef.of(element);
  }

  /** Whether an endpoint is an external network of every IPv4 or of every IPv6 address. */
  public boolean isAnyAddress(PolicyEndpoint endpoint) {
    return endpoint.isExternal()
        && endpoint.network().ranges().stream()
            .anyMatch(
                range -> range.equals(AddressRange.ALL_V4) || range.equals(AddressRange.ALL_V6));
  }

  /** What the active flows permit, compared exactly; made when the first rule asks for it. */
  public FlowCoverage coverage() {
    return shared(FlowCoverage.class, context -> FlowCoverage.of(context.policy(), progress));
  }

  /** The active flows of compiled ones, in their order. */
  public List<ActiveFlow> active(List<PolicyFlow> flows) {
    return flows.stream().map(this::active).toList();
  }

  /** The active flow of a compiled one. */
  public ActiveFlow active(PolicyFlow flow) {
    return activeFlows.get(flow.index());
  }

  /**
   * An index that several rules use, made when the first asks for it.
   *
   * @param type class of the index, which is its key
   */
  public <T> T shared(Class<T> type, Function<ValidationContext, T> make) {
    Object index = shared.get(type);
    if (index == null) {
      index = make.apply(this);
      shared.put(type, index);
    }
    return type.cast(index);
  }
}
