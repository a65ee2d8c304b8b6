package org.firebreak.core.sizing;

import java.util.Arrays;
import java.util.Optional;

/**
 * A figure that no measurement of the design supplies: every default is visible, explained and can
 * be replaced.
 */
public enum SizingParameter {
  BURST(
      "burst",
      "Burst factor β",
      Unit.FACTOR,
      1.3,
      1,
      20,
      "Busiest second over the average of its measuring bin. Assumed until it is measured as the"
          + " 99th percentile of 1-second rates over that of the bins, at a few links."),
  GROWTH(
      "growth",
      "Growth a year g",
      Unit.SHARE,
      0.2,
      -0.5,
      5,
      "Business figure: how much the traffic grows every year. The default is an assumption."),
  YEARS(
      "years",
      "Planning horizon n",
      Unit.YEARS,
      5,
      0,
      20,
      "Business figure: years until the equipment is replaced."),
  UTILISATION(
      "utilisation",
      "Utilisation ceiling U",
      Unit.SHARE,
      0.65,
      0.1,
      1,
      "Load that the surviving units may reach at the end of the horizon. Judgement within the"
          + " usual 50 to 70 %: cloud firewalls scale out at 60 %, appliances protect themselves"
          + " from 88 % of memory on."),
  DERATE(
      "derate",
      "Datasheet derate k",
      Unit.FACTOR,
      0.85,
      0.1,
      1,
      "What is left of a datasheet throughput with real packet mix, rule base and logging."
          + " Judgement; replace it by a measured ratio."),
  CONNECTION_BURST(
      "connection-burst",
      "Connection burst factor",
      Unit.FACTOR,
      1.5,
      1,
      20,
      "Busiest second of new connections over the average of its bin. Judgement."),
  CONNECTION_DERATE(
      "connection-derate",
      "Connection derate",
      Unit.FACTOR,
      0.5,
      0.05,
      1,
      "What is left of a datasheet connection rate under inspection. Judgement: vendors measure"
          + " new connections without threat prevention."),
  LINGER(
      "linger",
      "Session linger τ",
      Unit.SECONDS,
      15,
      0,
      86400,
      "Time that a session stays in the table after its last packet (close and idle timers of the"
          + " device)."),
  COINCIDENCE(
      "coincidence",
      "Coincidence of peaks κ",
      Unit.FACTOR,
      1,
      0.05,
      1,
      "Share of the sum of peaks that occurs at once, applied to flows of which only a peak is"
          + " known. 1 is the safe assumption."),
  DECRYPTED(
      "decrypted",
      "Decrypted share",
      Unit.SHARE,
      1,
      0,
      1,
      "Share of the bytes of a flow that is decrypted, where a flow asks for TLS inspection and"
          + " does not state its share. 1 is the safe assumption."),
  IMBALANCE(
      "imbalance",
      "Host imbalance h",
      Unit.FACTOR,
      1.6,
      1,
      20,
      "Load of the busiest host over the mean of all hosts. Judgement."),
  LINK_UTILISATION(
      "link-utilisation",
      "Link utilisation ceiling",
      Unit.SHARE,
      0.7,
      0.1,
      1,
      "Load that a link bundle may reach, since its members are never loaded alike. Judgement."),
  CLUSTER_THROUGHPUT(
      "cluster-throughput",
      "Cluster efficiency, throughput",
      Unit.FACTOR,
      0.7,
      0.1,
      1,
      "Combined throughput of a cluster over the sum of its units, from the Cisco ASA clustering"
          + " guide."),
  CLUSTER_CONNECTIONS(
      "cluster-connections",
      "Cluster efficiency, connections per second",
      Unit.FACTOR,
      0.5,
      0.1,
      1,
      "Combined connection rate of a cluster over the sum of its units, from the same guide."),
  CLUSTER_SESSIONS(
      "cluster-sessions",
      "Cluster efficiency, sessions",
      Unit.FACTOR,
      0.6,
      0.1,
      1,
      "Combined session table of a cluster over the sum of its units, from the same guide."),
  ELEPHANT(
      "elephant",
      "Elephant threshold",
      Unit.SHARE,
      0.2,
      0.01,
      1,
      "A flow that takes more than this share of the inspected traffic is worth an exemption if"
          + " both ends are fixed and it is encrypted end to end. Judgement."),
  ELEPHANT_CORE(
      "elephant-core",
      "Elephant threshold, one connection",
      Unit.SHARE,
      0.3,
      0.01,
      1,
      "A flow whose fastest connection takes more than this share of the rate of one core is worth"
          + " an exemption. Judgement."),
  LARGER_DIRECTION(
      "larger-direction",
      "Share of the larger direction",
      Unit.SHARE,
      1,
      0.5,
      1,
      "Share of the traffic that flows in the busier of its two directions, for a two-arm"
          + " attachment. 1 is the safe assumption: a backup runs one way."),
  LINK_MEMBERS(
      "link-members",
      "Most links in a bundle",
      Unit.COUNT,
      8,
      1,
      64,
      "Ports that a switch or firewall accepts in one link aggregation group. 8 active members are"
          + " what most of them take; check the data sheets."),
  CLUSTER_UNITS(
      "cluster-units",
      "Most units in a cluster",
      Unit.COUNT,
      8,
      2,
      64,
      "Largest N+1 cluster that is recommended. Judgement; vendors support 2 to 16 units."),
  OFFLOAD(
      "offload",
      "Share offloaded to a DPU",
      Unit.SHARE,
      0,
      0,
      0.99,
      "Share of the bytes at the hosts that a network card forwards by itself once their connection"
          + " is known. 0 until there are such cards; one vendor claims 80 % (five times the"
          + " virtual firewall)."),
  PACKET_TIME(
      "packet-time",
      "Filter time of a packet",
      Unit.NANOSECONDS,
      550,
      1,
      100_000,
      "Processor time that a packet of a known connection takes in the packet filter of a host. Own"
          + " measurement of nftables with connection tracking (kernel 6.18, 1 vCPU, established"
          + " first): 300 to 550 ns, the upper end."),
  RULE_TIME(
      "rule-time",
      "Filter time of a rule",
      Unit.NANOSECONDS,
      10,
      0,
      10_000,
      "Processor time of each rule that the first packet of a connection is compared with one by"
          + " one. Own measurement of nftables: 4 to 10 ns, the upper end."),
  SET_TIME(
      "set-time",
      "Filter time of a set lookup",
      Unit.NANOSECONDS,
      160,
      0,
      10_000,
      "Processor time of the lookup of the first packet of a connection in a set of addresses and"
          + " ports, whatever its size. Own measurement of nftables: 70 to 160 ns, the upper end."),
  LINEAR_RULES(
      "linear-rules",
      "Share of rules compared one by one",
      Unit.SHARE,
      0,
      0,
      1,
      "Share of the rules of a host that its platform does not put into a set. Firebreak writes"
          + " sets for nftables, hence 0; 1 for plain iptables."),
  SESSION_BYTES(
      "session-bytes",
      "Memory of a session at a host",
      Unit.BYTES,
      320,
      0,
      65536,
      "Memory of one entry of the connection table of a host. A nf_conn of Linux with its"
          + " extensions takes 256 to 320 bytes; assumption."),
  SENSITIVITY(
      "sensitivity",
      "Step of the sensitivity",
      Unit.SHARE,
      0.2,
      0.01,
      0.9,
      "By how much each input is changed, one at a time, to see whether the choice changes."),
  SENSITIVITY_FLOWS(
      "sensitivity-flows",
      "Flows in the sensitivity",
      Unit.COUNT,
      10,
      0,
      1000,
      "How many of the largest flows are changed one by one for the sensitivity."),
  EFFORT_RULE(
      "effort-rule",
      "Effort of a rule",
      Unit.FACTOR,
      1,
      0,
      1000,
      "Weight in the management effort of a rule that has to be written or checked. The unit of"
          + " the effort."),
  EFFORT_OBJECT(
      "effort-object",
      "Effort of an address object",
      Unit.FACTOR,
      0.5,
      0,
      1000,
      "Weight in the management effort of an address object or group that the rules name and that"
          + " has to be right. Judgement: half of a rule."),
  EFFORT_CENTRAL_POINT(
      "effort-central-point",
      "Effort of a central firewall",
      Unit.FACTOR,
      1,
      0,
      1000,
      "Weight in the management effort of a central firewall that gets the change, in a change"
          + " window. Judgement: as much as a rule."),
  EFFORT_HOST_POINT(
      "effort-host-point",
      "Effort of a host",
      Unit.FACTOR,
      0.01,
      0,
      1000,
      "Weight in the management effort of a host that gets the change. Rules of hosts are generated"
          + " and rolled out by a tool, so that what remains is the share of hosts that need a"
          + " hand. Judgement: one in a hundred.");

