package org.firebreak.diagram;

import java.util.Collection;
import java.util.Map;
import org.eclipse.core.commands.IHandler;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.KeyHandler;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.commands.CommandStack;
import org.eclipse.gef.editparts.ZoomManager;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPartSite;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.diagram.dropping.ElementDrop;
import org.firebreak.diagram.finding.FindingBars;
import org.firebreak.diagram.palette.ToolPalette;
import org.firebreak.diagram.quick.CanvasInPlace;
import org.firebreak.diagram.quick.PaletteLink;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.model.Diagram;

/** One diagram of a document: its canvas with the palette at its right. */
final class DiagramPage implements DesignPage, DiagramContext {
  /** Below this width the palette shows pictures alone. */
  private static final int ROOMY = 900;

  /** Tasks that answer commands of the workbench. */
  private static final Map<String, String> ANSWERS =
      Map.of(
          IWorkbenchCommandConstants.EDIT_FIND_AND_REPLACE, "find",
          IWorkbenchCommandConstants.EDIT_CUT, "cut",
          IWorkbenchCommandConstants.EDIT_COPY, "copy",
          IWorkbenchCommandConstants.EDIT_PASTE, "paste",
          IWorkbenchCommandConstants.EDIT_DELETE, "delKey",
          IWorkbenchCommandConstants.EDIT_SELECT_ALL, "selectAll",
          IWorkbenchCommandConstants.FILE_RENAME, "rename");

  private final Diagram diagram;
  private final CommandStack stack;
  private final DesignDocument.Listener findings = this::happened;
  private Composite control;
  private DesignDocument document;
  private IWorkbenchPartSite site;
  private DiagramCanvas canvas;
  private ToolPalette palette;
  private FindingBars findingBars;
  private boolean fitted;

  DiagramPage(Diagram diagram, CommandStack stack) {
    this.diagram = diagram;
    this.stack = stack;
  }

  @Override
  public Control create(Composite parent, DesignDocument shown, IWorkbenchPartSite owner) {
    document = shown;
    site = owner;
    control = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(control);
    Composite bars = new Composite(control, SWT.NONE);
    canvas = new DiagramCanvas(control, document.edit(), diagram, stack, document::alarm);
    canvas.style().setRemarks(document::remarks);
    canvas.showOverlay(document.overlay(), document.overlayAction());
    canvas.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    palette = new ToolPalette(control, canvas.domain(), canvas.viewer(), canvas.style());
    palette.setLayoutData(new GridData(SWT.FILL, SWT.FILL, false, true));
    canvas.viewer().getKeyHandler().setParent(new Letters(palette));
    control.addListener(SWT.Resize, event -> adaptPalette());
    canvas.control().addListener(SWT.Resize, event -> fitFirst());
    document.addListener(findings);
    control.addListener(SWT.Dispose, event -> document.removeListener(findings));
    canvas.onRefusal(this::refuse);
    new EditorMenu(this).register(site);
    new HandKeys(this).install();
    ElementDrop.install(this);
    findingBars = new FindingBars(bars, this);
    CanvasInPlace.install(this);
    PaletteLink.install(this, palette);
    palette.onPlacement(this::placePalette);
    placePalette();
    return control;
  }

  @Override
  public DiagramCanvas canvas() {
    return canvas;
  }

  @Override
  public Diagram diagram() {
    return diagram;
  }

  @Override
  public ModelEdit edit() {
    return document.edit();
  }

  @Override
  public IWorkbenchPartSite site() {
    return site;
  }

  @Override
  public ISelectionProvider selection() {
    return canvas.viewer();
  }

  @Override
  public boolean select(Collection<? extends EObject> elements) {
    boolean shows = elements.stream().anyMatch(element -> canvas.partOf(element) != null);
    if (shows) {
      canvas.select(elements);
    }
    return shows;
  }

  @Override
  public void setFocus() {
    canvas.control().setFocus();
  }

  @Override
  public IHandler handler(String commandId) {
    String task = ANSWERS.get(commandId);
    return task == null ? null : new TaskHandler(DiagramTasks.named(task), () -> this);
  }

  @Override
  public Object adapter(Class<?> type) {
    if (type == DiagramContext.class) {
      return this;
    }
    if (type == DiagramCanvas.class) {
      return canvas;
    }
    if (type == GraphicalViewer.class) {
      return canvas.viewer();
    }
    if (type == ZoomManager.class) {
      return canvas.zoom().manager();
    }
    return type == Diagram.class ? diagram : null;
  }

  @Override
  public void execute(Command command) {
    if (command != null) {
      stack.execute(command);
    }
  }

  /** Says in the status line why a drop is refused; {@code null} takes it away. */
  private void refuse(String reason) {
    if (site instanceof IEditorSite editor) {
      editor.getActionBars().getStatusLineManager().setErrorMessage(reason);
    }
  }

  private void placePalette() {
    Control sheet = canvas.control();
    while (sheet.getParent() != control) {
      sheet = sheet.getParent();
    }
    if (palette.isLeft()) {
      palette.moveAbove(sheet);
    } else {
      palette.moveBelow(sheet);
    }
    control.layout(true);
  }

  private void adaptPalette() {
    boolean narrow = control.getClientArea().width < ROOMY;
    if (palette.isNarrow() != narrow) {
      palette.setNarrow(narrow);
      control.layout(true);
    }
  }

  /**
   * Looks at the whole diagram when the canvas has its size for the first time; not at once, as
   * Draw2d may be in the middle of laying it out.
   */
  private void fitFirst() {
    if (!fitted && canvas.control().getClientArea().width > 1) {
      fitted = true;
      control
          .getDisplay()
          .asyncExec(
              () -> {
                if (!control.isDisposed()) {
                  canvas.zoom().fit();
                }
              });
    }
  }

  private void happened(DesignDocument source, DesignDocument.Event event) {
    if (event == DesignDocument.Event.FINDINGS) {
      canvas.refreshFindings();
      findingBars.findingsChanged();
    }
    if (event == DesignDocument.Event.OVERLAY) {
      canvas.showOverlay(document.overlay(), document.overlayAction());
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
