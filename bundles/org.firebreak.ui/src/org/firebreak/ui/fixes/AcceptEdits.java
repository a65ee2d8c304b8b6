package org.firebreak.ui.fixes;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.Acceptance;
import org.firebreak.core.validation.Finding;
import org.firebreak.model.AcceptedFinding;
import org.firebreak.model.Design;
import org.firebreak.model.io.NewElements;

/** Accepts findings, and takes acceptances back. */
final class AcceptEdits {

  /**
   * On what terms findings are accepted.
   *
   * @param reason why
   * @param by who accepts; {@code null} if nobody is named
   * @param expiresOn last day; {@code null} for good
   */
  record Terms(String reason, String by, LocalDate expiresOn) {}

  private AcceptEdits() {}

  /** Accepts findings from today on; an acceptance that has expired is replaced. */
  static void accept(ModelEdit edit, List<Finding> findings, Terms terms) {
    Design design = edit.design();
    Set<String> named = new HashSet<>();
    findings.forEach(finding -> named.add(finding.fingerprint()));
    edit.run(
        findings.size() == 1
            ? "Accept " + findings.get(0).rule()
            : "Accept " + findings.size() + " findings",
        () -> {
          design.getAcceptedFindings().removeIf(former -> named.contains(fingerprint(former)));
          for (Finding finding : findings) {
            AcceptedFinding accepted =
                NewElements.acceptedFinding(
                    finding.rule(), finding.elements().stream().map(ElementRef::id).toList());
            accepted.setReason(terms.reason());
            accepted.setAcceptedBy(terms.by());
            accepted.setAcceptedOn(LocalDate.now());
            accepted.setExpiresOn(terms.expiresOn());
            design.getAcceptedFindings().add(accepted);
          }
        });
  }

  /** The findings are open again. */
  static void withdraw(ModelEdit edit, List<Acceptance> acceptances) {
    Set<String> ids = new HashSet<>();
    acceptances.forEach(acceptance -> ids.add(acceptance.id()));
    edit.run(
        acceptances.size() == 1
            ? "Withdraw acceptance of " + acceptances.get(0).finding().rule()
            : "Withdraw " + acceptances.size() + " acceptances",
        () ->
            edit.design()
                .getAcceptedFindings()
                .removeIf(accepted -> ids.contains(accepted.getId())));
  }

  private static String fingerprint(AcceptedFinding accepted) {
    return accepted.getRule() + " " + String.join(" ", accepted.getElements());
  }
}
