package org.firebreak.ui.recovery;

import java.nio.file.Path;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.ui.designs.OpenDesigns;
import org.osgi.framework.FrameworkUtil;

/** Keeps the unsaved work of a window safe from its start to its end. For the UI thread. */
public final class Safety {
  private final Autosave autosave;
  private final FileWatch watch;

  private Safety(Autosave autosave, FileWatch watch) {
    this.autosave = autosave;
    this.watch = watch;
  }

  /** Starts autosave and the watch over open files, and offers what a crash left. */
  public static Safety start(IWorkbenchWindow window) {
    Display display = window.getWorkbench().getDisplay();
    OpenDesigns designs = OpenDesigns.in(window);
    RecoveryStore store = new RecoveryStore(folder());
    RecoveryWriter writer = new RecoveryWriter();
    FileHash hashes = new FileHash();
    Autosave autosave = new Autosave(designs, store, writer, hashes, display);
    autosave.start();
    FileWatch watch = new FileWatch(window, designs, hashes);
    watch.start();
    new RecoveryOffer(window, store, writer, autosave).start();
    return new Safety(autosave, watch);
  }

  /** The program ends as the user wished: there is nothing to recover. */
  public void stop() {
    watch.stop();
    autosave.stop();
  }

  /** The folder of the copies, in the workspace. */
  static Path folder() {
    return Platform.getStateLocation(FrameworkUtil.getBundle(Safety.class))
        .append("recovery")
        .toPath();
  }
}