  private final String key;
  private final String label;
  private final Unit unit;
  private final double standard;
  private final double least;
  private final double most;
  private final String description;

  SizingParameter(
      String key,
      String label,
      Unit unit,
      double standard,
      double least,
      double most,
      String description) {
    this.key = key;
    this.label = label;
    this.unit = unit;
    this.standard = standard;
    this.least = least;
    this.most = most;
    this.description = description;
  }

  /**
   * Finds a parameter by its key.
   *
   * @param key key as on the command line, for instance {@code growth}
   * @return the parameter; empty if there is none
   */
  public static Optional<SizingParameter> byKey(String key) {
    return Arrays.stream(values()).filter(parameter -> parameter.key.equals(key)).findFirst();
  }

  /**
   * Name on the command line and in files.
   *
   * @return lower-case words joined by hyphens
   */
  public String key() {
    return key;
  }

  /**
   * Name for people.
   *
   * @return label with the symbol of the formulas
   */
  public String label() {
    return label;
  }

  /**
   * Unit of the value.
   *
   * @return unit; a share is written 0 to 1
   */
  public Unit unit() {
    return unit;
  }

  /**
   * Value in use until somebody knows better.
   *
   * @return default
   */
  public double standard() {
    return standard;
  }

  /**
   * Smallest accepted value.
   *
   * @return lower bound, inclusive
   */
  public double least() {
    return least;
  }

  /**
   * Largest accepted value.
   *
   * @return upper bound, inclusive
   */
  public double most() {
    return most;
  }

  /**
   * What it means, and where the default comes from.
   *
   * @return sentences for a report
   */
  public String description() {
    return description;
  }
}
