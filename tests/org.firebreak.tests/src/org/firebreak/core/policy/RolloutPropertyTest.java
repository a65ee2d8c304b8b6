package org.firebreak.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.address.Address;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the rules of random roll-out plans to the definition of the phases. */
class RolloutPropertyTest {
  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("firebreak.seeds", 300));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyConnectionIsTreatedAsThePhasesOfItsEndsSay(long seed) {
    Design design = RandomDesign.of(seed);
    Random random = new Random(seed);
    RolloutPlan plan = plan(design, random);
    for (StrategyKind strategy : PolicyPropertyTest.strategies(design)) {
      CompileOptions options =
          CompileOptions.on(RandomDesign.TODAY).withStrategy(strategy).withRollout(plan);
      CompiledPolicy policy = PolicyCompiler.compile(design, options);
      RuleWalk walk = new RuleWalk(policy);
      List<Address> addresses = PolicyPropertyTest.boundaryAddresses(policy);
      for (RoutingDomain domain : policy.domains()) {
        for (int i = 0; i < 150; i++) {
          Connection connection = PolicyPropertyTest.connection(random, domain, addresses);
          if (!PolicyPropertyTest.isForeign(policy, connection)) {
            check(policy, walk, plan, connection);
          }
        }
      }
    }
  }

  private static void check(
      CompiledPolicy policy, RuleWalk walk, RolloutPlan plan, Connection connection) {
    Verdict intended = policy.decide(connection);
    List<Rule> deciding = walk.deciding(connection);
    String as = plan + " " + connection + " " + intended;
    if (intended.kind() == Verdict.Kind.PERMIT || intended.kind() == Verdict.Kind.OUT_OF_SCOPE) {
      assertThat(walk.verdict(connection)).as(as).isEqualTo(intended.kind());
      assertThat(intended.flow() == null || !monitored(deciding)).as(as).isTrue();
      return;
    }
    RolloutPhase phase = phase(policy, plan, connection);
    boolean quarantine = ends(policy, connection).stream().anyMatch(PolicyServer::quarantined);
    Verdict.Kind expected =
        quarantine
                || phase == RolloutPhase.ENFORCE
                || phase == RolloutPhase.ALERT && intended.kind() == Verdict.Kind.ALERT
            ? intended.kind()
            : Verdict.Kind.PERMIT;
    assertThat(walk.verdict(connection)).as(as).isEqualTo(expected);
    assertThat(deciding).as(as).anyMatch(Rule::log);
    assertThat(expected == Verdict.Kind.PERMIT && !monitored(deciding)).as(as).isFalse();
  }

  private static boolean monitored(List<Rule> rules) {
    return rules.stream().anyMatch(rule -> rule.kind() == Rule.Kind.MONITORED);
  }

  /** The strictest phase of the hosts that enforce, else of the two ends. */
  private static RolloutPhase phase(
      CompiledPolicy policy, RolloutPlan plan, Connection connection) {
    List<PolicyServer> ends = ends(policy, connection);
    boolean atHosts = ends.stream().anyMatch(PolicyServer::micro);
    return ends.stream()
        .filter(server -> server.micro() || !atHosts)
        .map(server -> phase(policy, plan, server))
        .reduce(RolloutPhase.MONITOR, RolloutPhase::stricter);
  }

  private static List<PolicyServer> ends(CompiledPolicy policy, Connection connection) {
    List<PolicyServer> ends = new ArrayList<>();
    policy.serverAt(connection.domain(), connection.source()).ifPresent(ends::add);
    policy.serverAt(connection.domain(), connection.destination()).ifPresent(ends::add);
    return ends;
  }

  private static RolloutPhase phase(CompiledPolicy policy, RolloutPlan plan, PolicyServer server) {
    PolicyEndpoint endpoint = policy.endpointOf(server);
    while (!plan.byEndpoint().containsKey(endpoint.ref().id())) {
      if (endpoint.parent() < 0) {
        return plan.byDefault();
      }
      endpoint = policy.endpoints().get(endpoint.parent());
    }
    return plan.byEndpoint().get(endpoint.ref().id());
  }

  private static RolloutPlan plan(Design design, Random random) {
    RolloutPhase[] phases = RolloutPhase.values();
    RolloutPlan plan = RolloutPlan.of(phases[random.nextInt(phases.length)]);
    List<EObject> all = new ArrayList<>();
    design.eAllContents().forEachRemaining(all::add);
    for (EObject each : all) {
      if (each instanceof Endpoint endpoint
          && !(each instanceof ExternalNetwork)
          && random.nextInt(4) == 0) {
        plan = plan.with(endpoint.getId(), phases[random.nextInt(phases.length)]);
      }
    }
    return plan;
  }
}
