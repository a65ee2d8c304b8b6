package org.firebreak.ui.theme;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;

/**
 * Asks the platform's own widgets (menus, scroll bars, tree headers, check boxes) for a dark look.
 *
 * <p>SWT has this on every platform, {@code OS.setTheme(boolean)}, but only in its platform
 * fragment, which cannot be linked from code that runs on all of them.
 */
final class NativeLook {

  private NativeLook() {}

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
