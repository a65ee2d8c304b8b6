package org.firebreak.ui.theme;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.prefs.Preferences;

/** Which of the two looks the window has. */
@SuppressWarnings("restriction") // the theme engine has no friends outside the platform
public final class Themes {
  /** The ids hold "light" and "dark": the workbench itself tells a dark theme by its id. */
  private static final String LIGHT = "org.firebreak.ui.theme.light";

  private static final String DARK = "org.firebreak.ui.theme.dark";
  private static final String ENGINE_NODE = "org.eclipse.e4.ui.css.swt.theme";
  private static final String THEME_KEY = "themeid";
  private static final String FOLLOW_KEY = "followDesktop";

  private static final List<Runnable> LISTENERS = new ArrayList<>();

  private Themes() {}

  /** Prepares the native widgets; call it before the display is created. */
  public static void prepare() {
    NativeLook.addStyles();
  }

  /** Follows the desktop unless the user has chosen; call it before the workbench starts. */
  public static void chooseForFirstStart() {
    Preferences preferences = InstanceScope.INSTANCE.getNode(ENGINE_NODE);
    if (preferences.get(THEME_KEY, null) == null || followsDesktop()) {
      ours().putBoolean(FOLLOW_KEY, true);
      preferences.put(THEME_KEY, Display.isSystemDarkTheme() ? DARK : LIGHT);
    }
    NativeLook.prefer(look(preferences.get(THEME_KEY, LIGHT)));
  }

  /** The look of the running window. */
  public static Look current() {
    ITheme active = engine().getActiveTheme();
    return active == null ? Look.LIGHT : look(active.getId());
  }

  /** Whether the look is that of the desktop at every start, because nobody chose another. */
  public static boolean followsDesktop() {
    return ours().getBoolean(FOLLOW_KEY, false);
  }

  /** Changes the look of the running window to that of the desktop, at every start too. */
  public static void followDesktop() {
    set(Display.isSystemDarkTheme() ? Look.DARK : Look.LIGHT);
    ours().putBoolean(FOLLOW_KEY, true);
  }

  /** Changes the look of the running window at once and remembers it. */
  public static void set(Look look) {
    ours().putBoolean(FOLLOW_KEY, false);
    if (look == current()) {
      return;
    }
    NativeLook.prefer(look);
    engine().setTheme(look == Look.DARK ? DARK : LIGHT, true);
    List.copyOf(LISTENERS).forEach(Runnable::run);
  }

  /** The listener runs after every change of the look; for what is drawn by hand. */
  public static void addListener(Runnable listener) {
    LISTENERS.add(listener);
  }

  public static void removeListener(Runnable listener) {
    LISTENERS.remove(listener);
  }

  private static Preferences ours() {
    return InstanceScope.INSTANCE.getNode("org.firebreak.ui");
  }

  private static Look look(String id) {
    return DARK.equals(id) ? Look.DARK : Look.LIGHT;
  }

  private static IThemeEngine engine() {
    return PlatformUI.getWorkbench().getService(IThemeEngine.class);
  }
}
