package org.firebreak.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.firebreak.core.address.Address;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Server;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the compiled policy, and the rules of every strategy, to the naive reference. */
class PolicyPropertyTest {
  private static final int[] PROTOCOLS = {1, 6, 17, 47, 50, 58, 132, 89};
  private static final int[] PORTS = {0, 1, 21, 22, 23, 69, 79, 80, 90, 91, 95, 96, 65534, 65535};

  /** The seed is printed as the argument of the test. */
  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("firebreak.seeds", 400));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void rulesAndVerdictsAgreeWithTheDefinition(long seed) {
    Design design = RandomDesign.of(seed);
    Random random = new Random(seed);
    for (StrategyChoice strategy : choices(design)) {
      CompileOptions options =
          CompileOptions.on(RandomDesign.TODAY)
              .withStrategy(strategy)
              .withApprovedOnly(random.nextInt(4) == 0)
              .withQuarantined(
                  some(ids(design, Server.class), random),
                  some(ids(design, Endpoint.class), random));
      CompiledPolicy policy = PolicyCompiler.compile(design, options);
      ReferencePolicy reference = new ReferencePolicy(design, options);
      RuleWalk walk = new RuleWalk(policy);
      List<Address> addresses = boundaryAddresses(policy);
      for (RoutingDomain domain : policy.domains()) {
        String tenant = domain.isShared() ? null : domain.tenant().id();
        for (int i = 0; i < 150; i++) {
          Connection connection = connection(random, domain, addresses);
          Verdict.Kind expected = reference.decide(tenant, connection);
          assertThat(policy.decide(connection).kind())
              .as("decide %s %s", strategy, connection)
              .isEqualTo(expected);
          if (!isForeign(policy, connection)) {
            assertThat(walk.verdict(connection))
                .as("rules %s %s", strategy, connection)
                .isEqualTo(expected);
            if (expected == Verdict.Kind.DENY && isQuarantined(policy, connection)) {
              assertThat(walk.deciding(connection))
                  .as("cut off at every point %s %s", strategy, connection)
                  .allMatch(rule -> rule.action() == Rule.Action.DENY);
            }
          }
        }
      }
    }
  }

  private static boolean isQuarantined(CompiledPolicy policy, Connection connection) {
    return Stream.of(connection.source(), connection.destination())
        .flatMap(address -> policy.serverAt(connection.domain(), address).stream())
        .anyMatch(PolicyServer::quarantined);
  }

  private static List<String> ids(Design design, Class<? extends Endpoint> type) {
    List<String> ids = new ArrayList<>();
    design
        .eAllContents()
        .forEachRemaining(
            object -> {
              if (type.isInstance(object)) {
                ids.add(((Endpoint) object).getId());
              }
            });
    return ids;
  }

  /** Mostly none, so that other things stay visible. */
  private static Set<String> some(List<String> ids, Random random) {
    Set<String> some = new LinkedHashSet<>();
    if (!ids.isEmpty() && random.nextInt(4) == 0) {
      some.add(ids.get(random.nextInt(ids.size())));
    }
    return some;
  }

  /** The kinds by the criteria of the design, and the variants that it keeps. */
  private static List<StrategyChoice> choices(Design design) {
    List<StrategyChoice> choices = new ArrayList<>();
    strategies(design).forEach(kind -> choices.add(StrategyChoice.of(kind)));
    design.getStrategyVariants().forEach(variant -> choices.add(StrategyChoice.of(variant)));
    return choices;
  }

  /** Tenants that share addresses cannot be told apart by the packet filter of a shared host. */
  static List<StrategyKind> strategies(Design design) {
    Set<String> seen = new LinkedHashSet<>();
    boolean[] shared = {false};
    design
        .eAllContents()
        .forEachRemaining(
            object -> {
              if (object instanceof org.firebreak.model.Server server) {
                server.getAddresses().forEach(address -> shared[0] |= !seen.add(address));
              }
            });
    return shared[0] ? List.of(StrategyKind.GROUP) : List.of(StrategyKind.values());
  }

  /**
   * The packet filter of a shared host sees addresses alone: one that another domain owns is that
   * server to it, in whichever domain it is asked for.
   */
  static boolean isForeign(CompiledPolicy policy, Connection connection) {
    return isForeign(policy, connection.domain(), connection.source())
        || isForeign(policy, connection.domain(), connection.destination());
  }

  private static boolean isForeign(CompiledPolicy policy, RoutingDomain domain, Address address) {
    return policy.serverAt(domain, address).isEmpty()
        && policy.domains().stream().anyMatch(other -> policy.serverAt(other, address).isPresent());
  }

  static Connection connection(Random random, RoutingDomain domain, List<Address> addresses) {
    Address source = addresses.get(random.nextInt(addresses.size()));
    List<Address> sameFamily =
        addresses.stream().filter(address -> address.v6() == source.v6()).toList();
    return new Connection(
        domain,
        source,
        sameFamily.get(random.nextInt(sameFamily.size())),
        PROTOCOLS[random.nextInt(PROTOCOLS.length)],
        PORTS[random.nextInt(PORTS.length)],
        random.nextBoolean() ? 8 : 0,
        0);
  }

  static List<Address> boundaryAddresses(CompiledPolicy policy) {
    Set<Address> addresses = new LinkedHashSet<>();
    policy.servers().forEach(server -> addresses.addAll(server.addresses()));
    for (PolicyEndpoint endpoint : policy.endpoints()) {
      if (endpoint.isExternal()) {
        endpoint
            .network()
            .ranges()
            .forEach(
                range -> {
                  addresses.add(range.first());
                  addresses.add(range.last());
                });
      }
    }
    for (int i = 1; i < 40; i += 3) {
      addresses.add(Address.parse(RandomDesign.v4(i)));
    }
    addresses.add(Address.parse("fd00::7"));
    addresses.add(Address.parse("203.0.113.9"));
    return new ArrayList<>(addresses);
  }
}
