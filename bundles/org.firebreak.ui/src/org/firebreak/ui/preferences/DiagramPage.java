package org.firebreak.ui.preferences;

import java.util.Arrays;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.diagram.preferences.DiagramPreferences;
import org.firebreak.model.Routing;
import org.firebreak.scene.LabelContents;

/** How diagrams look and how they help the hand. */
public final class DiagramPage extends SettingsPage {

  public DiagramPage() {
    super(DiagramPreferences.NODE);
    setDescription("How diagrams look on this computer. Designs are not changed.");
  }

  @Override
  protected void createFieldEditors() {
    DiagramPreferences standard = DiagramPreferences.DEFAULTS;
    choice(DiagramPreferences.LABELS, "Labels of flows", standard.labels().name(), labels());
    choice(
        DiagramPreferences.ROUTING,
        "Routing of new diagrams",
        standard.routing().getLiteral(),
        routings());
    number(DiagramPreferences.GRID_SIZE, "Grid spacing (px)", standard.gridSize(), 5, 100);
    onOff(DiagramPreferences.GRID, "Show the grid", standard.grid());
    onOff(DiagramPreferences.SNAP_TO_GRID, "Snap to the grid", standard.snapToGrid());
    onOff(
        DiagramPreferences.SNAP_TO_GEOMETRY,
        "Snap to edges and centres of other elements",
        standard.snapToGeometry());
    onOff(DiagramPreferences.RULERS, "Show rulers", standard.rulers());
    onOff(DiagramPreferences.ANIMATE, "Animate when elements are arranged", standard.animate());
  }

  private static String[][] labels() {
    return new String[][] {
      {"Service", LabelContents.SERVICE.name()},
      {"Protocol and port", LabelContents.PORTS.name()},
      {"Service with protocol and port", LabelContents.SERVICE_AND_PORTS.name()},
      {"Nothing", LabelContents.NONE.name()}
    };
  }

  private static String[][] routings() {
    return Arrays.stream(Routing.values())
        .map(each -> new String[] {ModelDescriptions.text(each), each.getLiteral()})
        .toArray(String[][]::new);
  }
}
