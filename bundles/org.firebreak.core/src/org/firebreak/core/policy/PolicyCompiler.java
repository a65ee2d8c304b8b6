package org.firebreak.core.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.firebreak.model.Design;

/** Compiles a design into its intended policy. */
public final class PolicyCompiler {
  private PolicyCompiler() {}

  /**
   * Compiles a design. The design is only read; the result does not refer to it.
   *
   * @param options evaluation date, strategy, and whether proposed flows count
   * @throws IllegalArgumentException if the options name an endpoint that the design has not
   * @return the policy; what could not be compiled is among its notes, never dropped silently
   */
  public static CompiledPolicy compile(Design design, CompileOptions options) {
    List<PolicyNote> notes = new ArrayList<>();
    StrategyChoice strategy = options.strategy().resolve(design);
    EndpointTable endpoints =
        EndpointTable.of(design, strategy, options.quarantine(), options.scope(), notes);
    checkCriteria(options.strategy(), endpoints);
    AddressTable addresses = new AddressTable(endpoints, notes);
    QuarantineTable quarantine =
        new QuarantineTable(design, options.quarantine(), endpoints, addresses);
    FlowTable flows = FlowTable.of(design, options, endpoints, addresses, notes);
    GuardTable guards = GuardTable.of(design, endpoints, notes);
    return new CompiledPolicy(
        design, options, strategy, endpoints, addresses, flows, guards, quarantine, notes);
  }

  private static void checkCriteria(StrategyChoice choice, EndpointTable endpoints) {
    if (choice.criteria() != null) {
      Set<String> unknown = new TreeSet<>(choice.criteria().endpoints());
      endpoints.endpoints.forEach(endpoint -> unknown.remove(endpoint.ref().id()));
      if (!unknown.isEmpty()) {
        throw new IllegalArgumentException(
            "the design has no endpoint with the id " + unknown.iterator().next());
      }
    }
  }
}
