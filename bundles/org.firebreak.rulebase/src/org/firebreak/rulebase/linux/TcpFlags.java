package org.firebreak.rulebase.linux;

import java.util.List;

/** Flags of the header of TCP (RFC 9293, section 3.1), as rule sets of Linux name them. */
public final class TcpFlags {
  /** The only flag of the packet that opens a connection. */
  public static final int SYN = 2;

  private static final List<String> NAMES =
      List.of("fin", "syn", "rst", "psh", "ack", "urg", "ecn", "cwr");

  private TcpFlags() {}

  /** The bit of a flag; -1 if there is none of the name. */
  public static int of(String name) {
    int index = NAMES.indexOf(name);
    return index < 0 ? -1 : 1 << index;
  }

  /** The six flags that iptables calls all. */
  public static int all() {
    return 0x3f;
  }
}
