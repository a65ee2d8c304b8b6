package org.firebreak.core.table;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature.Setting;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.model.Design;
import org.firebreak.model.DiagramConnection;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.model.Flow;
import org.firebreak.model.Service;

/**
 * Rows that are to be deleted from a design, with what cannot be without them: flows that lose an
 * end, and what shows them on diagrams.
 */
public final class RowDeletion {
  private final Design design;
  private final Set<EObject> rows = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<EObject> flows = Collections.newSetFromMap(new IdentityHashMap<>());
  private final int stripped;

  /**
   * @param chosen servers, flows or services
   */
  public RowDeletion(Design design, Collection<? extends Element> chosen) {
    this.design = design;
    rows.addAll(chosen);
    int losing = 0;
    for (Flow flow : design.getFlows()) {
      if (rows.contains(flow)) {
        continue;
      }
      if (rows.contains(flow.getSource()) || rows.contains(flow.getDestination())) {
        flows.add(flow);
      } else if (!flow.getServices().isEmpty() && rows.containsAll(flow.getServices())) {
        losing++;
      }
    }
    stripped = losing;
  }

  /** Flows that are deleted because they lose an end. */
  public int flows() {
    return flows.size();
  }

  /**
   * Flows that would lose all their services, and so permit any; who deletes the last service of a
   * flow must choose another one first.
   */
  public int widenedFlows() {
    return stripped;
  }

  /** Deletes them. Call it inside a model edit. */
  public void carryOut() {
    Set<EObject> all = new HashSet<>(rows);
    all.addAll(flows);
    Map<EObject, Collection<Setting>> uses = EcoreUtil.UsageCrossReferencer.findAll(all, design);
    uses.forEach(
        (target, settings) -> List.copyOf(settings).forEach(use -> forget(use, target, all)));
    design.getFlows().removeAll(all);
    for (EObject row : rows) {
      if (!(row instanceof Flow)) {
        EcoreUtil.remove(row);
      }
    }
  }

  private static void forget(Setting use, EObject target, Set<EObject> all) {
    EObject user = use.getEObject();
    if (all.contains(user)) {
      return;
    }
    if (user instanceof DiagramNode || user instanceof DiagramConnection) {
      EcoreUtil.remove(user);
    } else if (target instanceof Service || use.getEStructuralFeature().isMany()) {
      EcoreUtil.remove(use, target);
    } else {
      use.unset();
    }
  }
}
