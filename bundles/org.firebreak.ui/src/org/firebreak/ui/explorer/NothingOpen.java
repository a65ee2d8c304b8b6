package org.firebreak.ui.explorer;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.handlers.IHandlerService;
import org.firebreak.ui.theme.Style;

/** What the explorer offers while no design is open. */
final class NothingOpen {

  private NothingOpen() {}

  static Composite create(Composite parent, IHandlerService handlers) {
    Composite area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().margins(12, 12).spacing(0, 8).applyTo(area);
    Label label = Style.MUTED.on(new Label(area, SWT.WRAP));
    label.setText("No design is open.");
    GridDataFactory.fillDefaults().grab(true, false).applyTo(label);
    link(area, "Welcome and samples", IWorkbenchCommandConstants.HELP_WELCOME, handlers);
    link(area, "Open…", "org.firebreak.ui.openDesign", handlers);
    link(area, "New design…", "org.firebreak.ui.newDesign", handlers);
    return area;
  }

  private static void link(Composite area, String text, String command, IHandlerService handlers) {
    Link link = new Link(area, SWT.NONE);
    link.setText("<a>" + text + "</a>");
    link.addListener(
        SWT.Selection,
        event -> {
          try {
            handlers.executeCommand(command, null);
          } catch (CommandException e) {
            ILog.of(NothingOpen.class).error("Command " + command + " failed", e);
          }
        });
  }
}
