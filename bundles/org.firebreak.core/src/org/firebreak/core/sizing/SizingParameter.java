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
          + " both ends are fixed and it is encrypted end to end. Judgement.");

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
