package org.firebreak.report.findings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.Acceptance;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationResult;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.report.findings.FindingsView.AcceptedRow;
import org.firebreak.report.findings.FindingsView.Figure;
import org.firebreak.report.findings.FindingsView.Place;
import org.firebreak.report.findings.FindingsView.Row;
import org.firebreak.report.findings.FindingsView.Section;

/** Gathers the content of the page of findings. */
public final class FindingsBuilder {
  private static final int MOST_ROWS = 500;
  private static final int MOST_PLACES = 12;
  private static final Set<String> PLACED = Set.of("Zone", "ServerGroup", "Server");

  private final ValidationResult result;
  private final ElementPaths paths;

  private FindingsBuilder(ValidationResult result, ElementPaths paths) {
    this.result = result;
    this.paths = paths;
  }

  /**
   * The content of the page.
   *
   * @param file the file of the design as the user wrote it
   * @param baseline what became of the findings of an earlier result; {@code null} without one
   */
  public static FindingsView build(
      String file, ValidationResult result, ElementPaths paths, String baseline) {
    return new FindingsBuilder(result, paths).build(file, baseline);
  }

  private FindingsView build(String file, String baseline) {
    return new FindingsView(
        result.design().name(),
        file,
        result.revision(),
        result.evaluationDate().toString(),
        result.strategy().getLiteral()
            + " segmentation, "
            + (result.approvedOnly() ? "approved flows only" : "proposed and approved flows"),
        result.profile(),
        baseline,
        figures(),
        sections(),
        result.accepted().stream().map(this::accepted).toList());
  }

  private List<Figure> figures() {
    return List.of(
        figure(FindingSeverity.ERROR, "Errors", "contradictions, or without effect"),
        figure(FindingSeverity.WARNING, "Warnings", "too much permitted, or something lacking"),
        figure(FindingSeverity.INFO, "Information", "worth a look"),
        new Figure(
            "Accepted", String.valueOf(result.accepted().size()), "with a reason, listed below"));
  }

  private Figure figure(FindingSeverity severity, String label, String hint) {
    return new Figure(label, String.valueOf(result.findings(severity).size()), hint);
  }

  private List<Section> sections() {
    Map<String, List<Finding>> groups = new LinkedHashMap<>();
    for (Finding finding : result.findings()) {
      String anchor = finding.rule().toLowerCase(Locale.ROOT) + "-" + finding.severity().label();
      groups.computeIfAbsent(anchor, key -> new ArrayList<>()).add(finding);
    }
    List<Section> sections = new ArrayList<>();
    groups.forEach((anchor, findings) -> sections.add(section(anchor, findings)));
    return sections;
  }

  private Section section(String anchor, List<Finding> findings) {
    Finding first = findings.get(0);
    RuleInfo rule = rule(first.rule());
    int shown = Math.min(MOST_ROWS, findings.size());
    return new Section(
        anchor,
        rule.id(),
        rule.title(),
        first.severity().label(),
        rule.category().title(),
        rule.rationale(),
        rule.example(),
        findings.size(),
        findings.size() - shown,
        findings.subList(0, shown).stream()
            .map(
                finding ->
                    new Row(
                        finding.message(), finding.mend(), places(finding), morePlaces(finding)))
            .toList());
  }

  private static RuleInfo rule(String id) {
    return ValidationRules.byId(id)
        .orElseThrow(() -> new IllegalArgumentException("there is no rule " + id))
        .info();
  }

  private AcceptedRow accepted(Acceptance acceptance) {
    Finding finding = acceptance.finding();
    return new AcceptedRow(
        finding.severity().label(),
        finding.rule(),
        rule(finding.rule()).title(),
        finding.message(),
        places(finding),
        morePlaces(finding),
        acceptance.reason() == null ? "" : acceptance.reason(),
        acceptance.acceptedBy() == null ? "" : acceptance.acceptedBy(),
        acceptance.acceptedOn() == null ? "" : acceptance.acceptedOn().toString(),
        acceptance.expiresOn() == null ? "for good" : acceptance.expiresOn().toString());
  }

  private List<Place> places(Finding finding) {
    return finding.elements().stream()
        .limit(MOST_PLACES)
        .map(element -> new Place(kind(element), shown(element)))
        .toList();
  }

  /** The kind already says in which list of the design something is that no zone holds. */
  private String shown(ElementRef element) {
    return PLACED.contains(element.type()) ? paths.of(element) : element.name();
  }

  private static int morePlaces(Finding finding) {
    return Math.max(0, finding.elements().size() - MOST_PLACES);
  }

  /** {@code server group} for {@code ServerGroup}. */
  private static String kind(ElementRef element) {
    return element.type().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
