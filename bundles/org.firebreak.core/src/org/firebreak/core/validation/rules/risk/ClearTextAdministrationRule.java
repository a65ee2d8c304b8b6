package org.firebreak.core.validation.rules.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;

/** Flows that permit administration in clear text. */
public final class ClearTextAdministrationRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-201",
          RuleCategory.RISK,
          "Clear-text administration",
          FindingSeverity.WARNING,
          "Telnet, FTP, VNC, the r-services and their like send passwords and sessions unencrypted:"
              + " an intruder on any server on the way reads them and is an administrator next; an"
              + " unprotected Docker or libvirt socket does not even ask. A service counts if the"
              + " design says that it is administration in clear text; if it does not say, the"
              + " service library decides by the ports. A service that the design says is encrypted"
              + " never counts. What this rule finds is not reported as clear-text credentials"
              + " (FB-204) again.",
          "Flow jump → switches permits telnet (tcp/23). Use ssh (tcp/22).");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    ServiceBook book = ServiceBook.of(context);
    List<Finding> findings = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      for (PolicyService service : flow.policy().services()) {
        String name = book.use(service).clearText();
        if (name != null) {
          findings.add(of(flow, service, name));
        }
      }
    }
    return findings;
  }

  private Finding of(ActiveFlow flow, PolicyService service, String name) {
    return finding(
        "Flow " + flow.name() + " permits " + name + " (" + service.match() + ") in clear text",
        "Use an encrypted protocol such as ssh, ftps or https; if it is encrypted, say so at the"
            + " service",
        flow.ref(),
        service.ref());
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    ServiceBook book = ServiceBook.of(context);
    Optional<FlowFixes> flow = FlowFixes.of(finding, context);
    return flow.map(
            fixes -> ClearTextFixes.of(fixes, finding, book, each -> book.use(each).clearText()))
        .orElse(List.of());
  }
}
