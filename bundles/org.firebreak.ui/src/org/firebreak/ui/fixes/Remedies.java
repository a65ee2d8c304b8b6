package org.firebreak.ui.fixes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.core.validation.Acceptance;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.core.validation.ValidationResult;
import org.firebreak.core.validation.fix.Fixes;
import org.firebreak.ui.findings.Findings;
import org.firebreak.ui.findings.Problem;
import org.firebreak.ui.help.HelpView;
import org.firebreak.ui.help.RulePages;

/** What can be done about a target; each change is one step that can be undone. */
final class Remedies {
  private final IWorkbenchWindow window;
  private final Shell shell;
  private final Findings findings;
  private final Target target;

  Remedies(IWorkbenchWindow window, Target target) {
    this.window = window;
    this.shell = window.getShell();
    this.findings = Findings.in(window);
    this.target = target;
  }

  /** Applies one fix. */
  void apply(Fix fix) {
    try {
      Fixes.apply(target.document().edit(), fix);
    } catch (OutdatedFixException e) {
      MessageDialog.openInformation(
          shell, "Quick Fix", "The design has changed meanwhile: " + e.getMessage() + ".");
    }
  }

  /** All open findings of a rule. */
  List<Finding> all(String rule) {
    return findings.of(target.document()).map(ValidationResult::findings).orElse(List.of()).stream()
        .filter(finding -> finding.rule().equals(rule))
        .toList();
  }

  /** Offers the fixes of all findings of the rule that is selected. */
  void fixAll() {
    if (target.findings().isEmpty()) {
      nothing("Select a finding, or an element that has one.");
      return;
    }
    fixAll(target.findings().get(0).rule());
  }

  /** Offers the fixes of all findings of a rule; what is chosen becomes one step. */
  void fixAll(String rule) {
    List<Finding> all = all(rule);
    findings.ask(
        target.document(),
        "Looking for fixes",
        (context, progress) -> {
          Map<Finding, Fix> fixes = new LinkedHashMap<>();
          progress.begin("Looking for fixes", all.size());
          for (Finding finding : all) {
            progress.check();
            List<Fix> ways = Fixes.of(finding, context);
            if (!ways.isEmpty()) {
              fixes.put(finding, ways.get(0));
            }
            progress.worked(1);
          }
          return fixes;
        },
        fixes -> choose(rule, all.size(), fixes));
  }

  private void choose(String rule, int count, Map<Finding, Fix> fixes) {
    if (fixes.isEmpty()) {
      nothing(
          "Only a person knows how to mend "
              + Problem.ruleTitle(rule)
              + ". The rule's page explains what to look at.");
      return;
    }
    BulkDialog dialog = new BulkDialog(shell, rule, count, fixes);
    if (dialog.open() == Window.OK) {
      List<Fix> chosen = dialog.chosen();
      String label =
          chosen.size() == 1
              ? chosen.get(0).label()
              : "Fix %d × %s".formatted(chosen.size(), Problem.ruleTitle(rule));
      new BulkFix(window, target.document()).apply(label, chosen);
    }
  }

  /** Enters one value for many elements. */
  void set() {
    if (target.elements().isEmpty()) {
      nothing("Select flows or other elements, or findings on them.");
      return;
    }
    SetDialog dialog = new SetDialog(shell, target.elements());
    if (dialog.open() == Window.OK) {
      dialog.values().apply(target.document().edit());
    }
  }

  /** Accepts the findings with a reason. */
  void accept() {
    if (target.findings().isEmpty()) {
      nothing("Select a finding, or an element that has one.");
      return;
    }
    AcceptDialog dialog = new AcceptDialog(shell, target.findings());
    if (dialog.open() == Window.OK) {
      AcceptEdits.accept(target.document().edit(), target.findings(), dialog.terms());
    }
  }

  /** Opens the findings again that were accepted. */
  void withdraw() {
    List<Acceptance> accepted = target.accepted();
    if (accepted.isEmpty()) {
      nothing("No accepted finding is selected. Problems shows them when you ask it to.");
      return;
    }
    AcceptEdits.withdraw(target.document().edit(), accepted);
  }

  /** Shows the page of the first rule. */
  void explain() {
    HelpView.open(
        window, target.rules().isEmpty() ? "rules" : RulePages.address(target.rules().get(0)));
  }

  private void nothing(String why) {
    MessageDialog.openInformation(shell, "Findings", why);
  }
}
