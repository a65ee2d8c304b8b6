package org.firebreak.diagram.canvas;

import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.firebreak.diagram.preferences.DiagramPreferences;

/** Does something on the UI thread when a setting of diagrams changes, until a control goes. */
final class PreferenceFollower {

  private PreferenceFollower() {}

  static void follow(Control control, String key, Runnable action) {
    Display display = control.getDisplay();
    IPreferenceChangeListener listener =
        event -> {
          if (key.equals(event.getKey())) {
            display.asyncExec(
                () -> {
                  if (!control.isDisposed()) {
                    action.run();
                  }
                });
          }
        };
    DiagramPreferences.listen(listener);
    control.addListener(SWT.Dispose, event -> DiagramPreferences.forget(listener));
  }
}
