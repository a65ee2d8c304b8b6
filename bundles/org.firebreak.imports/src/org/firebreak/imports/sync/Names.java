package org.firebreak.imports.sync;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.model.Design;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Tenant;

/** Names and ids of what an inventory brings. */
final class Names {
  private Names() {}

  static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /**
   * The id of an element that a synchronisation makes: the same for the same name in the same
   * design, so that a second run makes the same element.
   */
  static String id(Design design, String kind, Tenant tenant, String name) {
    String text =
        String.join(
            "\n",
            "firebreak sync",
            String.valueOf(design.getId()),
            kind,
            tenant == null ? "" : fold(tenant.getName()),
            fold(name));
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Where something lies, from the outermost zone: {@code Front / web}; the design is none. */
  static String path(EObject element) {
    StringBuilder path = new StringBuilder();
    for (EObject at = element;
        at instanceof NamedElement named && !(at instanceof Design);
        at = at.eContainer()) {
      path.insert(0, path.isEmpty() ? named.getName() : named.getName() + " / ");
    }
    return path.isEmpty() ? "the design itself" : path.toString();
  }
}
