package org.firebreak.ui.sizing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.sizing.ApplianceCheck;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.sizing.Unit;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.HaMode;
import org.firebreak.scene.Token;
import org.firebreak.ui.lists.Grid;
import org.firebreak.ui.lists.Grid.Column;
import org.firebreak.ui.theme.Style;

/** What each central firewall is to be: appliance, redundancy and number of units. */
final class DevicesTab {
  private static final String HINT = "F2 or double click: edit redundancy and units";
  private static final int MOST_UNITS = 64;

  /** A central firewall with its figures. */
  private record Row(CentralSizing sizing, SizingStudy study, HaMode mode, int units) {
    String check(java.util.function.Function<ApplianceCheck, String> words) {
      return sizing.chosen().map(words).orElse("–");
    }
  }

  private final SizingEdits edits;
  private final Composite control;
  private final Label message;
  private final Button none;
  private final Grid<Row> grid;

  DevicesTab(Composite parent, SizingEdits edits) {
    this.edits = edits;
    control = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
    Composite strip = Style.STRIP.on(new Composite(control, SWT.NONE));
    GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 4).spacing(8, 0).applyTo(strip);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
    message = new Label(strip, SWT.NONE);
    message.setText(HINT);
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(message);
    none = new Button(strip, SWT.PUSH);
    none.setText("Choose None");
    none.setToolTipText("Leaves open which appliance the selected firewall is to be");
    none.addListener(SWT.Selection, event -> chooseNone());
    grid = new Grid<>(control, row -> row.sizing().point().id());
    GridDataFactory.fillDefaults().grab(true, true).applyTo(grid.control());
    columns();
    grid.onSelect(row -> enable());
    enable();
  }

  private void chooseNone() {
    grid.selected().forEach(row -> edits.appliance(row.sizing().point(), ""));
  }

  private void columns() {
    grid.column(
        Column.<Row>of("Firewall", row -> row.sizing().point().name())
            .width(110, 2)
            .icon(row -> "enforcement"));
    grid.column(
        Column.<Row>of(
                "Appliance",
                row -> row.sizing().chosenModel().isBlank() ? "none" : row.sizing().chosenModel())
            .hint("Choose it in the catalogue")
            .width(150, 3)
            .colour(row -> row.sizing().chosenModel().isBlank() ? Token.MUTED : null));
    grid.column(
        Column.<Row>of("Redundancy", row -> ModelDescriptions.text(row.mode()))
            .hint("How the units back each other up")
            .width(96, 1),
        (table, row) -> new ComboBoxCellEditor(table, modes(), SWT.READ_ONLY),
        row -> row.mode().ordinal(),
        (row, index) -> edits.mode(row.sizing().point(), HaMode.values()[(Integer) index]));
    grid.typed(
        Column.<Row>of("Units", row -> Integer.toString(row.units()))
            .hint("Number of units; what remains when one is out has to be enough")
            .width(48, 0)
            .figures(),
        row -> Integer.toString(row.units()),
        this::units);
    grid.column(
        Column.<Row>of("Needs", row -> rated(row.sizing()))
            .hint("Datasheet throughput needed: D* · β · G / (U · k)")
            .width(80, 1)
            .figures());
    grid.column(
        Column.<Row>of("Load", row -> row.check(each -> Unit.SHARE.format(each.utilisation())))
            .hint("need / (rated · k) at the end of the horizon")
            .width(60, 1)
            .figures());
    grid.column(
        Column.<Row>of(
                "Outgrown",
                row -> row.check(each -> Verdicts.outgrown(each, row.study().parameters())))
            .hint("When the first dimension passes its ceiling")
            .width(86, 1)
            .tip(row -> row.check(it -> Verdicts.outgrownTip(it, row.study().parameters()))));
    grid.column(
        Column.<Row>of("Verdict", row -> row.check(each -> Verdicts.words(each.verdict())))
            .width(120, 2)
            .icon(row -> row.sizing().chosen().map(it -> Verdicts.icon(it.verdict())).orElse(null))
            .tip(row -> row.check(each -> String.join("\n", each.reasons()))));
    grid.edits();
  }

  private static String[] modes() {
    return Arrays.stream(HaMode.values()).map(ModelDescriptions::text).toArray(String[]::new);
  }

  private static String rated(CentralSizing sizing) {
    return sizing.demand().throughput().isKnown()
        ? Unit.BITS_PER_SECOND.format(sizing.demand().ratedThroughput().bitsPerSecond())
        : "unknown";
  }

  private void units(Row row, String text) {
    try {
      int units = Integer.parseInt(text.strip());
      if (units >= 1 && units <= MOST_UNITS) {
        edits.units(row.sizing().point(), units);
        message.setText(HINT);
        return;
      }
    } catch (NumberFormatException e) {
      control.getDisplay().beep();
    }
    message.setText(String.format(Locale.ROOT, "Not taken: %s. Units: 1 to %d", text, MOST_UNITS));
  }

  Composite control() {
    return control;
  }

  void setFocus() {
    grid.table().setFocus();
  }

  void show(SizingStudy study) {
    List<Row> rows =
        study.central().stream()
            .map(
                sizing -> {
                  Optional<EnforcementPoint> point = edits.find(sizing.point());
                  return new Row(
                      sizing,
                      study,
                      point.map(EnforcementPoint::getHaMode).orElse(HaMode.ACTIVE_PASSIVE),
                      point.map(EnforcementPoint::getUnits).orElse(sizing.redundancy().units()));
                })
            .toList();
    grid.show(rows);
    if (rows.isEmpty()) {
      message.setText("Under this strategy no central firewall inspects anything.");
    }
    enable();
  }

  private void enable() {
    none.setEnabled(
        grid.selected().stream().anyMatch(row -> !row.sizing().chosenModel().isBlank()));
  }
}
