package org.firebreak.ui.printing;

import java.util.Arrays;
import java.util.Locale;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.firebreak.report.diagram.Orientation;
import org.firebreak.report.diagram.PageSetup;
import org.firebreak.report.diagram.Paper;
import org.firebreak.report.diagram.Scaling;

/** The paper of the last print, for the next one; at first that of the user's country. */
final class PrintSettings {
  private static final String PAPER = "print.paper";
  private static final String ORIENTATION = "print.orientation";
  private static final String MARGIN = "print.margin";
  private static final String HEADED = "print.headed";

  private final IEclipsePreferences node = InstanceScope.INSTANCE.getNode("org.firebreak.ui");

  PageSetup setup() {
    return new PageSetup(
        named(Paper.values(), node.get(PAPER, ""), usual()),
        named(Orientation.values(), node.get(ORIENTATION, ""), Orientation.AUTO),
        new Scaling.OnePage(),
        Math.clamp(node.getInt(MARGIN, (int) PageSetup.DEFAULT_MARGIN), 0, 50),
        node.getBoolean(HEADED, true));
  }

  void remember(PageSetup setup) {
    node.put(PAPER, setup.paper().name());
    node.put(ORIENTATION, setup.orientation().name());
    node.putInt(MARGIN, (int) Math.round(setup.margin()));
    node.putBoolean(HEADED, setup.headed());
  }

  private static Paper usual() {
    String country = Locale.getDefault().getCountry();
    return country.equals("US") || country.equals("CA") || country.equals("MX")
        ? Paper.LETTER
        : Paper.A4;
  }

  private static <T extends Enum<T>> T named(T[] values, String name, T otherwise) {
    return Arrays.stream(values)
        .filter(value -> value.name().equals(name))
        .findFirst()
        .orElse(otherwise);
  }
}
