package org.firebreak.ui.theme;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.prefs.Preferences;

/** Which of the two looks the window has. */
public final class Themes {
  /** The ids hold "light" and "dark": the workbench itself tells a dark theme by its id. */
  private static final String LIGHT = "org.firebreak.ui.theme.light";

  private static final String DARK = "org.firebreak.ui.theme.dark";
  private static final String ENGINE_NODE = "org.eclipse.e4.ui.css.swt.theme";
  private static final String THEME_KEY = "themeid";

  private Themes() {}

  /** Follows the desktop until the user has chosen; call it before the workbench starts. */
  public static void chooseForFirstStart() {
    Preferences preferences = InstanceScope.INSTANCE.getNode(ENGINE_NODE);
    if (preferences.get(THEME_KEY, null) == null) {
      preferences.put(THEME_KEY, Display.isSystemDarkTheme() ? DARK : LIGHT);
    }
    NativeLook.prefer(look(preferences.get(THEME_KEY, LIGHT)));
  }

  /** The look of the running window. */
  public static Look current() {
    ITheme active = engine().getActiveTheme();
    return active == null ? Look.LIGHT : look(active.getId());
  }

  /** Changes the look of the running window at once and remembers it. */
  public static void set(Look look) {
    NativeLook.prefer(look);
    engine().setTheme(look == Look.DARK ? DARK : LIGHT, true);
  }

  private static Look look(String id) {
    return DARK.equals(id) ? Look.DARK : Look.LIGHT;
  }

  private static IThemeEngine engine() {
    return PlatformUI.getWorkbench().getService(IThemeEngine.class);
  }
}
