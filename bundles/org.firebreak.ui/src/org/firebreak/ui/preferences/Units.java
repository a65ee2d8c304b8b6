package org.firebreak.ui.preferences;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.firebreak.core.describe.Property;
import org.firebreak.core.describe.PropertyType;
import org.firebreak.core.describe.Quantity;

/**
 * How numbers are written in the window: throughput with decimal prefixes ({@code 1.1 Gbit/s}) or
 * as plain bit/s. Both are understood where numbers are typed.
 */
public final class Units {
  /** Key of the setting in the node {@code org.firebreak.ui}; true by default. */
  public static final String PREFIXES = "unitPrefixes";

  private static final String NODE = "org.firebreak.ui";

  private Units() {}

  /** Writes a value of a property as the user wants to read it; empty for an unset one. */
  public static String format(Property property, Object value) {
    if (value instanceof Number number && property.type() == PropertyType.NUMBER) {
      return format(property.quantity(), number.doubleValue());
    }
    return property.format(value);
  }

  /** Writes a quantity as the user wants to read it. */
  public static String format(Quantity quantity, double value) {
    return hasPrefixes() ? quantity.format(value) : quantity.formatPlain(value);
  }

  /** Whether throughput is written with decimal prefixes. */
  public static boolean hasPrefixes() {
    return node().getBoolean(PREFIXES, true);
  }

  /** Is told of every change of the settings of the window, this one among them. */
  public static void listen(IPreferenceChangeListener listener) {
    node().addPreferenceChangeListener(listener);
  }

  public static void forget(IPreferenceChangeListener listener) {
    node().removePreferenceChangeListener(listener);
  }

  private static IEclipsePreferences node() {
    return InstanceScope.INSTANCE.getNode(NODE);
  }
}
