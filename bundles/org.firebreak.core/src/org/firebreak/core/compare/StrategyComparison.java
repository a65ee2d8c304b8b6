package org.firebreak.core.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.reach.BlastRadius;
import org.firebreak.core.sizing.ApplianceCatalogue;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.model.Design;

/**
 * Strategies of one design side by side. Immutable; the design stays as it is.
 *
 * @param design the design
 * @param evaluationDate day on which expiry was judged
 * @param parameters weights of the management effort
 * @param results one for each strategy, in order
 * @param rows every figure, in the order of {@link Metric}
 * @param inForce position of the strategy among the results that the design itself has; -1 if none
 */
public record StrategyComparison(
    ElementRef design,
    LocalDate evaluationDate,
    ComparisonParameters parameters,
    List<StrategyResult> results,
    List<Row> rows,
    int inForce) {

  /**
   * One figure of all strategies.
   *
   * @param metric which one
   * @param values in the order of the strategies; NaN if not known
   * @param explanation what it counts, with the formula where there is one
   */
  public record Row(Metric metric, List<Double> values, String explanation) {
    /** Copies the values. */
    public Row {
      values = List.copyOf(values);
    }

    /** The values with their unit. */
    public List<String> texts() {
      return values.stream().map(metric.unit()::format).toList();
    }
  }

  /** Copies the lists. */
  public StrategyComparison {
    results = List.copyOf(results);
    rows = List.copyOf(rows);
  }

  /**
   * Compares group, micro and hybrid segmentation and all variants of a design; the weights of the
   * management effort are among the parameters.
   *
   * @param options evaluation date and the like; its strategy does not matter
   * @param catalogue appliances to choose from
   */
  public static StrategyComparison of(
      Design design,
      CompileOptions options,
      SizingParameters parameters,
      ApplianceCatalogue catalogue) {
    return of(
        design,
        options,
        parameters,
        catalogue,
        new ComparisonParameters(parameters),
        NamedStrategy.all(design),
        Progress.NONE);
  }

  /**
   * Compares strategies.
   *
   * @param options evaluation date and the like; its strategy does not matter
   * @param catalogue appliances to choose from
   * @param weights weights of the management effort
   * @param strategies at least one
   * @throws org.firebreak.core.progress.CancelledException if the user asked to stop
   */
  public static StrategyComparison of(
      Design design,
      CompileOptions options,
      SizingParameters parameters,
      ApplianceCatalogue catalogue,
      ComparisonParameters weights,
      List<NamedStrategy> strategies,
      Progress progress) {
    progress.begin("Comparing strategies", strategies.size());
    List<StrategyResult> results = new ArrayList<>();
    for (NamedStrategy strategy : strategies) {
      progress.check();
      CompiledPolicy policy =
          PolicyCompiler.compile(design, options.withStrategy(strategy.choice()));
      results.add(
          new StrategyResult(
              strategy,
              policy,
              SizingStudy.of(design, policy, parameters, catalogue, progress.silent()),
              BlastRadius.of(policy),
              ChangeEffort.of(policy),
              weights));
      progress.worked(1);
    }
    return new StrategyComparison(
        ElementRef.of(design),
        options.evaluationDate(),
        weights,
        results,
        Arrays.stream(Metric.values()).map(metric -> row(metric, results, weights)).toList(),
        inForce(design, strategies));
  }

  private static int inForce(Design design, List<NamedStrategy> strategies) {
    for (int i = 0; i < strategies.size(); i++) {
      boolean own =
          design.getStrategy() != null
              && strategies.get(i).key().equals(design.getStrategy().getKind().getLiteral());
      if (own) {
        return i;
      }
    }
    return -1;
  }

  private static Row row(
      Metric metric, List<StrategyResult> results, ComparisonParameters weights) {
    return new Row(
        metric,
        results.stream().map(result -> result.value(metric)).toList(),
        metric == Metric.EFFORT
            ? metric.explanation() + " " + weights.formula() + "."
            : metric.explanation());
  }

  /** One figure. */
  public Row row(Metric metric) {
    return rows.get(metric.ordinal());
  }
}
