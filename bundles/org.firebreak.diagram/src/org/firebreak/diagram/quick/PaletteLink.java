package org.firebreak.diagram.quick;

import org.eclipse.swt.graphics.Point;
import org.firebreak.diagram.naming.SuggestPanel;
import org.firebreak.diagram.palette.PaletteTool;
import org.firebreak.diagram.palette.ToolPalette;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.diagram.task.DiagramTask;

/** What the palette does without a mouse, and its list of all services. */
public final class PaletteLink {
  private final DiagramContext context;
  private final ToolPalette palette;

  private PaletteLink(DiagramContext context, ToolPalette palette) {
    this.context = context;
    this.palette = palette;
  }

  public static void install(DiagramContext context, ToolPalette palette) {
    PaletteLink link = new PaletteLink(context, palette);
    palette.onMoreServices(link::offerServices);
    palette.onEnter(link::use);
  }

  private void offerServices() {
    int x = palette.isLeft() ? 8 : context.canvas().control().getSize().x;
    SuggestPanel.open(
        context.canvas(),
        new Point(x, 60),
        new ServiceDrawer(
            context.design(),
            service -> {
              palette.takeService(service);
              context.canvas().control().setFocus();
            }));
  }

  /** Draws in the selected box or in the middle; a flow starts at what is selected. */
  private void use(PaletteTool tool) {
    context.canvas().control().setFocus();
    if (tool.draws() != null) {
      context.canvas().domain().loadDefaultTool();
      CanvasInPlace.of(context).drawAtSelection(tool.draws());
    } else if (tool.isFlow()) {
      DiagramTask connect = QuickTasks.connect();
      if (connect.isEnabled(context)) {
        context.canvas().domain().loadDefaultTool();
        connect.run(context);
      } else {
        CanvasInPlace.of(context).explain("Select the box where the flow starts first");
      }
    }
  }
}
