package org.firebreak.core.sizing;

import java.util.Map;
import java.util.TreeMap;

/** What some servers make their hosts enforce once they are microsegmented. */
final class HostPart {

  /** What the servers of the part make one machine carry. */
  static final class Load {
    final double[] bits;
    double connections;
    double sessions;

    Load(int bins) {
      bits = new double[bins];
    }
  }

  private final Map<Integer, Load> machines = new TreeMap<>();
  private final double[] packets;
  private final double[] deepBits;
  private double connections;
  private double deepConnections;
  private double deepSessions;
  private InspectionLevel deepest = InspectionLevel.EXEMPT;
  private boolean flows;
  private boolean knowsPackets;
  private int rules;

  HostPart(int bins) {
    packets = new double[bins];
    deepBits = new double[bins];
  }

  void machine(int number) {
    machines.computeIfAbsent(number, each -> new Load(packets.length));
  }

  void rules(int count) {
    rules = Math.max(rules, count);
  }

  /** Adds servers that are alike, of which some run on a machine. */
  void add(int machine, int servers, HostShares.PerServer each) {
    Load load = machines.get(machine);
    for (int bin = 0; bin < packets.length; bin++) {
      load.bits[bin] += servers * each.bits[bin];
      packets[bin] += servers * each.packets[bin];
      deepBits[bin] += servers * each.deepBits[bin];
    }
    load.connections += servers * each.connections;
    load.sessions += servers * each.sessions;
    connections += servers * each.connections;
    deepConnections += servers * each.deepConnections;
    deepSessions += servers * each.deepSessions;
    deepest = deepest.compareTo(each.deepest) >= 0 ? deepest : each.deepest;
    flows = true;
    knowsPackets |= each.knowsPackets;
  }

  Map<Integer, Load> machines() {
    return machines;
  }

  double[] packets() {
    return packets;
  }

  double[] deepBits() {
    return deepBits;
  }

  double connections() {
    return connections;
  }

  double deepConnections() {
    return deepConnections;
  }

  double deepSessions() {
    return deepSessions;
  }

  InspectionLevel deepest() {
    return deepest;
  }

  boolean hasFlows() {
    return flows;
  }

  boolean knowsPackets() {
    return knowsPackets;
  }

  int rules() {
    return rules;
  }
}
