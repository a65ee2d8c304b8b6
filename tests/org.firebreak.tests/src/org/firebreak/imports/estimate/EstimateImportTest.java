package org.firebreak.imports.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.sizing.Provenance;
import org.firebreak.core.sizing.TrafficFigure;
import org.firebreak.imports.input.ImportException;
import org.firebreak.model.Confidence;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.Inspection;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.io.DesignFile;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateImportTest {

  @TempDir Path folder;

  private final Design design = NewElements.design("estimates");
  private final ServerGroup web = NewElements.group("web");
  private final ServerGroup app = NewElements.group("app");
  private final Flow flow = NewElements.flow(web, app);
  private final ModelEdit edit = new ModelEdit(design);

  EstimateImportTest() {
    design.getGroups().addAll(List.of(web, app));
    design.getFlows().add(flow);
  }

  private EstimateReport run(String... lines) throws IOException {
    Path file = Files.writeString(folder.resolve("e.csv"), String.join("\n", lines) + "\n");
    return EstimateImport.run(edit, file, Progress.NONE);
  }

  @Test
  void everyFigureIsReadWithItsUnitSourceAndConfidence() throws IOException {
    String day = String.join(" ", Collections.nCopies(24, "0.5"));
    EstimateReport report =
        run(
            "flow,average,peak,p95,largest connection,busy hour,profile,cps,duration,packet size,"
                + "TLS share,inspection,source,confidence",
            "web -> app,300 Mbit/s,2.5 Gbit/s,1G,800M,14:00,"
                + day
                + ",120,2 min,640,30 %,threat-prevention,sFlow March,measured");
    assertThat(report.problems()).isEmpty();
    assertThat(report.changed()).isEqualTo(1);
    assertThat(flow.getAverageBitsPerSecond()).isEqualTo(300e6);
    assertThat(flow.getPeakBitsPerSecond()).isEqualTo(2.5e9);
    assertThat(flow.getPercentile95BitsPerSecond()).isEqualTo(1e9);
    assertThat(flow.getLargestConnectionBitsPerSecond()).isEqualTo(800e6);
    assertThat(flow.getBusyHour()).isEqualTo(14);
    assertThat(flow.getHourlyProfile()).hasSize(24).containsOnly("0.5");
    assertThat(flow.getConnectionsPerSecond()).isEqualTo(120);
    assertThat(flow.getMeanDurationSeconds()).isEqualTo(120);
    assertThat(flow.getMeanPacketBytes()).isEqualTo(640);
    assertThat(flow.getDecryptedShare()).isEqualTo(0.3);
    assertThat(flow.getInspection()).isEqualTo(Inspection.THREAT_PREVENTION);
    assertThat(flow.getFigureSources()).hasSize(10);
    assertThat(Provenance.of(flow).of(TrafficFigure.PERCENTILE_95))
        .isEqualTo(new Provenance.Origin("sFlow March", Confidence.MEASURED));
  }

  @Test
  void theSameTableTwiceChangesNothingAndUndoTakesItBack() throws IOException {
    byte[] before = DesignFile.toBytes(design);
    run("flow,peak", "web → app,1G");
    byte[] after = DesignFile.toBytes(design);
    EstimateReport again = run("flow,peak", "web → app,1G");
    assertThat(again.changed()).isZero();
    assertThat(again.unchanged()).isEqualTo(1);
    assertThat(DesignFile.toBytes(design)).isEqualTo(after);
    assertThat(Provenance.of(flow).of(TrafficFigure.PEAK).source()).isEqualTo("e.csv");
    edit.undo();
    assertThat(DesignFile.toBytes(design)).isEqualTo(before);
  }

  @Test
  void aDashTakesAFigureAway() throws IOException {
    run("flow,peak,cps", "web → app,1G,5");
    run("flow,peak,cps", "web → app,-,");
    assertThat(flow.getPeakBitsPerSecond()).isNull();
    assertThat(flow.getConnectionsPerSecond()).isEqualTo(5);
    assertThat(flow.getFigureSources()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "peak|5 GB/s|in bytes",
        "peak|fast|is no number",
        "busy hour|25|write 0 to 23",
        "profile|0.1 0.2|2 values; write 24 or 168",
        "tls share|3|more than all",
        "packet size|10|20 to 65535",
        "confidence|sure|guessed, estimated or measured",
      })
  void aMistakeNamesFileLineColumnAndMend(String column, String cell, String message)
      throws IOException {
    EstimateReport report = run("flow," + column, "web → app," + cell);
    assertThat(report.changed()).isZero();
    assertThat(report.problems()).hasSize(1);
    assertThat(report.problems().get(0)).startsWith("e.csv:2").contains(column, message);
  }

  @Test
  void unknownAndAmbiguousFlowsAreNamedAndTheRestCounts() throws IOException {
    Flow twin = NewElements.flow(web, app);
    Flow back = NewElements.flow(app, web);
    design.getFlows().addAll(List.of(twin, back));
    EstimateReport report =
        run(
            "flow,peak,colour",
            "web → app,1G,red",
            "web → db,1G,",
            twin.getId() + ",2G,",
            "app → web,3G,");
    assertThat(report.problems())
        .satisfiesExactly(
            first -> assertThat(first).contains("e.csv:2", "2 flows are called", "write the id"),
            second -> assertThat(second).contains("e.csv:3", "has no flow"));
    assertThat(report.remarks()).anyMatch(each -> each.contains("colour"));
    assertThat(twin.getPeakBitsPerSecond()).isEqualTo(2e9);
    assertThat(back.getPeakBitsPerSecond()).isEqualTo(3e9);
  }

  @Test
  void anAverageAboveThePeakIsRefusedAndATableWithoutFlowsTooThen() {
    assertThat(catching("flow,peak,average", "web → app,1M,2M").problems().get(0))
        .contains("above the peak");
    assertThatThrownBy(() -> run("peak", "1G"))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("flow");
  }

  private EstimateReport catching(String... lines) {
    try {
      return run(lines);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
