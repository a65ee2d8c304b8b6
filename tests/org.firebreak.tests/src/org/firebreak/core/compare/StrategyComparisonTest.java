package org.firebreak.core.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.MicroCriteria;
import org.firebreak.core.policy.StrategyChoice;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.sizing.ApplianceCatalogue;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.core.sizing.WorkedExampleDesign;
import org.firebreak.model.Design;
import org.firebreak.model.FirebreakFactory;
import org.firebreak.model.ParameterSetting;
import org.firebreak.model.Risk;
import org.firebreak.model.Strategy;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;

/** The comparison table of the worked example. */
class StrategyComparisonTest {
  private static final double GIGA = 1e9;

  private final WorkedExampleDesign example = new WorkedExampleDesign().exemptBackup();
  private final Design design = example.design;

  StrategyComparisonTest() {
    example.web.getServers().get(0).setInternetFacing(true);
  }

  private StrategyComparison compare() {
    return StrategyComparison.of(
        design,
        CompileOptions.on(LocalDate.of(2026, 11, 23)),
        SizingParameters.defaults(),
        ApplianceCatalogue.shipped());
  }

  private static double of(StrategyComparison comparison, String strategy, Metric metric) {
    int column =
        comparison.results().stream()
            .map(each -> each.strategy().name())
            .toList()
            .indexOf(strategy);
    return comparison.row(metric).values().get(column);
  }

  @Test
  void centralPairOfTheGroupStrategy() {
    StrategyComparison comparison = compare();

    assertThat(of(comparison, "group", Metric.CENTRAL_UNITS)).isEqualTo(2);
    assertThat(of(comparison, "group", Metric.CENTRAL_THROUGHPUT) / GIGA)
        .isCloseTo(11.0, within(0.005));
    assertThat(of(comparison, "group", Metric.RATED_THROUGHPUT) / GIGA)
        .isCloseTo(64.40, within(0.005));
    assertThat(of(comparison, "group", Metric.LINKS) / GIGA).isCloseTo(60.8, within(0.05));
    assertThat(of(comparison, "group", Metric.FABRIC_FACTOR)).isCloseTo(1.58, within(0.005));
    assertThat(of(comparison, "group", Metric.FABRIC) / GIGA).isCloseTo(30.5, within(0.05));
    assertThat(of(comparison, "group", Metric.HOST_RULES)).isZero();
    assertThat(of(comparison, "group", Metric.RESERVED_CPUS)).isZero();
    assertThat(of(comparison, "group", Metric.HOSTS)).isZero();
  }

  @Test
  void hostsOfTheMicroStrategy() {
    StrategyComparison comparison = compare();

    assertThat(of(comparison, "micro", Metric.CENTRAL_UNITS)).isZero();
    assertThat(of(comparison, "micro", Metric.CENTRAL_THROUGHPUT)).isZero();
    assertThat(of(comparison, "micro", Metric.LINKS)).isZero();
    assertThat(of(comparison, "micro", Metric.FABRIC_FACTOR)).isEqualTo(1);
    assertThat(of(comparison, "micro", Metric.HOST_THROUGHPUT) / GIGA)
        .isCloseTo(38.6, within(0.005));
    assertThat(of(comparison, "micro", Metric.HOSTS)).isEqualTo(8);
    assertThat(of(comparison, "micro", Metric.ENFORCED_SERVERS)).isEqualTo(26);
    assertThat(of(comparison, "micro", Metric.HOST_RULES))
        .isEqualTo(
            comparison.results().get(1).policy().ruleSets().stream()
                .mapToInt(set -> set.rules().size() * set.servers().size())
                .sum())
        .isGreaterThan(of(comparison, "group", Metric.CENTRAL_RULES));
    assertThat(of(comparison, "micro", Metric.RESERVED_CPUS)).isPositive();
  }

  @Test
  void reachablePairsAndBlastRadius() {
    StrategyComparison comparison = compare();

    // Group: free inside groups, web→app, app→db, db→backup, front→backup.
    long inside = 8 * 7 + 12 * 11 + 4 * 3 + 2;
    long between = 8 * 12 + 12 * 4 + 4 * 2 + 20 * 2;
    assertThat(of(comparison, "group", Metric.DIRECT_PAIRS)).isEqualTo(inside + between);
    // Micro: the two backup servers no longer, the others by their self-flows still.
    assertThat(of(comparison, "micro", Metric.DIRECT_PAIRS)).isEqualTo(inside - 2 + between);
    assertThat(of(comparison, "group", Metric.MULTI_HOP_WORST)).isEqualTo(25);
    assertThat(of(comparison, "group", Metric.MULTI_HOP_INTERNET)).isEqualTo(25);
    assertThat(of(comparison, "group", Metric.MULTI_HOP_MEAN))
        .isCloseTo((8 * 25 + 12 * 17 + 4 * 5 + 2) / 26.0, within(1e-9));
    assertThat(of(comparison, "micro", Metric.MULTI_HOP_MEAN))
        .isCloseTo((8 * 25 + 12 * 17 + 4 * 5) / 26.0, within(1e-9));
  }

