package org.firebreak.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assertj.core.data.Percentage;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.sizing.ApplianceCheck;
import org.firebreak.core.sizing.CentralDemand;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.SizingParameter;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.Inspection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Workbooks as LibreOffice calculates them, against the report. */
class WorkbookReportTest {
  private static final Percentage EXACT = Percentage.withPercentage(1e-9);
  private static final CompileOptions DAY = CompileOptions.on(java.time.LocalDate.of(2026, 11, 23));

  @TempDir Path folder;

  static List<String> samples() {
    return SampleReports.names();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void formulasGiveTheNumbersOfTheReport(String sample) throws Exception {
    Design design = SampleReports.design(sample);
    check(design, SizingParameters.of(design));
  }

  @Test
  void sheetsPrintOnA4WithAllColumnsOnAPage() throws IOException {
    for (Report report : SampleReports.of("lab-shop").toList()) {
      byte[] workbook = SampleReports.bytes(report, ReportFormat.XLSX);
      try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          String sheet = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
          if (entry.getName().endsWith("sheet1.xml") || entry.getName().endsWith("sheet2.xml")) {
            assertThat(sheet).contains("orientation=\"landscape\"", "paperSize=\"9\"");
            assertThat(sheet).contains("fitToWidth=\"1\"", "fitToHeight=\"0\"");
          }
        }
      }
    }
  }

  @Test
  void hoursTlsAndOtherParametersCountAsInTheReport() throws Exception {
    Design design = SampleReports.design("online-boutique");
    int number = 0;
    for (Flow flow : design.getFlows()) {
      number++;
      flow.setPeakBitsPerSecond(1e8 * number);
      flow.setConnectionsPerSecond(10.0 * number);
      flow.setMeanDurationSeconds(2.0);
      flow.setMeanPacketBytes(400.0 + number);
      flow.setInspection(Inspection.values()[number % Inspection.values().length]);
      flow.setDecryptedShare(0.4);
      String[] hours = new String[number % 2 == 0 ? 24 : 168];
      for (int hour = 0; hour < hours.length; hour++) {
        hours[hour] = Double.toString((hour * number) % 11 / 10.0);
      }
      if (number % 3 > 0) {
        flow.setHourlyProfile(List.of(hours));
      }
    }
    check(
        design,
        SizingParameters.defaults()
            .with(SizingParameter.GROWTH, 0.3)
            .with(SizingParameter.YEARS, 3)
            .with(SizingParameter.COINCIDENCE, 0.8));
  }

  private void check(Design design, SizingParameters parameters) throws Exception {
    assumeTrue(
        SampleReports.program("soffice").isPresent(),
        "LibreOffice is not installed (package libreoffice-calc-nogui)");
    CompiledPolicy policy = PolicyCompiler.compile(design, DAY);
    SizingStudy study = SizingStudy.of(design, policy, parameters);
    Path file = folder.resolve("sizing.xlsx");
    Files.write(
        file, SampleReports.bytes(SizingReport.of(design, policy, study), ReportFormat.XLSX));
    String said =
        SampleReports.run(
            folder,
            List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("office").toUri(),
                "--headless",
                "--convert-to",
                "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1",
                file.toString()));
    assertThat(study.central()).isNotEmpty();
    int number = 0;
    for (CentralSizing central : study.central()) {
      number++;
      Path need = folder.resolve("sizing-Need " + number + ".csv");
      assertThat(need).as(said).exists();
      need(central.demand(), column(need, 1));
      appliances(central, folder.resolve("sizing-Appliances " + number + ".csv"));
    }
    try (var sheets = Files.list(folder)) {
      for (Path sheet : sheets.filter(each -> each.toString().endsWith(".csv")).toList()) {
        assertThat(Files.readString(sheet)).as(sheet.toString()).doesNotContain("#", "Err:");
      }
    }
  }

  private static void need(CentralDemand demand, Map<String, String> cells) {
    same(cells, "Coincident demand D*", demand.coincidentPeak().bitsPerSecond());
    same(cells, "Coincidence κ", demand.coincidence().value());
    same(cells, "Inspected Throughput needed", demand.need().bitsPerSecond());
    same(cells, "Datasheet throughput", demand.ratedThroughput().bitsPerSecond());
    same(cells, "TCP Connections Per Second needed", demand.connectionNeed().value().perSecond());
    same(cells, "Concurrent TCP Connections needed", demand.sessionNeed().value().sessions());
    same(cells, "Packets per second needed", demand.packetNeed().value().perSecond());
    same(cells, "Link bundle, each direction", demand.links().perDirection().bitsPerSecond());
    same(
        cells,
        "The same with the exempt flows",
        demand.crossingLinks().perDirection().bitsPerSecond());
  }

  private static void same(Map<String, String> cells, String label, double expected) {
    assertThat(cells).containsKey(label);
    assertThat(number(cells.get(label))).as(label).isCloseTo(expected, EXACT);
  }

  private static void appliances(CentralSizing central, Path sheet) throws IOException {
    Map<String, String> loads = column(sheet, 10);
    Map<String, String> years = column(sheet, 13);
    Map<String, String> verdicts = column(sheet, 14);
    for (ApplianceCheck check : central.recommendation().adequate()) {
      String name = check.appliance().name();
      assertThat(verdicts.get(name)).as(name).isEqualTo("passes");
      assertThat(number(loads.get(name))).as(name).isCloseTo(check.utilisation(), EXACT);
      assertThat(number(years.get(name)))
          .as(name)
          .isCloseTo(check.yearOutgrown().years(), within(1e-6));
    }
    for (ApplianceCheck check : central.recommendation().needsVendorTest()) {
      if (Double.isNaN(check.utilisation())) {
        assertThat(loads.get(check.appliance().name())).isEqualTo("unknown");
      }
    }
  }

  /** A number as it is, or as a percentage. */
  private static double number(String cell) {
    return cell.endsWith("%")
        ? Double.parseDouble(cell.substring(0, cell.length() - 1)) / 100
        : Double.parseDouble(cell);
  }

  /** A column by the texts in the first one. */
  private static Map<String, String> column(Path csv, int column) throws IOException {
    Map<String, String> cells = new HashMap<>();
    for (String line : Files.readAllLines(csv)) {
      String[] parts = line.split(";");
      if (parts.length > column) {
        cells.put(unquoted(parts[0]), unquoted(parts[column]));
      }
    }
    return cells;
  }

  private static String unquoted(String cell) {
    return cell.replaceAll("^\"|\"$", "").replace("\"\"", "\"");
  }

  @Test
  void theSameReportIsTheSameBytes() throws IOException {
    for (Report report : SampleReports.of("lab-shop").toList()) {
      assertThat(SampleReports.bytes(report, ReportFormat.XLSX))
          .isEqualTo(SampleReports.bytes(report, ReportFormat.XLSX));
    }
  }
}
