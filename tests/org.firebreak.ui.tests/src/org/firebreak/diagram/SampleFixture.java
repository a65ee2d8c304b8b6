package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.ui;

import java.io.IOException;
import java.nio.file.Path;
import org.firebreak.model.io.DesignFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sample that is open in an editor for each test. Whatever a test did, undoing all of it restores
 * the file byte by byte.
 */
abstract class SampleFixture {
  @TempDir Path folder;

  Editing editing;
  CanvasRobot robot;
  byte[] opened;

  @BeforeEach
  void openSample() throws IOException {
    editing = Editing.open(Editing.sample("lab-shop", folder));
    robot = new CanvasRobot(editing.canvas());
    opened = bytes();
  }

  @AfterEach
  void undoEverything() {
    try {
      run(
          () -> {
            while (editing.edit().canUndo()) {
              editing.edit().undo();
            }
          });
      assertThat(bytes()).as("undone exactly").isEqualTo(opened);
      assertThat(ui(() -> editing.editor().isDirty())).as("dirty").isFalse();
    } finally {
      editing.close();
    }
  }

  /** The design as its file would be written now. */
  byte[] bytes() {
    return ui(() -> DesignFile.toBytes(editing.design()));
  }
}
