package org.firebreak.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Zone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RolloutPlanTest {
  private final DesignBuilder builder = new DesignBuilder("shop", StrategyKind.GROUP);
  private Zone dmz;

  @BeforeEach
  void shop() {
    dmz = builder.zone("DMZ");
    builder.server(builder.group(dmz, "web"), "web1", "10.0.1.1");
    builder.server(builder.group(builder.zone("Core"), "db"), "db1", "10.0.2.1");
    builder.flow("web", "db", "tcp/5432");
    builder.tripwire("Remote desktop", Severity.HIGH, "tcp/3389");
  }

  private CompiledPolicy compile(StrategyKind strategy, RolloutPlan plan) {
    return PolicyCompiler.compile(
        builder.design(),
        CompileOptions.on(LocalDate.of(2026, 1, 1)).withStrategy(strategy).withRollout(plan));
  }

  private static List<String> texts(RuleSet set) {
    return set.rules().stream()
        .filter(rule -> rule.kind() != Rule.Kind.FLOW)
        .map(
            rule ->
                rule.id().replaceFirst("[0-9a-f]{8}", "#")
                    + " "
                    + text(rule.source())
                    + ">"
                    + text(rule.destination())
                    + " "
                    + rule.action()
                    + (rule.log() ? " log" : "")
                    + (rule.alert() == null ? "" : " alert"))
        .toList();
  }

  private static String text(AddressGroup group) {
    return group.isAny() ? "any" : group.addresses().toString();
  }

  @Test
  void oneEnforcedZoneIsDeniedFromAndToEverybodyElse() {
    RolloutPlan plan = RolloutPlan.of(RolloutPhase.MONITOR).with(dmz.getId(), RolloutPhase.ENFORCE);
    assertThat(texts(compile(StrategyKind.GROUP, plan).ruleSets().get(0)))
        .containsExactly(
            "T-# 10.0.1.1>any DENY log alert",
            "T-# any>10.0.1.1 DENY log alert",
            "D-src 10.0.1.1>any DENY log",
            "D-dst any>10.0.1.1 DENY log",
            "M-# any>any PERMIT log",
            "M any>any PERMIT log");
  }

  @Test
  void oneZoneWhoseTripwiresAlertIsPermittedBeforeTheLastDenial() {
    RolloutPlan plan = RolloutPlan.ENFORCED.with(dmz.getId(), RolloutPhase.ALERT);
    assertThat(texts(compile(StrategyKind.GROUP, plan).ruleSets().get(0)))
        .containsExactly(
            "T-# any>any DENY log alert",
            "D-src 10.0.2.1>any DENY log",
            "D-dst any>10.0.2.1 DENY log",
            "M-src 10.0.1.1>any PERMIT log",
            "M-dst any>10.0.1.1 PERMIT log",
            "D any>any DENY log");
  }

  @Test
  void anEnforcedHostHasTheSameRulesWhateverThePhaseOfOthers() {
    RolloutPlan plan = RolloutPlan.of(RolloutPhase.MONITOR).with(dmz.getId(), RolloutPhase.ENFORCE);
    List<RuleSet> enforced = hosts(RolloutPlan.ENFORCED);
    List<RuleSet> mixed = hosts(plan);
    assertThat(mixed.get(0)).isEqualTo(enforced.get(0));
    assertThat(mixed.get(1).id()).isNotEqualTo(enforced.get(1).id());
    assertThat(texts(mixed.get(1)))
        .containsExactly(
            "M-#-in any>any PERMIT log",
            "M-in any>any PERMIT log",
            "M-#-out any>any PERMIT log",
            "M-out any>any PERMIT log");
  }

  private List<RuleSet> hosts(RolloutPlan plan) {
    return compile(StrategyKind.MICRO, plan).ruleSets();
  }

  @Test
  void namingThePhaseThatThingsHaveAnywayChangesNothing() {
    assertThat(
            compile(
                    StrategyKind.GROUP,
                    RolloutPlan.ENFORCED.with(dmz.getId(), RolloutPhase.ENFORCE))
                .ruleSets())
        .isEqualTo(compile(StrategyKind.GROUP, RolloutPlan.ENFORCED).ruleSets());
  }

  @Test
  void anUnknownPhaseIsRefusedWithTheKnownOnes() {
    assertThat(RolloutPhase.parse(" Alert ")).isEqualTo(RolloutPhase.ALERT);
    assertThatThrownBy(() -> RolloutPhase.parse("later"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no phase 'later'; there are enforce, alert and monitor");
  }
}
