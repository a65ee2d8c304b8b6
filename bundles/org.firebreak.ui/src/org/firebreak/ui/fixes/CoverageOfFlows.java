package org.firebreak.ui.fixes;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.core.coverage.CoverageText;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.FlowWords;
import org.firebreak.model.Flow;
import org.firebreak.ui.findings.Findings;

/** Says of the selected flows which others permit the same, or what they alone permit. */
final class CoverageOfFlows {
  private static final String TITLE = "Coverage of Flows";
  private static final int MOST = 12;

  private CoverageOfFlows() {}

  static void show(IWorkbenchWindow window, Target target) {
    Set<String> ids = new LinkedHashSet<>();
    target.elements().stream()
        .filter(Flow.class::isInstance)
        .forEach(flow -> ids.add(flow.getId()));
    if (ids.isEmpty()) {
      tell(window, "Select one or more flows.");
      return;
    }
    Findings.in(window)
        .ask(
            target.document(),
            "Comparing flows",
            (context, progress) -> lines(context, ids),
            lines -> tell(window, text(lines)));
  }

  private static List<String> lines(ValidationContext context, Set<String> ids) {
    return context.activeFlows().stream()
        .filter(flow -> ids.contains(flow.ref().id()))
        .map(flow -> line(context, flow))
        .toList();
  }

  private static String line(ValidationContext context, ActiveFlow flow) {
    return "%s (%s): %s."
        .formatted(
            flow.name(),
            FlowWords.services(flow),
            CoverageText.of(context.coverage().coverByOthers(flow.policy())));
  }

  private static String text(List<String> lines) {
    if (lines.isEmpty()) {
      return "What is retired, expired or lacks an end permits nothing.";
    }
    String shown = String.join("\n\n", lines.subList(0, Math.min(MOST, lines.size())));
    return lines.size() <= MOST ? shown : shown + "\n\nand " + (lines.size() - MOST) + " more";
  }

  private static void tell(IWorkbenchWindow window, String text) {
    MessageDialog.openInformation(window.getShell(), TITLE, text);
  }
}
