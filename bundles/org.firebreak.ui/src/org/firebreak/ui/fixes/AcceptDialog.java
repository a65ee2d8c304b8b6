package org.firebreak.ui.fixes;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.firebreak.core.validation.Finding;
import org.firebreak.ui.theme.Style;
import org.osgi.service.prefs.Preferences;

/** Asks why findings are accepted, by whom and until when. */
final class AcceptDialog extends Dialog {
  private static final int WIDTH = 460;
  private static final int REASON_LINES = 4;
  private static final String NODE = "org.firebreak.ui";
  private static final String BY = "acceptedBy";

  private final List<Finding> findings;
  private Text reason;
  private Text by;
  private Button ends;
  private DateTime end;
  private Label problem;
  private AcceptEdits.Terms terms;

  AcceptDialog(Shell shell, List<Finding> findings) {
    super(shell);
    this.findings = findings;
  }

  /** What was entered; {@code null} before OK. */
  AcceptEdits.Terms terms() {
    return terms;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText(
        findings.size() == 1
            ? "Accept " + findings.get(0).rule()
            : "Accept " + findings.size() + " Findings");
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 12).spacing(10, 8).applyTo(area);
    FindingList.create(area, findings, WIDTH);
    label(area, "&Reason");
    reason = new Text(area, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
    reason.setMessage("Why this is right as it is, or what makes up for it");
    GridDataFactory.fillDefaults()
        .grab(true, true)
        .hint(WIDTH - 90, reason.getLineHeight() * REASON_LINES)
        .applyTo(reason);
    reason.addListener(SWT.Modify, event -> check());
    reason.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT);
    label(area, "Accepted &by");
    by = new Text(area, SWT.BORDER | SWT.SINGLE);
    by.setText(node().get(BY, System.getProperty("user.name", "")));
    GridDataFactory.fillDefaults().grab(true, false).applyTo(by);
    ends = new Button(area, SWT.CHECK);
    ends.setText("&Until");
    ends.setSelection(true);
    ends.setToolTipText("After that day the finding is open again");
    Composite days = new Composite(area, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(4).spacing(6, 0).applyTo(days);
    end = new DateTime(days, SWT.DATE | SWT.DROP_DOWN | SWT.LONG);
    setEnd(LocalDate.now().plusYears(1));
    span(days, "1 month", LocalDate.now().plusMonths(1));
    span(days, "6 months", LocalDate.now().plusMonths(6));
    span(days, "1 year", LocalDate.now().plusYears(1));
    ends.addListener(SWT.Selection, event -> enableEnd());
    end.addListener(SWT.Selection, event -> check());
    problem = Style.PROBLEM.on(new Label(area, SWT.WRAP));
    GridDataFactory.fillDefaults().span(2, 1).hint(WIDTH, SWT.DEFAULT).applyTo(problem);
    reason.setFocus();
    return area;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, "Accept", true);
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    check();
  }

  private static void label(Composite area, String text) {
    Label label = new Label(area, SWT.NONE);
    label.setText(text);
    GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 5).applyTo(label);
  }

  private void span(Composite days, String text, LocalDate day) {
    Button button = new Button(days, SWT.PUSH);
    button.setText(text);
    button.addListener(
        SWT.Selection,
        event -> {
          setEnd(day);
          check();
        });
  }

  private void setEnd(LocalDate day) {
    end.setDate(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
  }

  private void enableEnd() {
    for (Control each : end.getParent().getChildren()) {
      each.setEnabled(ends.getSelection());
    }
    check();
  }

  private LocalDate endDay() {
    return ends.getSelection()
        ? LocalDate.of(end.getYear(), end.getMonth() + 1, end.getDay())
        : null;
  }

  private void check() {
    boolean past = ends.getSelection() && endDay().isBefore(LocalDate.now());
    problem.setText(past ? "That day is over: the finding would stay open." : "");
    problem.requestLayout();
    Button ok = getButton(IDialogConstants.OK_ID);
    if (ok != null) {
      ok.setEnabled(!past && !reason.getText().isBlank());
    }
  }

  @Override
  protected void okPressed() {
    String who = by.getText().strip();
    node().put(BY, who);
    terms = new AcceptEdits.Terms(reason.getText().strip(), who.isEmpty() ? null : who, endDay());
    super.okPressed();
  }

  private static Preferences node() {
    return InstanceScope.INSTANCE.getNode(NODE);
  }
}
