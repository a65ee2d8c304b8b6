package org.firebreak.ui.designs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;

/** The model elements behind a selection, whatever part it comes from. */
public final class SelectedElements {

  private SelectedElements() {}

  /** The elements in the order of the selection, each once; none if it holds something else. */
  public static List<EObject> of(ISelection selection) {
    if (!(selection instanceof IStructuredSelection structured)) {
      return List.of();
    }
    Set<EObject> elements = new LinkedHashSet<>();
    for (Object selected : structured.toList()) {
      EObject element =
          selected instanceof EObject object ? object : Adapters.adapt(selected, EObject.class);
      if (element != null) {
        elements.add(element);
      }
    }
    return new ArrayList<>(elements);
  }
}
