package org.firebreak.ui.sizing;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.firebreak.core.sizing.SensitiveInput;
import org.firebreak.core.sizing.Unit;
import org.firebreak.scene.Token;
import org.firebreak.ui.lists.Grid;
import org.firebreak.ui.lists.Grid.Column;
import org.firebreak.ui.theme.Style;

/** Which input, a step smaller or larger, changes the choice; reckoned while it is seen. */
final class SensitivityTab {
  private final Composite control;
  private final Label message;
  private final Grid<SensitiveInput> grid;
  private Subject asked;
  private Subject wanted;
  private Job job;

  SensitivityTab(Composite parent) {
    control = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
    Composite strip = Style.STRIP.on(new Composite(control, SWT.NONE));
    GridLayoutFactory.fillDefaults().margins(8, 8).applyTo(strip);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
    message = new Label(strip, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(message);
    grid = new Grid<>(control, SensitiveInput::key);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(grid.control());
    columns();
    control.addListener(SWT.Dispose, event -> stop());
  }

  private void columns() {
    grid.column(
        Column.<SensitiveInput>of("Input", SensitiveInput::label)
            .width(170, 2)
            .icon(row -> row.changesTheChoice() ? "warning" : null)
            .tip(
                row ->
                    row.changesTheChoice()
                        ? "A step changes the choice."
                        : "No step changes the choice."));
    grid.column(
        Column.<SensitiveInput>of(
                "Value", row -> Double.isNaN(row.value()) ? "–" : row.unit().format(row.value()))
            .width(80, 0)
            .figures()
            .colour(row -> Token.MUTED));
    grid.column(result("Smaller", true));
    grid.column(result("Larger", false));
    grid.column(
        Column.<SensitiveInput>of("Swing", row -> "±" + Unit.SHARE.format(row.swing()))
            .hint("How far what is needed moves at most")
            .width(64, 0)
            .figures());
  }

  private static Column<SensitiveInput> result(String title, boolean lower) {
    return Column.<SensitiveInput>of(title, row -> lower ? row.lowerText() : row.higherText())
        .hint("Need and choice with the " + title.toLowerCase(java.util.Locale.ROOT) + " value")
        .width(170, 3)
        .colour(row -> row.changesTheChoice() ? null : Token.MUTED)
        .tip(row -> lower ? row.lowerText() : row.higherText());
  }

  Composite control() {
    return control;
  }

  void setFocus() {
    grid.table().setFocus();
  }

  /** Takes what is sized; what depends on it is reckoned when the tab is seen. */
  void show(Optional<Subject> subject) {
    wanted = subject.orElse(null);
    if (wanted == null) {
      stop();
      asked = null;
      grid.show(List.of());
      message.setText("Under this strategy nothing is enforced.");
    }
    if (control.isVisible()) {
      seen();
    }
  }

  /** The tab is seen now. */
  void seen() {
    if (wanted == null || wanted == asked) {
      return;
    }
    stop();
    Subject subject = wanted;
    asked = subject;
    message.setText("Reckoning…");
    Display display = control.getDisplay();
    ICoreRunnable work =
        monitor -> {
          List<? extends SensitiveInput> rows = subject.sensitivity();
          if (!monitor.isCanceled() && !display.isDisposed()) {
            display.asyncExec(() -> fill(subject, rows));
          }
        };
    job = Job.create("Sensitivity of " + subject.name(), work);
    job.setSystem(true);
    job.schedule();
  }

  private void fill(Subject subject, List<? extends SensitiveInput> rows) {
    if (control.isDisposed() || subject != asked) {
      return;
    }
    grid.show(List.copyOf(rows));
    long decisive = rows.stream().filter(SensitiveInput::changesTheChoice).count();
    message.setText(
        rows.isEmpty()
            ? "Without demand nothing is sensitive."
            : decisive == 0
                ? "No input, changed by a step, changes the choice."
                : decisive
                    + (decisive == 1 ? " input decides" : " inputs decide")
                    + ": a step changes the choice.");
  }

  private void stop() {
    if (job != null) {
      job.cancel();
      job = null;
    }
  }
}
