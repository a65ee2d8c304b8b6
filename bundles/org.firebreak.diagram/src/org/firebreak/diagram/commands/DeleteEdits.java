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
import org.eclipse.gef.commands.Command;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.model.Design;
import org.firebreak.model.DiagramConnection;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.model.Flow;

/** Taking elements off a diagram, and out of the design. */
public final class DeleteEdits {
  private final LiveScene live;

  public DeleteEdits(LiveScene live) {
    this.live = live;
  }

  /**
   * Takes nodes off the diagram; the design keeps what they show.
   *
   * @return {@code null} if there is nothing to take off
   */
  public Command removeFromDiagram(Collection<DiagramNode> nodes) {
    if (nodes.isEmpty()) {
      return null;
    }
    List<DiagramNode> all = List.copyOf(nodes);
    return new EditCommand(
        live.edit(),
        "Remove " + subject(all) + " from diagram",
        () -> live.diagram().getNodes().removeAll(all));
  }

  /**
   * Deletes elements from the design with all they hold, the flows that start or end at them, and
   * their nodes on every diagram; for a note, its node.
   *
   * @param elements endpoints, enforcement points, flows; or nodes of notes
   * @return {@code null} if there is nothing to delete
   */
  public Command delete(Collection<? extends Element> elements) {
    Set<Element> doomed = new LinkedHashSet<>(elements);
    doomed.removeIf(element -> element instanceof Design);
    if (doomed.isEmpty()) {
      return null;
    }
    Deletion deletion = Deletion.of(doomed, live.edit().design());
    return new EditCommand(live.edit(), "Delete " + deletion.words(), deletion::carryOut);
  }

  private static String subject(List<? extends EObject> objects) {
    return objects.size() == 1
        ? ModelDescriptions.label(objects.get(0))
        : objects.size() + " elements";
  }

  /**
   * What goes.
   *
   * @param chosen elements that the user chose
   * @param flows flows that lose an end
   * @param uses references to all that goes, from what stays
   */
  private record Deletion(
      List<Element> chosen, List<Flow> flows, List<EStructuralFeature.Setting> uses) {

    static Deletion of(Set<Element> chosen, Design design) {
      Set<EObject> all = new LinkedHashSet<>();
      for (Element element : chosen) {
        addWithContent(element, all);
      }
      List<Flow> flows = new ArrayList<>();
      for (Flow flow : design.getFlows()) {
        boolean endless = all.contains(flow.getSource()) || all.contains(flow.getDestination());
        if (endless && all.add(flow)) {
          flows.add(flow);
        }
      }
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
      return new Deletion(List.copyOf(chosen), flows, uses);
    }

    private static void addWithContent(EObject element, Set<EObject> all) {
      all.add(element);
      for (TreeIterator<EObject> inside = element.eAllContents(); inside.hasNext(); ) {
        all.add(inside.next());
      }
    }

    /** "web" or "3 elements", and how many flows go with it. */
    String words() {
      if (flows.isEmpty()) {
        return subject(chosen);
      }
      return subject(chosen)
          + (flows.size() == 1 ? " and 1 flow" : " and %d flows".formatted(flows.size()));
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
}
