package org.firebreak.diagram.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.MouseWheelHandler;
import org.eclipse.gef.commands.CommandStack;
import org.eclipse.gef.ui.parts.ScrollingGraphicalViewer;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.diagram.figures.CanvasFonts;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.diagram.parts.CanvasRootEditPart;
import org.firebreak.diagram.parts.DiagramPartFactory;
import org.firebreak.diagram.policies.LineHost;
import org.firebreak.diagram.policies.Refusal;
import org.firebreak.diagram.preferences.DiagramPreferences;
import org.firebreak.diagram.tools.SelectTool;
import org.firebreak.model.Diagram;
import org.firebreak.model.Element;
import org.firebreak.model.Flow;
import org.firebreak.scene.Alarm;
import org.firebreak.scene.Line;
import org.firebreak.scene.Overlay;
import org.firebreak.scene.SceneOptions;

/** One diagram of an open design on a canvas. It is gone when its control is disposed. */
public final class DiagramCanvas {
  /** The tints of more lines than these are worked out in the background. */
  private static final int MANY_LINES = 250;

  private final ScrollingGraphicalViewer viewer = new ScrollingGraphicalViewer();
  private final CanvasDomain domain = new CanvasDomain();
  private final CanvasStyle style;
  private final LiveScene live;
  private final Zoom zoom;
  private final LegendControl legend;
  private Overlay overlay;
  private Overlay wanted;

  /**
   * Puts a diagram on a canvas.
   *
   * @param parent parent of the control
   * @param edit the design's undo stack
   * @param diagram a diagram of that design
   * @param stack GEF's view of the undo stack
   * @param alarms worst finding on an element
   */
  public DiagramCanvas(
      Composite parent,
      ModelEdit edit,
      Diagram diagram,
      CommandStack stack,
      Function<Element, Alarm> alarms) {
    CanvasFonts fonts = CanvasFonts.of(parent.getDisplay());
    style = new CanvasStyle(fonts);
    live =
        new LiveScene(
            diagram,
            edit,
            () ->
                SceneOptions.plain()
                    .withMetrics(fonts)
                    .withAlarms(alarms)
                    .withLabelContents(DiagramPreferences.now().labels())
                    .withOverlay(overlay),
            new QuietWork(parent));
    domain.setCommandStack(stack);
    domain.setDefaultTool(new SelectTool());
    viewer.setRootEditPart(new CanvasRootEditPart());
    CanvasFrame frame = new CanvasFrame(parent);
    viewer.createControl(frame);
    zoom = new Zoom(viewer, style, () -> live.bounds());
    frame.frame(viewer, style, zoom);
    legend = new LegendControl(control(), style);
    configure();
    viewer.setContents(diagram);
    PreferenceFollower.follow(viewer.getControl(), DiagramPreferences.LABELS, live::rebuild);
    domain.onToolChange(tool -> style.setHints(tool instanceof SelectTool));
    domain.loadDefaultTool();
  }

  /** The canvas itself. */
  public FigureCanvas control() {
    return (FigureCanvas) viewer.getControl();
  }

  public GraphicalViewer viewer() {
    return viewer;
  }

  public CanvasDomain domain() {
    return domain;
  }

  public LiveScene live() {
    return live;
  }

  public CanvasStyle style() {
    return style;
  }

  public Zoom zoom() {
    return zoom;
  }

  /**
   * Sets who is told why a drop is refused, while something is dragged.
   *
   * @param listener is given a sentence; {@code null} when there is no reason any more
   */
  public void onRefusal(Consumer<String> listener) {
    viewer.setProperty(Refusal.LISTENER, listener);
  }

  /** Shows other findings than before. */
  public void refreshFindings() {
    live.rebuild();
  }

