package org.firebreak.ui.window;

import java.util.Locale;
import java.util.StringJoiner;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.action.ContributionItem;
import org.eclipse.jface.action.StatusLineLayoutData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.ValidationResult;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.findings.Findings;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.problems.ProblemsView;

/** In the status line, how many findings the active design has; a click shows them. */
final class FindingsItem extends ContributionItem {
  private static final String WIDEST = "99 errors, 99 warnings";
  private static final int ICON = 28;

  private final IWorkbenchWindow window;
  private final OpenDesigns designs;
  private final Findings findings;
  private CLabel label;

  FindingsItem(IWorkbenchWindow window, OpenDesigns designs, Findings findings) {
    super("org.firebreak.ui.findings");
    this.window = window;
    this.designs = designs;
    this.findings = findings;
    findings.addListener(this::show);
  }

  @Override
  public void fill(Composite parent) {
    Label separator = new Label(parent, SWT.SEPARATOR);
    label = new CLabel(parent, SWT.NONE);
    GC gc = new GC(parent);
    int height = gc.getFontMetrics().getHeight();
    StatusLineLayoutData line = new StatusLineLayoutData();
    line.heightHint = height;
    separator.setLayoutData(line);
    StatusLineLayoutData size = new StatusLineLayoutData();
    size.widthHint = gc.textExtent(WIDEST).x + ICON;
    size.heightHint = height;
    gc.dispose();
    label.setLayoutData(size);
    label.setCursor(label.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
    label.setToolTipText("Show the problems");
    label.addListener(SWT.MouseUp, event -> open());
    show();
  }

  private void show() {
    if (label == null || label.isDisposed()) {
      return;
    }
    ValidationResult result = designs.active().flatMap(findings::of).orElse(null);
    if (result == null) {
      label.setText("");
      label.setImage(null);
      return;
    }
    StringJoiner words = new StringJoiner(", ");
    FindingSeverity worst = null;
    for (FindingSeverity severity : FindingSeverity.values()) {
      long count =
          result.findings().stream().filter(finding -> finding.severity() == severity).count();
      if (count > 0 && severity != FindingSeverity.INFO) {
        String word = severity.name().toLowerCase(Locale.ROOT);
        words.add(count + " " + word + (count == 1 ? "" : "s"));
        worst = worst == null ? severity : worst;
      }
    }
    label.setText(worst == null ? "No problems" : words.toString());
    label.setImage(Images.get(worst == null ? "ok" : worst.name().toLowerCase(Locale.ROOT)));
  }

  private void open() {
    try {
      window.getActivePage().showView(ProblemsView.ID);
    } catch (PartInitException e) {
      ILog.of(FindingsItem.class).error("The problems cannot be shown", e);
    }
  }
}
