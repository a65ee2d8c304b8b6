package org.firebreak.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.firebreak.diagram.DiagramEditor;
import org.firebreak.ui.tests.Designs;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide in the window, with real mouse and keys. */
class HelpViewTest {
  @TempDir Path folder;

  private final Hands hands = new Hands();

  @BeforeEach
  @AfterEach
  void closeAll() {
    Ui.closeAll();
    for (String id : new String[] {HelpView.ID, TutorialView.ID}) {
      Ui.run(
          () -> {
            IViewPart view = Ui.page().findView(id);
            if (view != null) {
              Ui.page().hideView(view);
            }
          });
    }
  }

  @Test
  void f1OpensTheSectionOfWhatHasTheFocus() throws IOException {
    Designs.open(Designs.copyOfSample("lab-shop", folder));
    Ui.run(
        () -> {
          DiagramEditor editor = (DiagramEditor) Ui.page().getActiveEditor();
          Ui.page().activate(editor);
          assertThat(editor.showPage("org.firebreak.ui.tables.servers")).isTrue();
          editor.setFocus();
        });
    hands.press(KeyEvent.VK_F1);
    Ui.until("the tables are explained", () -> "window#tables-and-zone-matrix".equals(address()));
    Ui.view("org.firebreak.ui.problems");
    hands.press(KeyEvent.VK_F1);
    Ui.until("the rules are shown", () -> "rules#validation-rules".equals(address()));
    Ui.view("org.firebreak.ui.properties");
    hands.press(KeyEvent.VK_F1);
    Ui.until("the properties are explained", () -> "window#properties".equals(address()));
  }

  @Test
  void f1InAWizardOpensTheGuideBesideIt() {
    Ui.start("org.firebreak.ui.import", Map.of());
    Shell wizard = Ui.dialog("Import");
    hands.press(KeyEvent.VK_F1);
    Shell help = Ui.dialog("Help");
    StyledText text = Ui.find(help, StyledText.class, "the text", each -> true);
    assertThat(content(text)).startsWith(title("import"));
    Ui.run(wizard::close);
    assertThat(Ui.get(help::isDisposed)).isTrue();
  }

  @Test
  void guideIsSearchedAndItsLinksLead() {
    Ui.command("org.firebreak.ui.userGuide", Map.of());
    Text search =
        Ui.find(shell(), Text.class, "search", each -> each.getMessage().contains("guide"));
    StyledText text = Ui.find(shell(), StyledText.class, "the text", each -> true);
    assertThat(content(text)).startsWith("User guide");
    hands.clickInto(search);
    hands.type("what to state");
    Ui.until("there are hits", () -> text.getText().startsWith(title("sizing")));
    Ui.until("the words are marked", () -> hasBackground(text));
    Point link = Ui.get(() -> middleOfFirstLine(text));
    hands.click(link);
    Ui.until("the section is shown", () -> address().startsWith("sizing#"));
  }

  @Test
  void shortcutsAreThoseInForce() {
    Ui.command("org.firebreak.ui.keyboardShortcuts", Map.of());
    StyledText text = Ui.find(shell(), StyledText.class, "the text", each -> true);
    assertThat(content(text)).contains("F1  Help on This").contains("F8  Validate");
  }

  @Test
  void tutorialLeadsThroughTheFirstDesign() {
    Ui.command("org.firebreak.ui.firstDesign", Map.of());
    TutorialView view = (TutorialView) Ui.view(TutorialView.ID);
    Button doIt = button("Do It");
    hands.click(doIt);
    Shell wizard = Ui.dialog("New");
    Ui.run(wizard::close);
    hands.click(button("Next"));
    Ui.until("the second step is open", () -> view.current() == 1);
    for (int step = 1; step < 8; step++) {
      int now = step;
      Ui.run(() -> view.getSite().getPage().activate(view));
      hands.click(button("Next"));
      Ui.until("step " + (now + 2) + " is open", () -> view.current() == now + 1);
    }
  }

  private static Button button(String name) {
    return Ui.find(shell(), Button.class, name, each -> each.getText().equals(name));
  }

  private static Shell shell() {
    return Ui.get(() -> Ui.window().getShell());
  }

  private static String address() {
    return Ui.page().findView(HelpView.ID) instanceof HelpView view ? view.address() : null;
  }

  private static String title(String page) {
    return Guide.get().page(page).orElseThrow().title();
  }

  private static String content(StyledText text) {
    return Ui.get(() -> text.getText());
  }

  private static boolean hasBackground(StyledText text) {
    for (var range : text.getStyleRanges()) {
      if (range.background != null) {
        return true;
      }
    }
    return false;
  }

  private static Point middleOfFirstLine(StyledText text) {
    Rectangle line = text.getTextBounds(0, 8);
    return text.toDisplay(line.x + line.width / 2, line.y + line.height / 2);
  }
}
