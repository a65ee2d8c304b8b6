package org.firebreak.cli;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.NamedElement;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Finds elements of a design by what the user calls them. */
final class NamedElements {
  private NamedElements() {}

  /**
   * Ids of everything on a diagram that has one of the names.
   *
   * @throws ParameterException if nothing has one of them
   */
  static Set<String> ids(Design design, List<String> names, CommandLine command) {
    return ids(
        design,
        names,
        "zone, group, server, network or firewall",
        command,
        Endpoint.class,
        EnforcementPoint.class);
  }

  /**
   * Ids of the elements of some types that have one of the names, or that are named by their id.
   *
   * @param kinds the types in words, for the message
   * @throws ParameterException if nothing has one of the names
   */
  @SafeVarargs
  static Set<String> ids(
      Design design,
      List<String> names,
      String kinds,
      CommandLine command,
      Class<? extends NamedElement>... types) {
    Set<String> ids = new HashSet<>();
    Set<String> unknown = new HashSet<>(names);
    for (TreeIterator<EObject> all = design.eAllContents(); all.hasNext(); ) {
      if (all.next() instanceof NamedElement each
          && Arrays.stream(types).anyMatch(type -> type.isInstance(each))) {
        for (String name : new String[] {each.getName(), each.getId()}) {
          if (names.contains(name)) {
            ids.add(each.getId());
            unknown.remove(name);
          }
        }
      }
    }
    for (String name : names) {
      if (unknown.contains(name)) {
        throw new ParameterException(command, "the design has no " + kinds + " '" + name + "'");
      }
    }
    return ids;
  }
}
