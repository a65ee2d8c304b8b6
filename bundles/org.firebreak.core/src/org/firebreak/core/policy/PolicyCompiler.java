package org.firebreak.core.policy;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.model.Design;
import org.firebreak.model.Strategy;
import org.firebreak.model.StrategyKind;

/** Compiles a design into its intended policy. */
public final class PolicyCompiler {
  private PolicyCompiler() {}

  /**
   * Compiles a design. The design is only read; the result does not refer to it.
   *
   * @param options evaluation date, strategy, and whether proposed flows count
   * @throws IllegalArgumentException if the options name a server or responder that the design has
   *     not
   * @return the policy; what could not be compiled is among its notes, never dropped silently
   */
  public static CompiledPolicy compile(Design design, CompileOptions options) {
    List<PolicyNote> notes = new ArrayList<>();
    StrategyKind strategy = strategyOf(design, options);
    EndpointTable endpoints = EndpointTable.of(design, strategy, options.quarantine(), notes);
    AddressTable addresses = new AddressTable(endpoints, notes);
    QuarantineTable quarantine =
        new QuarantineTable(design, options.quarantine(), endpoints, addresses);
    FlowTable flows = FlowTable.of(design, options, endpoints, addresses, notes);
    GuardTable guards = GuardTable.of(design, endpoints, notes);
    return new CompiledPolicy(
        design, options, strategy, endpoints, addresses, flows, guards, quarantine, notes);
  }

  private static StrategyKind strategyOf(Design design, CompileOptions options) {
    if (options.strategy() != null) {
      return options.strategy();
    }
    Strategy own = design.getStrategy();
    return own == null ? StrategyKind.GROUP : own.getKind();
  }
}
