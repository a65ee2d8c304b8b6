package org.firebreak.core.validation.rules.identity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyGroup;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.Words;

/** Servers with IPv4 alone among servers with both. */
public final class MissingTwinRule implements ValidationRule {
  private static final int NAMED = 4;

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-610",
          RuleCategory.IDENTITY,
          "Server without IPv6 in a dual-stack group",
          FindingSeverity.INFO,
          "In a group in which more than half of the servers are dual stack, a server with an IPv4"
              + " address alone probably has an IPv6 address that nobody entered. What it sends and"
              + " receives over IPv6 is then permitted by no rule, and the connections of its"
              + " clients, which prefer IPv6, fail or wait.",
          "web1 to web4 have 10.0.1.x and 2001:db8:1::x, and web5 has 10.0.1.5 alone. Enter its"
              + " IPv6 address.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    AddressScan scan = context.shared(AddressScan.class, AddressScan::of);
    BitSet dual = (BitSet) scan.v4().clone();
    dual.and(scan.v6());
    List<Finding> findings = new ArrayList<>();
    if (dual.isEmpty()) {
      return findings;
    }
    BitSet single = (BitSet) scan.v4().clone();
    single.andNot(scan.v6());
    for (PolicyGroup group : context.policy().groups()) {
      int both = dual.get(group.from(), group.to()).cardinality();
      int lacking = single.get(group.from(), group.to()).cardinality();
      if (lacking > 0 && 2 * both > group.size()) {
        findings.add(of(context, group, single, both));
      }
    }
    return findings;
  }

  private Finding of(ValidationContext context, PolicyGroup group, BitSet single, int both) {
    List<ElementRef> elements = new ArrayList<>();
    for (int i = single.nextSetBit(group.from());
        i >= 0 && i < group.to();
        i = single.nextSetBit(i + 1)) {
      elements.add(context.policy().servers().get(i).ref());
    }
    String message =
        Words.list(elements, NAMED)
            + (elements.size() == 1 ? " has" : " have")
            + " no IPv6 address, while "
            + both
            + " of the "
            + group.size()
            + " servers of group "
            + group.ref().name()
            + " are dual stack";
    elements.add(group.ref());
    return new Finding(
        INFO.id(),
        INFO.severity(),
        elements,
        message,
        "Enter its IPv6 address, or make sure that the server has IPv6 switched off");
  }
}
