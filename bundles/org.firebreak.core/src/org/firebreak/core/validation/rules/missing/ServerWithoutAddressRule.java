package org.firebreak.core.validation.rules.missing;

import java.util.List;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;

/** Servers of which no address is known. */
public final class ServerWithoutAddressRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-001",
          RuleCategory.COMPLETENESS,
          "Server without address",
          FindingSeverity.WARNING,
          "Rules speak of addresses. A server without one is in no rule of any platform: whatever"
              + " the diagram shows for it, nothing is permitted and nothing is watched.",
          "Server db3 was taken over from a list of machines that are switched off. Enter its"
              + " address, or remove it until it is deployed.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    return context.servers().stream()
        .filter(server -> server.getAddresses().isEmpty())
        .map(
            server ->
                finding(
                    "Server " + context.ref(server).name() + " has no address",
                    "Enter its addresses, or remove it until it is deployed",
                    context.ref(server)))
        .toList();
  }
}
