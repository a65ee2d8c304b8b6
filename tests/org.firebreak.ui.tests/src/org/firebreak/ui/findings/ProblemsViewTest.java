package org.firebreak.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.diagram.DiagramEditor;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.Zone;
import org.firebreak.model.io.DesignFile;
import org.firebreak.model.io.NewElements;
import org.firebreak.ui.help.HelpView;
import org.firebreak.ui.tests.Designs;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings in the real window: they come, are looked through, fixed, accepted and explained. */
class ProblemsViewTest {
  @TempDir Path folder;

  private final Hands hands = new Hands();
  private DesignDocument document;
  private InProblems problems;

  @BeforeEach
  void open() throws IOException {
    document = Designs.open(Designs.copyOfSample("lab-shop", folder));
    problems = new InProblems(hands);
    InProblems.settle(document);
  }

  @AfterEach
  void close() {
    Ui.closeAll();
  }

  private Flow flow(String name) {
    return Ui.get(
        () ->
            document.design().getFlows().stream()
                .filter(flow -> org.firebreak.core.policy.ElementRef.of(flow).name().equals(name))
                .findFirst()
                .orElseThrow());
  }

  @Test
  void aFindingComesWithAnEditAndGoesWithUndo() throws IOException {
    Server web1 = Designs.find(document.design(), Server.class, "web1");
    problems.untilNone("FB-001", "web1");
    Ui.run(() -> document.edit().run("Clear", () -> web1.setAddresses(List.of())));
    problems.row("FB-001", "web1");
    assertThat(problems.rows()).anyMatch(row -> row.contains("FB-001 Server without address"));
    problems.photograph("problems");
    Ui.run(() -> document.edit().undo());
    problems.untilNone("FB-001", "web1");
  }

  @Test
  void doubleClickOpensTheDiagramAndSelectsTheElement() {
    Server web1 = Designs.find(document.design(), Server.class, "web1");
    Ui.run(() -> document.edit().run("Clear", () -> web1.setAddresses(List.of())));
    Ui.run(() -> ((DiagramEditor) Ui.activeEditor()).showPage("org.firebreak.ui.tables.services"));
    hands.doubleClick(problems.row("FB-001", "web1"));
    Ui.until(
        "web1 is selected on the diagram",
        () -> {
          DiagramCanvas canvas = Ui.page().getActiveEditor().getAdapter(DiagramCanvas.class);
          return canvas != null && canvas.selectedElements().equals(List.of(web1));
        });
    hands.click(problems.row("FB-001", "web1"));
    assertThat(
            Ui.<Object>get(
                () ->
                    ((IStructuredSelection)
                            Ui.page()
                                .findView(InProblems.ID)
                                .getSite()
                                .getSelectionProvider()
                                .getSelection())
                        .getFirstElement()))
        .isSameAs(web1);
  }

  @Test
  void wordsFilterAndHeadsSort() throws IOException {
    Server web1 = Designs.find(document.design(), Server.class, "web1");
    Ui.run(() -> document.edit().run("Clear", () -> web1.setAddresses(List.of())));
    problems.select("FB-001", "web1");
    int all = problems.rows().size();
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_F);
    Text filter =
        Ui.find(
            InProblems.shell(),
            Text.class,
            "the filter has the keyboard",
            text -> "Filter problems".equals(text.getMessage()) && text.isFocusControl());
    hands.type("web1");
    Ui.until("the filter is typed", () -> "web1".equals(filter.getText()));
    problems.untilNone("FB-101");
    assertThat(problems.rows()).hasSizeLessThan(all).allMatch(row -> row.contains("web1"));
    hands.type("zzz");
    Ui.find(
        InProblems.shell(),
        Link.class,
        "the way back",
        link -> link.getText().contains("Show all"));
    problems.photograph("problems-filtered");
    hands.press(KeyEvent.VK_ESCAPE);
    problems.row("FB-101");
    assertThat(problems.rows()).hasSize(all);

