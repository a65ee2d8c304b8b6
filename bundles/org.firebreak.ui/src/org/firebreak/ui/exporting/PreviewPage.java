package org.firebreak.ui.exporting;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.core.progress.CancelledException;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.ui.jobs.JobProgress;
import org.firebreak.ui.preview.BundleOrder;
import org.firebreak.ui.preview.Preview;
import org.firebreak.ui.preview.PreviewPane;
import org.firebreak.ui.preview.PreviewWindow;

/** What the bundle will hold, before anything is written where it is wanted. */
final class PreviewPage extends WizardPage {
  private final IWorkbenchWindow window;
  private final DesignDocument document;
  private PreviewPane pane;
  private Preview preview;

  PreviewPage(IWorkbenchWindow window, DesignDocument document) {
    super("preview", "Preview", null);
    this.window = window;
    this.document = document;
  }

  @Override
  public void createControl(Composite parent) {
    Composite area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().applyTo(area);
    pane = new PreviewPane(area, window, document);
    GridDataFactory.fillDefaults().grab(true, true).hint(760, 380).applyTo(pane.control());
    setControl(area);
  }

  @Override
  public void dispose() {
    forget();
    super.dispose();
  }

  /**
   * Makes the bundle in a temporary folder, with progress and cancel in the wizard.
   *
   * @return whether there is something to show
   */
  boolean prepare(BundleOrder order) {
    Preview[] made = new Preview[1];
    try {
      getContainer().run(true, true, monitor -> made[0] = make(order, new JobProgress(monitor)));
    } catch (InterruptedException e) {
      return false;
    } catch (InvocationTargetException e) {
      say(e.getCause());
      return false;
    }
    forget();
    preview = made[0];
    pane.show(preview, null);
    boolean holds = preview.holds();
    setErrorMessage(
        holds ? null : "The rules do not do what the design says; see the platforms marked so.");
    setMessage(
        "Nothing is written yet. A line of a rule leads to its flow; Finish writes the bundle.");
    setPageComplete(holds);
    return true;
  }

  private static Preview make(BundleOrder order, JobProgress progress)
      throws InvocationTargetException, InterruptedException {
    try {
      return Preview.of(order, progress);
    } catch (CancelledException e) {
      throw new InterruptedException();
    } catch (IOException | RuntimeException e) {
      throw new InvocationTargetException(e);
    }
  }

  private void say(Throwable problem) {
    boolean expected =
        problem instanceof IOException || problem instanceof IllegalArgumentException;
    if (!expected) {
      ILog.of(PreviewPage.class).error("The preview failed", problem);
    }
    ((WizardPage) getContainer().getCurrentPage())
        .setErrorMessage(
            expected
                ? problem.getMessage()
                : "An internal error occurred; the error log has the details.");
  }

  private void forget() {
    if (preview != null) {
      PreviewWindow.close(preview);
      preview = null;
    }
  }
}
