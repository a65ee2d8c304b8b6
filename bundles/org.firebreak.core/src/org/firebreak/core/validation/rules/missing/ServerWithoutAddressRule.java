package org.firebreak.core.validation.rules.missing;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.Words;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Server;

/** Servers of which no address is known. */
public final class ServerWithoutAddressRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-001",
          RuleCategory.COMPLETENESS,
          "Server without address",
          FindingSeverity.WARNING,
          "Rules speak of addresses. A server without one is in no rule of any platform: whatever"
              + " the diagram shows for it, nothing is permitted and nothing is watched."
              + " More than three servers of a group are reported together.",
          "Server db3 was taken over from a list of machines that are switched off. Enter its"
              + " address, or remove it until it is deployed.");

  private static final int SEVERAL = 3;

  private static final String MEND = "Enter its addresses, or remove it until it is deployed";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    List<ElementRef> lacking = new ArrayList<>();
    EObject around = null;
    for (Server server : context.servers()) {
      if (server.getAddresses().isEmpty()) {
        if (server.eContainer() != around) {
          add(around, lacking, findings);
        }
        around = server.eContainer();
        lacking.add(context.ref(server));
      }
    }
    add(around, lacking, findings);
    return findings;
  }

  /** Adds what is found in one group, zone or design, and begins anew. */
  private void add(EObject around, List<ElementRef> lacking, List<Finding> findings) {
    if (lacking.size() <= SEVERAL) {
      for (ElementRef server : lacking) {
        findings.add(finding("Server " + server.name() + " has no address", MEND, server));
      }
    } else {
      ElementRef holder = ElementRef.of((NamedElement) around);
      List<ElementRef> elements = new ArrayList<>();
      elements.add(holder);
      elements.addAll(lacking);
      findings.add(
          finding(
              lacking.size()
                  + " servers of "
                  + holder.name()
                  + " have no address: "
                  + Words.list(lacking, SEVERAL),
              MEND,
              elements.toArray(ElementRef[]::new)));
    }
    lacking.clear();
  }
}
