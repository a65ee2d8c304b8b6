package org.firebreak.diagram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.gef.commands.CommandStack;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.EditorPart;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.ShowInContext;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.diagram.arrange.FirstDiagram;
import org.firebreak.diagram.arrange.LayoutJob;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.diagram.commands.ModelEditCommandStack;
import org.firebreak.diagram.figures.CanvasFonts;
import org.firebreak.diagram.outline.DiagramOutlinePage;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.io.DesignFileException;
import org.firebreak.scene.SceneOptions;

/**
 * Edits a design: its diagrams, and what other bundles show of it in pages beside them. A design
 * without a diagram gets one. Adapts to the document, its model edit and design, the command stack,
 * the outline page, and what the shown {@link DesignPage} lends: for a diagram that, its viewer,
 * canvas, zoom manager and {@code DiagramContext}.
 */
public final class DiagramEditor extends EditorPart implements IShowInTarget {
  /** Id of the context menu, to which others may add. */
  public static final String MENU_ID = "org.firebreak.diagram.menu";

  /** Files up to this size, bytes, are loaded within a tenth of a second. */
  private static final long AT_ONCE = 400_000;

  private final SelectionRelay selection = new SelectionRelay();
  private final DesignDocument.Listener listener = this::happened;
  private DesignDocument document;
  private CommandStack stack;
  private DesignFileException trouble;
  private Composite parent;
  private EditorTabs tabs;
  private EditorActions actions;
  private DiagramOutlinePage outline;

  @Override
  public void init(IEditorSite site, IEditorInput input) throws PartInitException {
    if (!(input instanceof DesignEditorInput design)) {
      throw new PartInitException("The diagram editor opens designs, not " + input.getName());
    }
    setSite(site);
    setInput(input);
    setPartName(input.getName());
    site.setSelectionProvider(selection);
    open(design);
  }

  /** Small files are there at once; large ones are loaded in a job when the control exists. */
  private void open(DesignEditorInput input) {
    trouble = null;
    try {
      if (input.untitled() != null) {
        use(DesignDocuments.hold(input.untitled()));
      } else if (DesignDocuments.find(input.file()).isPresent() || !isLarge(input.file())) {
        use(DesignDocuments.open(input.file()));
      }
    } catch (DesignFileException e) {
      trouble = e;
    }
  }

  private static boolean isLarge(Path file) {
    try {
      return Files.size(file) > AT_ONCE;
    } catch (IOException e) {
      // Opening it says what is wrong with it.
      return false;
    }
  }

  private void use(DesignDocument opened) {
    document = opened;
    document.addListener(listener);
    stack = new ModelEditCommandStack(document.edit());
  }

  private void load(Path file) {
    new MessagePage(parent, "Opening " + file.getFileName() + "…", "It is a large design.");
    new OpenJob(
            file,
            parent.getDisplay(),
            loaded -> {
              if (!parent.isDisposed()) {
                use(DesignDocuments.adopt(loaded, file));
                loaded();
              }
            },
            e -> {
              if (!parent.isDisposed()) {
                trouble = e;
                loaded();
              }
            })
        .schedule();
  }

  private void loaded() {
    showPages();
    firePropertyChange(PROP_INPUT);
  }

  @Override
  public void createPartControl(Composite owner) {
    parent = new Composite(owner, SWT.NONE);
    parent.setLayout(new FillLayout());
    actions = new EditorActions(this::page);
    actions.install(getSite());
    showPages();
  }

  /** Shows the first diagram; without any, why, and what can be done. */
  private void showPages() {
    tabs = null;
    List.of(parent.getChildren()).forEach(Control::dispose);
    if (trouble != null) {
      showTrouble();
    } else if (document == null) {
      load(((DesignEditorInput) getEditorInput()).file());
    } else if (document.design().getDiagrams().isEmpty()) {
      if (document.edit().canRedo()) {
        // Undone by the user: he knows what he wants.
        new MessagePage(parent, "No diagram", "This design has no diagram.")
            .offer("Create Diagram", this::createDiagram);
      } else {
        createDiagram();
      }
    } else {
      tabs = new EditorTabs(parent, document, stack, getSite(), this::pageChanged);
    }
    parent.layout();
    pageChanged();
  }

  private void pageChanged() {
    DesignPage page = page();
    selection.follow(page == null ? null : page.selection());
    actions.update();
    if (outline != null) {
      outline.show(canvas());
    }
    // While it is being opened, an editor is not yet the active one.
    parent.getDisplay().asyncExec(this::showZoom);
  }

