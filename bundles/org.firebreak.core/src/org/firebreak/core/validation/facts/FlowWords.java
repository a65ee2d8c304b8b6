package org.firebreak.core.validation.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.validation.ActiveFlow;

/** How findings speak of flows. */
public final class FlowWords {
  private FlowWords() {}

  /** {@code tcp/443, udp/53}. */
  public static String services(ActiveFlow flow) {
    return flow.policy().services().stream()
        .map(service -> service.match().toString())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** {@code threat-prevention, logged}. */
  public static String treatment(ActiveFlow flow) {
    return flow.policy().inspection().getLiteral()
        + (flow.policy().log() ? ", logged" : ", not logged");
  }

  /** Whether both treat a connection that they permit in the same way. */
  public static boolean treatAlike(ActiveFlow one, ActiveFlow other) {
    return one.policy().inspection() == other.policy().inspection()
        && one.policy().log() == other.policy().log();
  }

  /** What the two do differently with a connection and which of them decides; empty if nothing. */
  public static String differences(ActiveFlow one, ActiveFlow other) {
    List<String> what = new ArrayList<>();
    PolicyFlow left = one.policy();
    PolicyFlow right = other.policy();
    if (left.inspection() != right.inspection()) {
      what.add(
          "inspection ("
              + left.inspection().getLiteral()
              + " against "
              + right.inspection().getLiteral()
              + ")");
    }
    if (left.log() != right.log()) {
      what.add("logging");
    }
    return what.isEmpty()
        ? ""
        : "; they differ in "
            + String.join(" and ", what)
            + ", and "
            + (left.index() < right.index() ? one.name() : other.name())
            + " decides, as it stands first";
  }
}
