package org.firebreak.diagram.preferences;

import java.util.Locale;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.firebreak.model.Routing;
import org.firebreak.scene.LabelContents;
import org.osgi.service.prefs.BackingStoreException;

/**
 * Settings of the canvas, kept in the workspace.
 *
 * @param grid whether a grid is drawn
 * @param gridSize distance of its lines, px of the diagram, 5 to 100
 * @param snapToGrid whether moved and drawn boxes keep to the grid
 * @param snapToGeometry whether they keep to edges and centres of others
 * @param rulers whether rulers are shown
 * @param animate whether boxes glide to their new places when arranged
 * @param labels what labels of flows say
 * @param routing of new diagrams
 */
public record DiagramPreferences(
    boolean grid,
    int gridSize,
    boolean snapToGrid,
    boolean snapToGeometry,
    boolean rulers,
    boolean animate,
    LabelContents labels,
    Routing routing) {

  /** Node of the preferences, in the scope of the instance. */
  public static final String NODE = "org.firebreak.diagram";

  public static final String GRID = "grid";
  public static final String GRID_SIZE = "gridSize";
  public static final String SNAP_TO_GRID = "snapToGrid";
  public static final String SNAP_TO_GEOMETRY = "snapToGeometry";
  public static final String RULERS = "rulers";
  public static final String ANIMATE = "animate";
  public static final String LABELS = "labels";
  public static final String ROUTING = "routing";

  /** What holds until somebody changes it. */
  public static final DiagramPreferences DEFAULTS =
      new DiagramPreferences(
          false, 10, false, true, false, true, LabelContents.SERVICE, Routing.ORTHOGONAL);

  /** The settings as they are now. */
  public static DiagramPreferences now() {
    IEclipsePreferences node = node();
    return new DiagramPreferences(
        node.getBoolean(GRID, DEFAULTS.grid),
        Math.clamp(node.getInt(GRID_SIZE, DEFAULTS.gridSize), 5, 100),
        node.getBoolean(SNAP_TO_GRID, DEFAULTS.snapToGrid),
        node.getBoolean(SNAP_TO_GEOMETRY, DEFAULTS.snapToGeometry),
        node.getBoolean(RULERS, DEFAULTS.rulers),
        node.getBoolean(ANIMATE, DEFAULTS.animate),
        labels(node.get(LABELS, "")),
        routing(node.get(ROUTING, "")));
  }

  /** Changes a flag, for instance {@link #GRID}, and keeps it. */
  public static void set(String key, boolean value) {
    node().putBoolean(key, value);
    keep();
  }

  /** Changes any setting by its key, in the words that it is stored with, and keeps it. */
  public static void set(String key, String value) {
    node().put(key, value);
    keep();
  }

  /** Is told of every change, on the thread that makes it. */
  public static void listen(IPreferenceChangeListener listener) {
    node().addPreferenceChangeListener(listener);
  }

  public static void forget(IPreferenceChangeListener listener) {
    node().removePreferenceChangeListener(listener);
  }

  private static IEclipsePreferences node() {
    return InstanceScope.INSTANCE.getNode(NODE);
  }

  private static void keep() {
    try {
      node().flush();
    } catch (BackingStoreException e) {
      throw new IllegalStateException("the settings of diagrams cannot be stored", e);
    }
  }

  private static LabelContents labels(String word) {
    for (LabelContents contents : LabelContents.values()) {
      if (contents.name().equals(word.toUpperCase(Locale.ROOT))) {
        return contents;
      }
    }
    return DEFAULTS.labels;
  }

  private static Routing routing(String word) {
    Routing routing = Routing.get(word);
    return routing == null ? DEFAULTS.routing : routing;
  }
}
