package org.firebreak.diagram;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.gef.KeyHandler;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.commands.CommandStack;
import org.eclipse.gef.commands.CompoundCommand;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.firebreak.diagram.arrange.Arrangement;
import org.firebreak.diagram.arrange.LayoutJob;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.diagram.commands.DeleteEdits;
import org.firebreak.diagram.commands.FlowEdits;
import org.firebreak.diagram.live.FlowLine;
import org.firebreak.diagram.palette.ToolPalette;
import org.firebreak.diagram.parts.FlowEditPart;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;

/** One diagram of a document: its canvas with the palette at its right. */
final class DiagramPage extends Composite implements DiagramActions {
  /** Below this width the palette shows pictures alone. */
  private static final int ROOMY = 900;

  private final DesignDocument document;
  private final Diagram diagram;
  private final CommandStack stack;
  private final DiagramCanvas canvas;
  private final DesignDocument.Listener findings = this::happened;
  private final ToolPalette palette;
  private boolean fitted;

  DiagramPage(Composite parent, DesignDocument document, Diagram diagram, CommandStack stack) {
    super(parent, SWT.NONE);
    this.document = document;
    this.diagram = diagram;
    this.stack = stack;
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(this);
    canvas = new DiagramCanvas(this, document.edit(), diagram, stack, document::alarm);
    canvas.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    palette = new ToolPalette(this, canvas.domain(), canvas.style());
    palette.setLayoutData(new GridData(SWT.FILL, SWT.FILL, false, true));
    canvas.viewer().getKeyHandler().setParent(new Letters(palette));
    addListener(SWT.Resize, event -> adaptPalette());
    canvas.control().addListener(SWT.Resize, event -> fitFirst());
    document.addListener(findings);
    addListener(SWT.Dispose, event -> document.removeListener(findings));
  }

  DiagramCanvas canvas() {
    return canvas;
  }

  Diagram diagram() {
    return diagram;
  }

  @Override
  public boolean setFocus() {
    return canvas.control().setFocus();
  }

  @Override
  public void arrange() {
    Design design = document.design();
    Arrangement arrangement = Arrangement.of(design, diagram, canvas.live().options());
    new LayoutJob<>(
            "Arranging the diagram",
            getDisplay(),
            arrangement::compute,
            result -> {
              if (diagram.eContainer() == design) {
                document.edit().run("Arrange", () -> Arrangement.apply(result, design, diagram));
                fit();
              }
            })
        .schedule();
  }

  @Override
  public void fit() {
    canvas.zoom().fit();
  }

  @Override
  public void zoomIn() {
    canvas.zoom().in();
  }

  @Override
  public void zoomOut() {
    canvas.zoom().out();
  }

  @Override
  public void zoomActual() {
    canvas.zoom().actual();
  }

  @Override
  public double zoom() {
    return canvas.zoom().level();
  }

  @Override
  public void selectAll() {
    canvas
        .viewer()
        .setSelection(new StructuredSelection(canvas.viewer().getContents().getChildren()));
  }

  @Override
  public void delete() {
    execute(new DeleteEdits(canvas.live()).delete(canvas.selectedElements()));
  }

  @Override
  public void removeFromDiagram() {
    execute(new DeleteEdits(canvas.live()).removeFromDiagram(selectedNodes()));
  }

  /** Selected lines that run where a hand has put them. */
  List<FlowLine> selectedBentLines() {
    List<FlowLine> bent = new ArrayList<>();
    for (Object part : canvas.viewer().getSelectedEditParts()) {
      if (part instanceof FlowEditPart flow && canvas.live().line(flow.flowLine()).stored()) {
        bent.add(flow.flowLine());
      }
    }
    return bent;
  }

  /** Lets the diagram route the selected lines again. */
  void routeAutomatically() {
    CompoundCommand route = new CompoundCommand();
    for (FlowLine line : selectedBentLines()) {
      route.add(new FlowEdits(canvas.live()).lay(line, List.of()));
    }
    execute(route.unwrap());
  }

  /** Whether anything selected has a node of its own, which rows of a card have not. */
  boolean canRemoveFromDiagram() {
    return !selectedNodes().isEmpty();
  }

  private List<DiagramNode> selectedNodes() {
    List<Element> selected = canvas.selectedElements();
    return diagram.getNodes().stream()
        .filter(node -> selected.contains(node.getElement() == null ? node : node.getElement()))
        .toList();
  }

  private void execute(Command command) {
    if (command != null) {
      stack.execute(command);
    }
  }

  private void adaptPalette() {
    boolean narrow = getClientArea().width < ROOMY;
    if (palette.isNarrow() != narrow) {
      palette.setNarrow(narrow);
      layout(true);
    }
  }

  /**
   * Looks at the whole diagram when the canvas has its size for the first time; not at once, as
   * Draw2d may be in the middle of laying it out.
   */
  private void fitFirst() {
    if (!fitted && canvas.control().getClientArea().width > 1) {
      fitted = true;
      getDisplay()
          .asyncExec(
              () -> {
                if (!isDisposed()) {
                  canvas.zoom().fit();
                }
              });
    }
  }

  private void happened(DesignDocument source, DesignDocument.Event event) {
    if (event == DesignDocument.Event.FINDINGS) {
      canvas.refreshFindings();
    }
  }

  /** Letters take tools, unless a modifier makes them something else. */
  private static final class Letters extends KeyHandler {
    private final ToolPalette palette;

    private Letters(ToolPalette palette) {
      this.palette = palette;
    }

    @Override
    public boolean keyPressed(KeyEvent event) {
      boolean plain = (event.stateMask & ~SWT.SHIFT) == 0;
      return plain && palette.takeByKey(event.character) || super.keyPressed(event);
    }
  }
}
