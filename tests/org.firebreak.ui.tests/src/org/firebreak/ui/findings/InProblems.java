package org.firebreak.ui.findings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;

/** The problems view, and where its rows are on the display. */
final class InProblems {
  static final String ID = "org.firebreak.ui.problems";
  private static final int ELEMENT = 3;

  private final Hands hands;

  InProblems(Hands hands) {
    this.hands = hands;
    Ui.view(ID);
  }

  static Shell shell() {
    return Ui.get(() -> Ui.window().getShell());
  }

  static Findings findings() {
    return Ui.get(() -> Findings.in(Ui.window()));
  }

  /** Waits until the findings are those of the design as it is. */
  static void settle(DesignDocument document) {
    Ui.until("the design is validated", () -> !findings().isPending(document));
  }

  /** Text of the list row by row, columns separated by bars. */
  List<String> rows() {
    return Ui.get(
        () -> {
          List<String> rows = new ArrayList<>();
          Table table = table().orElse(null);
          for (int i = 0; table != null && i < Math.min(200, table.getItemCount()); i++) {
            StringBuilder row = new StringBuilder();
            for (int column = 1; column < table.getColumnCount(); column++) {
              row.append(table.getItem(i).getText(column)).append(" | ");
            }
            rows.add(row.toString());
          }
          return rows;
        });
  }

  /** Waits for a row that contains all words, and gives a place in it. */
  Point row(String... words) {
    return Ui.steady(
        "a row with " + String.join(", ", words),
        () ->
            table()
                .flatMap(
                    table -> {
                      for (int i = 0; i < table.getItemCount(); i++) {
                        if (contains(table, i, words)) {
                          Rectangle inside = table.getClientArea();
                          Rectangle row = table.getItem(i).getBounds(ELEMENT);
                          if (row.y < 0 || row.y + row.height > inside.y + inside.height) {
                            table.setTopIndex(i);
                            return Optional.empty();
                          }
                          Rectangle at = table.getItem(i).getBounds(ELEMENT);
                          return Optional.of(table.toDisplay(at.x + 10, at.y + at.height / 2));
                        }
                      }
                      return Optional.empty();
                    }));
  }

  /** Waits until no row contains all words. */
  void untilNone(String... words) {
    Ui.until(
        "no row with " + String.join(", ", words),
        () ->
            table()
                .map(
                    table -> {
                      for (int i = 0; i < table.getItemCount(); i++) {
                        if (contains(table, i, words)) {
                          return false;
                        }
                      }
                      return true;
                    })
                .orElse(true));
  }

  /** Selects a row by a click. */
  void select(String... words) {
    hands.clickUntil(
        "the row is selected",
        () -> row(words),
        () -> table().map(table -> table.getSelectionCount() == 1).get());
    Ui.until("the keyboard is at the list", () -> table().orElseThrow().isFocusControl());
  }

  private static boolean contains(Table table, int index, String... words) {
    StringBuilder row = new StringBuilder();
    for (int column = 1; column < table.getColumnCount(); column++) {
      row.append(table.getItem(index).getText(column)).append(' ');
    }
    for (String word : words) {
      if (row.indexOf(word) < 0) {
        return false;
      }
    }
    return true;
  }

  Optional<Table> table() {
    return Ui.controls(shell())
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .filter(table -> table.isVisible() && table.getColumnCount() == 6)
        .findFirst();
  }

  void photograph(String name) throws java.io.IOException {
    String folder = System.getProperty("firebreak.screenshots");
    if (folder != null) {
      // What has just changed is painted first.
      Ui.run(
          () -> {
            while (Ui.display().readAndDispatch()) {
              // Until there is no more.
            }
          });
      hands.photograph(Ui.get(() -> Ui.display().getBounds()), Path.of(folder, name + ".png"));
    }
  }
}