  @Test
  void effortOfAChangeIsCountedAndItsFormulaShown() {
    design.getFlows().subList(1, design.getFlows().size()).clear();
    StrategyComparison comparison = compare();

    // web → app: one rule with two objects at one firewall; in and out at 8 + 12 hosts.
    assertThat(of(comparison, "group", Metric.EFFORT)).isEqualTo(1 + 2 * 0.5 + 1);
    assertThat(of(comparison, "micro", Metric.EFFORT_RULES)).isEqualTo(2);
    assertThat(of(comparison, "micro", Metric.EFFORT_HOSTS)).isEqualTo(20);
    assertThat(of(comparison, "micro", Metric.EFFORT))
        .isCloseTo(2 + 2 * 0.5 + 20 * 0.01, within(1e-9));
    assertThat(comparison.row(Metric.EFFORT).explanation())
        .endsWith("1 · rules + 0.5 · address objects + 1 · central firewalls + 0.01 · hosts.");
  }

  @Test
  void weightsAreParameters() {
    ComparisonParameters weights =
        ComparisonParameters.defaults().with(EffortWeight.HOST_POINT, 1).with(EffortWeight.RULE, 0);

    assertThat(new ChangeEffort(5, 4, 1, 20).weighted(weights)).isEqualTo(0 + 2 + 1 + 20);
    assertThatThrownBy(() -> weights.with(EffortWeight.RULE, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rule");
  }

  @Test
  void weightsOfTheDesignCountWithTheirSource() {
    ParameterSetting own = FirebreakFactory.eINSTANCE.createParameterSetting();
    own.setKey("effort-host-point");
    own.setValue(1);
    own.setSource("time sheets of 2025");
    design.getSizingParameters().add(own);
    design.getFlows().subList(1, design.getFlows().size()).clear();

    StrategyComparison comparison =
        StrategyComparison.of(
            design,
            CompileOptions.on(LocalDate.of(2026, 11, 23)),
            SizingParameters.of(design),
            ApplianceCatalogue.shipped());

    assertThat(of(comparison, "micro", Metric.EFFORT)).isCloseTo(2 + 2 * 0.5 + 20, within(1e-9));
    assertThat(comparison.parameters().source(EffortWeight.HOST_POINT))
        .isEqualTo("time sheets of 2025");
    assertThat(comparison.parameters().source(EffortWeight.OBJECT))
        .contains("Judgement: half of a rule");
  }

  @Test
  void variantsStandBesideTheKindsAndTheDesignStaysAsItIs() {
    Strategy variant = NewElements.strategy(StrategyKind.HYBRID);
    variant.setName("Backup alone");
    variant.setMicroInternetFacing(false);
    variant.getMicroEndpoints().add(example.backup);
    design.getStrategyVariants().add(variant);
    Design before = EcoreUtil.copy(design);

    StrategyComparison comparison = compare();

    assertThat(comparison.results())
        .extracting(each -> each.strategy().name())
        .containsExactly("group", "micro", "hybrid", "Backup alone");
    assertThat(comparison.inForce()).isZero();
    assertThat(of(comparison, "hybrid", Metric.ENFORCED_SERVERS)).isEqualTo(1);
    assertThat(of(comparison, "Backup alone", Metric.ENFORCED_SERVERS)).isEqualTo(2);
    assertThat(EcoreUtil.equals(before, design)).isTrue();
  }

  @Test
  void candidateIsComparedWithoutBeingSaved() {
    MicroCriteria criteria = new MicroCriteria(Risk.CRITICAL, false, Set.of(example.db.getId()));
    StrategyComparison comparison =
        StrategyComparison.of(
            design,
            CompileOptions.on(LocalDate.of(2026, 11, 23)),
            SizingParameters.defaults(),
            ApplianceCatalogue.shipped(),
            ComparisonParameters.defaults(),
            List.of(new NamedStrategy("candidate", "candidate", StrategyChoice.hybrid(criteria))),
            Progress.NONE);

    assertThat(of(comparison, "candidate", Metric.ENFORCED_SERVERS)).isEqualTo(4);
    assertThat(comparison.inForce()).isEqualTo(-1);
  }
}
