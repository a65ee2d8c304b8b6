package org.firebreak.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.validation.ValidationProfile;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.exports.LargeDesign;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;
import org.firebreak.report.document.Brand;
import org.junit.jupiter.api.Test;

/** Of thousands of rows people read some, and programs and spreadsheets get all. */
class LongReportsTest {
  private static final String LEFT_OUT = "more are left out here; the workbook and JSON have all.";

  private final Design design = LargeDesign.of(StrategyKind.GROUP, 100, 2, 2_500, 1);
  private final CompiledPolicy policy =
      PolicyCompiler.compile(design, CompileOptions.on(LocalDate.of(2026, 11, 23)));

  @Test
  void sizingSheetsAndJsonHaveEveryFlow() throws IOException {
    SizingStudy study = SizingStudy.of(design, policy);
    assertThat(study.flows()).hasSizeGreaterThan(2_000);
    Report report = SizingReport.of(design, policy, study);

    assertThat(rows(report, "flow-traffic")).isEqualTo(study.flows().size());
    assertThat(rows(report, "missing-estimates")).isEqualTo(study.missing().size());
    assertThat(rowsOfTheLongestSheet(report)).isGreaterThan(study.flows().size());
    String page = new String(bytes(report, ReportFormat.HTML), StandardCharsets.UTF_8);
    assertThat(page).contains(study.flows().size() - 2_000 + " " + LEFT_OUT);
  }

  @Test
  void planSheetsAndJsonHaveEveryRule() throws IOException {
    int rules = policy.ruleSets().stream().mapToInt(set -> set.rules().size()).sum();
    assertThat(rules).isGreaterThan(2_000);
    Report report =
        SegmentationPlanReport.of(
            design,
            policy,
            ValidationRules.validate(design, policy, ValidationProfile.BASELINE, Progress.NONE));

    assertThat(rows(report, "rules-")).isEqualTo(rules);
    assertThat(rowsOfTheLongestSheet(report)).isGreaterThan(rules);
    String page = new String(bytes(report, ReportFormat.MARKDOWN), StandardCharsets.UTF_8);
    assertThat(page).contains(rules - 2_000 + " " + LEFT_OUT);
  }

  private static byte[] bytes(Report report, ReportFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    report.write(format, Brand.NONE, out);
    return out.toByteArray();
  }

  /** Rows in JSON of the tables whose ids begin so. */
  private static int rows(Report report, String id) throws IOException {
    int rows = 0;
    JsonNode json = new ObjectMapper().readTree(bytes(report, ReportFormat.JSON));
    for (JsonNode section : json.path("sections")) {
      for (JsonNode block : section.path("content")) {
        if (block.path("id").asText().startsWith(id)) {
          rows += block.path("rows").size();
        }
      }
    }
    return rows;
  }

  private static int rowsOfTheLongestSheet(Report report) throws IOException {
    int longest = 0;
    byte[] workbook = bytes(report, ReportFormat.XLSX);
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().startsWith("xl/worksheets/")) {
          String sheet = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
          longest = Math.max(longest, sheet.split("<row ", -1).length - 1);
        }
      }
    }
    return longest;
  }
}
