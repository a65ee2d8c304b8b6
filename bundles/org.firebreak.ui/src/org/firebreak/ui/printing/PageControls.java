package org.firebreak.ui.printing;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.firebreak.report.diagram.Orientation;
import org.firebreak.report.diagram.PageSetup;
import org.firebreak.report.diagram.Paper;
import org.firebreak.report.diagram.Scaling;

/** How the diagram is put on paper. */
final class PageControls {
  private static final int FIXED = 2;

  private final Composite area;
  private final Runnable changed;
  private final Combo paper;
  private final Combo orientation;
  private final Combo scaling;
  private final Spinner pages;
  private final Spinner percent;
  private final Spinner margin;
  private final Button headed;

  PageControls(Composite parent, PageSetup setup, Runnable changed) {
    // No class of its own: the style sheets know widgets by their classes.
    area = new Composite(parent, SWT.NONE);
    this.changed = changed;
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 9).applyTo(area);
    paper = combo("Paper");
    for (Paper each : Paper.values()) {
      paper.add(each.title());
    }
    paper.select(setup.paper().ordinal());
    orientation = combo("Orientation");
    orientation.setItems("Automatic", "Portrait", "Landscape");
    orientation.select(setup.orientation().ordinal());
    scaling = combo("Scale");
    scaling.setItems("Fit on one page", "Fit on several pages", "Fixed");
    pages = spinner("Pages side by side", 1, 50, 2);
    percent = spinner("Scale in %", 5, 1000, 100);
    select(setup.scaling());
    margin = spinner("Margins in mm", 0, 50, (int) Math.round(setup.margin()));
    new Label(area, SWT.NONE);
    headed = new Button(area, SWT.CHECK);
    headed.setText("Head and foot");
    headed.setToolTipText("Design and diagram above; date and number of the page below");
    headed.setSelection(setup.headed());
    headed.addListener(SWT.Selection, event -> changed.run());
    enable();
  }

  private void select(Scaling chosen) {
    switch (chosen) {
      case Scaling.OnePage one -> scaling.select(0);
      case Scaling.PagesWide wide -> {
        scaling.select(1);
        pages.setSelection(wide.pages());
      }
      case Scaling.Fixed fixed -> {
        scaling.select(FIXED);
        percent.setSelection((int) Math.round(fixed.factor() * 100));
      }
    }
  }

  Composite control() {
    return area;
  }

  /** What is chosen now. */
  PageSetup setup() {
    Scaling chosen =
        switch (scaling.getSelectionIndex()) {
          case 0 -> new Scaling.OnePage();
          case 1 -> new Scaling.PagesWide(pages.getSelection());
          default -> new Scaling.Fixed(percent.getSelection() / 100.0);
        };
    return new PageSetup(
        Paper.values()[paper.getSelectionIndex()],
        Orientation.values()[orientation.getSelectionIndex()],
        chosen,
        margin.getSelection(),
        headed.getSelection());
  }

  private Combo combo(String title) {
    label(title);
    Combo combo = new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
    combo.addListener(
        SWT.Selection,
        event -> {
          enable();
          changed.run();
        });
    return combo;
  }

  private Spinner spinner(String title, int least, int most, int value) {
    Label label = label(title);
    Spinner spinner = new Spinner(area, SWT.BORDER);
    spinner.setValues(value, least, most, 0, 1, 10);
    GridDataFactory.fillDefaults().applyTo(spinner);
    spinner.setData(label);
    spinner.addListener(SWT.Selection, event -> changed.run());
    return spinner;
  }

  private Label label(String title) {
    Label label = new Label(area, SWT.NONE);
    label.setText(title);
    GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
    return label;
  }

  /** Only the figure that matters is asked for. */
  private void enable() {
    if (percent != null) {
      show(pages, scaling.getSelectionIndex() == 1);
      show(percent, scaling.getSelectionIndex() == FIXED);
      area.requestLayout();
    }
  }

  private static void show(Spinner spinner, boolean wanted) {
    for (Control control : List.of(spinner, (Label) spinner.getData())) {
      control.setVisible(wanted);
      ((GridData) control.getLayoutData()).exclude = !wanted;
    }
  }
}
