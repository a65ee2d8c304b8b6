package org.firebreak.ui.fixes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.core.validation.Acceptance;
import org.firebreak.core.validation.Finding;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Element;
import org.firebreak.ui.designs.ElementIndex;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.designs.SelectedElements;
import org.firebreak.ui.findings.Findings;
import org.firebreak.ui.findings.Problem;
import org.firebreak.ui.findings.SelectedProblems;

/**
 * What a command about findings is for: the findings that are selected in a list of them, or those
 * on the elements that are selected anywhere else.
 *
 * @param document their design
 * @param findings open findings, each once
 * @param accepted accepted findings, each once
 * @param elements the selected elements, or those of the selected findings
 */
record Target(
    DesignDocument document,
    List<Finding> findings,
    List<Acceptance> accepted,
    List<Element> elements) {

  /** What is selected in the active part; none if no design is active. */
  static Optional<Target> in(IWorkbenchWindow window) {
    IWorkbenchPart part = window.getPartService().getActivePart();
    OpenDesigns designs = OpenDesigns.in(window);
    if (part instanceof SelectedProblems list) {
      return designs.active().map(document -> of(document, list.selectedProblems()));
    }
    List<EObject> selected = List.of();
    ISelectionProvider provider = part == null ? null : part.getSite().getSelectionProvider();
    if (provider != null) {
      selected = SelectedElements.of(provider.getSelection());
    }
    List<Element> elements =
        selected.stream().filter(Element.class::isInstance).map(Element.class::cast).toList();
    return elements.stream()
        .findFirst()
        .flatMap(designs::of)
        .or(designs::active)
        .map(document -> on(Findings.in(window), document, elements));
  }

  private static Target of(DesignDocument document, List<Problem> problems) {
    List<Finding> findings = new ArrayList<>();
    List<Acceptance> accepted = new ArrayList<>();
    Set<Element> elements = new LinkedHashSet<>();
    ElementIndex index = new ElementIndex(document.design());
    for (Problem problem : problems) {
      if (problem.isAccepted()) {
        accepted.add(problem.acceptance());
      } else {
        findings.add(problem.finding());
      }
      problem.finding().elements().stream()
          .limit(1)
          .map(index::find)
          .flatMap(Optional::stream)
          .forEach(elements::add);
    }
    return new Target(document, findings, accepted, List.copyOf(elements));
  }

  private static Target on(Findings known, DesignDocument document, List<Element> elements) {
    Set<Finding> findings = new LinkedHashSet<>();
    List<Acceptance> accepted = new ArrayList<>();
    elements.forEach(element -> findings.addAll(known.on(document, element)));
    Set<String> ids = elements.stream().map(Element::getId).collect(Collectors.toSet());
    for (Problem problem : known.problems(document)) {
      if (problem.isAccepted()
          && problem.finding().elements().stream().anyMatch(ref -> ids.contains(ref.id()))) {
        accepted.add(problem.acceptance());
      }
    }
    return new Target(document, List.copyOf(findings), accepted, elements);
  }

  /** The rules of the findings, the accepted ones too, each once. */
  List<String> rules() {
    Set<String> rules = new LinkedHashSet<>();
    findings.forEach(finding -> rules.add(finding.rule()));
    accepted.forEach(acceptance -> rules.add(acceptance.finding().rule()));
    return List.copyOf(rules);
  }
}
