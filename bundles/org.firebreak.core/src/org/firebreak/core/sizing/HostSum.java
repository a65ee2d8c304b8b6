package org.firebreak.core.sizing;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.core.sizing.units.ConnectionRate;
import org.firebreak.core.sizing.units.PacketRate;
import org.firebreak.core.sizing.units.SessionCount;

/** Parts added up. */
final class HostSum {
  private final double[] bits;
  private final double[] packets;
  private final double[] deepBits;
  private final BitSet hosts = new BitSet();
  private final double busiestBits;
  private final double busiestConnections;
  private final double busiestSessions;
  private double connections;
  private double sessions;
  private double deepConnections;
  private double deepSessions;
  private InspectionLevel deepest = InspectionLevel.EXEMPT;
  private boolean flows;
  private boolean knowsPackets;
  private int rules;

  HostSum(List<HostPart> parts, int bins, int machines) {
    bits = new double[bins];
    packets = new double[bins];
    deepBits = new double[bins];
    double[][] ofMachines = new double[machines][];
    double[] connectionsOf = new double[machines];
    double[] sessionsOf = new double[machines];
    for (HostPart part : parts) {
      add(part.packets(), packets);
      add(part.deepBits(), deepBits);
      part.machines()
          .forEach(
              (machine, load) -> {
                hosts.set(machine);
                if (ofMachines[machine] == null) {
                  ofMachines[machine] = load.bits.clone();
                } else {
                  add(load.bits, ofMachines[machine]);
                }
                connectionsOf[machine] += load.connections;
                sessionsOf[machine] += load.sessions;
              });
      deepConnections += part.deepConnections();
      deepSessions += part.deepSessions();
      deepest = deepest.compareTo(part.deepest()) >= 0 ? deepest : part.deepest();
      flows |= part.hasFlows();
      knowsPackets |= part.knowsPackets();
      rules = Math.max(rules, part.rules());
    }
    double most = 0;
    for (int machine : hosts.stream().toArray()) {
      add(ofMachines[machine], bits);
      connections += connectionsOf[machine];
      sessions += sessionsOf[machine];
      most = Math.max(most, max(ofMachines[machine]));
    }
    busiestBits = most;
    busiestConnections = max(connectionsOf);
    busiestSessions = max(sessionsOf);
  }

  private static void add(double[] more, double[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
  }

  private static double max(double[] figures) {
    return Arrays.stream(figures).max().orElse(0);
  }

  int hosts() {
    return hosts.cardinality();
  }

  BitSet machines() {
    return hosts;
  }

  int rules() {
    return rules;
  }

  InspectionLevel deepest() {
    return deepest;
  }

  int busiestPacketBin() {
    return busiest(packets);
  }

  int busiestDeepBin() {
    return busiest(deepBits);
  }

  private static int busiest(double[] figures) {
    int busiest = 0;
    for (int i = 1; i < figures.length; i++) {
      busiest = figures[i] > figures[busiest] ? i : busiest;
    }
    return busiest;
  }

  /** The demand that a study would find, with all loads scaled. */
  HostDemand demand(SizingParameters parameters, double factor) {
    return demand(parameters, max(bits) * factor, connections * factor, sessions * factor, factor);
  }

  /** The part of it that asks for more than layer 4; its packets are not told apart. */
  HostDemand deepDemand(SizingParameters parameters, double factor) {
    return demand(
        parameters,
        max(deepBits) * factor,
        deepConnections * factor,
        deepSessions * factor,
        factor);
  }

  private HostDemand demand(
      SizingParameters parameters, double peak, double rate, double table, double factor) {
    int of = flows ? 1 : 0;
    return new HostDemand(
        hosts(),
        parameters,
        List.of(),
        new BitRate(peak),
        new Total<>(new ConnectionRate(rate), of, of),
        new Total<>(new SessionCount(table), of, of),
        new Total<>(new PacketRate(max(packets) * factor), knowsPackets ? 1 : 0, of),
        new HostDemand.Busiest(
            share(busiestBits, max(bits)),
            share(busiestConnections, connections),
            share(busiestSessions, sessions),
            0));
  }

  private static double share(double part, double whole) {
    return whole > 0 ? part / whole : 0;
  }
}
