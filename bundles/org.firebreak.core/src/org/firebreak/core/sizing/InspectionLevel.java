package org.firebreak.core.sizing;

/** How deeply a firewall inspects a flow, by what it costs. */
public enum InspectionLevel {
  /** Not inspected at all: forwarded by a static fast path. Still crosses the links. */
  EXEMPT("exempt"),
  /** Addresses, ports and state. */
  LAYER_4("layer 4"),
  /** Recognition of the application. */
  APPLICATION("application"),
  /** Intrusion and malware prevention. */
  THREAT("threat prevention"),
  /** Intrusion and malware prevention on decrypted TLS. */
  THREAT_TLS("threat prevention with TLS decryption");

  private final String label;

  InspectionLevel(String label) {
    this.label = label;
  }

  /**
   * Name for people.
   *
   * @return lower-case words
   */
  public String label() {
    return label;
  }
}
