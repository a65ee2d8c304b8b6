package org.firebreak.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.firebreak.ui.files.DesignFiles;
import org.firebreak.ui.tests.Designs;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
  private static final String RECOVER = "org.firebreak.ui.recover";

  @TempDir Path folder;

  private final Hands hands = new Hands();

  @BeforeEach
  void start() throws IOException {
    Ui.closeAll();
    Left.removeAll();
    Left.autosaveEvery(1);
  }

  @AfterEach
  void end() {
    Ui.closeAll();
    Left.autosaveAsUsual();
    Ui.until("no copy of a closed design is left", () -> Left.copies().isEmpty() || removed());
  }

  private static boolean removed() throws IOException {
    Left.removeAll();
    return false;
  }

  @Test
  void unsavedDesignIsKeptBesideItsFileUntilItIsSaved() throws IOException {
    Path file = Designs.copyOfSample("lab-shop", folder);
    byte[] before = Files.readAllBytes(file);
    DesignDocument document = Designs.open(file);
    rename(document, "db", "vault");
    Path copy = awaitCopyWith("vault");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(copy.startsWith(folder)).isFalse();

    rename(document, "vault", "strongroom");
    awaitCopyWith("strongroom");

    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_S);
    Ui.until("the design is saved", () -> !document.isDirty());
    Ui.until("the copy is gone", () -> Left.copies().isEmpty());
  }

  @Test
  void copyGoesWhenTheDesignIsAgainWhatItsFileSays() throws IOException {
    DesignDocument document = Designs.open(Designs.copyOfSample("lab-shop", folder));
    rename(document, "db", "vault");
    awaitCopyWith("vault");
    Ui.run(() -> document.edit().undo());
    Ui.until("the copy is gone", () -> Left.copies().isEmpty());
  }

  @Test
  void closingWithoutSavingLeavesNothingBehind() throws IOException {
    DesignDocument document = Designs.open(Designs.copyOfSample("lab-shop", folder));
    rename(document, "db", "vault");
    awaitCopyWith("vault");
    Ui.closeAll();
    Ui.until("the copy is gone", () -> Left.copies().isEmpty());
  }

  @Test
  void whatACrashLeftIsShownWithItsDifferencesAndRecoveredAsUnsaved() throws IOException {
    Path file = Designs.copyOfSample("lab-shop", folder);
    crashAfterRenaming(file);

    Ui.start(RECOVER, Map.of());
    Shell dialog = Ui.dialog("Recover Designs");
    Table table = Ui.find(dialog, Table.class, "the list", each -> true);
    assertThat(Ui.get(() -> table.getItem(0).getText(0))).isEqualTo("lab-shop.firebreak");
    assertThat(Ui.get(() -> table.getItem(0).getText(2))).isEqualTo("1 changed");
    Tree tree = Ui.find(dialog, Tree.class, "the differences", each -> true);
    assertThat(Ui.get(() -> tree.getItem(0).getItem(0).getText()))
        .isEqualTo("Server group vault: name");
    Left.press(dialog, "Recover");

    DesignDocument document = Designs.shown();
    Ui.until("the change is there", () -> document.isDirty());
    assertThat(document.file()).isEqualTo(file.toRealPath());
    Designs.find(document.design(), ServerGroup.class, "vault");
    assertThat(Files.readString(file)).doesNotContain("vault");
    Ui.until("kept anew, the old copy gone", () -> Left.copies().size() == 1);
    Ui.run(() -> document.edit().undo());
    Designs.find(document.design(), ServerGroup.class, "db");
    assertThat(Ui.get(document::isDirty)).isFalse();
  }

  @Test
  void laterLeavesTheCopyAndDiscardRemovesIt() throws IOException {
    crashAfterRenaming(Designs.copyOfSample("lab-shop", folder));
    Ui.start(RECOVER, Map.of());
    Left.press(Ui.dialog("Recover Designs"), "Later");
    assertThat(Left.copies()).hasSize(1);
    Ui.start(RECOVER, Map.of());
    Left.press(Ui.dialog("Recover Designs"), "Discard");
    Ui.until("the copy is gone", () -> Left.copies().isEmpty());
    assertThat(Ui.get(() -> Ui.page().getEditorReferences().length)).isZero();
  }

  @Test
  void copyWithADamagedDescriptionDoesNotHideTheOthers() throws IOException {
    crashAfterRenaming(Designs.copyOfSample("lab-shop", folder));
    Left.damagedCopy();
    Ui.start(RECOVER, Map.of());
    Shell dialog = Ui.dialog("Recover Designs");
    Table table = Ui.find(dialog, Table.class, "the list", each -> true);
    assertThat(Ui.get(table::getItemCount)).isOne();
    Left.press(dialog, "Discard");
    Ui.until("the copy is gone", () -> Left.copies().size() == 1);
  }

  @Test
  void designThatWasNeverSavedIsRecoveredToo() throws IOException {
    Ui.run(
        () -> {
          var design = NewElements.design("Draft");
          design.getZones().add(NewElements.zone("drawing room"));
          DesignFiles.openUntitled(Ui.window(), design);
        });
    Designs.shown();
    Left.asAfterACrash(awaitCopyWith("drawing room"));
    Ui.closeAll();
    Ui.start(RECOVER, Map.of());
    Left.press(Ui.dialog("Recover Designs"), "Recover");
    DesignDocument document = Designs.shown();
    assertThat(document.file()).isNull();
    assertThat(document.isDirty()).isTrue();
    Designs.find(document.design(), Zone.class, "drawing room");
  }

  private void crashAfterRenaming(Path file) throws IOException {
    DesignDocument document = Designs.open(file);
    rename(document, "db", "vault");
    Left.asAfterACrash(awaitCopyWith("vault"));
    Ui.closeAll();
    Ui.until("only the copy of the crash is left", () -> Left.copies().size() == 1);
  }

  private static void rename(DesignDocument document, String from, String to) {
    ServerGroup group = Designs.find(document.design(), ServerGroup.class, from);
    Ui.run(() -> document.edit().run("Rename", () -> group.setName(to)));
  }

  private static Path awaitCopyWith(String text) {
    return Ui.awaitPresent(
        "a copy with " + text,
        () -> {
          for (Path copy : Left.copies()) {
            if (Files.readString(copy).contains(text)) {
              return java.util.Optional.of(copy);
            }
          }
          return java.util.Optional.empty();
        });
  }
}
