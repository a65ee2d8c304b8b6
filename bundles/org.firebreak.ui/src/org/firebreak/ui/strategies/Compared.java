package org.firebreak.ui.strategies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.firebreak.core.compare.ComparisonParameters;
import org.firebreak.core.compare.NamedStrategy;
import org.firebreak.core.compare.StrategyComparison;
import org.firebreak.core.optimise.Effort;
import org.firebreak.core.optimise.Objective;
import org.firebreak.core.optimise.Optimiser;
import org.firebreak.core.optimise.ParetoFront;
import org.firebreak.core.optimise.Plan;
import org.firebreak.core.optimise.Target;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.sizing.ApplianceCatalogue;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.imports.appliances.ApplianceFiles;
import org.firebreak.model.Design;

/**
 * Strategies of a design side by side, with the hybrids that are worth their effort.
 *
 * @param optimiser chooses groups of a copy that nobody changes
 * @param front empty if no group can be chosen
 * @param frontFailure why there is no front; empty if there is one
 */
record Compared(
    StrategyComparison comparison,
    Optimiser optimiser,
    Optional<ParetoFront> front,
    String frontFailure) {

  /**
   * Compares; to be called on a thread of its own.
   *
   * @param design a copy that nobody changes
   * @throws IOException if the own appliances beside the file cannot be used
   */
  static Compared of(
      Design design, Path file, Effort effort, Objective objective, Progress progress)
      throws IOException {
    ApplianceCatalogue catalogue = ApplianceFiles.of(file);
    SizingParameters parameters = SizingParameters.of(design);
    CompileOptions options = CompileOptions.today();
    StrategyComparison comparison =
        StrategyComparison.of(
            design,
            options,
            parameters,
            catalogue,
            new ComparisonParameters(parameters),
            NamedStrategy.all(design),
            progress);
    Optimiser optimiser = Optimiser.of(design, options, parameters, catalogue, progress);
    return new Compared(comparison, optimiser, Optional.empty(), "")
        .with(effort, objective, progress);
  }

  /**
   * The same with the front for another effort or blast radius; to be called on a thread of its
   * own.
   */
  Compared with(Effort effort, Objective objective, Progress progress) {
    // One job at a time may ask the optimiser.
    synchronized (optimiser) {
      try {
        return new Compared(
            comparison, optimiser, Optional.of(optimiser.front(effort, objective, progress)), "");
      } catch (IllegalArgumentException e) {
        return new Compared(comparison, optimiser, Optional.empty(), e.getMessage());
      }
    }
  }

  /** The best choice for a target; to be called on a thread of its own. */
  Plan choose(Target target, Progress progress) {
    synchronized (optimiser) {
      return optimiser.choose(target, progress);
    }
  }
}
