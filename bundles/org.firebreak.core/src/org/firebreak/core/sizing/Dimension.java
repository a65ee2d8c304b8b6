package org.firebreak.core.sizing;

/** What an appliance is judged by. It is adequate only if every one of them passes. */
public enum Dimension {
  THROUGHPUT("Inspected Throughput", Unit.BITS_PER_SECOND, true),
  CONNECTIONS("TCP Connections Per Second", Unit.CONNECTIONS_PER_SECOND, true),
  SESSIONS("Concurrent TCP Connections", Unit.SESSIONS, true),
  PACKETS("Packets per second", Unit.PACKETS_PER_SECOND, false),
  LINKS("Link bundle", Unit.BITS_PER_SECOND, false),
  LICENCE("Licensed rate", Unit.BITS_PER_SECOND, false),
  SINGLE_CONNECTION("One connection", Unit.BITS_PER_SECOND, false),
  RULES("Rules", Unit.COUNT, false),
  ADDRESS_OBJECTS("Address objects", Unit.COUNT, false),
  ZONES("Zones", Unit.COUNT, false);

  private final String label;
  private final Unit unit;
  private final boolean decisive;

  Dimension(String label, Unit unit, boolean decisive) {
    this.label = label;
    this.unit = unit;
    this.decisive = decisive;
  }

  /**
   * Name for people.
   *
   * @return name, in the terms of RFC 9411 where it has one
   */
  public String label() {
    return label;
  }

  /**
   * Unit of need and rating.
   *
   * @return unit
   */
  public Unit unit() {
    return unit;
  }

  /**
   * Whether the demand grows with the traffic.
   *
   * @return false for what the policy asks, and for single connections, which do not multiply
   */
  public boolean grows() {
    return switch (this) {
      case THROUGHPUT, CONNECTIONS, SESSIONS, PACKETS, LINKS, LICENCE -> true;
      case SINGLE_CONNECTION, RULES, ADDRESS_OBJECTS, ZONES -> false;
    };
  }

  /**
   * Whether an appliance without a published figure cannot be called adequate.
   *
   * @return false where hardly any vendor publishes one, so that it is only named
   */
  public boolean isDecisive() {
    return decisive;
  }
}
