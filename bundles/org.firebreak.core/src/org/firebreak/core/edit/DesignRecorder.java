package org.firebreak.core.edit;

import java.util.Iterator;
import java.util.Set;
import org.eclipse.emf.common.notify.Notifier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.change.ChangeDescription;
import org.eclipse.emf.ecore.change.util.ChangeRecorder;
import org.eclipse.emf.ecore.util.InternalEList;
import org.firebreak.model.Design;

/**
 * Records the changes of one design, step after step, with adapters that stay in place.
 *
 * <p>The recorder of EMF forgets what an object went through when the object is new since the
 * recorder was attached and is deleted in the step; and it walks over all objects it ever saw at
 * the end of each step. Both come from its list of targets, which this one does not keep: every
 * change of every object that was once in the design is recorded, and a step costs what it changes.
 */
final class DesignRecorder extends ChangeRecorder {
  DesignRecorder(Design design) {
    setResolveProxies(false);
    addAdapter(design);
  }

  void begin() {
    beginRecording(Set.of());
  }

  ChangeDescription end() {
    return endRecording();
  }

  @Override
  public void setTarget(Notifier target) {
    if (target instanceof InternalEObject object) {
      Iterator<EObject> contents = ((InternalEList<EObject>) object.eContents()).basicIterator();
      contents.forEachRemaining(this::addAdapter);
    }
  }

  @Override
  public void unsetTarget(Notifier target) {
    // There is no list of targets.
  }
}
