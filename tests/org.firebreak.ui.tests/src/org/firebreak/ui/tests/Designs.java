package org.firebreak.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.swt.graphics.Point;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.model.Design;
import org.firebreak.model.Element;
import org.firebreak.model.NamedElement;

/** Opens designs in the window and finds their elements on the diagram. */
public final class Designs {

  private Designs() {}

  /** A copy of a sample of the project. */
  public static Path copyOfSample(String name, Path folder) throws IOException {
    Path sample = Path.of(System.getProperty("firebreak.root"), "samples", name + ".firebreak");
    return Files.copy(sample, folder.resolve(name + ".firebreak"));
  }

  /** Opens a file by the command of the menu and waits for its diagram. */
  public static DesignDocument open(Path file) {
    Ui.command(
        "org.firebreak.ui.openDesign", Map.of("org.firebreak.ui.open.path", file.toString()));
    return shown();
  }

  /** Waits until the active editor shows a diagram, and gives its document. */
  public static DesignDocument shown() {
    canvas();
    return Ui.get(() -> Ui.activeEditor().getAdapter(DesignDocument.class));
  }

  public static DiagramCanvas canvas() {
    return Ui.awaitPresent(
        "the active editor shows a diagram",
        () ->
            Optional.ofNullable(Ui.page().getActiveEditor())
                .map(editor -> editor.getAdapter(DiagramCanvas.class))
                .filter(canvas -> canvas.control().isVisible()));
  }

  /** An element by its class and name. */
  public static <T extends Element> T find(Design design, Class<T> type, String name) {
    return Ui.get(
        () -> {
          var all = design.eAllContents();
          while (all.hasNext()) {
            EObject each = all.next();
            if (type.isInstance(each)
                && each instanceof NamedElement named
                && name.equals(named.getName())) {
              return type.cast(each);
            }
          }
          throw new AssertionError("no " + type.getSimpleName() + " " + name);
        });
  }

  /** A point near the upper left corner of an element's figure, on the display. */
  public static Point onDiagram(EObject element) {
    DiagramCanvas canvas = canvas();
    EditPart part =
        Ui.awaitPresent(
            "the element is on the diagram", () -> Optional.ofNullable(canvas.partOf(element)));
    return Ui.steady(
        "the place of the element",
        () -> {
          GraphicalViewer viewer = canvas.viewer();
          viewer.reveal(part);
          var figure = ((GraphicalEditPart) part).getFigure();
          Rectangle bounds = figure.getBounds().getCopy();
          figure.translateToAbsolute(bounds);
          return Optional.of(viewer.getControl().toDisplay(bounds.x + 14, bounds.y + 8));
        });
  }
}
