package org.firebreak.ui.sizing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.firebreak.core.sizing.SizingParameter;
import org.firebreak.model.ParameterSetting;
import org.firebreak.scene.Token;
import org.firebreak.ui.lists.Grid;
import org.firebreak.ui.lists.Grid.Column;
import org.firebreak.ui.theme.Style;

/** Every parameter with its value, its default and where it comes from. */
final class ParametersTab {
  private static final String HINT = "F2 or double click: edit · Delete: take the default again";

  /** A parameter; the value is that of the design, or the default. */
  private record Row(SizingParameter parameter, double value, String source, boolean own) {
    static Row of(SizingParameter parameter, Optional<ParameterSetting> setting) {
      return setting
          .map(
              each ->
                  new Row(
                      parameter,
                      each.getValue(),
                      each.getSource() == null ? "" : each.getSource(),
                      true))
          .orElseGet(() -> new Row(parameter, parameter.standard(), "", false));
    }

    String valueText() {
      return parameter.unit().format(value);
    }
  }

  private final SizingEdits edits;
  private final Composite control;
  private final Grid<Row> grid;
  private final Label message;
  private final Button reset;
  private final Button resetAll;

  ParametersTab(Composite parent, SizingEdits edits) {
    this.edits = edits;
    control = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
    Composite strip = Style.STRIP.on(new Composite(control, SWT.NONE));
    GridLayoutFactory.fillDefaults().numColumns(3).margins(8, 4).spacing(8, 0).applyTo(strip);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
    message = new Label(strip, SWT.NONE);
    message.setText(HINT);
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(message);
    reset = button(strip, "Reset", "Takes the default of the selected parameter again");
    reset.addListener(SWT.Selection, event -> reset());
    resetAll = button(strip, "Reset All", "Takes the defaults of all parameters again");
    resetAll.addListener(SWT.Selection, event -> edits.resetAll());
    grid = new Grid<>(control, Row::parameter);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(grid.control());
    columns();
    grid.onSelect(row -> enable());
    grid.table()
        .addListener(
            SWT.KeyDown,
            event -> {
              if (event.keyCode == SWT.DEL) {
                reset();
              }
            });
    // The style sheets colour what is there when a table is made.
    control
        .getDisplay()
        .asyncExec(
            () -> {
              if (!control.isDisposed()) {
                refresh();
              }
            });
  }

  private static Button button(Composite strip, String text, String tip) {
    Button button = new Button(strip, SWT.PUSH);
    button.setText(text);
    button.setToolTipText(tip);
    return button;
  }

  private void columns() {
    grid.column(
        Column.<Row>of("Parameter", row -> row.parameter().label())
            .width(190, 3)
            .icon(row -> row.own() ? "changed" : null)
            .tip(ParametersTab::explain));
    grid.typed(
        Column.<Row>of("Value", Row::valueText)
            .hint("The value in use; one that differs from the default is marked")
            .width(84, 1)
            .figures()
            .colour(row -> row.own() ? Token.ACCENT : null)
            .tip(ParametersTab::explain),
        row -> ParameterText.of(row.parameter(), row.value()),
        this::enter);
    grid.column(
        Column.<Row>of("Default", row -> row.parameter().unit().format(row.parameter().standard()))
            .width(78, 1)
            .figures()
            .colour(row -> Token.MUTED)
            .tip(ParametersTab::explain));
    grid.typed(
        Column.<Row>of("Source", ParametersTab::origin)
            .hint("Where the value comes from; for a default, why it was chosen")
            .width(200, 6)
            .colour(row -> row.source().isEmpty() ? Token.MUTED : null)
            .tip(ParametersTab::explain),
        Row::source,
        (row, source) -> edits.source(row.parameter(), source));
    grid.edits();
  }

  private static String origin(Row row) {
    String own = row.source().isEmpty() ? "No source stated" : row.source();
    return row.own() ? own : row.parameter().description();
  }

  private static String explain(Row row) {
    SizingParameter parameter = row.parameter();
    return parameter.label()
        + " ("
        + parameter.key()
        + "), "
        + ParameterText.range(parameter)
        + "\n"
        + parameter.description();
  }

  private void enter(Row row, String text) {
    try {
      edits.value(row.parameter(), ParameterText.parse(row.parameter(), text));
      say(HINT);
    } catch (IllegalArgumentException e) {
      say("Not taken: " + text + ". " + e.getMessage());
      control.getDisplay().beep();
    }
  }

  private void say(String words) {
    message.setText(words);
  }

  private void reset() {
    grid.selected().stream().filter(Row::own).forEach(row -> edits.reset(row.parameter()));
  }

  /** Shows the parameters as they are now. */
  void refresh() {
    List<Row> rows =
        Arrays.stream(SizingParameter.values())
            .map(parameter -> Row.of(parameter, edits.find(parameter)))
            .toList();
    if (!rows.equals(grid.rows())) {
      grid.show(rows);
    }
    enable();
  }

  private void enable() {
    reset.setEnabled(grid.selected().stream().anyMatch(Row::own));
    resetAll.setEnabled(grid.rows().stream().anyMatch(Row::own));
  }

  Composite control() {
    return control;
  }

  void setFocus() {
    grid.table().setFocus();
  }
}
