package org.firebreak.ui.jobs;

import java.nio.file.Path;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.IWorkbenchWindow;

/** Says that a file was written, and opens it with the program of the desktop if that is wanted. */
public final class WrittenFile {
  private WrittenFile() {}

  /**
   * Tells where the file is.
   *
   * @param title what was done, as in the dialog that asked for the file
   */
  public static void offer(IWorkbenchWindow window, String title, Path file) {
    int answer =
        MessageDialog.open(
            MessageDialog.INFORMATION,
            window.getShell(),
            title,
            "Written to " + file,
            SWT.NONE,
            "Open",
            "Close");
    if (answer == 0) {
      Program.launch(file.toString());
    }
  }
}
