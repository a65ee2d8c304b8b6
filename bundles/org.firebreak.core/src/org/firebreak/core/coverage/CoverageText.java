package org.firebreak.core.coverage;

import java.util.List;
import java.util.stream.Collectors;
import org.firebreak.core.policy.PolicyFlow;

/** What coverage means for a flow, in a sentence. */
public final class CoverageText {
  private CoverageText() {}

  /** Without full stop, for instance {@code covered by web → db and Front → Data}. */
  public static String of(Coverage coverage) {
    return switch (coverage) {
      case Coverage.Covered covered ->
          (covered.by().size() == 1 ? "covered by " : "covered by the union of ")
              + names(covered.by());
      case Coverage.Open open -> "no other flow permits " + open.example();
      case Coverage.Nothing nothing -> "permits nothing itself";
    };
  }

  private static String names(List<PolicyFlow> flows) {
    String last = flows.get(flows.size() - 1).ref().name();
    return flows.size() == 1
        ? last
        : flows.subList(0, flows.size() - 1).stream()
                .map(flow -> flow.ref().name())
                .collect(Collectors.joining(", "))
            + " and "
            + last;
  }
}
