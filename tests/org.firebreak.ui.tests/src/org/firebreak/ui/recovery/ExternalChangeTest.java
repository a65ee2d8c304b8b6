package org.firebreak.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.ServerGroup;
import org.firebreak.ui.tests.Designs;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalChangeTest {
  @TempDir Path folder;

  private final Hands hands = new Hands();
  private Path file;
  private DesignDocument document;

  @BeforeEach
  void open() throws IOException {
    Ui.closeAll();
    file = Designs.copyOfSample("lab-shop", folder);
    document = Designs.open(file);
  }

  @AfterEach
  void close() {
    Ui.closeAll();
  }

  @Test
  void changedFileIsComparedAndReloadedInPlace() throws IOException {
    Ui.run(() -> Designs.canvas().zoom().manager().setZoom(1.5));
    changeFile("db", "vault");
    Shell dialog = Ui.dialog("File Changed");
    Left.press(dialog, "Compare");
    Tree tree = Ui.find(dialog, Tree.class, "the differences", each -> true);
    Ui.until("the dialog has grown", () -> tree.getSize().y > 100);
    assertThat(Ui.get(() -> tree.getItem(0).getText())).isEqualTo("Different in the file (1)");
    assertThat(Ui.get(() -> tree.getItem(0).getItem(0).getText()))
        .isEqualTo("Server group vault: name");
    Left.press(dialog, "Reload");
    Ui.until("the file is read", () -> !document.isFileChanged());
    Designs.find(document.design(), ServerGroup.class, "vault");
    assertThat(Ui.get(document::isDirty)).isFalse();
    assertThat(Ui.get(() -> Designs.canvas().zoom().level())).isEqualTo(1.5);
    Ui.run(() -> document.edit().undo());
    Designs.find(document.design(), ServerGroup.class, "db");
    assertThat(Ui.get(document::isDirty)).isTrue();
  }

  @Test
  void ownChangesAreKeptAndSavedWithoutAnotherQuestion() throws IOException {
    rename("web", "front");
    changeFile("db", "vault");
    Left.press(Ui.dialog("File Changed"), "Keep Mine");
    Ui.until("the design is still dirty", document::isDirty);
    clickDiagram("front");
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_S);
    Ui.until("the design is saved", () -> !document.isDirty());
    assertThat(Files.readString(file)).contains("front").doesNotContain("vault");
  }

  @Test
  void keptDesignIsDirtyThoughItWasNotEdited() throws IOException {
    changeFile("db", "vault");
    Left.press(Ui.dialog("File Changed"), "Keep Mine");
    Ui.until("the design differs from its file", document::isDirty);
  }

  @Test
  void removedFileMakesTheDesignDirtyAndSavingWritesItAgain() throws IOException {
    Files.delete(file);
    Left.press(Ui.dialog("File Removed"), "Keep Open");
    Ui.until("the design is dirty", document::isDirty);
    clickDiagram("web");
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_S);
    Ui.until("the file is there again", () -> Files.exists(file) && !document.isDirty());
  }

  @Test
  void touchedFileIsNoChange() throws IOException {
    Ui.until("the file is known", ExternalChangeTest::isWatched);
    rename("web", "front");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
    Ui.until("it was looked at", () -> !document.isFileChanged());
    assertThat(Ui.get(() -> Ui.display().getActiveShell()))
        .isEqualTo(Ui.get(() -> Ui.window().getShell()));
  }

  @Test
  void savingOverAChangeOfOthersAsksFirst() throws IOException {
    rename("web", "front");
    Ui.display()
        .asyncExec(
            () -> {
              try {
                changeFile("db", "vault");
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
              Ui.page().saveEditor(Ui.page().getActiveEditor(), false);
            });
    Left.press(Ui.dialog("Save Design"), "Cancel");
    Ui.until("nothing was saved", document::isDirty);
    assertThat(Files.readString(file)).contains("vault").doesNotContain("front");
    Left.press(Ui.dialog("File Changed"), "Keep Mine");
  }

  private void clickDiagram(String group) {
    hands.click(Designs.onDiagram(Designs.find(document.design(), ServerGroup.class, group)));
    Ui.until("the diagram has the keyboard", () -> Designs.canvas().control().isFocusControl());
  }

  /** Whether the watch has looked at the file and waits for its next turn. */
  private static boolean isWatched() {
    return Arrays.stream(Job.getJobManager().find(null))
        .anyMatch(
            job -> job.getName().equals("Watching open designs") && job.getState() == Job.SLEEPING);
  }

  private void changeFile(String from, String to) throws IOException {
    String text = Files.readString(file);
    Files.writeString(file, text.replace("name=\"" + from + "\"", "name=\"" + to + "\""));
  }

  private void rename(String from, String to) {
    ServerGroup group = Designs.find(document.design(), ServerGroup.class, from);
    Ui.run(() -> document.edit().run("Rename", () -> group.setName(to)));
  }
}
