package org.firebreak.report.findings;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.Acceptance;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.ValidationResult;
import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;

/**
 * Qualified names of the elements of findings: {@code dmz/web/web1} for a server in a group in a
 * zone, {@code flows/web → db} for what no zone holds. A slash in a name is written {@code \/}.
 */
public final class ElementPaths {
  private final Map<String, String> byId = new HashMap<>();

  private ElementPaths() {}

  /** The paths of all elements that the findings name; one walk over the design. */
  public static ElementPaths of(Design design, ValidationResult result) {
    Set<String> wanted =
        Stream.concat(
                result.findings().stream(), result.accepted().stream().map(Acceptance::finding))
            .map(Finding::elements)
            .flatMap(elements -> elements.stream().map(ElementRef::id))
            .collect(Collectors.toSet());
    ElementPaths paths = new ElementPaths();
    paths.byId.put(design.getId(), ElementRef.of(design).name());
    for (TreeIterator<EObject> all = design.eAllContents(); all.hasNext(); ) {
      if (all.next() instanceof NamedElement element && wanted.contains(element.getId())) {
        paths.byId.put(element.getId(), path(element));
      }
    }
    return paths;
  }

  /** The path of an element; its name if it is not in the design. */
  public String of(ElementRef element) {
    return byId.getOrDefault(element.id(), element.name());
  }

  private static String path(NamedElement element) {
    String own = ElementRef.of(element).name().replace("/", "\\/");
    EObject holder = element.eContainer();
    if (holder instanceof Design) {
      boolean placed = element instanceof Container || isPlaced(element);
      return placed ? own : element.eContainingFeature().getName() + "/" + own;
    }
    return holder instanceof NamedElement outer ? path(outer) + "/" + own : own;
  }

  /** Whether it is a group or server that lies outside any zone. */
  private static boolean isPlaced(NamedElement element) {
    return element instanceof ServerGroup || element instanceof Server;
  }
}
