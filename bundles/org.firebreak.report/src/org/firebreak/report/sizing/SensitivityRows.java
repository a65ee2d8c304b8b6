package org.firebreak.report.sizing;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.HostSensitivity;
import org.firebreak.core.sizing.HostSizing;
import org.firebreak.core.sizing.Sensitivity;
import org.firebreak.core.sizing.SizingParameter;
import org.firebreak.core.sizing.Unit;
import org.firebreak.report.table.Cell;
import org.firebreak.report.table.Column;
import org.firebreak.report.table.Table;
import org.firebreak.report.table.Tone;

/** Which input decides: what a step of each alone changes. */
final class SensitivityRows {
  private static final int MOST = 15;

  private SensitivityRows() {}

  static Table of(CentralSizing central, String id) {
    List<Sensitivity> inputs = central.sensitivity();
    List<List<Cell>> rows = new ArrayList<>();
    for (Sensitivity input : inputs.subList(0, Math.min(MOST, inputs.size()))) {
      rows.add(
          List.of(
              Cell.text(input.label()),
              Cell.of(input.lower().rated().bitsPerSecond(), Unit.BITS_PER_SECOND),
              Cell.of(input.higher().rated().bitsPerSecond(), Unit.BITS_PER_SECOND),
              input.changesTheChoice()
                  ? Cell.text("changes the choice", Tone.WARNING)
                      .with(List.of(input.lower().text() + " / " + input.higher().text()))
                  : Cell.text("same choice", Tone.MUTED)));
    }
    return new Table(
        id + "-sensitivity",
        "Sensitivity: datasheet throughput if one input alone is "
            + Unit.SHARE.format(central.demand().parameters().get(SizingParameter.SENSITIVITY))
            + " smaller or larger",
        List.of(
            Column.text("input", "Input"),
            Column.figure("lowerBps", "Smaller", Unit.BITS_PER_SECOND),
            Column.figure("higherBps", "Larger", Unit.BITS_PER_SECOND),
            Column.wide("choice", "Choice")),
        rows,
        inputs.size() > MOST ? "The " + MOST + " inputs that matter most." : "");
  }

  static Table of(HostSizing hosts) {
    List<HostSensitivity> inputs = hosts.sensitivity();
    List<List<Cell>> rows = new ArrayList<>();
    for (HostSensitivity input : inputs.subList(0, Math.min(MOST, inputs.size()))) {
      rows.add(
          List.of(
              Cell.text(input.label()),
              Cell.of(input.lower().reserved().count(), Unit.COUNT),
              Cell.of(input.higher().reserved().count(), Unit.COUNT),
              Cell.of(input.lower().cores().count(), Unit.COUNT),
              Cell.of(input.higher().cores().count(), Unit.COUNT),
              input.changesTheChoice()
                  ? Cell.text("changes the choice", Tone.WARNING)
                      .with(List.of(input.lowerText() + " / " + input.higherText()))
                  : Cell.text("same choice", Tone.MUTED)));
    }
    return new Table(
        "host-sensitivity",
        "Sensitivity: what is taken of all hosts if one input alone is a step smaller or larger",
        List.of(
            Column.text("input", "Input"),
            Column.figure("lowerVcpus", "vCPU reserved, smaller", Unit.COUNT),
            Column.figure("higherVcpus", "larger", Unit.COUNT),
            Column.figure("lowerCores", "Filter cores, smaller", Unit.COUNT),
            Column.figure("higherCores", "larger", Unit.COUNT),
            Column.wide("choice", "Choice")),
        rows,
        inputs.size() > MOST ? "The " + MOST + " inputs that matter most." : "");
  }
}
