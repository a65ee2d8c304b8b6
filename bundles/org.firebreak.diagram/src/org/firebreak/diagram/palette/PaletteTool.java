package org.firebreak.diagram.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.gef.Tool;
import org.firebreak.diagram.commands.NewBox;
import org.firebreak.diagram.tools.BoxTool;
import org.firebreak.diagram.tools.FlowTool;
import org.firebreak.diagram.tools.FrameTool;
import org.firebreak.diagram.tools.PanTool;
import org.firebreak.diagram.tools.SelectTool;

/**
 * A row of the palette: a tool, or what opens the drawer of services.
 *
 * @param label name, for instance {@code Zone}
 * @param icon name of its picture in the bundle's folder {@code icons}
 * @param key letter that takes it while the canvas has the focus; 0 for none
 * @param hint what it does, for the tooltip
 * @param group tools of the same number stand together
 * @param draws what the tool draws; {@code null} if it draws no box
 * @param tool makes the tool; {@code null} if the row is none
 */
public record PaletteTool(
    String label,
    String icon,
    char key,
    String hint,
    int group,
    NewBox draws,
    Supplier<Tool> tool) {
  private static final int FLOWS = 1;
  private static final int BOXES = 2;

  /** Whether the row draws flows. */
  public boolean isFlow() {
    return group == FLOWS && tool != null;
  }

  /** Opens and closes the drawer of services. */
  boolean isDrawer() {
    return tool == null && icon.startsWith("drawer");
  }

  /** Offers all services. */
  boolean isMore() {
    return tool == null && !isDrawer();
  }

  /** All rows, in the order in which they stand; the first is the tool that is always there. */
  static List<PaletteTool> all(PaletteState state) {
    List<PaletteTool> tools = new ArrayList<>();
    tools.add(tool("Select", "select", 'V', "Select, move and resize", SelectTool::new));
    tools.add(tool("Frame", "frame", 'M', "Select all in a frame", FrameTool::new));
    tools.add(tool("Pan", "pan", 'H', "Move the sheet; or hold Space", PanTool::new));
    tools.add(flow("Flow", "flow", 'L', null));
    tools.add(row("Services", state.drawer() ? "drawer-open" : "drawer-closed", drawerHint(state)));
    if (state.drawer()) {
      for (String service : state.services()) {
        tools.add(flow(label(service), icon(service), (char) 0, service));
      }
      tools.add(row("More…", "service", "All services, by name or port"));
    }
    tools.add(box(NewBox.ZONE, "zone", 'Z'));
    tools.add(box(NewBox.GROUP, "group", 'G'));
    tools.add(box(NewBox.SERVER, "server", 'S'));
    tools.add(box(NewBox.EXTERNAL_NETWORK, "external-network", 'E'));
    tools.add(box(NewBox.FIREWALL, "enforcement", 'F'));
    tools.add(box(NewBox.NOTE, "note", 'N'));
    return List.copyOf(tools);
  }

  private static String drawerHint(PaletteState state) {
    return state.drawer() ? "Hide the flows by service" : "Flows by service, for instance HTTPS";
  }

  private static String label(String service) {
    boolean acronym = service.length() <= 5 && service.chars().allMatch(Character::isLetter);
    return (acronym ? service.toUpperCase(Locale.ROOT) : service) + " flow";
  }

  private static String icon(String service) {
    return switch (service) {
      case "https" -> "flow-https";
      case "ssh" -> "flow-ssh";
      default -> "flow";
    };
  }

  private static PaletteTool tool(
      String label, String icon, char key, String hint, Supplier<Tool> tool) {
    return new PaletteTool(label, icon, key, hint, 0, null, tool);
  }

  private static PaletteTool row(String label, String icon, String hint) {
    return new PaletteTool(label, icon, (char) 0, hint, FLOWS, null, null);
  }

  private static PaletteTool flow(String label, String icon, char key, String services) {
    String hint = "Draw from the client to the server, with two clicks or one drag";
    return new PaletteTool(label, icon, key, hint, FLOWS, null, () -> new FlowTool(services));
  }

  private static PaletteTool box(NewBox kind, String icon, char key) {
    String hint = "Click where it should be, or drag its size; or drag it onto the diagram";
    return new PaletteTool(kind.noun(), icon, key, hint, BOXES, kind, () -> new BoxTool(kind));
  }
}
