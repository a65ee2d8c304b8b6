package org.firebreak.ui.properties;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.PreferenceChangeEvent;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.part.ViewPart;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.describe.Property;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.designs.SelectedElements;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.preferences.Units;
import org.firebreak.ui.theme.Style;

/** What is known of the selected elements, on tabs, to be edited. */
public final class PropertiesView extends ViewPart {
  public static final String ID = "org.firebreak.ui.properties";

  private final ISelectionListener selections = this::selected;
  private final OpenDesigns.Listener changes = new Changes();
  private final List<PropertyForm> forms = new ArrayList<>();
  private final Map<EClass, Integer> lastTab = new HashMap<>();
  private final IPreferenceChangeListener units = this::unitsChanged;
  private OpenDesigns designs;
  private TypingHistory history;
  private Composite stack;
  private Composite empty;
  private Composite page;
  private CLabel title;
  private CTabFolder tabs;
  private EditedElements elements;
  private EClass shownType;
  private EditedElements nodes;
  private PropertyForm nodesForm;

  @Override
  public void createPartControl(Composite parent) {
    designs = OpenDesigns.in(getSite().getWorkbenchWindow());
    stack = parent;
    stack.setLayout(new StackLayout());
    createEmpty();
    createPage();
    show(null);
    designs.addListener(changes);
    history = new TypingHistory(getSite(), designs, parent.getDisplay());
    Units.listen(units);
    getSite().getPage().addPostSelectionListener(selections);
    selected(null, getSite().getPage().getSelection());
  }

  @Override
  public void setFocus() {
    (elements == null ? stack : tabs).setFocus();
  }

  @Override
  public void dispose() {
    getSite().getPage().removePostSelectionListener(selections);
    designs.removeListener(changes);
    Units.forget(units);
    if (history != null) {
      history.dispose();
    }
    super.dispose();
  }

  private void createEmpty() {
    empty = new Composite(stack, SWT.NONE);
    GridLayoutFactory.swtDefaults().margins(16, 16).applyTo(empty);
    Label label = Style.MUTED.on(new Label(empty, SWT.WRAP | SWT.CENTER));
    label.setText("Select an element on the diagram or in the explorer to see and edit it here.");
    GridDataFactory.fillDefaults()
        .align(SWT.FILL, SWT.CENTER)
        .grab(true, true)
        .hint(120, SWT.DEFAULT)
        .applyTo(label);
  }

  private void createPage() {
    page = new Composite(stack, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
    title = new CLabel(page, SWT.NONE);
    title.setMargins(10, 8, 10, 4);
    title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    GridDataFactory.fillDefaults().grab(true, false).hint(60, SWT.DEFAULT).applyTo(title);
    tabs = new CTabFolder(page, SWT.TOP | SWT.FLAT);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(tabs);
    tabs.addListener(SWT.Selection, event -> lastTab.put(shownType, tabs.getSelectionIndex()));
  }

  private void selected(IWorkbenchPart part, ISelection selection) {
    if (part == this || stack.isDisposed()) {
      return;
    }
    List<EObject> selected = SelectedElements.of(selection);
    if (selected.isEmpty()) {
      if (part != null && part == getSite().getPage().getActiveEditor()) {
        show(null);
      }
      return;
    }
    EClass type = selected.get(0).eClass();
    List<EObject> alike = selected.stream().filter(each -> each.eClass() == type).toList();
    DesignDocument document = designs.of(alike.get(0)).orElse(null);
    boolean usable = document != null && !ModelDescriptions.properties(type).isEmpty();
    show(usable ? new EditedElements(document, alike) : null);
  }

  private void show(EditedElements next) {
    if (Objects.equals(elements, next) && next != null) {
      refresh();
      return;
    }
    forms.forEach(PropertyForm::commit);
    elements = next;
    if (next != null) {
      nodes = NodesOnDiagram.of(next, getSite().getPage().getActiveEditor());
      if (next.type() != shownType || (nodes == null) != (nodesForm == null)) {
        build(next.type());
      }
      forms.forEach(form -> form.show(form == nodesForm ? nodes : next));
      writeTitle();
    }
    ((StackLayout) stack.getLayout()).topControl = next == null ? empty : page;
    stack.layout();
  }

  private void build(EClass type) {
    page.setRedraw(false);
    try {
      for (CTabItem item : tabs.getItems()) {
        item.getControl().dispose();
        item.dispose();
      }
      forms.clear();
      shownType = type;
      List<Property> properties = ModelDescriptions.properties(type);
      for (String category : ModelDescriptions.categories(type)) {
        addTab(
            category,
            properties.stream().filter(each -> each.category().equals(category)).toList());
      }
      nodesForm =
          nodes == null ? null : addTab(NodesOnDiagram.TAB, NodesOnDiagram.properties(type));
      tabs.setSelection(Math.min(lastTab.getOrDefault(type, 0), forms.size() - 1));
    } finally {
      page.setRedraw(true);
    }
  }

  private PropertyForm addTab(String title, List<Property> properties) {
    CTabItem item = new CTabItem(tabs, SWT.NONE);
    item.setText(title);
    PropertyForm form = new PropertyForm(tabs, properties);
    item.setControl(form.control());
    forms.add(form);
    return form;
  }

  private void writeTitle() {
    EObject first = elements.elements().get(0);
    title.setImage(Images.of(first));
    title.setText(
        elements.elements().size() == 1
            ? ModelDescriptions.kind(first.eClass()) + "  " + elements.label()
            : elements.label());
    title.setToolTipText(elements.label());
  }

  private void refresh() {
    if (!elements.areThere()) {
      elements = null;
      show(null);
      return;
    }
    EditedElements boxes = NodesOnDiagram.of(elements, getSite().getPage().getActiveEditor());
    if (Objects.equals(nodes, boxes)) {
      forms.forEach(PropertyForm::refresh);
      writeTitle();
    } else {
      // The boxes came, went or are those of another diagram.
      EditedElements shown = elements;
      elements = null;
      show(shown);
    }
  }

  private void unitsChanged(PreferenceChangeEvent event) {
    if (event.getKey().equals(Units.PREFIXES) && !stack.isDisposed()) {
      stack.getDisplay().asyncExec(() -> refreshIfShown());
    }
  }

  private void refreshIfShown() {
    if (!stack.isDisposed() && elements != null) {
      refresh();
    }
  }

  private final class Changes implements OpenDesigns.Listener {
    @Override
    public void designsChanged() {
      if (elements != null && !designs.all().contains(elements.document())) {
        elements = null;
        show(null);
      }
      if (elements == null) {
        selected(null, getSite().getPage().getSelection());
      }
      history.update();
    }

    @Override
    public void happened(DesignDocument document, DesignDocument.Event event) {
      if (elements != null
          && document == elements.document()
          && event == DesignDocument.Event.EDITED) {
        refresh();
      }
      if (event == DesignDocument.Event.EDITED) {
        history.update();
      }
    }
  }
}
