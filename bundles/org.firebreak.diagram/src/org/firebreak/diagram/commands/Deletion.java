package org.firebreak.diagram.commands;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramConnection;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.Flow;

/**
 * Elements that are to leave a design, and all that goes with them.
 *
 * @param chosen elements that the user chose
 * @param content endpoints inside them
 * @param flows flows that lose an end
 * @param uses references to all that goes, from what stays
 */
public record Deletion(
    List<Element> chosen,
    List<Endpoint> content,
    List<Flow> flows,
    List<EStructuralFeature.Setting> uses) {

  static Deletion of(Collection<? extends Element> elements, Design design) {
    Set<Element> chosen = new LinkedHashSet<>(elements);
    Set<EObject> all = new LinkedHashSet<>();
    List<Endpoint> content = new ArrayList<>();
    for (Element element : chosen) {
      all.add(element);
      for (TreeIterator<EObject> inside = element.eAllContents(); inside.hasNext(); ) {
        EObject object = inside.next();
        boolean first = all.add(object);
        if (first && object instanceof Endpoint endpoint && !chosen.contains(endpoint)) {
          content.add(endpoint);
        }
      }
    }
    List<Flow> flows = new ArrayList<>();
    for (Flow flow : design.getFlows()) {
      boolean endless = all.contains(flow.getSource()) || all.contains(flow.getDestination());
      if (endless && all.add(flow)) {
        flows.add(flow);
      }
    }
    return new Deletion(List.copyOf(chosen), content, flows, uses(all, design));
  }

  private static List<EStructuralFeature.Setting> uses(Set<EObject> all, Design design) {
    List<EStructuralFeature.Setting> uses = new ArrayList<>();
    Map<EObject, Collection<EStructuralFeature.Setting>> found =
        EcoreUtil.UsageCrossReferencer.findAll(all, design);
    for (EObject object : all) {
      for (EStructuralFeature.Setting use : found.getOrDefault(object, List.of())) {
        if (!all.contains(use.getEObject())) {
          uses.add(use);
        }
      }
    }
    return uses;
  }

  /** Diagrams that show what was chosen, in the order of the design. */
  public List<Diagram> diagrams() {
    Set<Diagram> diagrams = new LinkedHashSet<>();
    for (EStructuralFeature.Setting use : uses) {
      if (use.getEObject() instanceof DiagramNode node
          && chosen.contains(node.getElement())
          && node.eContainer() instanceof Diagram diagram) {
        diagrams.add(diagram);
      }
    }
    List<Diagram> sorted = new ArrayList<>(diagrams);
    sorted.sort(
        java.util.Comparator.comparingInt(
            diagram -> ((Design) diagram.eContainer()).getDiagrams().indexOf(diagram)));
    return sorted;
  }

  /** Firewalls that guard what goes. */
  public List<EnforcementPoint> guardedBy() {
    Set<EnforcementPoint> points = new LinkedHashSet<>();
    for (EStructuralFeature.Setting use : uses) {
      if (use.getEObject() instanceof EnforcementPoint point) {
        points.add(point);
      }
    }
    return List.copyOf(points);
  }

  /** "web", or "3 elements". */
  public String subject() {
    return chosen.size() == 1
        ? ModelDescriptions.label(chosen.get(0))
        : chosen.size() + " elements";
  }

  /** "web" or "3 elements", and how many flows go with it. */
  String words() {
    if (flows.isEmpty()) {
      return subject();
    }
    return subject() + (flows.size() == 1 ? " and 1 flow" : " and " + flows.size() + " flows");
  }

  void carryOut() {
    for (EStructuralFeature.Setting use : uses) {
      EObject user = use.getEObject();
      if (user instanceof DiagramNode || user instanceof DiagramConnection) {
        EcoreUtil.remove(user);
      }
    }
    for (EStructuralFeature.Setting use : uses) {
      if (use.getEStructuralFeature().isMany()) {
        ((Collection<?>) use.get(false)).removeIf(target -> goes((EObject) target));
      } else if (use.getEObject().eContainer() != null) {
        use.unset();
      }
    }
    flows.forEach(EcoreUtil::remove);
    chosen.forEach(EcoreUtil::remove);
  }

  private boolean goes(EObject target) {
    return flows.contains(target) || EcoreUtil.isAncestor(chosen, target);
  }
}
