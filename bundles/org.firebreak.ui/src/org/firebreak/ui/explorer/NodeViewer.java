package org.firebreak.ui.explorer;

import java.util.Objects;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnViewerEditor;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationEvent;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationStrategy;
import org.eclipse.jface.viewers.ICellModifier;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TreeItem;
import org.firebreak.model.NamedElement;
import org.firebreak.ui.designs.OpenDesigns;

/** The tree, in which elements are renamed in place. */
final class NodeViewer extends TreeViewer {
  private static final String NAME = "name";

  private final OpenDesigns designs;

  NodeViewer(Composite parent, OpenDesigns designs) {
    super(parent, SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
    this.designs = designs;
    setUseHashlookup(true);
    setColumnProperties(new String[] {NAME});
    setCellEditors(new CellEditor[] {new TextCellEditor(getTree())});
    setCellModifier(new NameModifier());
    // A click selects, and a double click shows: only F2 and the menu edit.
    ColumnViewerEditorActivationStrategy onlyFromProgram =
        new ColumnViewerEditorActivationStrategy(this) {
          @Override
          protected boolean isEditorActivationEvent(ColumnViewerEditorActivationEvent event) {
            return event.eventType == ColumnViewerEditorActivationEvent.PROGRAMMATIC;
          }
        };
    TreeViewerEditor.create(this, onlyFromProgram, ColumnViewerEditor.DEFAULT);
  }

  /** Selects an element and edits its name in place. */
  void rename(NamedElement element) {
    refresh();
    setSelection(new StructuredSelection(element), true);
    editElement(element, 0);
  }

  private final class NameModifier implements ICellModifier {
    @Override
    public boolean canModify(Object node, String property) {
      return node instanceof NamedElement;
    }

    @Override
    public Object getValue(Object node, String property) {
      return Objects.toString(((NamedElement) node).getName(), "");
    }

    @Override
    public void modify(Object item, String property, Object value) {
      Object node = item instanceof TreeItem row ? row.getData() : item;
      String name = value.toString().strip();
      if (node instanceof NamedElement element && !name.isEmpty()) {
        rename(element, name);
      }
    }

    private void rename(NamedElement element, String name) {
      if (!name.equals(element.getName())) {
        designs
            .of((EObject) element)
            .ifPresent(
                document ->
                    document
                        .edit()
                        .run(
                            "Rename " + Objects.toString(element.getName(), "element"),
                            () -> element.setName(name)));
      }
    }
  }
}