  /**
   * Draws boxes and lines as an overlay wants it, with its legend.
   *
   * @param wanted null for none
   * @param action offered by the legend; null for none
   */
  public void showOverlay(Overlay wanted, LegendAction action) {
    this.wanted = wanted;
    if (wanted == null || live.lines().size() <= MANY_LINES) {
      lay(wanted, action);
      return;
    }
    List<List<String>> lines = live.lines().stream().map(Line::flowIds).toList();
    Display display = control().getDisplay();
    Job job =
        Job.create(
            "Preparing an overlay",
            (ICoreRunnable)
                monitor -> {
                  wanted.prepare(lines);
                  if (!display.isDisposed()) {
                    display.asyncExec(() -> layIfWanted(wanted, action));
                  }
                });
    job.setSystem(true);
    job.setPriority(Job.SHORT);
    job.schedule();
  }

  private void layIfWanted(Overlay prepared, LegendAction action) {
    if (prepared == wanted && control() != null && !control().isDisposed()) {
      lay(prepared, action);
    }
  }

  private void lay(Overlay next, LegendAction action) {
    if (next != overlay) {
      boolean whole = zoom.showsWhole();
      boolean appears = (overlay == null) != (next == null);
      overlay = next;
      live.restyle();
      legend.show(next == null ? null : next.legend(), action);
      if (whole && appears) {
        fitSoon();
      }
    }
  }

  /** The legend takes or leaves room: what was seen as a whole stays so. */
  private void fitSoon() {
    control()
        .getDisplay()
        .asyncExec(
            () -> {
              if (control() != null && !control().isDisposed()) {
                zoom.fit();
              }
            });
  }

  /** The overlay that is shown, if any. */
  public Optional<Overlay> overlay() {
    return Optional.ofNullable(overlay);
  }

  /** Model elements that are selected: a line stands for all its flows, a note for its node. */
  public List<Element> selectedElements() {
    Set<Element> selected = new LinkedHashSet<>();
    for (Object part : viewer.getSelectedEditParts()) {
      if (part instanceof LineHost line) {
        selected.addAll(live.flows(line.flowLine()));
      } else if (part != viewer.getContents()
          && ((EditPart) part).getAdapter(EObject.class) instanceof Element element) {
        selected.add(element);
      }
    }
    return List.copyOf(selected);
  }

  /** Selects what stands for the elements, as far as they are shown, and scrolls there. */
  public void select(Collection<? extends EObject> elements) {
    List<EditPart> parts = new ArrayList<>();
    for (EObject element : elements) {
      EditPart part = partOf(element);
      if (part != null && !parts.contains(part)) {
        parts.add(part);
      }
    }
    if (!parts.isEmpty() && !viewer.getSelectedEditParts().equals(parts)) {
      viewer.setSelection(new StructuredSelection(parts));
      viewer.reveal(parts.get(parts.size() - 1));
    }
  }

  /** The part of a shown element, node or flow; {@code null} if it is not shown by itself. */
  public EditPart partOf(EObject element) {
    Object model =
        switch (element) {
          case Flow flow -> live.lineOf(flow);
          case Element shown ->
              live.scene()
                  .boxOfElement(shown.getId())
                  .or(() -> live.scene().box(String.valueOf(shown.getId())))
                  .map(box -> (Object) live.model(box.id()))
                  .orElse(null);
          default -> null;
        };
    return model == null ? null : (EditPart) viewer.getEditPartRegistry().get(model);
  }

  private void configure() {
    // GTK's overlay bars take no room, but Draw2d believes so and lays everything out twice.
    control().setScrollbarsMode(SWT.NONE);
    viewer.setEditPartFactory(new DiagramPartFactory(live, style));
    Traversal traversal = new Traversal(viewer, live);
    CanvasKeys keys = new CanvasKeys(viewer, new Walk(viewer, traversal));
    viewer.setKeyHandler(keys);
    control().addListener(SWT.FocusOut, event -> keys.finish());
    control().addTraverseListener(traversal::traverse);
    domain.addViewer(viewer);
    viewer.setProperty(
        MouseWheelHandler.KeyGenerator.getKey(SWT.MOD1), (MouseWheelHandler) zoom::byWheel);
    new MenuPlace(viewer).start();
    new ThemeFollower(control(), style).start();
    new ClientAreaFollower(control()).start();
    control().addListener(SWT.Dispose, event -> live.dispose());
  }
}
