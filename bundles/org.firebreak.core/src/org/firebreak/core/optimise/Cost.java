package org.firebreak.core.optimise;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Effort of a choice, and how little it can be. */
interface Cost {
  /** Effort of a choice; NaN if it is not known. */
  double of(BitSet chosen);

  /** Different ways to part the effort among the candidates; each of them bounds it from below. */
  List<Shares> shares();

  /** What no choice that has these candidates goes below. */
  double atLeast(BitSet chosen);

  /** Whether {@link #of} is quick enough for every step of a search. */
  boolean isQuick();

  /** A measure of the work that {@link #of} is. */
  long work();

  /** Additive. */
  record Rules(Problem problem) implements Cost {
    @Override
    public double of(BitSet chosen) {
      return problem.rules(chosen);
    }

    @Override
    public List<Shares> shares() {
      double[] least = problem.candidates.stream().mapToDouble(Candidate::rules).toArray();
      return List.of(new Shares(of(new BitSet()), least));
    }

    @Override
    public double atLeast(BitSet chosen) {
      return of(chosen);
    }

    @Override
    public boolean isQuick() {
      return true;
    }

    @Override
    public long work() {
      return 1;
    }
  }

  /**
   * A host counts once; the candidates on it answer for it together, in equal parts or by the pairs
   * that their freedom adds.
   */
  record Devices(Problem problem, Objective objective) implements Cost {
    @Override
    public double of(BitSet chosen) {
      return problem.devices(chosen);
    }

    @Override
    public List<Shares> shares() {
      return List.of(
          split(candidate -> 1),
          split(candidate -> 1e-9 + problem.own(candidate, objective.hops()).pairs()));
    }

    private Shares split(IntToDoubleFunction weight) {
      int candidates = problem.candidates.size();
      double[] sums = new double[problem.servers + 1];
      for (int i = 0; i < candidates; i++) {
        double own = weight.applyAsDouble(i);
        problem.newHosts(i).stream().forEach(host -> sums[host] += own);
      }
      double[] least =
          IntStream.range(0, candidates)
              .mapToDouble(
                  i ->
                      weight.applyAsDouble(i)
                          * problem.newHosts(i).stream().mapToDouble(host -> 1 / sums[host]).sum())
              .toArray();
      return new Shares(of(new BitSet()), least);
    }

    @Override
    public double atLeast(BitSet chosen) {
      return of(chosen);
    }

    @Override
    public boolean isQuick() {
      return true;
    }

    @Override
    public long work() {
      return 1;
    }
  }
}
