package org.firebreak.report.findings;

import java.util.List;

/**
 * The content of the page of findings.
 *
 * @param title name of the design
 * @param file the file as the user wrote it
 * @param revision version of the design; {@code null} if its authors do not count
 * @param evaluationDate day on which expiry was judged, ISO 8601
 * @param scope strategy, and which flows count
 * @param profile name of the profile that judged
 * @param baseline what became of the findings of an earlier result; {@code null} without one
 * @param figures the counts
 * @param sections the findings by rule, the worst first
 * @param accepted what somebody has accepted
 */
public record FindingsView(
    String title,
    String file,
    String revision,
    String evaluationDate,
    String scope,
    String profile,
    String baseline,
    List<Figure> figures,
    List<Section> sections,
    List<AcceptedRow> accepted) {

  /** A number with what it counts. */
  public record Figure(String label, String value, String hint) {}

  /**
   * The findings of one rule with one severity.
   *
   * @param anchor where on the page it is
   * @param count of all, also of those that are left out
   * @param omitted how many are left out
   */
  public record Section(
      String anchor,
      String rule,
      String title,
      String severity,
      String category,
      String rationale,
      String example,
      int count,
      int omitted,
      List<Row> rows) {}

  /** A finding. */
  public record Row(String message, String mend, List<Place> places, int morePlaces) {}

  /** An element. */
  public record Place(String kind, String path) {}

  /** An accepted finding. */
  public record AcceptedRow(
      String severity,
      String rule,
      String title,
      String message,
      List<Place> places,
      int morePlaces,
      String reason,
      String by,
      String on,
      String until) {}
}
