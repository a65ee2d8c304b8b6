package org.firebreak.diagram;

import java.util.Collection;
import org.eclipse.core.commands.IHandler;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPartSite;

/**
 * A page of the editor of designs: a diagram, or what another bundle adds through the extension
 * point {@code org.firebreak.diagram.pages}. A page is created when it is shown for the first time
 * and ends with its control.
 */
public interface DesignPage {
  /** Makes the control. It follows the document and ends its listeners when it is disposed. */
  Control create(Composite parent, DesignDocument document, IWorkbenchPartSite site);

  /** The selection, of model elements or of parts that adapt to them. */
  ISelectionProvider selection();

  /** Selects those elements that the page shows; answers whether it shows any. */
  boolean select(Collection<? extends EObject> elements);

  void setFocus();

  /**
   * What answers a command of the workbench (cut, copy, paste, delete, select all, find, rename)
   * while the page is shown; {@code null} if it does not answer it.
   */
  default IHandler handler(String commandId) {
    return null;
  }

  /** What the page lends to the editor's adapters; {@code null} if it knows no such thing. */
  default Object adapter(Class<?> type) {
    return null;
  }
}
