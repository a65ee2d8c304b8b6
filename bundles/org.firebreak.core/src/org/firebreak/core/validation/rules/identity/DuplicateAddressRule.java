package org.firebreak.core.validation.rules.identity;

import java.util.List;
import org.firebreak.core.policy.PolicyNote;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;

/** Two servers of one routing domain with the same address. */
public final class DuplicateAddressRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-003",
          RuleCategory.IDENTITY,
          "Duplicate address",
          FindingSeverity.ERROR,
          "An address is unique within a routing domain: that of a tenant, or the shared one. Of"
              + " two servers with the same address rules speak of the first only, and what is"
              + " meant for the other is not enforced. Servers of different tenants may have the"
              + " same address.",
          "db1 and db2 both have 10.0.3.11, because a row of the inventory was copied. Correct the"
              + " address of db2, or set the tenants if they are in different routing domains.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<PolicyNote> notes = context.notes(PolicyNote.Code.DUPLICATE_ADDRESS);
    if (notes.isEmpty()) {
      return List.of();
    }
    ServerTwins twins = context.shared(ServerTwins.class, ServerTwins::of);
    return notes.stream()
        .filter(note -> !twins.areTwins(note.elements()))
        .map(
            note ->
                new Finding(
                    INFO.id(),
                    INFO.severity(),
                    note.elements(),
                    note.message(),
                    "Correct one of the addresses, or set the tenants of the two servers"))
        .toList();
  }
}
