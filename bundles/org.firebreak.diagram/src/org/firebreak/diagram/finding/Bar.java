package org.firebreak.diagram.finding;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.firebreak.diagram.canvas.Icons;

/** A row of controls over a canvas that is there only when it is wanted. */
abstract class Bar {
  private final Composite row;
  private final LocalResourceManager images;

  /**
   * @param columns number of controls in the row
   */
  Bar(Composite parent, int columns) {
    row = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(columns).margins(8, 4).spacing(8, 0).applyTo(row);
    GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(row);
    row.setVisible(false);
    images = new LocalResourceManager(JFaceResources.getResources(), row);
  }

  final Composite row() {
    return row;
  }

  final boolean isOpen() {
    return !((GridData) row.getLayoutData()).exclude;
  }

  /** Shows or hides the row; the canvas gets the rest of the room. */
  final void setOpen(boolean open) {
    if (isOpen() != open) {
      ((GridData) row.getLayoutData()).exclude = !open;
      row.setVisible(open);
      row.requestLayout();
    }
  }

  /** Leaves the bar as with Escape. */
  abstract void close();

  final Label label(String text) {
    Label label = new Label(row, SWT.NONE);
    label.setText(text);
    GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
    return label;
  }

  final ToolBar toolBar() {
    ToolBar bar = new ToolBar(row, SWT.FLAT | SWT.HORIZONTAL);
    GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(bar);
    return bar;
  }

  final ToolItem button(ToolBar bar, String icon, String hint, Runnable action) {
    ToolItem item = new ToolItem(bar, SWT.PUSH);
    item.setImage(images.create(Icons.descriptor(icon)));
    item.setToolTipText(hint);
    item.addListener(SWT.Selection, event -> action.run());
    return item;
  }
}
