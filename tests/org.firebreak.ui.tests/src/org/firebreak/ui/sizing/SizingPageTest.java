package org.firebreak.ui.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.diagram.DiagramEditor;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.Flow;
import org.firebreak.model.HaMode;
import org.firebreak.model.ParameterSetting;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.io.DesignFile;
import org.firebreak.ui.tests.Designs;
import org.firebreak.ui.tests.FileChoice;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.firebreak.ui.theme.Look;
import org.firebreak.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizingPageTest {
  private static final String NEEDED = "Datasheet throughput needed";

  @TempDir Path folder;

  private final Hands hands = new Hands();
  private DesignDocument document;

  @BeforeEach
  void open() throws IOException {
    Ui.run(
        () -> {
          var shell = Ui.window().getShell();
          shell.setMaximized(false);
          shell.setBounds(0, 0, 1280, 800);
          shell.forceActive();
        });
    document = Designs.open(Designs.copyOfSample("lab-shop", folder));
    Ui.run(() -> ((DiagramEditor) Ui.activeEditor()).showPage("org.firebreak.ui.sizing"));
    settled();
  }

  @AfterEach
  void close() {
    Ui.closeAll();
    Ui.run(() -> Themes.set(Look.LIGHT));
  }

  @Test
  void editOfAParameterChangesTheResultAndUndoTakesItBack() {
    byte[] saved = bytes();
    String before = figure(NEEDED);
    assertThat(before).endsWith("bit/s");
    enter("Growth a year g", 1, "50");
    Ui.until(
        "the page says what is asked",
        () -> labels().stream().anyMatch(text -> text.startsWith("Not taken: 50.")));
    assertThat(settings()).isEmpty();
    hands.press(KeyEvent.VK_F2);
    type("0.5");
    Ui.until("more growth needs more", () -> !figure(NEEDED).equals(before));
    assertThat(settings()).containsExactly("growth=0.5");
    enter("Growth a year g", 3, "board paper");
    Ui.until("the source is kept", () -> settings().equals(List.of("growth=0.5 board paper")));
    undo();
    undo();
    Ui.until("the default needs as much as before", () -> figure(NEEDED).equals(before));
    assertThat(settings()).isEmpty();
    assertThat(bytes()).isEqualTo(saved);
  }

  @Test
  void deleteTakesTheDefaultAgain() throws IOException {
    enter("Burst factor β", 1, "2");
    Ui.until("the value is kept", () -> settings().equals(List.of("burst=2.0")));
    clickCell("Burst factor β", 0);
    hands.press(KeyEvent.VK_RIGHT);
    photograph("cell");
    hands.press(KeyEvent.VK_DELETE);
    Ui.until("the default is back", () -> settings().isEmpty());
  }

  @Test
  void applianceIsFoundAndChosenForTheFirewall() {
    byte[] saved = bytes();
    tab("Catalogue");
    hands.clickInto(
        Ui.find(
            Ui.get(() -> Ui.window().getShell()),
            Text.class,
            "the search field",
            text -> "Search appliances".equals(text.getMessage())));
    hands.type("pa-5440");
    Ui.until("one is found", () -> rows().size() == 1);
    hands.press(KeyEvent.VK_ENTER);
    clickCell("Palo Alto Networks PA-5440", 0);
    hands.press(KeyEvent.VK_ENTER);
    Ui.until(
        "the firewall is to be that one",
        () -> "Palo Alto Networks PA-5440".equals(firewall().getModel()));
    Ui.until(
        "the verdict speaks of it",
        () -> labels().stream().anyMatch(text -> text.contains(": Palo Alto Networks PA-5440")));
    tab("Devices");
    Ui.until(
        "it is among the devices",
        () -> rows().stream().anyMatch(row -> row.contains("Palo Alto Networks PA-5440")));
    undo();
    Ui.until(
        "the firewall is what it was",
        () -> !"Palo Alto Networks PA-5440".equals(firewall().getModel()));
    assertThat(bytes()).isEqualTo(saved);
  }

  @Test
  void unitsOfACluster() {
    Ui.run(() -> document.edit().run("cluster", () -> firewall().setHaMode(HaMode.CLUSTER)));
    settled();
    byte[] saved = bytes();
    tab("Devices");
    Ui.until("it is listed", () -> rows().size() == 1);
    enter(Ui.get(() -> firewall().getName()), 3, "4");
    Ui.until("four units", () -> firewall().getUnits() == 4);
    undo();
    Ui.until("as many as before", () -> firewall().getUnits() != 4);
    assertThat(bytes()).isEqualTo(saved);
  }

  @Test
  void applianceOfAFirewallThatThePolicyImpliesIsOneStep() {
    Ui.run(
        () ->
            document
                .edit()
                .run("forget", () -> document.design().getEnforcementPoints().remove(firewall())));
    settled();
    byte[] saved = bytes();
    tab("Catalogue");
    Ui.until("appliances are listed", () -> rows().size() > 100);
    clickCell("Palo Alto Networks PA-5440", 0);
    hands.click(button("Choose"));
    Ui.until(
        "the firewall is one of the design",
        () ->
            document.design().getEnforcementPoints().stream()
                .anyMatch(each -> "Palo Alto Networks PA-5440".equals(each.getModel())));
    hands.clickInto(Ui.get(() -> table().orElseThrow()));
    undo();
    Ui.until("it is implied again", () -> Arrays.equals(bytes(), saved));
  }

  @Test
  void tableOfEstimatesIsImportedInOneStep() throws IOException {
    Path table = folder.resolve("measured.csv");
    Flow flow = Ui.get(() -> document.design().getFlows().get(0));
    Files.writeString(table, "flow,peak,confidence\n" + flow.getId() + ",7.5 Gbit/s,measured\n");
    byte[] saved = bytes();
    tab("Estimates");
    FileChoice.type(hands, () -> hands.clickApart(button("Import…")), table);
    Shell told = Ui.dialog("Import Estimates");
    assertThat(Ui.get(() -> labels(told))).anyMatch(text -> text.startsWith("1 flow changed"));
    Ui.run(told::close);
    Ui.until(
        "the peak is measured",
        () -> Double.valueOf(7.5e9).equals(flow(flow.getId()).getPeakBitsPerSecond()));
    hands.clickInto(Ui.get(() -> table().orElseThrow()));
    undo();
    Ui.until("the import is taken back", () -> Arrays.equals(bytes(), saved));
  }

  @Test
  void listedAppliancesAreWrittenAndReadBackAsOwnOnes() throws IOException {
    Path written = folder.resolve("listed.csv");
    tab("Catalogue");
    hands.clickInto(
        Ui.find(
            Ui.get(() -> Ui.window().getShell()),
            Text.class,
            "the search field",
            text -> "Search appliances".equals(text.getMessage())));
    hands.type("pa-5440");
    Ui.until("one is found", () -> rows().size() == 1);
    FileChoice.type(hands, () -> menu(2), written);
    Ui.until("the table is written", () -> Files.exists(written) && Files.size(written) > 0);
    assertThat(Files.readAllLines(written)).hasSize(2).last().asString().contains("PA-5440");
    FileChoice.type(hands, () -> menu(1), written);
    Ui.until("the entry is marked", () -> rows().stream().anyMatch(row -> row.contains("(own)")));
    assertThat(folder.resolve("firebreak-appliances.csv")).hasSameTextualContentAs(written);
    assertThat(document.isDirty()).as("own entries lie beside the design").isFalse();
  }

  /** Chooses an item of the menu of own appliances by the arrow keys. */
  private void menu(int item) {
    hands.untilChanged(0.002, () -> hands.clickApart(button("CSV…")));
    for (int i = 0; i < item; i++) {
      hands.pressApart(KeyEvent.VK_DOWN);
    }
    hands.pressApart(KeyEvent.VK_ENTER);
  }

  private Flow flow(String id) {
    return document.design().getFlows().stream()
        .filter(each -> id.equals(each.getId()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> labels(Shell shell) {
    return Ui.controls(shell)
        .filter(Label.class::isInstance)
        .map(each -> ((Label) each).getText())
        .toList();
  }

  private byte[] bytes() {
    return Ui.get(() -> DesignFile.toBytes(document.design()));
  }

  @Test
  void flowsWithoutFiguresLeadToTheirTable() {
    Ui.run(
        () ->
            document
                .edit()
                .run(
                    "forget",
                    () -> document.design().getFlows().get(0).setPeakBitsPerSecond(null)));
    settled();
    tab("Estimates");
    Ui.until("a flow is listed", () -> !rows().isEmpty());
    String before = rows().get(0);
    Double stated = document.design().getFlows().get(1).getPeakBitsPerSecond();
    hands.click(button("Template…"));
    Shell dialog = Ui.dialog("Estimate by Template");
    hands.clickInto(
        Ui.find(dialog, Text.class, "the number", text -> text.getText().equals("1000")));
    hands.replaceWith("2000");
    hands.press(KeyEvent.VK_ENTER);
    Ui.until(
        "the peak is estimated",
        () -> document.design().getFlows().get(0).getPeakBitsPerSecond() != null);
    Ui.until("the dialog is closed", dialog::isDisposed);
    assertThat(document.design().getFlows().get(1).getPeakBitsPerSecond())
        .as("what was stated stays")
        .isEqualTo(stated);
    Ui.until("less is missing", () -> rows().isEmpty() || !rows().get(0).equals(before));
    hands.clickInto(Ui.get(() -> table().orElseThrow()));
    undo();
    Ui.until(
        "the estimates are taken back",
        () -> document.design().getFlows().get(0).getPeakBitsPerSecond() == null);
    Ui.until("it is missing again", () -> !rows().isEmpty());
    assertThat(rows().get(0)).isEqualTo(before);
    tab("Sensitivity");
    Ui.until("inputs are listed", () -> rows().size() > 5);
  }

  @Test
  void underMicrosegmentationTheHostsAreSized() throws IOException {
    Ui.run(
        () ->
            document
                .edit()
                .run("micro", () -> document.design().getStrategy().setKind(StrategyKind.MICRO)));
    Ui.until(
        "the hosts are judged",
        () -> labels().stream().anyMatch(text -> text.contains(" servers enforce on ")));
    tab("Catalogue");
    assertThat(Ui.get(() -> button("Choose").isEnabled())).isFalse();
    photograph("hosts");
    tab("Sensitivity");
    Ui.until("inputs of the hosts are listed", () -> rows().size() > 3);
    photograph("hosts-sensitivity");
  }

  @Test
  void reckoningIsCancelledByMouseAndBegunAgain() {
    String before = figure(NEEDED);
    List<Flow> flows = Ui.get(() -> document.design().getFlows());
    Job.getJobManager().suspend();
    try {
      Ui.run(
          () ->
              document
                  .edit()
                  .run("Set peaks", () -> flows.forEach(each -> each.setPeakBitsPerSecond(777e9))));
      follow("Cancel");
      link("Reckon again");
    } finally {
      Job.getJobManager().resume();
    }
    Ui.until("all work is done", () -> Job.getJobManager().isIdle());
    assertThat(figure(NEEDED)).isEqualTo(before);
    follow("Reckon again");
    Ui.until("the new peaks need more", () -> !figure(NEEDED).equals(before));
    settled();
    assertThat(labels()).noneMatch(text -> text.contains(">Reckon again</a>"));
  }

  /** Clicks the link of these words, the last of its text. */
  private void follow(String words) {
    Link link = link(words);
    Rectangle at = Ui.get(link::getBounds);
    hands.click(Ui.get(() -> link.toDisplay(at.width - 12, at.height / 2)));
  }

  private static Link link(String words) {
    return Ui.find(
        Ui.get(() -> Ui.window().getShell()),
        Link.class,
        "the link " + words,
        each -> each.isVisible() && each.getText().contains(">" + words + "</a>"));
  }

  @Test
  void ownEntriesBesideTheDesignAreMarkedAndAFaultyTableIsNamed() throws IOException {
    Path own = folder.resolve("firebreak-appliances.csv");
    Files.writeString(
        own,
        "vendor;model;form;role;status;threat_bps;source\n"
            + "Home;Brick 1;physical;central;current;90000000000;own test\n");
    Ui.run(() -> document.edit().run("revise", () -> document.design().setRevision("2")));
    tab("Catalogue");
    Ui.until(
        "the own entry is marked",
        () -> rows().stream().anyMatch(row -> row.contains("Home Brick 1 (own)")));
    Files.writeString(own, "vendor;model\nHome;\n");
    Ui.run(() -> document.edit().run("revise", () -> document.design().setRevision("3")));
    Ui.until(
        "the table is named",
        () -> labels().stream().anyMatch(text -> text.contains("firebreak-appliances.csv")));
  }

  @Test
  void looks() throws IOException {
    for (Look look : Look.values()) {
      Ui.run(() -> Themes.set(look));
      for (String tab : List.of("Parameters", "Catalogue", "Devices", "Estimates", "Sensitivity")) {
        tab(tab);
        if (!tab.equals("Estimates")) {
          Ui.until("rows are there", () -> !rows().isEmpty());
        }
        photograph(tab.toLowerCase(Locale.ROOT) + "-" + look);
      }
    }
  }

  private void photograph(String name) throws IOException {
    hands.moveTo(new Point(640, 788));
    String pictures = System.getProperty("firebreak.screenshots", folder.toString());
    Path file = Path.of(pictures, "sizing-" + name + ".png");
    hands.photographSteady(Ui.get(() -> Ui.window().getShell().getBounds()), file);
    assertThat(file).isNotEmptyFile();
  }

  private void settled() {
    Ui.until(
        "the result is there",
        () ->
            !figure(NEEDED).isEmpty()
                && labels().stream().noneMatch(text -> text.startsWith("Reckoning…")));
  }

  private void tab(String title) {
    hands.click(
        Ui.steady(
            "the tab " + title,
            () ->
                Ui.controls(Ui.window().getShell())
                    .filter(CTabFolder.class::isInstance)
                    .map(CTabFolder.class::cast)
                    .filter(Control::isVisible)
                    .flatMap(
                        folder ->
                            Arrays.stream(folder.getItems())
                                .filter(item -> item.getText().equals(title))
                                .map(
                                    item -> {
                                      Rectangle at = item.getBounds();
                                      return folder.toDisplay(
                                          at.x + at.width / 2, at.y + at.height / 2);
                                    }))
                    .findFirst()));
    Ui.until(
        "the tab is shown",
        () ->
            Ui.controls(Ui.window().getShell())
                .filter(CTabFolder.class::isInstance)
                .map(CTabFolder.class::cast)
                .anyMatch(
                    folder ->
                        folder.isVisible()
                            && folder.getSelection() != null
                            && folder.getSelection().getText().equals(title)));
  }

  /** Types into a cell of the row that begins with a text. */
  private void enter(String row, int column, String text) {
    Point place = cell(row, column);
    hands.doubleClick(place);
    type(text);
  }

  private void type(String text) {
    Ui.until(
        "the cell is edited",
        () ->
            Ui.display().getFocusControl() instanceof Text field
                && field.getParent() instanceof Table);
    hands.replaceWith(text);
    hands.press(KeyEvent.VK_ENTER);
    Ui.until("the cell is left", () -> !(Ui.display().getFocusControl() instanceof Text));
  }

  private void clickCell(String row, int column) {
    hands.clickUntil(
        "the row is selected",
        () -> cell(row, column),
        () ->
            table()
                .map(
                    table ->
                        table.getSelectionCount() == 1
                            && table.getSelection()[0].getText(0).endsWith(row))
                .orElse(false));
  }

  private Point cell(String row, int column) {
    return Ui.steady(
        "the cell of " + row,
        () ->
            table()
                .flatMap(
                    table ->
                        Arrays.stream(table.getItems())
                            .filter(item -> item.getText(0).endsWith(row))
                            .findFirst()
                            .map(
                                item -> {
                                  table.showItem(item);
                                  Rectangle at = item.getBounds(column);
                                  return table.toDisplay(at.x + 20, at.y + at.height / 2);
                                })));
  }

  private void undo() {
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
  }

  private static Button button(String text) {
    return Ui.find(
        Ui.get(() -> Ui.window().getShell()),
        Button.class,
        text,
        button -> button.getText().equals(text));
  }

  private EnforcementPoint firewall() {
    return document.design().getEnforcementPoints().stream()
        .filter(each -> each.getKind() == EnforcementKind.CENTRAL)
        .findFirst()
        .orElseThrow();
  }

  private List<String> settings() {
    return Ui.get(
        () -> document.design().getSizingParameters().stream().map(SizingPageTest::words).toList());
  }

  private static String words(ParameterSetting setting) {
    String value = setting.getKey() + "=" + setting.getValue();
    return setting.getSource() == null ? value : value + " " + setting.getSource();
  }

  /** The value under a caption; empty if it is not there. */
  private static String figure(String caption) {
    return Ui.get(
        () -> {
          List<Label> labels =
              Ui.controls(Ui.window().getShell())
                  .filter(control -> control instanceof Label && control.isVisible())
                  .map(Label.class::cast)
                  .toList();
          return labels.stream()
              .filter(label -> label.getText().equals(caption))
              .map(
                  label -> {
                    Control[] all = label.getParent().getChildren();
                    int at = Arrays.asList(all).indexOf(label) + all.length / 2;
                    return ((Label) all[at]).getText();
                  })
              .findFirst()
              .orElse("");
        });
  }

  private static List<String> labels() {
    return Ui.get(
        () ->
            Ui.controls(Ui.window().getShell())
                .filter(Control::isVisible)
                .map(
                    control ->
                        switch (control) {
                          case Label label -> label.getText();
                          case CLabel label -> label.getText();
                          case Link link -> link.getText();
                          default -> "";
                        })
                .toList());
  }

  private static List<String> rows() {
    return Ui.get(
        () ->
            table()
                .map(
                    table ->
                        Arrays.stream(table.getItems())
                            .map(
                                item -> {
                                  StringBuilder row = new StringBuilder();
                                  for (int i = 0; i < table.getColumnCount(); i++) {
                                    row.append(item.getText(i)).append(" | ");
                                  }
                                  return row.toString();
                                })
                            .toList())
                .orElse(List.of()));
  }

  /** The table of the page: the one in a folder of tabs within the editor. */
  private static Optional<Table> table() {
    return Ui.controls(Ui.window().getShell())
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .filter(
            table ->
                table.isVisible()
                    && table.getColumnCount() > 1
                    && table.getParent().getParent().getParent() instanceof CTabFolder)
        .findFirst();
  }
}