    Table table = Ui.get(() -> problems.table().orElseThrow());
    Ui.run(() -> table.getColumn(3).notifyListeners(org.eclipse.swt.SWT.Selection, null));
    Ui.until("the rows are sorted by element", () -> table.getSortColumn() == table.getColumn(3));
    List<String> elements =
        problems.rows().stream()
            .map(row -> row.split(" \\| ", -1)[2].toLowerCase(Locale.ROOT))
            .toList();
    assertThat(elements).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    Ui.run(() -> table.getColumn(3).notifyListeners(org.eclipse.swt.SWT.Selection, null));
    Ui.run(() -> table.getColumn(3).notifyListeners(org.eclipse.swt.SWT.Selection, null));
  }

  @Test
  void acceptedFindingsAreHiddenUntilAcceptanceIsWithdrawn() throws IOException {
    problems.select("FB-101", "mon1");
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_ALT, KeyEvent.VK_A);
    Shell dialog = Ui.dialog("Accept FB-101");
    Button accept =
        Ui.find(dialog, Button.class, "Accept", button -> button.getText().equals("Accept"));
    assertThat(Ui.get(accept::isEnabled)).as("a reason is required").isFalse();
    Text reason =
        Ui.find(dialog, Text.class, "the reason", text -> text.getMessage().startsWith("Why"));
    Ui.until("the reason has the keyboard", reason::isFocusControl);
    hands.type("scrapes only");
    problems.photograph("accept");
    Ui.until("it can be accepted", accept::isEnabled);
    hands.click(accept);
    problems.untilNone("FB-101", "mon1");
    assertThat(Ui.get(() -> document.edit().undoLabel())).isEqualTo("Accept FB-101");
    Ui.run(() -> assertThat(document.design().getAcceptedFindings()).hasSize(1));
    InProblems.settle(document);

    hands.click(toolItem("Show the accepted finding"));
    problems.select("FB-101", "mon1");
    problems.photograph("accepted-shown");
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_ALT, KeyEvent.VK_W);
    Ui.until("the acceptance is gone", () -> document.design().getAcceptedFindings().isEmpty());
    InProblems.settle(document);
    assertThat(Ui.get(() -> InProblems.findings().of(document).orElseThrow().accepted())).isEmpty();
    problems.row("FB-101", "mon1");
  }

  @Test
  void explainAndF1OpenThePageOfTheRule() {
    problems.select("FB-101", "mon1");
    hands.press(KeyEvent.VK_F1);
    Ui.until("the guide explains the rule", () -> address().startsWith("rules#fb-101-"));
    Ui.view(InProblems.ID);
    problems.select("FB-102");
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_ALT, KeyEvent.VK_E);
    Ui.until("the guide explains the other rule", () -> address().startsWith("rules#fb-102-"));
    Ui.run(() -> Ui.page().hideView(Ui.page().findView(HelpView.ID)));
  }

  private static String address() {
    return Ui.page().findView(HelpView.ID) instanceof HelpView view ? view.address() : "";
  }

  @Test
  void aProfileBesideTheDesignIsFollowedAndABrokenOneIsAnError() throws IOException {
    Path file = folder.resolve("firebreak-profile.json");
    problems.row("FB-101");
    Files.writeString(file, "{\"extends\": \"baseline\", \"disabled\": [\"FB-101\"]}");
    problems.untilNone("FB-101");
    problems.row("FB-102");
    Files.writeString(file, "{\"extends\": \"baseline\", \"thresholds\": {\"no-such\": 1}}");
    Ui.find(
        InProblems.shell(),
        Link.class,
        "what can be done",
        link -> link.getText().contains("Open the profile"));
    problems.photograph("profile-broken");
    assertThat(Ui.get(() -> InProblems.findings().failure(document)).orElseThrow())
        .contains("firebreak-profile.json:1:", "no-such");
    Ui.run(() -> InProblems.findings().choose(document, new ProfileChoice("baseline")));
    problems.row("FB-101");
    Ui.run(() -> InProblems.findings().choose(document, ProfileChoice.PROJECT));
    Files.delete(file);
    problems.row("FB-101");
  }

  @Test
  void oneValueIsSetOnManyFlows() throws IOException {
    Ui.run(
        () ->
            document
                .edit()
                .run(
                    "Clear",
                    () -> document.design().getFlows().forEach(flow -> flow.setOwner(null))));
    InProblems.settle(document);
    int flows = Ui.get(() -> document.design().getFlows().size());
    Flow other = flow("bkp1 → db2");
    Ui.run(
        () -> {
          Designs.canvas().select(document.design().getFlows());
          Ui.page().activate(Ui.activeEditor());
        });
    Ui.run(() -> Designs.canvas().control().setFocus());
    Ui.until("the canvas has the keyboard", () -> Designs.canvas().control().isFocusControl());
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_ALT, KeyEvent.VK_O);
    Shell dialog = Ui.dialog("Set on " + flows);
    Text value = Ui.find(dialog, Text.class, "the value", Text::isFocusControl);
    hands.type("platform");
    Ui.until("the value is typed", () -> "platform".equals(value.getText()));
    problems.photograph("set-on-many");
    hands.press(KeyEvent.VK_ENTER);
    Ui.until("all have an owner", () -> "platform".equals(other.getOwner()));
    Ui.run(
        () ->
            assertThat(document.design().getFlows())
                .allMatch(flow -> "platform".equals(flow.getOwner())));
    assertThat(Ui.get(() -> document.edit().undoLabel()))
        .isEqualTo("Set owner of " + flows + " elements");
    Ui.run(() -> document.edit().undo());
    Ui.run(() -> assertThat(other.getOwner()).isNull());
  }

  @Test
  void aHundredThousandFindingsAreListedAtOnce() throws IOException {
    Ui.closeAll();
    Design design = NewElements.design("large");
    Zone zone = NewElements.zone("all");
    design.getZones().add(zone);
    for (int i = 0; i < 100_000; i++) {
      zone.getServers().add(NewElements.server("server%06d".formatted(i)));
    }
    design.getDiagrams().add(NewElements.diagram("Overview"));
    Path file = folder.resolve("large.firebreak");
    DesignFile.save(design, file);
    DesignDocument large = Designs.open(file);
    Ui.view(InProblems.ID);
    InProblems.settle(large);
    Ui.until(
        "they are listed",
        () -> problems.table().map(table -> table.getItemCount() >= 100_000).orElse(false));
    Table table = Ui.get(() -> problems.table().orElseThrow());
    long begin = System.nanoTime();
    Ui.run(() -> table.setTopIndex(99_000));
    Ui.run(() -> table.update());
    long millis = (System.nanoTime() - begin) / 1_000_000;
    assertThat(millis).as("ms to scroll to the end").isLessThan(1_000);
    problems.photograph("problems-100000");
  }

  private static org.eclipse.swt.graphics.Point toolItem(String tip) {
    return Ui.awaitPresent(
        "the button " + tip,
        () ->
            Ui.controls(InProblems.shell())
                .filter(org.eclipse.swt.widgets.ToolBar.class::isInstance)
                .map(org.eclipse.swt.widgets.ToolBar.class::cast)
                .filter(org.eclipse.swt.widgets.ToolBar::isVisible)
                .flatMap(
                    bar ->
                        java.util.Arrays.stream(bar.getItems())
                            .filter(item -> tip.equals(item.getToolTipText()) && item.isEnabled()))
                .map(
                    item -> {
                      var at = item.getBounds();
                      return item.getParent().toDisplay(at.x + at.width / 2, at.y + at.height / 2);
                    })
                .findFirst());
  }
}
