package org.firebreak.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.keys.IBindingService;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.diagram.preferences.DiagramPreferences;
import org.firebreak.scene.LabelContents;
import org.firebreak.ui.theme.Look;
import org.firebreak.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the preferences, and that what they set holds at once. */
class PreferencesTest {
  @TempDir Path folder;

  private final Hands hands = new Hands();

  @BeforeEach
  @AfterEach
  void closeAll() {
    Ui.closeAll();
  }

  @Test
  void thereAreOnlyOurPages() {
    Shell dialog = open("General");
    Tree tree = Ui.find(dialog, Tree.class, "pages", each -> each.getItemCount() > 0);
    List<String> names = Ui.get(() -> Stream.of(tree.getItems()).map(TreeItem::getText).toList());
    assertThat(names).contains("General", "Diagram", "Keys", "Theme", "Units").hasSizeLessThan(8);
    close(dialog, "Cancel");
  }

  @Test
  void pagesAreFoundByWhatTheyAreAbout() {
    Shell dialog = open("General");
    Text filter =
        Ui.find(dialog, Text.class, "filter", each -> each.getMessage().contains("filter"));
    hands.clickInto(filter);
    hands.type("shortcut");
    Tree tree = Ui.find(dialog, Tree.class, "pages", each -> true);
    Ui.until(
        "only the keys are left",
        () -> tree.getItemCount() == 1 && "Keys".equals(tree.getItem(0).getText()));
    close(dialog, "Cancel");
  }

  @Test
  void labelContentsChangeOpenDiagrams() throws IOException {
    Designs.open(Designs.copyOfSample("lab-shop", folder));
    DiagramCanvas canvas = Designs.canvas();
    Ui.until("labels name services", () -> labels(canvas).contains("https"));
    Shell dialog = open("Diagram");
    Combo labels = Ui.find(dialog, Combo.class, "labels", each -> each.indexOf("Nothing") >= 0);
    photograph(dialog, "preferences-diagram");
    Ui.choose(labels, "Protocol and port");
    close(dialog, "Apply and Close");
    try {
      assertThat(DiagramPreferences.now().labels()).isEqualTo(LabelContents.PORTS);
      Ui.until("labels name ports", () -> labels(canvas).contains("tcp/443"));
    } finally {
      Ui.run(() -> InstanceScope.INSTANCE.getNode(DiagramPreferences.NODE).remove("labels"));
    }
    Ui.until("labels name services again", () -> labels(canvas).contains("https"));
  }

  @Test
  void gridSpacingOutsideOfItsLimitsIsRefusedAtTheField() {
    Shell dialog = open("Diagram");
    Text spacing = Ui.find(dialog, Text.class, "spacing", each -> "10".equals(each.getText()));
    hands.clickInto(spacing);
    hands.replaceWith("3");
    Button apply =
        Ui.find(dialog, Button.class, "apply", each -> each.getText().equals("Apply and Close"));
    Ui.until("it cannot be applied", () -> !apply.isEnabled());
    close(dialog, "Cancel");
    assertThat(DiagramPreferences.now().gridSize()).isEqualTo(10);
  }

  @Test
  void themeIsAppliedAtOnce() {
    Look before = Ui.get(Themes::current);
    Look other = before == Look.LIGHT ? Look.DARK : Look.LIGHT;
    Shell dialog = open("Theme");
    String name = other == Look.DARK ? "Dark" : "Light";
    hands.click(Ui.find(dialog, Button.class, name, each -> name.equals(each.getText())));
    close(dialog, "Apply and Close");
    try {
      Ui.until("the other look", () -> Themes.current() == other);
      assertThat(Ui.<Boolean>get(Themes::followsDesktop)).isFalse();
      for (String page : List.of("General", "Diagram", "Units", "Keys", "Theme")) {
        Shell dark = open(page);
        photograph(dark, "preferences-" + page.toLowerCase(Locale.ROOT) + "-other");
        close(dark, "Cancel");
      }
    } finally {
      Ui.run(() -> Themes.set(before));
    }
  }

