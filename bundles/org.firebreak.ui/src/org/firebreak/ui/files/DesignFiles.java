package org.firebreak.ui.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.diagram.DesignDocuments;
import org.firebreak.diagram.DesignEditorInput;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;
import org.firebreak.model.io.DesignFileException;

/** Opens designs in editors; what cannot be opened is explained in a dialog. */
public final class DesignFiles {
  public static final String ENDING = ".firebreak";

  private DesignFiles() {}

  /** Asks for a file and opens it. */
  public static void ask(IWorkbenchWindow window) {
    FileDialog dialog = new FileDialog(window.getShell(), SWT.OPEN);
    dialog.setText("Open design");
    dialog.setFilterNames(new String[] {"Firebreak designs", "All files"});
    dialog.setFilterExtensions(new String[] {"*" + ENDING, "*"});
    String chosen = dialog.open();
    if (chosen != null) {
      open(window, Path.of(chosen));
    }
  }

  /**
   * Opens a file, or activates the editor that shows it already.
   *
   * @return whether it is open now
   */
  public static boolean open(IWorkbenchWindow window, Path file) {
    if (!Files.exists(file)) {
      RecentFiles.remove(file);
      MessageDialog.openError(
          window.getShell(), "Open design", file + " does not exist. It may have been moved.");
      return false;
    }
    DesignDocument document;
    try {
      document = DesignDocuments.open(file);
    } catch (DesignFileException e) {
      MessageDialog.openError(window.getShell(), "Open design", e.getMessage());
      return false;
    }
    boolean opened = show(window, document);
    if (opened) {
      RecentFiles.add(document.file());
    }
    return opened;
  }

  /** Opens the user's copy of a sample. */
  public static boolean openSample(IWorkbenchWindow window, Sample sample) {
    try {
      return open(window, Samples.copyOf(sample));
    } catch (IOException e) {
      MessageDialog.openError(
          window.getShell(),
          "Open sample",
          "The sample cannot be copied into the workspace: " + e.getMessage());
      return false;
    }
  }

  /** Opens a design that has no file yet. */
  public static boolean openUntitled(IWorkbenchWindow window, Design design) {
    // A design outside any resource would become part of the first recorded change; writing it
    // gives it a resource.
    DesignFile.toBytes(design);
    return show(window, DesignDocuments.untitled(design));
  }

  /** The editor holds the document itself; ours is released once it does, or cannot. */
  private static boolean show(IWorkbenchWindow window, DesignDocument document) {
    try {
      IWorkbenchPage page = window.getActivePage();
      page.openEditor(new DesignEditorInput(document), DesignEditorInput.EDITOR_ID);
      return true;
    } catch (PartInitException e) {
      ILog.of(DesignFiles.class).error("Cannot open " + document.name(), e);
      MessageDialog.openError(window.getShell(), "Open design", e.getMessage());
      return false;
    } finally {
      DesignDocuments.release(document);
    }
  }
}
