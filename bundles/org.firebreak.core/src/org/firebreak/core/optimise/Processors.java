package org.firebreak.core.optimise;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.firebreak.core.compare.HostProcessors;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.sizing.ApplianceCatalogue;
import org.firebreak.core.sizing.HostChoices;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.sizing.units.Cores;

/**
 * vCPUs at hosts: the sum of what each candidate adds to the hosts, sized; where rounding could
 * decide, or there are too many hosts for that, a sizing study of the choice.
 */
final class Processors implements Cost {
  /** Sums of so many figures at each step of a greedy search: some seconds. */
  private static final long MOST_WORK = 2_000_000_000L;

  private final Problem problem;
  private final SizingParameters parameters;
  private final ApplianceCatalogue catalogue;
  private final Progress progress;
  private final Optional<HostChoices> choices;
  private final List<Shares> shares;

  Processors(
      Problem problem,
      SizingParameters parameters,
      ApplianceCatalogue catalogue,
      Progress progress) {
    this.problem = problem;
    this.parameters = parameters;
    this.catalogue = catalogue;
    this.progress = progress.silent();
    choices =
        HostChoices.of(
                problem.design,
                problem.all,
                problem.partOf,
                problem.candidates.size() + 1,
                parameters,
                catalogue,
                this.progress)
            .filter(each -> agrees(each, new BitSet()) && agrees(each, problem.every()));
    shares =
        choices
            .map(each -> each.least().stream().map(Processors::shares).toList())
            .orElse(List.of());
  }

  /** Overlapping addresses can make a server's load depend on its neighbours after all. */
  private boolean agrees(HostChoices each, BitSet chosen) {
    return each.processors(parts(chosen)).filter(sum -> !sum.equals(study(chosen))).isEmpty();
  }

  private static Shares shares(double[] parts) {
    return new Shares(
        parts[0], IntStream.range(1, parts.length).mapToDouble(i -> parts[i]).toArray());
  }

  private static BitSet parts(BitSet chosen) {
    BitSet parts = new BitSet();
    parts.set(0);
    chosen.stream().forEach(each -> parts.set(each + 1));
    return parts;
  }

  private Cores study(BitSet chosen) {
    return HostProcessors.of(
        SizingStudy.of(problem.design, problem.policy(chosen), parameters, catalogue, progress));
  }

  @Override
  public double of(BitSet chosen) {
    return choices
        .flatMap(each -> each.processors(parts(chosen)))
        .orElseGet(() -> study(chosen))
        .count();
  }

  @Override
  public List<Shares> shares() {
    return shares;
  }

  /** More hosts may need fewer processors in all, so that the effort itself is no bound. */
  @Override
  public double atLeast(BitSet chosen) {
    return shares.stream().mapToDouble(each -> each.of(chosen)).max().orElse(0);
  }

  @Override
  public boolean isQuick() {
    return choices.isPresent() && work() * problem.candidates.size() <= MOST_WORK;
  }

  @Override
  public long work() {
    return choices.map(HostChoices::work).orElse(Long.MAX_VALUE / 1_000_000);
  }
}
