package org.firebreak.ui.recovery;

import java.nio.file.Path;
import java.util.Map;
import java.util.WeakHashMap;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.ui.designs.OpenDesigns;
import org.osgi.framework.FrameworkUtil;

/** Keeps the unsaved work of a window safe from its start to its end. For the UI thread. */
public final class Safety {
  private static final Map<IWorkbenchWindow, Safety> WINDOWS = new WeakHashMap<>();

  private final Autosave autosave;
  private final FileWatch watch;
  private final RecoveryOffer offer;

  private Safety(Autosave autosave, FileWatch watch, RecoveryOffer offer) {
    this.autosave = autosave;
    this.watch = watch;
    this.offer = offer;
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
    RecoveryOffer offer = new RecoveryOffer(window, store, writer, autosave);
    offer.start(false);
    Safety safety = new Safety(autosave, watch, offer);
    WINDOWS.put(window, safety);
    return safety;
  }

  /** Offers again what a crash left, or says that there is nothing; does nothing after the end. */
  static void offerAgain(IWorkbenchWindow window) {
    Safety safety = WINDOWS.get(window);
    if (safety != null) {
      safety.offer.start(true);
    }
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
