package org.firebreak.cli;

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

/** Finds what a diagram can show by its name. */
final class NamedElements {
  private NamedElements() {}

  /**
   * Ids of everything that has one of the names.
   *
   * @throws ParameterException if nothing has one of them
   */
  static Set<String> ids(Design design, List<String> names, CommandLine command) {
    Set<String> ids = new HashSet<>();
    Set<String> unknown = new HashSet<>(names);
    for (TreeIterator<EObject> all = design.eAllContents(); all.hasNext(); ) {
      EObject each = all.next();
      if ((each instanceof Endpoint || each instanceof EnforcementPoint)
          && each instanceof NamedElement named
          && names.contains(named.getName())) {
        ids.add(named.getId());
        unknown.remove(named.getName());
      }
    }
    for (String name : names) {
      if (unknown.contains(name)) {
        throw new ParameterException(
            command, "the design has no zone, group, server, network or firewall '" + name + "'");
      }
    }
    return ids;
  }
}
