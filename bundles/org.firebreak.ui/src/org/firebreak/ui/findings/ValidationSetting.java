package org.firebreak.ui.findings;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/** Whether designs are validated while they are edited. */
public final class ValidationSetting {
  private static final String NODE = "org.firebreak.ui";
  private static final String KEY = "validateWhileEditing";

  private ValidationSetting() {}

  public static boolean isAutomatic() {
    return preferences().getBoolean(KEY, true);
  }

  public static void setAutomatic(boolean automatic) {
    Preferences preferences = preferences();
    preferences.putBoolean(KEY, automatic);
    try {
      preferences.flush();
    } catch (BackingStoreException e) {
      ILog.of(ValidationSetting.class).warn("The setting is not kept", e);
    }
  }

  private static Preferences preferences() {
    return InstanceScope.INSTANCE.getNode(NODE);
  }
}
