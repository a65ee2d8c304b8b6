package org.firebreak.ui.explorer;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.actions.ActionFactory;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.describe.Property;
import org.firebreak.diagram.commands.DeleteEdits;
import org.firebreak.diagram.deleting.DeleteQuestion;
import org.firebreak.diagram.dropping.ShowEdits;
import org.firebreak.diagram.dropping.Showing;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.model.Design;
import org.firebreak.model.Element;
import org.firebreak.model.FirebreakPackage.Literals;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Strategy;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.designs.Reveal;
import org.firebreak.ui.images.Images;

/** What can be done to the nodes of the explorer: add, rename, delete, show. */
final class ExplorerMenu {
  private static final String SHOW = "org.firebreak.ui.showOnDiagram";

  private final NodeViewer viewer;
  private final OpenDesigns designs;
  private final IWorkbenchPage page;
  private final Action delete = new Run("Delete", "delete", this::delete);
  private final Action rename = new Run("Rename", null, this::rename);
  private final Action show = new Run("Show on Diagram", "diagram", this::show);

  ExplorerMenu(NodeViewer viewer, OpenDesigns designs, IWorkbenchPage page) {
    this.viewer = viewer;
    this.designs = designs;
    this.page = page;
    viewer.addSelectionChangedListener(event -> update());
    update();
  }

  /** Keys and the Edit menu reach delete and rename too. */
  void register(IActionBars bars) {
    delete.setActionDefinitionId(IWorkbenchCommandConstants.EDIT_DELETE);
    rename.setActionDefinitionId(IWorkbenchCommandConstants.FILE_RENAME);
    bars.setGlobalActionHandler(ActionFactory.DELETE.getId(), delete);
    bars.setGlobalActionHandler(ActionFactory.RENAME.getId(), rename);
    show.setActionDefinitionId(SHOW);
    bars.setGlobalActionHandler(SHOW, show);
    bars.updateActionBars();
  }

  void fill(IMenuManager menu) {
    MenuManager add = new MenuManager("New", Images.descriptor("new"), "new");
    for (NewChild child : NewChild.of(viewer.getStructuredSelection().getFirstElement())) {
      add.add(new Run(child.label(), ModelDescriptions.icon(child.type()), () -> add(child)));
    }
    if (!add.isEmpty()) {
      menu.add(add);
    }
    menu.add(show);
    menu.add(new Separator());
    menu.add(rename);
    menu.add(delete);
    menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
  }

  private void update() {
    IStructuredSelection selection = viewer.getStructuredSelection();
    List<Element> elements = elements();
    boolean one = selection.size() == 1;
    delete.setEnabled(!elements.isEmpty() && elements.stream().allMatch(ExplorerMenu::mayGo));
    rename.setEnabled(one && elements.size() == 1 && nameOf(elements.get(0)).isPresent());
    show.setEnabled(!elements.isEmpty() && !(elements.get(0) instanceof Design));
  }

  private static boolean mayGo(Element element) {
    return !(element instanceof Design) && !(element instanceof Strategy);
  }

  private List<Element> elements() {
    return viewer.getStructuredSelection().stream()
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }

  private static Optional<Property> nameOf(EObject element) {
    return ModelDescriptions.properties(element.eClass()).stream()
        .filter(property -> property.feature() == Literals.NAMED_ELEMENT__NAME)
        .findFirst();
  }

  private void add(NewChild child) {
    designs
        .of(child.parent())
        .ifPresent(
            document -> {
              NamedElement[] added = new NamedElement[1];
              document.edit().run("Add " + child.label(), () -> added[0] = child.add());
              viewer.rename(added[0]);
            });
  }

  private void rename() {
    viewer.rename((NamedElement) elements().get(0));
  }

  /** On the diagram that is seen; what cannot be shown there is revealed where it is. */
  private void show() {
    List<Element> elements = elements();
    IEditorPart editor = Reveal.editorOf(page, elements.get(0));
    DiagramContext context = Adapters.adapt(editor, DiagramContext.class);
    List<Element> own =
        context == null
            ? List.of()
            : elements.stream()
                .filter(each -> EcoreUtil.isAncestor(context.design(), each))
                .toList();
    if (own.isEmpty() || new ShowEdits(context.canvas().live()).hidden(own).isEmpty()) {
      Reveal.in(page, elements);
    } else {
      page.activate(editor);
      Showing.show(context, own);
    }
  }

  private void delete() {
    List<Element> elements = elements();
    designs
        .of(elements.get(0))
        .ifPresent(
            document -> {
              List<Element> own =
                  elements.stream()
                      .filter(each -> designs.of(each).orElse(null) == document)
                      .toList();
              DeleteEdits edits = new DeleteEdits(document.edit(), null);
              if (DeleteQuestion.agreed(viewer.getControl().getShell(), edits.deletion(own))) {
                edits.delete(own).execute();
              }
            });
  }

  /** An action from a method. */
  private static final class Run extends Action {
    private final Runnable what;

    Run(String text, String icon, Runnable what) {
      super(text);
      this.what = what;
      if (icon != null) {
        setImageDescriptor(Images.descriptor(icon));
      }
    }

    @Override
    public void run() {
      what.run();
    }
  }
}
