package org.firebreak.diagram.commands;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
 * @param silenced flows that stay without any service, and so permit nothing
 * @param uses references to all that goes, from what stays
 */
public record Deletion(
    List<Element> chosen,
    List<Endpoint> content,
    List<Flow> flows,
    List<Flow> silenced,
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
    List<Flow> silenced = new ArrayList<>();
    for (Flow flow : design.getFlows()) {
      boolean endless = all.contains(flow.getSource()) || all.contains(flow.getDestination());
      if (endless && all.add(flow)) {
        flows.add(flow);
      } else if (!flow.getServices().isEmpty()
          && all.containsAll(flow.getServices())
          && !all.contains(flow)) {
        silenced.add(flow);
      }
    }
    return new Deletion(List.copyOf(chosen), content, flows, silenced, uses(all, design));
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
    Set<EObject> gone = new HashSet<>(chosen);
    gone.addAll(content);
    gone.addAll(flows);
    List<EObject> drawings = new ArrayList<>();
    Map<EObject, Set<EStructuralFeature>> forgetting = new LinkedHashMap<>();
    for (EStructuralFeature.Setting use : uses) {
      EObject user = use.getEObject();
      if (user instanceof DiagramNode || user instanceof DiagramConnection) {
        drawings.add(user);
      } else {
        forgetting
            .computeIfAbsent(user, key -> new LinkedHashSet<>())
            .add(use.getEStructuralFeature());
      }
    }
    forgetting.forEach((user, features) -> features.forEach(each -> forget(user, each, gone)));
    remove(drawings);
    remove(flows);
    remove(chosen);
  }

  private static void forget(EObject user, EStructuralFeature feature, Set<EObject> gone) {
    if (feature.isMany()) {
      ((Collection<?>) user.eGet(feature)).removeAll(gone);
    } else {
      user.eUnset(feature);
    }
  }

  /** All that lie in one list at once: one after the other takes the square of their number. */
  private static void remove(Collection<? extends EObject> objects) {
    Map<Place, Set<EObject>> places = new LinkedHashMap<>();
    for (EObject object : objects) {
      if (object.eContainer() != null) {
        Place place = new Place(object.eContainer(), object.eContainmentFeature());
        places.computeIfAbsent(place, key -> new HashSet<>()).add(object);
      }
    }
    places.forEach((place, inside) -> forget(place.container(), place.feature(), inside));
  }

  private record Place(EObject container, EStructuralFeature feature) {}
}