  @Test
  void keyOfACommandIsChangedAndRestored() {
    Shell dialog = open("Keys");
    Text filter =
        Ui.find(dialog, Text.class, "filter", each -> each.getMessage().startsWith("Filter by"));
    hands.clickInto(filter);
    hands.type("simulate");
    Table table = Ui.find(dialog, Table.class, "commands", each -> each.getItemCount() > 0);
    int row =
        Ui.get(
            () -> {
              for (int i = 0; i < table.getItemCount(); i++) {
                if (table.getItem(i).getText(1).equals("F9")) {
                  return i;
                }
              }
              return -1;
            });
    assertThat(row).isNotNegative();
    hands.click(
        Ui.<Point>get(
            () -> {
              Rectangle bounds = table.getItem(row).getBounds(0);
              return table.toDisplay(bounds.x + 20, bounds.y + bounds.height / 2);
            }));
    Text key = Ui.find(dialog, Text.class, "the key", each -> "F9".equals(each.getText()));
    hands.clickInto(key);
    hands.press(KeyEvent.VK_BACK_SPACE);
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_F6);
    Ui.until("the new key", () -> "Ctrl+F6".equals(table.getItem(row).getText(1)));
    photograph(dialog, "preferences-keys");
    close(dialog, "Apply and Close");
    assertThat(commandOf("Ctrl+F6")).isEqualTo("org.firebreak.ui.simulate");
    assertThat(commandOf("F9")).isNull();

    Shell again = open("Keys");
    hands.click(
        Ui.find(
            again,
            Button.class,
            "defaults",
            each -> each.getText().replace("&", "").equals("Restore Defaults")));
    close(again, "Apply and Close");
    assertThat(commandOf("F9")).isEqualTo("org.firebreak.ui.simulate");
    assertThat(commandOf("Ctrl+F6")).isNotEqualTo("org.firebreak.ui.simulate");
  }

  private static String commandOf(String keys) {
    return Ui.get(
        () -> {
          IBindingService service = Ui.window().getService(IBindingService.class);
          var match =
              service.getPerfectMatch(KeySequence.getInstance(keys.toUpperCase(Locale.ROOT)));
          return match == null ? null : match.getParameterizedCommand().getId();
        });
  }

  private static List<String> labels(DiagramCanvas canvas) {
    return canvas.live().scene().lines().stream()
        .filter(line -> line.label() != null)
        .map(line -> line.label().toString())
        .flatMap(text -> Stream.of(text.split("[^A-Za-z0-9/-]+")))
        .toList();
  }

  private static Shell open(String page) {
    Ui.start("org.eclipse.ui.window.preferences", Map.of());
    Shell dialog = Ui.dialog("Preferences");
    Tree tree = Ui.find(dialog, Tree.class, "pages", each -> each.getItemCount() > 0);
    Ui.run(
        () -> {
          for (TreeItem item : tree.getItems()) {
            if (page.equals(item.getText())) {
              tree.setSelection(item);
              tree.notifyListeners(SWT.Selection, new Event());
            }
          }
        });
    Ui.until("the page is shown", () -> title(dialog, page));
    return dialog;
  }

  private static boolean title(Composite dialog, String page) {
    return Ui.controls(dialog)
        .anyMatch(
            each ->
                each instanceof CLabel label && page.equals(label.getText())
                    || each instanceof Label plain && page.equals(plain.getText()));
  }

  private void close(Shell dialog, String button) {
    hands.click(Ui.find(dialog, Button.class, button, each -> button.equals(each.getText())));
    Ui.until("the dialog is closed", dialog::isDisposed);
  }

  private void photograph(Shell shell, String name) {
    String target = System.getProperty("firebreak.screenshots");
    if (target != null) {
      try {
        hands.photograph(Ui.get(shell::getBounds), Path.of(target, name + ".png"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
