package org.firebreak.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.widgets.Table;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Server;
import org.firebreak.ui.tests.Designs;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.firebreak.ui.theme.Look;
import org.firebreak.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings in the dark look, grouped by rule, and the look changed while they are shown. */
class FindingsLookTest {
  @TempDir Path folder;

  private final Hands hands = new Hands();

  @AfterEach
  void close() {
    Ui.run(() -> Themes.set(Look.LIGHT));
    Ui.closeAll();
  }

  @Test
  void headingsCloseAndOpenWithTheArrowsInTheDarkToo() throws IOException {
    DesignDocument document = Designs.open(Designs.copyOfSample("lab-shop", folder));
    InProblems problems = new InProblems(hands);
    InProblems.settle(document);
    Server web1 = Designs.find(document.design(), Server.class, "web1");
    Ui.run(() -> document.edit().run("Clear", () -> web1.setAddresses(List.of())));
    problems.row("FB-001", "web1");
    Ui.run(() -> Themes.set(Look.DARK));
    Ui.command("org.firebreak.ui.groupProblems", Map.of());
    problems.row("FB-001 Server without address  1");
    Table table = Ui.get(() -> problems.table().orElseThrow());
    int all = Ui.get(table::getItemCount);
    problems.select("FB-001 Server without address  1");
    problems.photograph("problems-dark");
    hands.press(KeyEvent.VK_LEFT);
    Ui.until("the heading is closed", () -> table.getItemCount() == all - 1);
    hands.press(KeyEvent.VK_RIGHT);
    Ui.until("the heading is open", () -> table.getItemCount() == all);
    hands.press(KeyEvent.VK_DOWN);
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_1);
    Ui.dialog("Quick Fix");
    problems.photograph("quick-fix-dark");
    hands.press(KeyEvent.VK_ESCAPE);
    Ui.command("org.firebreak.ui.groupProblems", Map.of());
    Ui.command("org.firebreak.ui.groupProblems", Map.of());
    problems.row("FB-001", "web1");
    assertThat(Ui.get(table::getItemCount)).isLessThan(all);
  }
}
