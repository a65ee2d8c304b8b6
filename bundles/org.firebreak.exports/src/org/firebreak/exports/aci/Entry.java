package org.firebreak.exports.aci;

/**
 * What one entry of a filter matches, by attributes of {@code vzEntry}.
 *
 * @param etherType {@code etherT}
 * @param protocol {@code prot}
 * @param from first destination port or {@code null}
 * @param to last destination port or {@code null}
 * @param icmp attribute and value of an ICMP type, such as {@code icmpv4T echo}; or {@code null}
 */
record Entry(String etherType, String protocol, String from, String to, String icmp) {
  static final Entry ANY = new Entry("unspecified", "unspecified", null, null, null);

  /** {@code tcp-443}, {@code icmpv4-echo}, {@code any}. */
  String name() {
    if (equals(ANY)) {
      return "any";
    }
    if (icmp != null) {
      return icmp.replace("T ", "-");
    }
    if (from == null) {
      return protocol.matches("[0-9]+") ? "protocol-" + protocol : protocol;
    }
    return protocol + "-" + from + (from.equals(to) ? "" : "-" + to);
  }
}
