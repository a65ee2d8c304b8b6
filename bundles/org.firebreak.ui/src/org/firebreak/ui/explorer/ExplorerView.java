package org.firebreak.ui.explorer;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.ShowInContext;
import org.eclipse.ui.part.ViewPart;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.diagram.dropping.DraggedElements;
import org.firebreak.model.Design;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.designs.Reveal;
import org.firebreak.ui.designs.SelectedElements;
import org.firebreak.ui.findings.Findings;
import org.firebreak.ui.theme.Themes;

/** Every open design as a tree, with a box that filters it. */
public final class ExplorerView extends ViewPart implements IShowInTarget {
  public static final String ID = "org.firebreak.ui.explorer";

  /** Typing faster than this filters once. */
  private static final int PAUSE_MS = 150;

  /** Matches up to which the tree opens to show them all. */
  private static final int OPEN_AT_MOST = 200;

  private final TreeFilter filter = new TreeFilter();
  private final OpenDesigns.Listener listener = new Changes();
  private final Runnable recolour = this::recolour;
  private OpenDesigns designs;
  private NodeViewer viewer;
  private EditorLink link;
  private Text filterText;
  private Composite stack;
  private Composite nothing;
  private Composite content;
  private boolean refreshing;

  @Override
  public void createPartControl(Composite parent) {
    designs = OpenDesigns.in(getSite().getWorkbenchWindow());
    stack = parent;
    stack.setLayout(new StackLayout());
    nothing = NothingOpen.create(stack, getSite().getService(IHandlerService.class));
    content = new Composite(stack, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
    createFilter(content);
    createTree(content);
    createBar();
    showContent();
    getSite().setSelectionProvider(viewer);
    designs.addListener(listener);
    Themes.addListener(recolour);
  }

  @Override
  public void setFocus() {
    (designs.all().isEmpty() ? nothing : viewer.getControl()).setFocus();
  }

  private void recolour() {
    viewer.refresh();
  }

  @Override
  public void dispose() {
    designs.removeListener(listener);
    Themes.removeListener(recolour);
    link.dispose();
    super.dispose();
  }

  /** Selects the elements and scrolls to the first; a filter that would hide them is cleared. */
  @Override
  public boolean show(ShowInContext context) {
    List<EObject> elements =
        SelectedElements.of(context.getSelection()).stream().filter(DesignTree::has).toList();
    if (elements.isEmpty()) {
      return false;
    }
    if (!elements.stream().allMatch(filter::shows)) {
      filterText.setText("");
      applyFilter();
    }
    viewer.setSelection(new StructuredSelection(elements), true);
    return true;
  }

  private void createFilter(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(6, 6).applyTo(box);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(box);
    filterText = new Text(box, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.SINGLE);
    filterText.setMessage("Filter by name or address");
    GridDataFactory.fillDefaults().grab(true, false).applyTo(filterText);
    Runnable apply = this::applyFilter;
    filterText.addModifyListener(event -> filterText.getDisplay().timerExec(PAUSE_MS, apply));
    filterText.addListener(
        SWT.KeyDown,
        event -> {
          if (event.keyCode == SWT.ARROW_DOWN) {
            viewer.getControl().setFocus();
          } else if (event.keyCode == SWT.ESC) {
            filterText.setText("");
          }
        });
  }

  private void createTree(Composite parent) {
    viewer = new NodeViewer(parent, designs);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(viewer.getControl());
    viewer.setContentProvider(new DesignTree(filter));
    viewer.setLabelProvider(
        new DelegatingStyledCellLabelProvider(
            new NodeLabels(designs, Findings.in(getSite().getWorkbenchWindow()))));
    viewer.setInput(designs);
    viewer.expandToLevel(2);
    DraggedElements.from(viewer);
    viewer.addDoubleClickListener(
        event -> Reveal.in(getSite().getPage(), SelectedElements.of(event.getSelection())));
    ExplorerMenu actions = new ExplorerMenu(viewer, designs, getSite().getPage());
    actions.register(getViewSite().getActionBars());
    MenuManager menu = new MenuManager();
    menu.setRemoveAllWhenShown(true);
    menu.addMenuListener(actions::fill);
    viewer.getControl().setMenu(menu.createContextMenu(viewer.getControl()));
    getSite().registerContextMenu(menu, viewer);
  }

  private void showContent() {
    ((StackLayout) stack.getLayout()).topControl = designs.all().isEmpty() ? nothing : content;
    stack.layout();
  }

  private void createBar() {
    link = new EditorLink(viewer, getViewSite(), this, filter::shows);
    IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
    bar.add(link.action());
  }

  private void applyFilter() {
    if (filterText.isDisposed()) {
      return;
    }
    filter.setText(filterText.getText());
    filter.update(openDesigns());
    viewer.getControl().setRedraw(false);
    try {
      viewer.refresh();
      showMatches(filter.matches());
    } finally {
      viewer.getControl().setRedraw(true);
    }
  }

  private void showMatches(List<EObject> matches) {
    DesignTree tree = (DesignTree) viewer.getContentProvider();
    matches.stream()
        .limit(OPEN_AT_MOST)
        .map(tree::getParent)
        .filter(parent -> parent != null)
        .distinct()
        .forEach(parent -> viewer.expandToLevel(parent, 1));
  }

  private List<Design> openDesigns() {
    return designs.all().stream().map(DesignDocument::design).toList();
  }

  /** Once for any number of changes that happen before the display is idle. */
  private void refreshSoon() {
    if (refreshing) {
      return;
    }
    refreshing = true;
    viewer
        .getControl()
        .getDisplay()
        .asyncExec(
            () -> {
              refreshing = false;
              if (!viewer.getControl().isDisposed()) {
                filter.update(openDesigns());
                viewer.refresh();
              }
            });
  }

  private final class Changes implements OpenDesigns.Listener {
    private int known;

    @Override
    public void designsChanged() {
      showContent();
      filter.update(openDesigns());
      viewer.refresh();
      if (designs.all().size() > known) {
        viewer.expandToLevel(2);
      }
      known = designs.all().size();
    }

    @Override
    public void happened(DesignDocument document, DesignDocument.Event event) {
      refreshSoon();
    }
  }
}
