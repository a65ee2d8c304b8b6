package org.firebreak.core.sizing;

/** A figure that a datasheet may state of an appliance. */
public enum Rating {
  /** IP throughput by RFC 2544 or 3511: large packets, no inspection. */
  LAYER_4("layer4_bps", "Layer-4 throughput", Unit.BITS_PER_SECOND),
  /** Inspected Throughput with application recognition. */
  APPLICATION("application_bps", "Application throughput", Unit.BITS_PER_SECOND),
  /** Inspected Throughput with threat prevention. */
  THREAT("threat_bps", "Threat-prevention throughput", Unit.BITS_PER_SECOND),
  /** Inspected Throughput with threat prevention on decrypted TLS. */
  TLS("tls_bps", "TLS-inspection throughput", Unit.BITS_PER_SECOND),
  /** TCP Connections Per Second. */
  CONNECTIONS("connections_per_second", "TCP Connections Per Second", Unit.CONNECTIONS_PER_SECOND),
  /** Concurrent TCP Connections. */
  SESSIONS("sessions", "Concurrent TCP Connections", Unit.SESSIONS),
  /** Packet rate without inspection. */
  PACKETS("packets_per_second", "Packets per second, firewall only", Unit.PACKETS_PER_SECOND),
  /** Most security rules. */
  RULES("rules", "Rules", Unit.COUNT),
  /** Most address objects. */
  ADDRESS_OBJECTS("address_objects", "Address objects", Unit.COUNT),
  /** Most zones. */
  ZONES("zones", "Zones", Unit.COUNT),
  /** Fastest single connection, which one core carries. */
  SINGLE_CONNECTION("single_connection_bps", "One connection", Unit.BITS_PER_SECOND),
  /** Fastest bundle of up to eight equal ports, per direction. */
  LINK_BUNDLE("link_bundle_bps", "Fastest link bundle", Unit.BITS_PER_SECOND),
  /** Rate limit of a licence: an upper bound, not a capacity. */
  LICENCE_LIMIT("licence_limit_bps", "Licensed rate", Unit.BITS_PER_SECOND);

  private final String column;
  private final String label;
  private final Unit unit;

  Rating(String column, String label, Unit unit) {
    this.column = column;
    this.label = label;
    this.unit = unit;
  }

  String column() {
    return column;
  }

  static Rating ofColumn(String column) {
    for (Rating rating : values()) {
      if (rating.column.equals(column)) {
        return rating;
      }
    }
    throw new IllegalArgumentException("no rating " + column);
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
   * Unit of the figure.
   *
   * @return unit
   */
  public Unit unit() {
    return unit;
  }
}
