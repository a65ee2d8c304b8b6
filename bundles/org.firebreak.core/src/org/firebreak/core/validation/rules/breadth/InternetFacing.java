package org.firebreak.core.validation.rules.breadth;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.validation.ValidationContext;

/** Which servers are marked as internet-facing. */
final class InternetFacing {
  private final BitSet facing = new BitSet();

  private InternetFacing(ValidationContext context) {
    for (int i = 0; i < context.servers().size(); i++) {
      if (context.servers().get(i).isInternetFacing()) {
        facing.set(i);
      }
    }
  }

  static InternetFacing in(ValidationContext context) {
    return context.shared(InternetFacing.class, InternetFacing::new);
  }

  /** Whether all servers of an end are; an external network has none, and so all. */
  boolean allIn(PolicyEndpoint end) {
    return facing.nextClearBit(end.from()) >= end.to();
  }

  boolean anyIn(PolicyEndpoint end) {
    int first = facing.nextSetBit(end.from());
    return first >= 0 && first < end.to();
  }

  /** Indexes of those at an end that are not. */
  List<Integer> others(PolicyEndpoint end) {
    List<Integer> others = new ArrayList<>();
    for (int i = facing.nextClearBit(end.from()); i < end.to(); i = facing.nextClearBit(i + 1)) {
      others.add(i);
    }
    return others;
  }

  /** Indexes of those at an end that are. */
  List<Integer> those(PolicyEndpoint end) {
    List<Integer> those = new ArrayList<>();
    for (int i = facing.nextSetBit(end.from());
        i >= 0 && i < end.to();
        i = facing.nextSetBit(i + 1)) {
      those.add(i);
    }
    return those;
  }
}
