package org.firebreak.ui.help;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.firebreak.ui.theme.Style;

/** The first design step by step, beside the diagram: one step open, those done ticked. */
public final class TutorialView extends ViewPart {
  public static final String ID = "org.firebreak.ui.tutorial";

  private final List<StepRow> rows = new ArrayList<>();
  private ScrolledComposite scroller;
  private Composite page;
  private int current;

  /** Shows the steps in a window, in place of the welcome page. */
  public static void open(IWorkbenchWindow window) {
    HelpView.closeWelcome();
    try {
      window.getActivePage().showView(ID);
    } catch (PartInitException e) {
      ILog.of(TutorialView.class).error("The first design cannot be shown", e);
    }
  }

  @Override
  public void createPartControl(Composite parent) {
    scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
    scroller.setExpandHorizontal(true);
    scroller.setExpandVertical(true);
    page = new Composite(scroller, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(12, 12).spacing(0, 10).applyTo(page);
    Label purpose = Style.MUTED.on(new Label(page, SWT.WRAP));
    purpose.setText("Your first design in five minutes: do each step, then go on to the next.");
    GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(purpose);
    for (Tutorial.Step step : Tutorial.steps(Guide.get())) {
      rows.add(new StepRow(page, step, rows.size(), this));
    }
    Button again = new Button(page, SWT.PUSH);
    again.setText("Start Again");
    again.addListener(SWT.Selection, event -> go(0));
    scroller.setContent(page);
    scroller.addListener(SWT.Resize, event -> fit());
    go(0);
  }

  /** Opens a step; those before it are done. After the last one all are. */
  void go(int step) {
    current = step;
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).show(i == step, i < step);
    }
    fit();
  }

  /** The step that is open, from 0; the number of steps when all are done. */
  public int current() {
    return current;
  }

  /** Does what a step asks for, where a command can. */
  void execute(String command) {
    IWorkbenchWindow window = getSite().getWorkbenchWindow();
    try {
      if (window.getActivePage().getActiveEditor() != null) {
        // Commands are for the design, not for this view.
        window.getActivePage().activate(window.getActivePage().getActiveEditor());
      }
      window.getService(IHandlerService.class).executeCommand(command, null);
    } catch (CommandException e) {
      ILog.of(TutorialView.class).info("The step cannot be done now: " + command, e);
    }
  }

  void open(String address) {
    HelpView.open(getSite().getWorkbenchWindow(), address);
  }

  private void fit() {
    int width = scroller.getClientArea().width;
    scroller.setMinSize(width, page.computeSize(width, SWT.DEFAULT).y);
    page.layout(true, true);
  }

  @Override
  public void setFocus() {
    page.setFocus();
  }
}
