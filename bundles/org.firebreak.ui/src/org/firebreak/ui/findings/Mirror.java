package org.firebreak.ui.findings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.emf.common.util.ECollections;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.model.Design;
import org.firebreak.model.FirebreakPackage.Literals;

/**
 * A copy of an open design, without its diagrams, for threads that only read. It follows the edits
 * of the design by what they affect, so that an edit costs the UI thread no copy of everything.
 */
public final class Mirror {
  private final Design source;
  private final Map<EObject, EObject> twins = new IdentityHashMap<>();
  private final Map<EObject, EObject> sources = new IdentityHashMap<>();

  /** Copies the whole design once. */
  public Mirror(Design source) {
    this.source = source;
    List<EObject> made = new ArrayList<>();
    twinOf(source, made);
    made.forEach(each -> references(each, twins.get(each)));
  }

  /** The copy; the same object as long as the mirror lives. */
  public Design design() {
    return (Design) twins.get(source);
  }

  /** How many objects the copy has. */
  public int size() {
    return twins.size();
  }

  /**
   * Takes over what edits have changed.
   *
   * @param affected objects whose features changed, whether they still belong to the design or not
   */
  public void follow(Collection<EObject> affected) {
    List<EObject> touched = new ArrayList<>();
    List<EObject> dropped = new ArrayList<>();
    for (EObject object : affected) {
      EObject twin = twins.get(object);
      if (twin != null && EcoreUtil.isAncestor(source, object)) {
        attributes(object, twin);
        touched.add(object);
        contents(object, twin, touched, dropped);
      }
    }
    for (EObject object : touched) {
      EObject twin = twins.get(object);
      if (twin != null) {
        references(object, twin);
      }
    }
    dropped.stream().filter(twin -> twin.eContainer() == null).forEach(this::forget);
  }

  private EObject twinOf(EObject object, List<EObject> made) {
    EObject known = twins.get(object);
    if (known != null) {
      return known;
    }
    EObject twin = EcoreUtil.create(object.eClass());
    twins.put(object, twin);
    sources.put(twin, object);
    made.add(object);
    attributes(object, twin);
    contents(object, twin, made, new ArrayList<>());
    return twin;
  }

  private static void attributes(EObject object, EObject twin) {
    for (EAttribute attribute : object.eClass().getEAllAttributes()) {
      Object value = object.eGet(attribute);
      if (!Objects.equals(value, twin.eGet(attribute))) {
        twin.eSet(attribute, value);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private void contents(EObject object, EObject twin, List<EObject> made, List<EObject> dropped) {
    for (EReference reference : object.eClass().getEAllContainments()) {
      if (reference == Literals.DESIGN__DIAGRAMS) {
        continue;
      }
      if (reference.isMany()) {
        EList<EObject> now = (EList<EObject>) twin.eGet(reference);
        List<EObject> wanted = new ArrayList<>();
        ((List<EObject>) object.eGet(reference)).forEach(each -> wanted.add(twinOf(each, made)));
        if (!now.equals(wanted)) {
          dropped.addAll(now);
          ECollections.setEList(now, wanted);
        }
      } else {
        EObject child = (EObject) object.eGet(reference);
        EObject wanted = child == null ? null : twinOf(child, made);
        EObject now = (EObject) twin.eGet(reference);
        if (now != wanted) {
          if (now != null) {
            dropped.add(now);
          }
          twin.eSet(reference, wanted);
        }
      }
    }
  }

  private void references(EObject object, EObject twin) {
    for (EReference reference : object.eClass().getEAllReferences()) {
      if (reference.isContainment() || reference.isContainer() || !reference.isChangeable()) {
        continue;
      }
      Object value = reference.isMany() ? many(object, reference) : one(object, reference);
      if (!Objects.equals(value, twin.eGet(reference))) {
        twin.eSet(reference, value);
      }
    }
  }

  private EObject one(EObject object, EReference reference) {
    EObject value = (EObject) object.eGet(reference);
    return value == null ? null : twins.get(value);
  }

  private List<EObject> many(EObject object, EReference reference) {
    List<EObject> values = new ArrayList<>();
    for (Object value : (List<?>) object.eGet(reference)) {
      EObject twin = twins.get(value);
      if (twin != null) {
        values.add(twin);
      }
    }
    return values;
  }

  /** What left the design is copied anew when it comes back, as it may have changed meanwhile. */
  private void forget(EObject twin) {
    List<EObject> gone = new ArrayList<>();
    gone.add(twin);
    twin.eAllContents().forEachRemaining(gone::add);
    gone.forEach(each -> twins.remove(sources.remove(each)));
  }
}
