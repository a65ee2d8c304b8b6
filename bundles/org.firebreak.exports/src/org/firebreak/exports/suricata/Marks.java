package org.firebreak.exports.suricata;

import java.util.List;
import java.util.stream.Collectors;

/** What rules remember of a connection. */
final class Marks {
  /** A flow, a group or a responder permits it. */
  static final String PERMITTED = "firebreak.permitted";

  /** It may carry any application. */
  static final String ANY_APPLICATION = "firebreak.any";

  /** It has raised its alert. */
  static final String ALERTED = "firebreak.alerted";

  private Marks() {}

  /** Sets marks on the connection of a packet. */
  static String set(List<String> marks) {
    return marks.stream().map(mark -> "flowbits:set," + mark + "; ").collect(Collectors.joining())
        + "noalert;";
  }

  /** True once for a connection that nothing permits. */
  static String unpermitted() {
    return unset(PERMITTED) + " " + once();
  }

  /** True for the first alert of a connection. */
  static String once() {
    return unset(ALERTED) + " flowbits:set," + ALERTED + ";";
  }

  static String unset(String mark) {
    return "flowbits:isnotset," + mark + ";";
  }
}
