package org.firebreak.ui.jobs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.emf.common.util.ECollections;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.model.Design;
import org.firebreak.model.Element;

/**
 * Brings what was done to a copy of a design back into the design, so that long work can change a
 * copy on another thread and the design changes in one short step. Elements are matched by their
 * ids; those that are equal are not touched.
 */
public final class ChangedCopy {
  private final Map<String, EObject> present = new HashMap<>();
  private final Map<EObject, EObject> twins = new LinkedHashMap<>();

  private ChangedCopy(Design design) {
    present.put(design.getId(), design);
    TreeIterator<EObject> all = design.eAllContents();
    while (all.hasNext()) {
      if (all.next() instanceof Element element) {
        present.put(element.getId(), element);
      }
    }
  }

  /** A copy with the same ids, for another thread to change. */
  public static Design of(Design design) {
    return EcoreUtil.copy(design);
  }

  /**
   * Makes the design equal to its changed copy. Call it inside a model edit.
   *
   * @param copy made by {@link #of} from the design as it still is
   */
  public static void apply(Design copy, Design design) {
    ChangedCopy change = new ChangedCopy(design);
    change.content(copy, design);
    change.twins.forEach(change::references);
  }

  private void content(EObject copy, EObject target) {
    twins.put(copy, target);
    for (EAttribute attribute : copy.eClass().getEAllAttributes()) {
      Object value = copy.eGet(attribute);
      if (!Objects.equals(value, target.eGet(attribute))) {
        target.eSet(attribute, value);
      }
    }
    for (EReference reference : copy.eClass().getEAllContainments()) {
      if (reference.isMany()) {
        children(copy, target, reference);
      } else {
        child(copy, target, reference);
      }
    }
  }

  private void child(EObject copy, EObject target, EReference reference) {
    EObject wanted = (EObject) copy.eGet(reference);
    EObject now = (EObject) target.eGet(reference);
    EObject twin = wanted == null ? null : twin(wanted, now);
    if (twin != null) {
      content(wanted, twin);
    }
    if (twin != now) {
      target.eSet(reference, twin);
    }
  }

  @SuppressWarnings("unchecked")
  private void children(EObject copy, EObject target, EReference reference) {
    List<EObject> wanted = (List<EObject>) copy.eGet(reference);
    EList<EObject> now = (EList<EObject>) target.eGet(reference);
    List<EObject> children = new ArrayList<>(wanted.size());
    for (int i = 0; i < wanted.size(); i++) {
      EObject twin = twin(wanted.get(i), i < now.size() ? now.get(i) : null);
      content(wanted.get(i), twin);
      children.add(twin);
    }
    if (!now.equals(children)) {
      ECollections.setEList(now, children);
    }
  }

  /** The element with the same id; without ids, the one in the same place; else a new one. */
  private EObject twin(EObject wanted, EObject inPlace) {
    if (wanted instanceof Element element) {
      EObject twin = present.get(element.getId());
      return twin != null ? twin : EcoreUtil.create(wanted.eClass());
    }
    return inPlace != null ? inPlace : EcoreUtil.create(wanted.eClass());
  }

  private void references(EObject copy, EObject target) {
    for (EReference reference : copy.eClass().getEAllReferences()) {
      if (reference.isContainment() || reference.isContainer() || !reference.isChangeable()) {
        continue;
      }
      Object value = reference.isMany() ? many(copy, reference) : one(copy, reference);
      if (!Objects.equals(value, target.eGet(reference))) {
        target.eSet(reference, value);
      }
    }
  }

  private Object one(EObject copy, EReference reference) {
    return twins.get(copy.eGet(reference));
  }

  private List<EObject> many(EObject copy, EReference reference) {
    List<EObject> values = new ArrayList<>();
    ((List<?>) copy.eGet(reference)).forEach(each -> values.add(twins.get(each)));
    return values;
  }
}
