package org.firebreak.core.validation;

import java.util.Locale;

/** A limit of a validation profile: beyond it something is reported. */
public enum Threshold {
  MAX_PORT_RANGE(100, 1, 65536, "ports", "Ports that one range may span."),
  EXPIRY_NOTICE(30, 0, 3650, "days", "Days before its expiry from which a flow is reported."),
  MAX_PROPOSED_AGE(90, 1, 3650, "days", "Days that a flow may stay proposed."),
  MIN_ADDRESS_USE(
      10, 0, 100, "%", "Share of a network's addresses that servers of the design must have."),
  MIN_MEMBER_USE(
      50, 0, 100, "%", "Share of a group's servers that must take part in a service of the group."),
  MAX_REACH(50, 1, 100, "%", "Share of all servers that one flow may reach."),
  MIN_REACHABLE(
      20, 1, 1_000_000, "servers", "Servers that a flow must reach before its share counts.");

  private final int standard;
  private final int least;
  private final int most;
  private final String unit;
  private final String meaning;

  Threshold(int standard, int least, int most, String unit, String meaning) {
    this.standard = standard;
    this.least = least;
    this.most = most;
    this.unit = unit;
    this.meaning = meaning;
  }

  /** Value of the baseline profile. */
  public int standard() {
    return standard;
  }

  /** {@code ports}, {@code days}, {@code %}. */
  public String unit() {
    return unit;
  }

  /** What the limit says, in a sentence. */
  public String meaning() {
    return meaning;
  }

  /** Name in files and options: {@code max-port-range}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The value itself if it is possible.
   *
   * @throws IllegalArgumentException if it is not; the message tells which values are
   */
  public int check(int value) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          key() + " is " + least + " to " + most + " " + unit + ", not " + value);
    }
    return value;
  }
}
