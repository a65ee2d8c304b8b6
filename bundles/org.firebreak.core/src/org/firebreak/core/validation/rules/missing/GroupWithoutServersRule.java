package org.firebreak.core.validation.rules.missing;

import java.util.List;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.model.ServerGroup;

/** Groups that hold nothing. */
public final class GroupWithoutServersRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-004",
          RuleCategory.COMPLETENESS,
          "Group without servers",
          FindingSeverity.WARNING,
          "Flows from or to an empty group permit nothing. Often a port matrix names what the"
              + " inventory does not know, under another spelling. A group that new servers join by"
              + " a label may be empty until the first is deployed, and is reported as information"
              + " only. A name that an import met in a port matrix and did not know is reported by"
              + " FB-013.",
          "The port matrix says 'database', the inventory 'db'; the import made a second, empty"
              + " group. Correct the name in the matrix and import again.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    return context.groups().stream()
        .filter(group -> group.getServers().isEmpty() && !UnknownNames.isUnknown(group))
        .map(group -> of(group, context.ref(group)))
        .toList();
  }

  private Finding of(ServerGroup group, ElementRef ref) {
    return joinsByLabel(group)
        ? finding(
                "Group " + ref.name() + " has no servers yet; they join by a label",
                "Deploy the first server with the label, or import the inventory again",
                ref)
            .withSeverity(FindingSeverity.INFO)
        : finding(
            "Group " + ref.name() + " has no servers",
            "Add its servers, or correct the name by which a port matrix called it",
            ref);
  }

  static boolean joinsByLabel(ServerGroup group) {
    return group.getMembershipLabel() != null && !group.getMembershipLabel().isBlank();
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    String id = finding.elements().get(0).id();
    return context.groups().stream()
        .filter(group -> group.getId().equals(id))
        .flatMap(group -> EmptyGroupRemoval.fix(context.design(), group).stream())
        .toList();
  }
}
