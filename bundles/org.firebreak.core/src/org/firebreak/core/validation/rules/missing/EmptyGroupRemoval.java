package org.firebreak.core.validation.rules.missing;

import java.util.Optional;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.model.Design;
import org.firebreak.model.Segmentation;
import org.firebreak.model.ServerGroup;

/** Removes a group that holds nothing and that nothing uses. */
final class EmptyGroupRemoval {
  private EmptyGroupRemoval() {}

  /** The fix, if the group is not used. */
  static Optional<Fix> fix(Design design, ServerGroup group) {
    if (isUsed(design, group)) {
      return Optional.empty();
    }
    String id = group.getId();
    // Somebody who described it means it; a bare name that nothing uses says nothing.
    boolean bare =
        group.getLabels().isEmpty()
            && (group.getDescription() == null || group.getDescription().isBlank())
            && (group.getRole() == null || group.getRole().isBlank())
            && group.getSegmentation() == Segmentation.INHERIT
            && !GroupWithoutServersRule.joinsByLabel(group);
    return Optional.of(
        new Fix(
            "Remove the empty group " + ElementRef.of(group).name(),
            bare,
            elements -> {
              ServerGroup now = elements.get(ServerGroup.class, id);
              if (isUsed(elements.design(), now)) {
                throw new OutdatedFixException("the group has servers or flows now");
              }
              remove(elements.design(), now);
            }));
  }

  private static boolean isUsed(Design design, ServerGroup group) {
    return !group.getServers().isEmpty()
        || design.getFlows().stream()
            .anyMatch(flow -> flow.getSource() == group || flow.getDestination() == group)
        || design.getEnforcementPoints().stream()
            .anyMatch(point -> point.getGuards().contains(group));
  }

  /** Removes the group, which has no flows any more, and what shows it on diagrams. */
  static void remove(Design design, ServerGroup group) {
    design
        .getDiagrams()
        .forEach(diagram -> diagram.getNodes().removeIf(node -> node.getElement() == group));
    design.getEnforcementPoints().forEach(point -> point.getGuards().remove(group));
    EcoreUtil.remove(group);
  }
}
