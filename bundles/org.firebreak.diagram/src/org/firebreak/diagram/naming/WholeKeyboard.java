package org.firebreak.diagram.naming;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;

/**
 * Gives a field all keys while it has the focus. Otherwise Delete, Ctrl+A and Ctrl+V would mean the
 * diagram around it.
 */
final class WholeKeyboard {

  private WholeKeyboard() {}

  static void give(Control field) {
    field.addListener(SWT.FocusIn, event -> filter(false));
    field.addListener(SWT.FocusOut, event -> filter(true));
    field.addListener(SWT.Dispose, event -> filter(true));
  }

  private static void filter(boolean enabled) {
    PlatformUI.getWorkbench().getService(IBindingService.class).setKeyFilterEnabled(enabled);
  }
}
