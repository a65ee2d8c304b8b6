package org.firebreak.diagram.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.gef.Tool;
import org.firebreak.diagram.commands.NewBox;
import org.firebreak.diagram.tools.BoxTool;
import org.firebreak.diagram.tools.FlowTool;
import org.firebreak.diagram.tools.FrameTool;
import org.firebreak.diagram.tools.PanTool;
import org.firebreak.diagram.tools.SelectTool;

/**
 * A tool of the palette.
 *
 * @param label name, for instance {@code Zone}
 * @param icon name of its picture in the bundle's folder {@code icons}
 * @param key letter that takes it while the canvas has the focus; 0 for none
 * @param hint what it does, for the tooltip
 * @param group tools of the same number stand together
 * @param tool makes the tool
 */
public record PaletteTool(
    String label, String icon, char key, String hint, int group, Supplier<Tool> tool) {

  /** All tools, in the order in which they stand; the first is the one that is always there. */
  static List<PaletteTool> all() {
    List<PaletteTool> tools = new ArrayList<>();
    tools.add(
        new PaletteTool("Select", "select", 'V', "Select, move and resize", 0, SelectTool::new));
    tools.add(new PaletteTool("Frame", "frame", 'M', "Select all in a frame", 0, FrameTool::new));
    tools.add(new PaletteTool("Pan", "pan", 'H', "Move the sheet; or hold Space", 0, PanTool::new));
    tools.add(flow("Flow", "flow", 'L', null));
    tools.add(flow("HTTPS flow", "flow-https", (char) 0, "https"));
    tools.add(flow("SSH flow", "flow-ssh", (char) 0, "ssh"));
    tools.add(box(NewBox.ZONE, "zone", 'Z'));
    tools.add(box(NewBox.GROUP, "group", 'G'));
    tools.add(box(NewBox.SERVER, "server", 'S'));
    tools.add(box(NewBox.EXTERNAL_NETWORK, "external-network", 'E'));
    tools.add(box(NewBox.FIREWALL, "enforcement", 'F'));
    tools.add(box(NewBox.NOTE, "note", 'N'));
    return List.copyOf(tools);
  }

  private static PaletteTool flow(String label, String icon, char key, String service) {
    String hint = "Draw from the client to the server, with two clicks or one drag";
    return new PaletteTool(label, icon, key, hint, 1, () -> new FlowTool(service));
  }

  private static PaletteTool box(NewBox kind, String icon, char key) {
    String hint = "Click where it should be, or drag its size";
    return new PaletteTool(kind.noun(), icon, key, hint, 2, () -> new BoxTool(kind));
  }
}
