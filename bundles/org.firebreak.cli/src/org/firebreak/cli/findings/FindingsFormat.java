package org.firebreak.cli.findings;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.firebreak.report.FindingsReport;
import org.firebreak.report.findings.FindingsBuilder;

/** The documents that a validation can write. */
public enum FindingsFormat {
  /** For people at a terminal. */
  TEXT,
  /** For scripts, and as a baseline. */
  JSON,
  /** For code scanning. */
  SARIF,
  /** For CI servers. */
  JUNIT,
  /** For reviews. */
  HTML;

  /** Whether it tells lines of the design's file. */
  public boolean tellsLines() {
    return this == JSON || this == SARIF || this == JUNIT;
  }

  /**
   * Writes the document.
   *
   * @param version version of the program
   * @throws UnsupportedOperationException for text, which {@link TextFindings} makes
   */
  public void write(Assessment assessment, String version, OutputStream out) throws IOException {
    switch (this) {
      case JSON -> JsonFindings.write(assessment, out);
      case SARIF -> SarifFindings.write(assessment, version, out);
      case JUNIT -> JunitFindings.write(assessment, out);
      case HTML -> out.write(html(assessment).getBytes(StandardCharsets.UTF_8));
      case TEXT -> throw new UnsupportedOperationException("text is written line by line");
    }
  }

  private static String html(Assessment assessment) {
    String baseline = null;
    if (assessment.baseline() != null) {
      String summary = assessment.baseline().summary();
      baseline =
          Character.toUpperCase(summary.charAt(0))
              + summary.substring(1)
              + "; only what is new is listed.";
    }
    return FindingsReport.html(
        FindingsBuilder.build(
            assessment.file(), assessment.result(), assessment.paths(), baseline));
  }
}
