package org.firebreak.core.optimise;

import java.util.BitSet;
import org.firebreak.core.compare.HostProcessors;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.sizing.ApplianceCatalogue;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.core.sizing.SizingStudy;

/** Effort of a choice, and parts of it that never add up to more. */
interface Cost {
  /** Effort of a choice. */
  double of(BitSet chosen);

  /**
   * What a candidate costs at least in any choice: the parts of a choice with what is there anyway
   * are at most its effort.
   */
  double least(int candidate);

  /** Whether {@link #of} is quick. */
  boolean isQuick();

  static Cost of(
      Problem problem, Effort effort, SizingParameters parameters, ApplianceCatalogue catalogue) {
    return switch (effort) {
      case RULES -> new Rules(problem);
      case DEVICES -> new Devices(problem);
      case VCPUS -> new Processors(problem, parameters, catalogue);
    };
  }

  /** Additive. */
  record Rules(Problem problem) implements Cost {
    @Override
    public double of(BitSet chosen) {
      return problem.rules(chosen);
    }

    @Override
    public double least(int candidate) {
      return problem.candidates.get(candidate).rules();
    }

    @Override
    public boolean isQuick() {
      return true;
    }
  }

  /** A host counts once; each of the candidates on it answers for its share at least. */
  final class Devices implements Cost {
    private final Problem problem;
    private final double[] least;

    Devices(Problem problem) {
      this.problem = problem;
      int[] sharers = new int[problem.servers + 1];
      int candidates = problem.candidates.size();
      for (int i = 0; i < candidates; i++) {
        problem.newHosts(i).stream().forEach(host -> sharers[host]++);
      }
      least = new double[candidates];
      for (int i = 0; i < candidates; i++) {
        least[i] = problem.newHosts(i).stream().mapToDouble(host -> 1.0 / sharers[host]).sum();
      }
    }

    @Override
    public double of(BitSet chosen) {
      return problem.devices(chosen);
    }

    @Override
    public double least(int candidate) {
      return least[candidate];
    }

    @Override
    public boolean isQuick() {
      return true;
    }
  }

  /** By a sizing study of the choice; no part is known beforehand. */
  record Processors(Problem problem, SizingParameters parameters, ApplianceCatalogue catalogue)
      implements Cost {
    @Override
    public double of(BitSet chosen) {
      CompiledPolicy policy = problem.policy(chosen);
      return HostProcessors.of(SizingStudy.of(problem.design, policy, parameters, catalogue));
    }

    @Override
    public double least(int candidate) {
      return 0;
    }

    @Override
    public boolean isQuick() {
      return false;
    }
  }
}
