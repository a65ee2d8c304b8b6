package org.firebreak.imports.matrix;

import java.util.Map;
import java.util.Set;
import org.firebreak.model.FlowState;
import org.firebreak.model.Inspection;

/** Words of port matrices for the closed lists of the model, normalised like headers. */
public final class FlowWords {
  public static final Map<String, Inspection> INSPECTIONS =
      Map.ofEntries(
          Map.entry("layer4", Inspection.LAYER_4),
          Map.entry("l4", Inspection.LAYER_4),
          Map.entry("stateful", Inspection.LAYER_4),
          Map.entry("application", Inspection.APPLICATION),
          Map.entry("appid", Inspection.APPLICATION),
          Map.entry("layer7", Inspection.APPLICATION),
          Map.entry("l7", Inspection.APPLICATION),
          Map.entry("threatprevention", Inspection.THREAT_PREVENTION),
          Map.entry("threat", Inspection.THREAT_PREVENTION),
          Map.entry("ips", Inspection.THREAT_PREVENTION),
          Map.entry("threatpreventiontls", Inspection.THREAT_PREVENTION_TLS),
          Map.entry("tls", Inspection.THREAT_PREVENTION_TLS),
          Map.entry("decrypt", Inspection.THREAT_PREVENTION_TLS),
          Map.entry("exempt", Inspection.EXEMPT),
          Map.entry("bypass", Inspection.EXEMPT));

  static final Map<String, FlowState> STATES =
      Map.of(
          "proposed", FlowState.PROPOSED,
          "requested", FlowState.PROPOSED,
          "approved", FlowState.APPROVED,
          "active", FlowState.APPROVED,
          "retired", FlowState.RETIRED);

  /** What a rule base calls a rule that permits. */
  static final Set<String> PERMISSIONS =
      Set.of("permit", "allow", "accept", "pass", "yes", "permitted", "allowed");

  private FlowWords() {}
}
