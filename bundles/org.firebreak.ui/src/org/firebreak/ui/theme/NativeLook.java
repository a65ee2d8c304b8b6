package org.firebreak.ui.theme;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.osgi.framework.FrameworkUtil;

/**
 * Asks the platform's own widgets (menus, scroll bars, tree headers, check boxes) for a dark look.
 *
 * <p>SWT has this on every platform, {@code OS.setTheme(boolean)}, but only in its platform
 * fragment, which cannot be linked from code that runs on all of them.
 */
final class NativeLook {

  private static final String GTK_STYLES = "org.eclipse.swt.internal.gtk.cssFile";

  private NativeLook() {}

  /** Adds a few styles to those of the desktop; call it before the display is created. */
  static void addStyles() {
    if (!"gtk".equals(SWT.getPlatform()) || System.getProperty(GTK_STYLES) != null) {
      return;
    }
    try {
      URL styles = FrameworkUtil.getBundle(NativeLook.class).getEntry("css/gtk.css");
      System.setProperty(GTK_STYLES, FileLocator.toFileURL(styles).getPath());
    } catch (IOException e) {
      ILog.of(NativeLook.class).info("Native widgets keep the styles of the desktop", e);
    }
  }

  static void prefer(Look look) {
    try {
      Class<?> os =
          Display.class
              .getClassLoader()
              .loadClass("org.eclipse.swt.internal." + SWT.getPlatform() + ".OS");
      MethodHandle setTheme =
          MethodHandles.publicLookup()
              .findStatic(os, "setTheme", MethodType.methodType(void.class, boolean.class));
      setTheme.invoke(look == Look.DARK);
    } catch (Error e) {
      throw e;
    } catch (Throwable e) {
      ILog.of(NativeLook.class).info("Native widgets keep the look of the desktop", e);
    }
  }
}
