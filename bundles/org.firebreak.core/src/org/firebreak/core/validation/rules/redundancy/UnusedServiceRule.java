package org.firebreak.core.validation.rules.redundancy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.DesignElements;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.model.Design;
import org.firebreak.model.Service;

/** Services that no flow and no tripwire uses. */
public final class UnusedServiceRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-307",
          RuleCategory.REDUNDANCY,
          "Unused service",
          FindingSeverity.INFO,
          "No flow and no tripwire uses the service, not even a retired flow. Either its flow was"
              + " forgotten, or it is left over and makes the list longer in which people look for"
              + " the right one.",
          "Service telnet stayed in the design after its last flow was deleted. Delete it.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    Set<Service> used = used(context.design());
    return context.design().getServices().stream()
        .filter(service -> !used.contains(service) && isValid(service))
        .map(
            service ->
                finding(
                    "No flow and no tripwire uses service " + context.ref(service).name(),
                    "Add the flow that it was meant for, or delete it",
                    context.ref(service)))
        .toList();
  }

  /** An invalid one is another rule's. */
  private static boolean isValid(Service service) {
    try {
      ServiceMatch.of(service);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Set<Service> used(Design design) {
    Set<Service> used = new HashSet<>();
    design.getFlows().forEach(flow -> used.addAll(flow.getServices()));
    design.getTripwires().forEach(tripwire -> used.addAll(tripwire.getServices()));
    return used;
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    String id = finding.elements().get(0).id();
    return List.of(
        new Fix(
            "Delete service " + finding.elements().get(0).name(),
            false, // somebody defined it, and may be about to use it
            elements -> delete(elements, id)));
  }

  private static void delete(DesignElements elements, String id) {
    Service service = elements.get(Service.class, id);
    if (used(elements.design()).contains(service)) {
      throw new OutdatedFixException("service " + service.getName() + " is used meanwhile");
    }
    elements.design().getServices().remove(service);
  }
}
