package org.firebreak.core.validation.rules.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;

/** Flows whose protocol shows passwords to whoever reads along. */
public final class ClearTextCredentialsRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-204",
          RuleCategory.RISK,
          "Clear-text credentials",
          FindingSeverity.INFO,
          "A password that crosses the network in the clear opens every server that takes it. LDAP"
              + " on its plain ports, POP3, IMAP, SNMP version 1 and 2c, SMB over NetBIOS (which"
              + " only SMBv1 still needs) and the rsync daemon do that unless they are set up"
              + " otherwise, and so do web pages without TLS on jump hosts and management servers,"
              + " where administrators log on. For information, because a port does not tell"
              + " whether STARTTLS, signing or SNMPv3 is in use: say at the service that it is"
              + " encrypted, and the finding is gone. Administration in clear text is FB-201 and"
              + " not reported here; a flow inside one group is not reported either.",
          "Flow app → directory permits ldap (tcp/389). Use ldaps (tcp/636), or mark the service as"
              + " encrypted if the servers demand STARTTLS.");

  private static final Map<String, String> REASONS =
      Map.of(
          "ldap",
          "simple binds send the password unless the servers demand STARTTLS or signing",
          "global-catalog",
          "simple binds send the password unless the servers demand STARTTLS or signing",
          "snmp",
          "versions 1 and 2c send the community string, only version 3 can encrypt",
          "netbios-ssn",
          "only SMBv1 still needs NetBIOS, and it can neither encrypt nor sign well",
          "rsync",
          "the daemon sends files in the clear, often without asking for a password");

  private static final String PASSWORD = "it sends the password unless STARTTLS is demanded";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    ServiceBook book = ServiceBook.of(context);
    Places places = Places.of(context);
    List<Finding> findings = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      if (flow.policy().source().index() == flow.policy().destination().index()) {
        continue;
      }
      for (PolicyService service : flow.policy().services()) {
        ServiceBook.Use use = book.use(service);
        if (use.credentials() != null) {
          findings.add(of(flow, service, use.credentials()));
        } else if (use.web() != null && places.isManagement(End.destination(flow))) {
          findings.add(web(flow, service, use.web()));
        }
      }
    }
    return findings;
  }

  private Finding of(ActiveFlow flow, PolicyService service, String name) {
    return finding(
        "Flow "
            + flow.name()
            + " permits "
            + name
            + " ("
            + service.match()
            + "); "
            + REASONS.getOrDefault(name, PASSWORD),
        "Use an encrypted protocol (ldaps, ssh, SNMPv3); if encryption is enforced, say so at the"
            + " service",
        flow.ref(),
        service.ref());
  }

  private Finding web(ActiveFlow flow, PolicyService service, String name) {
    return finding(
        "Flow "
            + flow.name()
            + " permits "
            + name
            + " ("
            + service.match()
            + "), and "
            + flow.policy().destination().ref().name()
            + " is where administrators log on",
        "Use https, and leave the plain port out even if it only redirects",
        flow.ref(),
        service.ref());
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    ServiceBook book = ServiceBook.of(context);
    return FlowFixes.of(finding, context)
        .map(
            fixes ->
                ClearTextFixes.of(
                    fixes,
                    finding,
                    book,
                    service -> {
                      ServiceBook.Use use = book.use(service);
                      return use.credentials() == null ? use.web() : use.credentials();
                    }))
        .orElse(List.of());
  }
}
