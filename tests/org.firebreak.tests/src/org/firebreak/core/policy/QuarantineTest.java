package org.firebreak.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.firebreak.core.address.Address;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuarantineTest {
  private final DesignBuilder builder = new DesignBuilder("shop", StrategyKind.GROUP);
  private Server web1;
  private ServerGroup admins;
  private ExternalNetwork forensics;

  @BeforeEach
  void shop() {
    ServerGroup web = builder.group(builder.zone("DMZ"), "web");
    web1 = builder.server(web, "web1", "10.0.1.1");
    builder.server(web, "web2", "10.0.1.2");
    builder.server(builder.group(builder.zone("Core"), "db"), "db1", "10.0.2.1");
    admins = builder.group(builder.zone("Operations"), "admins");
    builder.server(admins, "admin1", "10.0.3.1");
    forensics = builder.external("Forensics", "192.0.2.0/24");
    builder.flow("web", "db", "tcp/5432");
    builder.flow("admins", "web", "tcp/22");
    builder.tripwire("Remote desktop", Severity.HIGH, "tcp/3389");
  }

  private CompiledPolicy compile(StrategyKind strategy, Set<String> servers, String... responders) {
    return PolicyCompiler.compile(
        builder.design(),
        CompileOptions.on(LocalDate.of(2026, 1, 1))
            .withStrategy(strategy)
            .withQuarantined(servers, Set.of(responders)));
  }

  private static Verdict decide(CompiledPolicy policy, String from, String to, int port) {
    return policy.decide(
        Connection.of(policy.sharedDomain(), Address.parse(from), Address.parse(to), 6, port));
  }

  @Test
  void neitherFlowsNorTheGroupPermitAnythingAndRespondersMayReachEveryPort() {
    for (StrategyKind strategy : StrategyKind.values()) {
      CompiledPolicy policy = compile(strategy, Set.of(web1.getId()), forensics.getId());
      assertThat(decide(policy, "10.0.1.1", "10.0.2.1", 5432).kind()).isEqualTo(Verdict.Kind.DENY);
      assertThat(decide(policy, "10.0.1.2", "10.0.1.1", 22).kind()).isEqualTo(Verdict.Kind.DENY);
      assertThat(decide(policy, "10.0.3.1", "10.0.1.1", 22).reason())
          .isEqualTo("web1 is quarantined.");
      Verdict responder = decide(policy, "192.0.2.7", "10.0.1.1", 3389);
      assertThat(responder.kind()).isEqualTo(Verdict.Kind.PERMIT);
      assertThat(responder.logged()).isTrue();
      assertThat(responder.reason())
          .isEqualTo("web1 is quarantined, and 192.0.2.7 is a responder.");
      assertThat(decide(policy, "10.0.1.1", "192.0.2.7", 443).kind()).isEqualTo(Verdict.Kind.DENY);
      assertThat(decide(policy, "10.0.1.2", "10.0.2.1", 5432).permits()).isTrue();
    }
  }

  @Test
  void aQuarantinedResponderIsCutOffLikeTheOthers() {
    admins.getServers().get(0).setQuarantined(true);
    builder.design().getResponders().add(admins);
    CompiledPolicy policy = compile(StrategyKind.GROUP, Set.of(web1.getId()));
    assertThat(policy.responders()).extracting(each -> each.ref().name()).containsExactly("admins");
    assertThat(decide(policy, "10.0.3.1", "10.0.1.1", 22).kind()).isEqualTo(Verdict.Kind.DENY);
  }

  @Test
  void theCentralFirewallGetsTheQuarantineBeforeItsOtherRulesWhichStay() {
    List<Rule> before = compile(StrategyKind.GROUP, Set.of()).ruleSets().get(0).rules();
    List<RuleSet> sets =
        compile(StrategyKind.GROUP, Set.of(web1.getId()), forensics.getId(), admins.getId())
            .ruleSets();
    List<Rule> after = sets.get(0).rules();
    assertThat(after.subList(after.size() - before.size(), after.size())).isEqualTo(before);
    assertThat(after.subList(0, after.size() - before.size()))
        .extracting(rule -> rule.kind() + " " + rule.action() + " " + rule.log())
        .containsExactly(
            "QUARANTINE DENY true",
            "QUARANTINE PERMIT true",
            "QUARANTINE PERMIT true",
            "QUARANTINE DENY true");
    assertThat(sets.get(1).kind()).isEqualTo(EnforcementKind.HOST);
    assertThat(sets.get(1).name()).isEqualTo("Quarantine");
    assertThat(sets.get(1).servers())
        .extracting(server -> server.ref().name())
        .containsExactly("web1");
    assertThat(sets.get(1).rules())
        .extracting(Rule::kind)
        .containsExactly(
            Rule.Kind.QUARANTINE,
            Rule.Kind.QUARANTINE,
            Rule.Kind.DEFAULT_DENY,
            Rule.Kind.DEFAULT_DENY);
  }

  @Test
  void quarantineIsEnforcedWhateverThePhaseOfTheRollOut() {
    CompiledPolicy policy =
        PolicyCompiler.compile(
            builder.design(),
            CompileOptions.on(LocalDate.of(2026, 1, 1))
                .withRollout(RolloutPlan.of(RolloutPhase.MONITOR))
                .withQuarantined(Set.of(web1.getId()), Set.of()));
    assertThat(policy.ruleSets().get(0).rules().get(0).action()).isEqualTo(Rule.Action.DENY);
    assertThat(policy.ruleSets().get(1).rules())
        .allMatch(rule -> rule.action() == Rule.Action.DENY);
  }

  @Test
  void hostsOfOthersKeepTheirRuleSetNamesAndRespondersHostsMayReachQuarantinedOnes() {
    CompiledPolicy policy = compile(StrategyKind.MICRO, Set.of(web1.getId()), admins.getId());
    assertThat(policy.ruleSets())
        .extracting(RuleSet::name)
        .containsExactly("Quarantine", "web", "db", "admins");
    RuleSet of = policy.ruleSets().get(3);
    assertThat(of.rules(Rule.Direction.OUTBOUND))
        .extracting(rule -> rule.kind() + " " + rule.action())
        .startsWith("QUARANTINE PERMIT", "QUARANTINE DENY");
    assertThat(policy.ruleSets().get(2).rules(Rule.Direction.OUTBOUND).get(0).action())
        .isEqualTo(Rule.Action.DENY);
  }

  @Test
  void idsThatTheDesignHasNotAreRefused() {
    assertThatThrownBy(() -> compile(StrategyKind.GROUP, Set.of("nobody")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the design has no server with the id nobody");
    assertThatThrownBy(() -> compile(StrategyKind.GROUP, Set.of(web1.getId()), "nobody"))
        .hasMessage("the design has no endpoint with the id nobody");
  }
}
