package org.firebreak.core.sizing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.StrategyChoice;
import org.firebreak.core.progress.Progress;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;

/**
 * Throughput and sizing of a design under the strategy in force. Immutable; a report renders it as
 * it is.
 *
 * @param design the design
 * @param revision version of the design; null if its authors count none
 * @param evaluationDate day on which expiry was judged
 * @param strategyChoice strategy in force
 * @param parameters parameters in use
 * @param flows every flow that permits something, with its traffic and where it is enforced
 * @param central each central firewall that has traffic or rules
 * @param hosts enforcement at the hosts; empty if no host enforces anything
 * @param fabric load of the leaf-spine fabric with the detour through central firewalls
 * @param missing flows without a full estimate
 * @param assumptions what was assumed, in sentences
 * @param boundaries traffic between each pair of zones, the largest first
 * @param coverage how much of all traffic rests on guesses
 */
public record SizingStudy(
    ElementRef design,
    String revision,
    LocalDate evaluationDate,
    StrategyChoice strategyChoice,
    SizingParameters parameters,
    List<FlowTraffic> flows,
    List<CentralSizing> central,
    Optional<HostSizing> hosts,
    FabricLoad fabric,
    List<MissingEstimate> missing,
    List<String> assumptions,
    List<BoundaryLoad> boundaries,
    EstimateCoverage coverage) {

  /** Copies the lists. */
  public SizingStudy {
    flows = List.copyOf(flows);
    central = List.copyOf(central);
    missing = List.copyOf(missing);
    assumptions = List.copyOf(assumptions);
    boundaries = List.copyOf(boundaries);
  }

  /** The kind of segmentation in force. */
  public StrategyKind strategy() {
    return strategyChoice.kind();
  }

  /**
   * Sizes a design with its own parameters and the catalogue of the product. Parameters that cannot
   * be used are named among the assumptions.
   *
   * @param design design, read for the traffic of its flows, its enforcement points and parameters
   * @param policy its compiled policy
   * @return the study
   */
  public static SizingStudy of(Design design, CompiledPolicy policy) {
    return of(design, policy, ApplianceCatalogue.shipped(), Progress.NONE);
  }

  /**
   * Sizes a design with its own parameters. Those that cannot be used are named among the
   * assumptions.
   *
   * @param catalogue appliances to choose from
   * @param progress hears of each flow, and may end the work
   * @throws org.firebreak.core.progress.CancelledException if the user asked to stop
   */
  public static SizingStudy of(
      Design design, CompiledPolicy policy, ApplianceCatalogue catalogue, Progress progress) {
    List<String> left = new ArrayList<>();
    SizingParameters own =
        SizingParameters.of(
            design,
            problem -> left.add("A sizing parameter of the design is left out: " + problem));
    return of(design, policy, own, catalogue, progress).assuming(left);
  }

  private SizingStudy assuming(List<String> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<String> all = new ArrayList<>(more);
    all.addAll(assumptions);
    return new SizingStudy(
        design,
        revision,
        evaluationDate,
        strategyChoice,
        parameters,
        flows,
        central,
        hosts,
        fabric,
        missing,
        all,
        boundaries,
        coverage);
  }

  /**
   * Sizes a design with the catalogue of the product.
   *
   * @param design design, read for the traffic of its flows and its enforcement points
   * @param policy its compiled policy
   * @param parameters parameters
   * @return the study
   */
  public static SizingStudy of(Design design, CompiledPolicy policy, SizingParameters parameters) {
    return of(design, policy, parameters, ApplianceCatalogue.shipped());
  }

  /**
   * Sizes a design.
   *
   * @param design design, read for the traffic of its flows and its enforcement points
   * @param policy its compiled policy
   * @param parameters parameters
   * @param catalogue appliances to choose from
   * @return the study
   */
  public static SizingStudy of(
      Design design,
      CompiledPolicy policy,
      SizingParameters parameters,
      ApplianceCatalogue catalogue) {
    return of(design, policy, parameters, catalogue, Progress.NONE);
  }

  /**
   * Sizes a design.
   *
   * @param progress hears of each flow, firewall and host book, and may end the work
   * @throws org.firebreak.core.progress.CancelledException if the user asked to stop
   */
  public static SizingStudy of(
      Design design,
      CompiledPolicy policy,
      SizingParameters parameters,
      ApplianceCatalogue catalogue,
      Progress progress) {
    return new SizingModel(design, policy, parameters, catalogue, progress).study();
  }

  /**
   * Share of the flows whose estimate is incomplete, by count.
   *
   * @return 0 to 1; 0 without flows
   */
  public double missingShare() {
    return flows.isEmpty() ? 0 : (double) missing.size() / flows.size();
  }
}
