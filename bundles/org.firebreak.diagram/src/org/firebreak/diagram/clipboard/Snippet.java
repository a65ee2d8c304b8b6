package org.firebreak.diagram.clipboard;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.Tenant;
import org.firebreak.model.Zone;
import org.firebreak.model.io.DesignFile;
import org.firebreak.model.io.DesignFileException;
import org.firebreak.model.io.NewElements;

/**
 * Copied elements: a small design that has the id of the one it was taken from, with one diagram
 * that has the id of the diagram on which they were copied. Whatever is copied is whole, with what
 * it holds, its flows, and their services; ends of flows that were not copied are there as
 * {@linkplain #isOutside stand-ins}.
 */
final class Snippet {
  private static final String OUTSIDE = "firebreak:outside";

  private final Design content;

  private Snippet(Design content) {
    this.content = content;
  }

  /**
   * Copies elements as a diagram shows them.
   *
   * @param chosen endpoints, enforcement points and flows of the design; nodes of notes
   */
  static Snippet of(LiveScene live, Collection<? extends Element> chosen) {
    return new Snippet(new Taking(live, chosen).take());
  }

  /**
   * Reads what {@link #bytes()} wrote; the bytes may come from anywhere.
   *
   * @throws DesignFileException if they are damaged
   */
  static Snippet read(byte[] bytes) throws DesignFileException {
    Design design = DesignFile.read(new ByteArrayInputStream(bytes), "the clipboard");
    if (design.getDiagrams().isEmpty()) {
      design.getDiagrams().add(NewElements.diagram(""));
    }
    return new Snippet(design);
  }

  byte[] bytes() {
    return DesignFile.toBytes(content);
  }

  Design content() {
    return content;
  }

  Diagram diagram() {
    return content.getDiagrams().get(0);
  }

  /** Whether an endpoint only stands for one that was not copied. */
  static boolean isOutside(NamedElement element) {
    return OUTSIDE.equals(element.getOrigin());
  }

  /** What was chosen, without flows and notes, and without stand-ins. */
  List<NamedElement> roots() {
    List<NamedElement> roots = new ArrayList<>();
    roots.addAll(content.getZones());
    roots.addAll(content.getGroups());
    roots.addAll(content.getServers());
    roots.addAll(content.getExternalNetworks());
    roots.addAll(content.getEnforcementPoints());
    roots.removeIf(Snippet::isOutside);
    return roots;
  }

  /** Takes a copy of what is chosen, and of all that it needs. */
  private static final class Taking {
    private final LiveScene live;
    private final Set<Element> roots = new LinkedHashSet<>();
    private final Set<EObject> inside = new HashSet<>();
    private final Set<Element> chosen;
    // References to what is not copied are dropped: a snippet must be whole.
    private final EcoreUtil.Copier copier = new EcoreUtil.Copier(true, false);
    private final Design content;

    Taking(LiveScene live, Collection<? extends Element> chosen) {
      this.live = live;
      this.chosen = new LinkedHashSet<>(chosen);
      Design source = live.edit().design();
      content = NewElements.design(source.getName());
      content.setId(source.getId());
      for (Element element : this.chosen) {
        boolean copied = element instanceof Endpoint || element instanceof EnforcementPoint;
        if (copied && !hasChosenAncestor(element)) {
          roots.add(element);
          inside.add(element);
          element.eAllContents().forEachRemaining(inside::add);
        }
      }
    }

    Design take() {
      List<Element> taken = new ArrayList<>(roots);
      Design source = live.edit().design();
      for (Flow flow : source.getFlows()) {
        if (chosen.contains(flow)
            || inside.contains(flow.getSource())
            || inside.contains(flow.getDestination())) {
          taken.add(flow);
        }
      }
      taken.addAll(needed(taken));
      taken.forEach(element -> put(copier.copy(element)));
      ends(taken).forEach(end -> put(standIn(end)));
      takeNodes();
      copier.copyReferences();
      return content;
    }

    /** Services and tenants that the elements refer to. */
    private Set<Element> needed(List<Element> taken) {
      Set<Element> needed = new LinkedHashSet<>();
      for (Element element : taken) {
        if (element instanceof Flow flow) {
          needed.addAll(flow.getServices());
        }
      }
      for (EObject object : inside) {
        Tenant tenant =
            switch (object) {
              case Zone zone -> zone.getTenant();
              case Server server -> server.getTenant();
              default -> null;
            };
        if (tenant != null) {
          needed.add(tenant);
        }
      }
      return needed;
    }

    private Set<Endpoint> ends(List<Element> taken) {
      Set<Endpoint> ends = new LinkedHashSet<>();
      for (Element element : taken) {
        if (element instanceof Flow flow) {
          ends.add(flow.getSource());
          ends.add(flow.getDestination());
        } else if (element instanceof EnforcementPoint point) {
          ends.addAll(point.getGuards());
        }
      }
      ends.removeIf(end -> end == null || inside.contains(end));
      return ends;
    }

    private EObject standIn(Endpoint end) {
      Endpoint standIn = (Endpoint) EcoreUtil.create(end.eClass());
      standIn.setId(end.getId());
      standIn.setName(end.getName());
      standIn.setOrigin(OUTSIDE);
      copier.put(end, standIn);
      return standIn;
    }

    private void put(EObject copy) {
      switch (copy) {
        case Zone zone -> content.getZones().add(zone);
        case ServerGroup group -> content.getGroups().add(group);
        case Server server -> content.getServers().add(server);
        case ExternalNetwork network -> content.getExternalNetworks().add(network);
        case EnforcementPoint point -> content.getEnforcementPoints().add(point);
        case Flow flow -> content.getFlows().add(flow);
        case Service service -> content.getServices().add(service);
        case Tenant tenant -> content.getTenants().add(tenant);
        default -> throw new IllegalArgumentException("cannot be copied: " + copy.eClass());
      }
    }

    /** Nodes keep their places: those of roots and notes in the diagram, the others in a box. */
    private void takeNodes() {
      Diagram diagram = NewElements.diagram(live.diagram().getName());
      diagram.setId(live.diagram().getId());
      content.getDiagrams().add(diagram);
      for (DiagramNode node : live.diagram().getNodes()) {
        boolean root = roots.contains(node.getElement()) || chosen.contains(node);
        if (root || inside.contains(node.getElement())) {
          DiagramNode copy = (DiagramNode) copier.copy(node);
          if (root && live.box(node) != null) {
            copy.setX(live.box(node).bounds().x());
            copy.setY(live.box(node).bounds().y());
          }
          diagram.getNodes().add(copy);
        }
      }
    }

    private boolean hasChosenAncestor(Element element) {
      for (EObject at = element.eContainer(); at != null; at = at.eContainer()) {
        if (chosen.contains(at)) {
          return true;
        }
      }
      return false;
    }
  }
}
