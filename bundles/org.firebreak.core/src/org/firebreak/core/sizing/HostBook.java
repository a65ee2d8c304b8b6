package org.firebreak.core.sizing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.core.sizing.units.ConnectionRate;
import org.firebreak.core.sizing.units.PacketRate;
import org.firebreak.core.sizing.units.Seconds;
import org.firebreak.core.sizing.units.SessionCount;

/**
 * Adds up what each host enforces. Servers of a class are alike, so the sums are kept by server of
 * each class, and hosts that run the same mix share one result.
 */
final class HostBook {

  /** Sums for one server of a class. */
  private static final class PerServer {
    private final double[] bits;
    private final double[] packets;
    private double connections;
    private double sessions;

    PerServer(int bins) {
      bits = new double[bins];
      packets = new double[bins];
    }

    void add(PerServer other) {
      for (int bin = 0; bin < bits.length; bin++) {
        bits[bin] += other.bits[bin];
        packets[bin] += other.packets[bin];
      }
      connections += other.connections;
      sessions += other.sessions;
    }
  }

  private final int bins;
  private final double coincidence;
  private final Seconds linger;
  private final Map<ServerClass, PerServer> classes = new LinkedHashMap<>();

  HostBook(int bins, SizingParameters parameters) {
    this.bins = bins;
    coincidence = parameters.get(SizingParameter.COINCIDENCE);
    linger = parameters.seconds(SizingParameter.LINGER);
  }

  void add(TrafficClass traffic, List<Placement.End> ends) {
    for (Placement.End end : ends) {
      double share = end.share() / end.servers().size();
      PerServer sums = classes.computeIfAbsent(end.servers(), each -> new PerServer(bins));
      traffic.rate().addTo(sums.bits, share, coincidence);
      traffic.rate().addTo(sums.packets, share * CentralDemand.packetsPerBit(traffic), coincidence);
      sums.connections += share * traffic.connections().map(ConnectionRate::perSecond).orElse(0.0);
      sums.sessions +=
          share * CentralDemand.sessions(traffic, linger).map(SessionCount::sessions).orElse(0.0);
    }
  }

  /** Every host that enforces, the busiest first. */
  List<HostLoad> loads(CompiledPolicy policy, Progress progress) {
    Map<Machine, Mix> mixes = new LinkedHashMap<>();
    for (PolicyServer server : policy.servers()) {
      if (server.micro()) {
        mixes.computeIfAbsent(Machine.of(server), each -> new Mix()).servers++;
      }
    }
    for (RuleSet set : policy.ruleSets()) {
      for (PolicyServer server : set.servers()) {
        if (!server.micro()) {
          continue; // quarantined: its rules pass with the quarantine
        }
        mixes.computeIfAbsent(Machine.of(server), each -> new Mix()).rules += set.rules().size();
      }
    }
    List<PerServer> sums = new ArrayList<>();
    classes.forEach(
        (members, perServer) -> {
          progress.check();
          for (PolicyServer server : members.servers()) {
            mixes.computeIfAbsent(Machine.of(server), each -> new Mix()).classes.add(sums.size());
          }
          sums.add(perServer);
        });
    Map<List<Integer>, HostLoad> known = new HashMap<>();
    List<HostLoad> loads = new ArrayList<>(mixes.size());
    mixes.forEach(
        (machine, mix) -> {
          progress.check();
          HostLoad like = known.computeIfAbsent(mix.classes, each -> load(each, sums));
          loads.add(
              new HostLoad(
                  machine.name(),
                  mix.servers,
                  like.peak(),
                  like.connections(),
                  like.sessions(),
                  like.packets(),
                  mix.rules));
        });
    loads.sort(
        Comparator.comparingDouble((HostLoad each) -> each.peak().bitsPerSecond())
            .reversed()
            .thenComparing(HostLoad::name));
    return loads;
  }

  /** A hypervisor host, or a server that names none; servers may share a name. */
  record Machine(String name, int server) {
    static Machine of(PolicyServer server) {
      String machine = server.hypervisorHost();
      return machine == null || machine.isBlank()
          ? new Machine(server.ref().name(), server.index())
          : new Machine(machine, -1);
    }
  }

  /** What runs on a machine: a class appears once for each of its servers. */
  private static final class Mix {
    private final List<Integer> classes = new ArrayList<>();
    private int servers;
    private int rules;
  }

  private HostLoad load(List<Integer> mix, List<PerServer> sums) {
    PerServer all = new PerServer(bins);
    mix.forEach(index -> all.add(sums.get(index)));
    return new HostLoad(
        "",
        0,
        new BitRate(Arrays.stream(all.bits).max().orElse(0)),
        new ConnectionRate(all.connections),
        new SessionCount(all.sessions),
        new PacketRate(Arrays.stream(all.packets).max().orElse(0)),
        0);
  }
}
