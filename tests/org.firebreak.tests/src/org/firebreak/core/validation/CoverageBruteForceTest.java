package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Protocol;
import org.firebreak.model.Service;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds duplicate and covered flows to an enumeration of all connections of random designs. */
class CoverageBruteForceTest {
  private static final int DESIGNS = 150;

  /** Addresses 10.0.0.0 to 10.0.0.15; servers have even ones. */
  private static final int ADDRESSES = 16;

  /** Protocol, port, ICMP type, ICMP code: inside, at and beyond the edge of every service. */
  private static final int[][] TUPLES = {
    {6, 79, 0, 0},
    {6, 80, 0, 0},
    {6, 81, 0, 0},
    {6, 443, 0, 0},
    {6, 444, 0, 0},
    {6, 8080, 0, 0},
    {17, 80, 0, 0},
    {17, 81, 0, 0},
    {89, 0, 0, 0},
    {1, 0, 3, 0},
    {1, 0, 3, 1},
    {1, 0, 8, 0},
    {1, 0, 8, 1}
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 20, 300, 4000})
  void everyRedundantFlowIsFoundAndNoOther(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < DESIGNS; i++) {
      check(RandomFlows.design(random), "seed " + seed + ", design " + i);
    }
  }

  private static void check(Design design, String which) {
    CompiledPolicy policy = PolicyCompiler.compile(design, CompileOptions.on(CleanDesign.TODAY));
    Map<String, BitSet> permitted = new HashMap<>();
    for (PolicyFlow flow : policy.flows()) {
      permitted.put(flow.ref().id(), connections(policy, flow));
    }
    Set<String> expected = new TreeSet<>();
    for (PolicyFlow flow : policy.flows()) {
      for (PolicyFlow other : policy.flows()) {
        if (isRedundant(flow, other, permitted)) {
          expected.add(flow.ref().id());
        }
      }
    }
    Set<String> found = new TreeSet<>();
    for (Finding finding :
        ValidationRules.validate(design, policy, ValidationProfile.BASELINE, Progress.NONE)
            .findings()) {
      if (finding.rule().startsWith("FB-30")) {
        String flow = finding.elements().get(0).id();
        String cover = finding.elements().get(1).id();
        assertThat(covers(permitted.get(cover), permitted.get(flow)))
            .as("%s: %s", which, finding.message())
            .isTrue();
        assertThat(found.add(flow)).as("%s: %s once", which, finding.message()).isTrue();
      }
    }
    assertThat(found).as(which).isEqualTo(expected);
  }

  private static boolean isRedundant(
      PolicyFlow flow, PolicyFlow other, Map<String, BitSet> permitted) {
    BitSet own = permitted.get(flow.ref().id());
    BitSet others = permitted.get(other.ref().id());
    return flow != other
        && !own.isEmpty()
        && covers(others, own)
        && (!covers(own, others) || other.index() < flow.index());
  }

  private static boolean covers(BitSet wide, BitSet narrow) {
    BitSet rest = (BitSet) narrow.clone();
    rest.andNot(wide);
    return rest.isEmpty();
  }

  /** A bit for each source address, destination address, protocol and port or ICMP type. */
  private static BitSet connections(CompiledPolicy policy, PolicyFlow flow) {
    List<Integer> sources = addresses(policy, flow.source());
    List<Integer> destinations = addresses(policy, flow.destination());
    BitSet services = services(flow);
    BitSet connections = new BitSet();
    for (int source : sources) {
      for (int destination : destinations) {
        int base = (source * ADDRESSES + destination) * 32;
        services.stream().forEach(service -> connections.set(base + service));
      }
    }
    return connections;
  }

  private static List<Integer> addresses(CompiledPolicy policy, PolicyEndpoint end) {
    List<Integer> inside = new ArrayList<>();
    for (int i = 0; i < ADDRESSES; i++) {
      if (policy.addresses(policy.sharedDomain(), end).contains(Address.v4(0x0A000000 + i))) {
        inside.add(i);
      }
    }
    return inside;
  }

  private static BitSet services(PolicyFlow flow) {
    BitSet covered = new BitSet();
    for (int i = 0; i < TUPLES.length; i++) {
      int[] tuple = TUPLES[i];
      covered.set(
          i,
          flow.services().stream()
              .anyMatch(s -> s.match().covers(tuple[0], tuple[1], tuple[2], tuple[3])));
    }
    return covered;
  }

  /** Small designs in which flows often cover each other. */
  private static final class RandomFlows {
    static Design design(Random random) {
      CleanDesign shop = new CleanDesign();
      Design design = NewElements.design("Random");
      List<Endpoint> ends = new ArrayList<>();
      int address = 0;
      for (int z = 0; z < 2; z++) {
        var zone = shop.zone(design, "z" + z);
        ends.add(zone);
        for (int g = random.nextInt(3); g > 0; g--) {
          String[] addresses = new String[1 + random.nextInt(2)];
          for (int i = 0; i < addresses.length; i++) {
            addresses[i] = "10.0.0." + address;
            address = (address + 2) % ADDRESSES;
          }
          var group = shop.group(zone, "g" + z + g, addresses);
          ends.add(group);
          ends.addAll(group.getServers());
        }
      }
      for (int n = random.nextInt(4); n > 0; n--) {
        var network = NewElements.externalNetwork("n" + n);
        network.setCidrs(
            List.of("10.0.0." + random.nextInt(ADDRESSES) + "/" + (28 + random.nextInt(5))));
        design.getExternalNetworks().add(network);
        ends.add(network);
      }
      List<Service> services = services(shop, design);
      for (int f = 2 + random.nextInt(6); f > 0; f--) {
        var flow = NewElements.flow(pick(ends, random), pick(ends, random));
        flow.setLog(random.nextInt(4) == 0);
        for (int s = 1 + random.nextInt(3); s > 0; s--) {
          Service service = pick(services, random);
          if (!flow.getServices().contains(service)) {
            flow.getServices().add(service);
          }
        }
        design.getFlows().add(flow);
      }
      return design;
    }

    private static List<Service> services(CleanDesign shop, Design design) {
      Service ping = shop.service("ping", Protocol.ICMP, "");
      ping.setIcmpType(8);
      Service code = shop.service("code", Protocol.ICMP, "");
      code.setIcmpCode(0);
      List<Service> services =
          List.of(
              ping,
              code,
              shop.service("icmp", Protocol.ICMP, ""),
              shop.service("a", Protocol.TCP, "80"),
              shop.service("b", Protocol.TCP, "80-81"),
              shop.service("c", Protocol.TCP, "79,81"),
              shop.service("d", Protocol.TCP, "443-444"),
              shop.service("tcp", Protocol.TCP, ""),
              shop.service("e", Protocol.UDP, "80"),
              shop.service("any", Protocol.ANY, ""));
      design.getServices().addAll(services);
      return services;
    }

    private static <T> T pick(List<T> list, Random random) {
      return list.get(random.nextInt(list.size()));
    }
  }
}
