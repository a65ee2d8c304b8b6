package org.firebreak.diagram.commands;

import java.util.HashSet;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.model.Design;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.NamedElement;
import org.firebreak.model.io.NewElements;

/** What can be drawn on a diagram. */
public enum NewBox {
  ZONE("Zone"),
  GROUP("Group"),
  SERVER("Server"),
  EXTERNAL_NETWORK("External network"),
  FIREWALL("Firewall"),
  NOTE("Note");

  private final String noun;

  NewBox(String noun) {
    this.noun = noun;
  }

  /** What it is called, for instance {@code External network}. */
  public String noun() {
    return noun;
  }

  /** A fresh element with a name that the design has not used; {@code null} for a note. */
  NamedElement element(Design design) {
    String name = freeName(design);
    return switch (this) {
      case ZONE -> NewElements.zone(name);
      case GROUP -> NewElements.group(name);
      case SERVER -> NewElements.server(name);
      case EXTERNAL_NETWORK -> NewElements.externalNetwork(name);
      case FIREWALL -> NewElements.enforcementPoint(name, EnforcementKind.CENTRAL);
      case NOTE -> null;
    };
  }

  private String freeName(Design design) {
    Set<String> used = new HashSet<>();
    for (var all = design.eAllContents(); all.hasNext(); ) {
      EObject object = all.next();
      if (object instanceof NamedElement element) {
        used.add(ModelDescriptions.label(element));
      }
    }
    int number = 1;
    while (used.contains(noun + " " + number)) {
      number++;
    }
    return noun + " " + number;
  }
}
