package org.firebreak.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Design;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.io.DesignFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a change: selected, edited, undone, saved, reopened. */
class EditAndSaveTest {
  @TempDir Path folder;

  private final Hands hands = new Hands();

  @BeforeEach
  @AfterEach
  void closeAll() {
    Ui.closeAll();
  }

  @Test
  void propertyOfASampleIsEditedUndoneSavedAndReopened() throws IOException {
    Path file = Designs.copyOfSample("lab-shop", folder);
    DesignDocument document = Designs.open(file);
    ServerGroup group = Designs.find(document.design(), ServerGroup.class, "db");
    hands.click(Designs.onDiagram(group));

    Text name = Properties.text("Name", "db");
    hands.clickInto(name);
    hands.replaceWith("database");
    hands.press(KeyEvent.VK_ENTER);
    Ui.until("the group is renamed", () -> "database".equals(group.getName()));
    assertThat(Ui.get(document::isDirty)).isTrue();

    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
    Ui.until("the name is back", () -> "db".equals(group.getName()));
    Ui.until("the field shows it", () -> "db".equals(name.getText()));

    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_Y);
    Ui.until("the new name is back", () -> "database".equals(group.getName()));

    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_S);
    Ui.until("the design is saved", () -> !document.isDirty());
    assertThat(Files.readString(file)).contains("database");

    Ui.closeAll();
    Design reopened = Designs.open(file).design();
    assertThat(reopened).isNotSameAs(document.design());
    assertThat(Designs.find(reopened, ServerGroup.class, "database").getId())
        .isEqualTo(group.getId());
  }

  @Test
  void inputThatMakesNoSenseIsExplainedAndNotApplied() throws IOException {
    DesignDocument document = Designs.open(Designs.copyOfSample("lab-shop", folder));
    ServerGroup group = Designs.find(document.design(), ServerGroup.class, "db");
    var server = Ui.get(() -> group.getServers().get(0));
    String address = Ui.get(() -> server.getAddresses().get(0));
    hands.click(Designs.onDiagram(server));

    Text name = Properties.text("Name", server.getName());
    hands.clickInto(name);
    hands.replaceWith(" ");
    hands.press(KeyEvent.VK_ENTER);
    Composite view = Properties.view();
    Ui.find(view, Label.class, "the reason", label -> label.getText().contains("name is needed"));
    assertThat(Ui.get(() -> server.getAddresses().get(0))).isEqualTo(address);
    assertThat(Ui.get(() -> document.edit().canUndo())).isFalse();

    hands.press(KeyEvent.VK_ESCAPE);
    Ui.until("Escape brings the value back", () -> server.getName().equals(name.getText()));
  }

  @Test
  void whatChangesOnTheDiagramShowsInTheProperties() throws IOException {
    DesignDocument document = Designs.open(Designs.copyOfSample("lab-shop", folder));
    ServerGroup group = Designs.find(document.design(), ServerGroup.class, "web");
    hands.click(Designs.onDiagram(group));
    Text name = Properties.text("Name", "web");
    Ui.run(() -> document.edit().run("Rename", () -> group.setName("front")));
    Ui.until("the field follows", () -> "front".equals(name.getText()));
    Ui.run(() -> document.edit().undo());
    Ui.until("the field follows undo", () -> "web".equals(name.getText()));
  }

  @Test
  void savedFileIsWhatTheModelWrites() throws IOException {
    Path file = Designs.copyOfSample("online-boutique", folder);
    DesignDocument document = Designs.open(file);
    Ui.run(() -> document.edit().run("Describe", () -> document.design().setAuthor("Ada")));
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_S);
    Ui.until("the design is saved", () -> !document.isDirty());
    assertThat(Files.readAllBytes(file))
        .isEqualTo(Ui.get(() -> DesignFile.toBytes(document.design())));
  }
}