  private void showZoom() {
    boolean active = !parent.isDisposed() && getSite().getPage().getActiveEditor() == this;
    if (active && getEditorSite().getActionBarContributor() instanceof DiagramStatus status) {
      status.setActiveEditor(this);
    }
  }

  /** The page that is shown; {@code null} if none is. */
  private DesignPage page() {
    return tabs == null ? null : tabs.shown();
  }

  /** Opens the tab of a diagram of the design; answers whether it has one. */
  public boolean showDiagram(Diagram diagram) {
    return tabs != null && tabs.showDiagram(diagram);
  }

  /** Opens a page that another bundle adds, by its id; answers whether it is there. */
  public boolean showPage(String id) {
    return tabs != null && tabs.showPage(id);
  }

  private void showTrouble() {
    new MessagePage(parent, "This design cannot be opened", trouble.getMessage())
        .offer("Try Again", this::tryAgain);
  }

  private void tryAgain() {
    open((DesignEditorInput) getEditorInput());
    loaded();
  }

  private void createDiagram() {
    List.of(parent.getChildren()).forEach(Control::dispose);
    new MessagePage(parent, "Arranging the diagram…", "The design has none yet.");
    parent.layout();
    Display display = parent.getDisplay();
    Design design = document.design();
    FirstDiagram first =
        FirstDiagram.of(design, SceneOptions.plain().withMetrics(CanvasFonts.of(display)));
    new LayoutJob<>("Creating the diagram", display, first::draw, this::addDiagram).schedule();
  }

  private void addDiagram(Diagram diagram) {
    Design design = document.design();
    if (design.getDiagrams().isEmpty()) {
      document.edit().run("Create diagram", () -> FirstDiagram.add(diagram, design));
    }
  }

  private void happened(DesignDocument source, DesignDocument.Event event) {
    switch (event) {
      case EDITED -> {
        if (parent != null) {
          followDiagrams();
        }
        firePropertyChange(PROP_DIRTY);
      }
      case SAVED -> {
        if (!Objects.equals(((DesignEditorInput) getEditorInput()).file(), document.file())) {
          setInputWithNotify(new DesignEditorInput(document));
          setPartName(document.name());
        }
        firePropertyChange(PROP_DIRTY);
      }
      case FINDINGS, OVERLAY -> {
        // The page follows them itself.
      }
    }
  }

  private void followDiagrams() {
    boolean any = !document.design().getDiagrams().isEmpty();
    if (tabs != null && any) {
      tabs.follow();
    } else if (tabs != null || any) {
      showPages();
    }
  }

  @Override
  public void doSave(IProgressMonitor monitor) {
    new DesignSaver(getSite().getShell(), document).save(monitor);
  }

  @Override
  public void doSaveAs() {
    new DesignSaver(getSite().getShell(), document).saveAs(new NullProgressMonitor());
  }

  @Override
  public boolean isDirty() {
    return document != null && document.isDirty();
  }

  @Override
  public boolean isSaveAsAllowed() {
    return document != null;
  }

  @Override
  public void setFocus() {
    DesignPage page = page();
    if (page != null) {
      page.setFocus();
    } else {
      parent.setFocus();
    }
  }

  /** Selects elements of the design on the page that is shown, or else on the first that can. */
  @Override
  public boolean show(ShowInContext context) {
    if (tabs == null || !(context.getSelection() instanceof IStructuredSelection wanted)) {
      return false;
    }
    List<EObject> elements =
        wanted.stream().filter(EObject.class::isInstance).map(EObject.class::cast).toList();
    return tabs.select(elements);
  }

  @Override
  public void dispose() {
    if (document != null) {
      document.removeListener(listener);
      stack.dispose();
      DesignDocuments.release(document);
    }
    super.dispose();
  }

  @Override
  public <T> T getAdapter(Class<T> type) {
    Object known = known(type);
    return known == null ? super.getAdapter(type) : type.cast(known);
  }

  private Object known(Class<?> type) {
    if (type == IContentOutlinePage.class) {
      outline = new DiagramOutlinePage(canvas());
      return outline;
    }
    if (document != null) {
      if (type == DesignDocument.class) {
        return document;
      }
      if (type == ModelEdit.class) {
        return document.edit();
      }
      if (type == Design.class) {
        return document.design();
      }
      if (type == CommandStack.class) {
        return stack;
      }
    }
    DesignPage page = page();
    return page == null ? null : page.adapter(type);
  }

  /** The canvas of the diagram; {@code null} if none is shown. */
  private DiagramCanvas canvas() {
    DesignPage page = page();
    return page == null ? null : (DiagramCanvas) page.adapter(DiagramCanvas.class);
  }
}
