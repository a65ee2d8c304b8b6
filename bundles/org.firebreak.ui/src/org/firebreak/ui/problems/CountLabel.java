package org.firebreak.ui.problems;

import org.eclipse.jface.action.ControlContribution;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.firebreak.ui.theme.Style;

/** How many findings there are, in the head of the view. */
final class CountLabel extends ControlContribution {
  private String text = "";
  private Label label;

  CountLabel() {
    super("org.firebreak.ui.problems.counts");
  }

  void setText(String text) {
    this.text = text;
    if (label != null && !label.isDisposed()) {
      label.setText(text);
      getParent().update(true);
    }
  }

  @Override
  protected Control createControl(Composite parent) {
    Composite area = Style.STRIP.on(new Composite(parent, SWT.NONE));
    GridLayoutFactory.fillDefaults().margins(8, 0).applyTo(area);
    label = Style.MUTED.on(new Label(area, SWT.NONE));
    label.setText(text);
    GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).grab(true, true).applyTo(label);
    return area;
  }
}
