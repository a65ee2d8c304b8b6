package org.firebreak.diagram.palette;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.firebreak.diagram.preferences.DiagramPreferences;

/**
 * How the palette was left, kept in the workspace.
 *
 * @param collapsed whether only a strip is seen
 * @param left whether it stands at the left of the canvas
 * @param drawer whether the services are seen
 * @param services of the drawer, as {@code ServiceEntry} reads them; the last taken first
 */
record PaletteState(boolean collapsed, boolean left, boolean drawer, List<String> services) {
  private static final String COLLAPSED = "palette.collapsed";
  private static final String LEFT = "palette.left";
  private static final String DRAWER = "palette.drawer";
  private static final String SERVICES = "palette.services";
  private static final int MOST = 5;

  PaletteState {
    services = List.copyOf(services);
  }

  static PaletteState load() {
    IEclipsePreferences node = InstanceScope.INSTANCE.getNode(DiagramPreferences.NODE);
    return new PaletteState(
        node.getBoolean(COLLAPSED, false),
        node.getBoolean(LEFT, false),
        node.getBoolean(DRAWER, true),
        List.of(node.get(SERVICES, "https;ssh").split(";")));
  }

  PaletteState save() {
    DiagramPreferences.set(COLLAPSED, collapsed);
    DiagramPreferences.set(LEFT, left);
    DiagramPreferences.set(DRAWER, drawer);
    DiagramPreferences.set(SERVICES, String.join(";", services));
    return this;
  }

  PaletteState withCollapsed(boolean now) {
    return new PaletteState(now, left, drawer, services);
  }

  PaletteState withLeft(boolean now) {
    return new PaletteState(collapsed, now, drawer, services);
  }

  PaletteState withDrawer(boolean now) {
    return new PaletteState(collapsed, left, now, services);
  }

  /** With a service that was taken; the drawer keeps its order while it holds it already. */
  PaletteState withService(String service) {
    if (services.contains(service)) {
      return withDrawer(true);
    }
    List<String> kept = new ArrayList<>(services);
    kept.add(0, service);
    return new PaletteState(collapsed, left, true, kept.subList(0, Math.min(MOST, kept.size())));
  }
}
