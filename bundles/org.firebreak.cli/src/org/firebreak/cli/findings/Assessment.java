package org.firebreak.cli.findings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.Acceptance;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationProfile;
import org.firebreak.core.validation.ValidationResult;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.model.Design;
import org.firebreak.report.findings.ElementPaths;

/**
 * What a validation has to say, for all documents.
 *
 * @param file the design as the user wrote it; {@code -} for standard input
 * @param result the findings to report: with a baseline only the new ones
 * @param profile what judged
 * @param baseline what became of earlier findings; {@code null} without a baseline
 * @param failOn least severity that fails
 * @param paths qualified names of elements
 * @param lines places of elements in the file
 */
public record Assessment(
    String file,
    ValidationResult result,
    ValidationProfile profile,
    Baseline.Comparison baseline,
    FindingSeverity failOn,
    ElementPaths paths,
    ElementLines lines) {
  /** How many elements of a finding have their places told; some name thousands. */
  static final int MOST_PLACES = 100;

  /** The text of a design. */
  @FunctionalInterface
  public interface Text {
    InputStream open() throws IOException;
  }

  /**
   * An assessment of everything.
   *
   * @param text the file, read once for the lines; {@code null} if nobody asks for them
   */
  public static Assessment of(
      String file,
      Design design,
      ValidationResult result,
      ValidationProfile profile,
      FindingSeverity failOn,
      Text text)
      throws IOException {
    ElementLines lines = ElementLines.NONE;
    if (text != null) {
      try (InputStream in = text.open()) {
        lines = ElementLines.of(in, wanted(result));
      }
    }
    return new Assessment(
        file, result, profile, null, failOn, ElementPaths.of(design, result), lines);
  }

  private static Set<String> wanted(ValidationResult result) {
    return Stream.concat(
            Stream.concat(
                    result.findings().stream(), result.accepted().stream().map(Acceptance::finding))
                .flatMap(finding -> places(finding).stream().map(ElementRef::id)),
            result.accepted().stream().map(Acceptance::id))
        .collect(Collectors.toSet());
  }

  static List<ElementRef> places(Finding finding) {
    List<ElementRef> elements = finding.elements();
    return elements.subList(0, Math.min(MOST_PLACES, elements.size()));
  }

  /** The same, but only with what an earlier result does not have. */
  public Assessment against(Baseline earlier) {
    return new Assessment(
        file, earlier.fresh(result), profile, earlier.compare(result), failOn, paths, lines);
  }

  /** Whether something is as bad as it may not be. */
  public boolean fails() {
    return result.reaches(failOn);
  }

  /** Every rule, also those that the profile leaves out. */
  static List<RuleInfo> rules() {
    return ValidationRules.all().stream().map(ValidationRule::info).toList();
  }

  /** The file of the design; {@code null} for standard input. */
  Path path() {
    return file.equals("-") ? null : Path.of(file);
  }
}
