package org.firebreak.ui.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.FirebreakPackage.Literals;
import org.firebreak.model.NamedElement;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.io.NewElements;

/**
 * Something new that a node may get.
 *
 * @param parent what will hold it
 * @param feature where in the parent
 * @param type its class
 */
record NewChild(EObject parent, EReference feature, EClass type) {

  /** What may be added to a node of the tree. */
  static List<NewChild> of(Object node) {
    return switch (node) {
      case Design design -> allOf(design);
      case Folder folder -> of(folder);
      case Container container -> inside((EObject) container);
      case ServerGroup group ->
          List.of(new NewChild(group, Literals.SERVER_GROUP__SERVERS, Literals.SERVER));
      case EnforcementPoint point ->
          List.of(new NewChild(point, Literals.ENFORCEMENT_POINT__LINKS, Literals.LINK));
      case null, default -> List.of();
    };
  }

  private static List<NewChild> allOf(Design design) {
    List<NewChild> children = new ArrayList<>(inside(design));
    for (Folder.Kind kind : Folder.Kind.values()) {
      if (kind != Folder.Kind.SERVERS) {
        children.addAll(of(new Folder(design, kind)));
      }
    }
    return children;
  }

  private static List<NewChild> of(Folder folder) {
    Design design = folder.design();
    EReference feature =
        switch (folder.kind()) {
          case SERVERS -> null;
          case EXTERNAL_NETWORKS -> Literals.DESIGN__EXTERNAL_NETWORKS;
          case SERVICES -> Literals.DESIGN__SERVICES;
          case TRIPWIRES -> Literals.DESIGN__TRIPWIRES;
          case ENFORCEMENT_POINTS -> Literals.DESIGN__ENFORCEMENT_POINTS;
          case TENANTS -> Literals.DESIGN__TENANTS;
          // Flows are drawn between two ends, and a design shows one diagram.
          case FLOWS, DIAGRAMS -> null;
        };
    if (folder.kind() == Folder.Kind.SERVERS) {
      return inside(design);
    }
    return feature == null
        ? List.of()
        : List.of(new NewChild(design, feature, folder.kind().content()));
  }

  private static List<NewChild> inside(EObject container) {
    return List.of(
        new NewChild(container, Literals.CONTAINER__ZONES, Literals.ZONE),
        new NewChild(container, Literals.CONTAINER__GROUPS, Literals.SERVER_GROUP),
        new NewChild(container, Literals.CONTAINER__SERVERS, Literals.SERVER));
  }

  /** {@code Server group}. */
  String label() {
    return ModelDescriptions.kind(type);
  }

  /** Adds it; call this inside a model edit. */
  @SuppressWarnings("unchecked")
  NamedElement add() {
    EList<EObject> siblings = (EList<EObject>) parent.eGet(feature);
    NamedElement child = create(freeName(siblings));
    siblings.add(child);
    return child;
  }

  private NamedElement create(String name) {
    if (type == Literals.ZONE) {
      return NewElements.zone(name);
    } else if (type == Literals.SERVER_GROUP) {
      return NewElements.group(name);
    } else if (type == Literals.SERVER) {
      return NewElements.server(name);
    } else if (type == Literals.EXTERNAL_NETWORK) {
      return NewElements.externalNetwork(name);
    } else if (type == Literals.SERVICE) {
      return NewElements.service(name);
    } else if (type == Literals.TRIPWIRE) {
      return NewElements.tripwire(name);
    } else if (type == Literals.ENFORCEMENT_POINT) {
      return NewElements.enforcementPoint(name, EnforcementKind.CENTRAL);
    } else if (type == Literals.TENANT) {
      return NewElements.tenant(name);
    } else if (type == Literals.LINK) {
      return NewElements.link(name);
    }
    throw new IllegalArgumentException("nothing makes a " + type.getName());
  }

  private String freeName(List<EObject> siblings) {
    Set<String> taken = siblings.stream().map(ModelDescriptions::label).collect(Collectors.toSet());
    String base = "new-" + label().toLowerCase(Locale.ROOT).replace(' ', '-');
    String name = base;
    for (int i = 2; taken.contains(name); i++) {
      name = base + "-" + i;
    }
    return name;
  }
}
