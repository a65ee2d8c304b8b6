package org.firebreak.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.eclipse.swt.graphics.Rectangle;
import org.firebreak.ui.tests.Designs;
import org.firebreak.ui.tests.Ui;
import org.firebreak.ui.theme.Look;
import org.firebreak.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the tables in both looks, if {@code firebreak.screenshots} names a folder. */
class TableShotsTest {
  @TempDir Path folder;

  @BeforeEach
  void open() throws Exception {
    Ui.closeAll();
    Designs.open(OnTable.sample(folder));
  }

  @AfterEach
  void close() {
    Ui.run(() -> Themes.set(Look.LIGHT));
    Ui.closeAll();
  }

  @Test
  void everyTableShowsItsRowsInBothLooks() throws Exception {
    for (Look look : Look.values()) {
      Ui.run(() -> Themes.set(look));
      for (String page : new String[] {"servers", "flows", "services"}) {
        OnTable table = OnTable.open(page);
        assertThat(table.page().rows().size()).isPositive();
        if (page.equals("flows")) {
          table.hands().click(table.head("Services"));
          table.click("Services", 2);
        }
        shoot(table, page + "-" + look);
      }
    }
  }

  private static void shoot(OnTable table, String name) throws Exception {
    String target = System.getProperty("firebreak.screenshots");
    if (target != null) {
      Rectangle window = Ui.get(() -> Ui.window().getShell().getBounds());
      table.hands().photograph(window, Path.of(target, name + ".png"));
    }
  }
}
