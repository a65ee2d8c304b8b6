package org.firebreak.ui.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.FirebreakPackage.Literals;

/**
 * The elements of one kind in a design.
 *
 * @param design the design
 * @param kind which elements
 */
record Folder(Design design, Kind kind) {

  /** Folders in the order of the tree. */
  enum Kind {
    DIAGRAMS("Diagrams", Literals.DIAGRAM, Design::getDiagrams),
    SERVERS("Zones and servers", Literals.ZONE, Folder::content),
    EXTERNAL_NETWORKS("External networks", Literals.EXTERNAL_NETWORK, Design::getExternalNetworks),
    FLOWS("Flows", Literals.FLOW, Design::getFlows),
    SERVICES("Services", Literals.SERVICE, Design::getServices),
    TRIPWIRES("Tripwires", Literals.TRIPWIRE, Design::getTripwires),
    ENFORCEMENT_POINTS(
        "Enforcement points", Literals.ENFORCEMENT_POINT, Design::getEnforcementPoints),
    TENANTS("Tenants", Literals.TENANT, Design::getTenants);

    private final String label;
    private final EClass content;
    private final Function<Design, List<? extends EObject>> children;

    Kind(String label, EClass content, Function<Design, List<? extends EObject>> children) {
      this.label = label;
      this.content = content;
      this.children = children;
    }

    String label() {
      return label;
    }

    /** The class that a folder is there for. */
    EClass content() {
      return content;
    }

    /** The folder that shows what a design holds in a feature; {@code null} if none does. */
    static Kind of(EStructuralFeature feature) {
      if (feature.getEContainingClass() == Literals.CONTAINER) {
        return SERVERS;
      }
      for (Kind kind : values()) {
        if (feature.getEContainingClass() == Literals.DESIGN
            && feature.isMany()
            && feature.getEType() == kind.content) {
          return kind;
        }
      }
      return null;
    }
  }

  List<? extends EObject> children() {
    return kind.children.apply(design);
  }

  /** Zones, then groups, then servers of their own. */
  static List<EObject> content(Container container) {
    List<EObject> content =
        new ArrayList<>(
            container.getZones().size()
                + container.getGroups().size()
                + container.getServers().size());
    content.addAll(container.getZones());
    content.addAll(container.getGroups());
    content.addAll(container.getServers());
    return content;
  }
}
