package org.firebreak.core.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.exports.RandomDesign;
import org.firebreak.model.Design;
import org.firebreak.model.Server;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Blast radius and attack paths against a naive search over the verdicts of all pairs. */
class BlastRadiusTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("firebreak.seeds", 15));
  }

  static LongStream manySeeds() {
    return LongStream.range(0, 10 * Long.getLong("firebreak.seeds", 15));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agreesWithNaiveSearchOfZonesGroupsAndNetworks(long seed) {
    Design design =
        seed % 2 == 0
            ? RandomDesign.of(StrategyKind.HYBRID, (int) (seed % 40), seed)
            : RandomDesign.withTenants(StrategyKind.HYBRID, (int) (seed % 40), seed);
    giveAddresses(design);
    for (StrategyKind strategy : StrategyKind.values()) {
      check(PolicyCompiler.compile(design, CompileOptions.on(DAY).withStrategy(strategy)));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("manySeeds")
  void agreesWithNaiveSearchOfTenantsQuarantineAndOverrides(long seed) {
    Design design = org.firebreak.core.policy.RandomDesign.of(seed);
    LocalDate day = org.firebreak.core.policy.RandomDesign.TODAY;
    BlastRadius without = BlastRadius.of(PolicyCompiler.compile(design, CompileOptions.on(day)));
    giveAddresses(design);
    CompiledPolicy policy = PolicyCompiler.compile(design, CompileOptions.on(day));
    check(policy);

    BlastRadius with = BlastRadius.of(policy);
    for (PolicyServer server : policy.servers()) {
      ServerRadius known = with.of(server.ref().id()).orElseThrow();
      ServerRadius assumed = without.of(server.ref().id()).orElseThrow();
      assertThat(assumed.direct()).as("without addresses").isEqualTo(known.direct());
      assertThat(assumed.multiHop()).as("without addresses").isEqualTo(known.multiHop());
    }
  }

  /** Servers without addresses get one of each family that no network holds but those of all. */
  private static void giveAddresses(Design design) {
    int[] number = {1};
    design
        .eAllContents()
        .forEachRemaining(
            object -> {
              if (object instanceof Server server && server.getAddresses().isEmpty()) {
                server.setAddresses(
                    List.of("203.0.113." + number[0], "2001:db8:cafe::" + number[0]));
                number[0]++;
              }
            });
  }

  private static void check(CompiledPolicy policy) {
    NaiveReach naive = new NaiveReach(policy);
    BlastRadius radius = BlastRadius.of(policy);
    for (PolicyServer server : policy.servers()) {
      int i = server.index();
      ServerRadius own = radius.servers().get(i);
      assertThat(own.direct()).as("direct from %s", server).isEqualTo(naive.direct(i));
      assertThat(own.multiHop()).as("several hops from %s", server).isEqualTo(naive.multiHop(i));
      checkPaths(policy, naive, server);
    }
    int servers = policy.servers().size();
    assertThat(radius.directPairs())
        .isEqualTo(IntStream.range(0, servers).mapToLong(naive::direct).sum());
    assertThat(radius.multiHop().worst())
        .isEqualTo(IntStream.range(0, servers).map(naive::multiHop).max().orElse(0));
    assertThat(radius.multiHopFromInternet().worst())
        .isEqualTo(
            policy.servers().stream()
                .filter(PolicyServer::internetFacing)
                .mapToInt(server -> naive.multiHop(server.index()))
                .max()
                .orElse(0));
  }

  private static void checkPaths(CompiledPolicy policy, NaiveReach naive, PolicyServer start) {
    AttackPaths paths = AttackPaths.from(policy, start);
    int[] hops = naive.hops(start.index());
    for (PolicyServer server : policy.servers()) {
      List<AttackPaths.Step> path = paths.path(server);
      assertThat(path).as("%s to %s", start, server).hasSize(Math.max(0, hops[server.index()]));
      PolicyServer from = start;
      for (AttackPaths.Step step : path) {
        assertThat(step.from()).isEqualTo(from);
        assertThat(naive.connects(from.index(), step.server().index())).isTrue();
        from = step.server();
      }
    }
    assertThat(paths.layers().stream().mapToInt(List::size).sum()).isEqualTo(paths.reached());
  }
}
