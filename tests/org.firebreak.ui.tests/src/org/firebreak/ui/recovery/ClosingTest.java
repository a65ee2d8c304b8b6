package org.firebreak.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.swt.widgets.Shell;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.io.NewElements;
import org.firebreak.ui.files.DesignFiles;
import org.firebreak.ui.tests.Designs;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing unsaved is closed unasked. */
class ClosingTest {
  @TempDir Path folder;

  private final Hands hands = new Hands();

  @BeforeEach
  @AfterEach
  void closeAll() {
    Ui.closeAll();
  }

  @Test
  void closingADirtyDesignAsksAndSavesIfTheUserWishes() throws IOException {
    Path file = Designs.copyOfSample("lab-shop", folder);
    rename(Designs.open(file));
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_W);
    Left.press(question(), "Save");
    Ui.until("it is closed", () -> Ui.page().getEditorReferences().length == 0);
    assertThat(Files.readString(file)).contains("vault");
  }

  @Test
  void closingADirtyDesignCanBeCancelled() throws IOException {
    Path file = Designs.copyOfSample("lab-shop", folder);
    DesignDocument document = rename(Designs.open(file));
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_W);
    Left.press(question(), "Cancel");
    assertThat(Ui.get(() -> Ui.page().getEditorReferences().length)).isOne();
    assertThat(Ui.get(document::isDirty)).isTrue();
  }

  @Test
  void leavingAsksForAllUnsavedDesignsEvenThoseNeverSaved() throws IOException {
    rename(Designs.open(Designs.copyOfSample("lab-shop", folder)));
    Ui.run(() -> DesignFiles.openUntitled(Ui.window(), NewElements.design("Draft")));
    Designs.shown();
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_Q);
    Shell question = question();
    hands.press(KeyEvent.VK_ESCAPE);
    Ui.until("the question is gone", question::isDisposed);
    assertThat(Ui.get(() -> Ui.page().getEditorReferences().length)).isEqualTo(2);
    assertThat(Ui.get(() -> Ui.window().getShell().isVisible())).isTrue();
  }

  private static Shell question() {
    return Ui.awaitPresent(
        "a question",
        () ->
            Arrays.stream(Ui.display().getShells())
                .filter(shell -> shell.isVisible() && shell.getText().startsWith("Save "))
                .findFirst()
                .or(Optional::empty));
  }

  private DesignDocument rename(DesignDocument document) {
    ServerGroup group = Designs.find(document.design(), ServerGroup.class, "db");
    hands.click(Designs.onDiagram(group));
    Ui.until("the diagram has the keyboard", () -> Designs.canvas().control().isFocusControl());
    Ui.run(() -> document.edit().run("Rename", () -> group.setName("vault")));
    return document;
  }
}
