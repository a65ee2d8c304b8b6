package org.firebreak.ui.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.firebreak.ui.tests.Designs;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundlePreviewTest {
  /** Colour of keywords in the light look. */
  private static final int KEYWORD = 0x1F5FD6;

  private static final int LOOKS = 40;

  @TempDir Path folder;

  private final Hands hands = new Hands();
  private DesignDocument document;

  @BeforeEach
  void open() throws IOException {
    document = Designs.open(Designs.copyOfSample("lab-shop", folder));
  }

  @AfterEach
  void close() {
    look("LIGHT");
    Ui.closeAll();
  }

  @Test
  void lineOfARuleLeadsToItsFlow() throws IOException {
    Shell wizard = openWizard();
    hands.click(button(wizard, "Preview"));
    StyledText text = text(wizard, "Verified");
    String summary = Ui.get(text::getText);
    assertThat(summary).contains("rules in", "nftables");
    assertThat(folder.resolve("lab-shop-policy")).doesNotExist();
    photograph("export-summary");
    select(tree(wizard), ".nft");
    text(wizard, "table inet");
    Flow flow = clickRule(wizard, text);
    photograph("export-preview");
    look("DARK");
    photograph("export-preview-dark");
    clickLink(wizard, flow);
    untilSelected(flow);
    Ui.run(wizard::close);
  }

  @Test
  void allPlatformsAreTickedByOneLinkAndNoneByAnother() {
    Shell wizard = openWizard();
    Button finish = button(wizard, "Finish");
    Link ticks =
        Ui.find(wizard, Link.class, "the links", link -> link.getText().contains(">None<"));
    Rectangle at = Ui.get(ticks::getBounds);
    hands.click(Ui.get(() -> ticks.toDisplay(at.width - 6, at.height / 2)));
    Ui.until("nothing can be written", () -> !finish.isEnabled());
    hands.click(Ui.get(() -> ticks.toDisplay(6, at.height / 2)));
    Ui.until("everything can be written", finish::isEnabled);
    Ui.run(wizard::close);
  }

  @Test
  void everyFamilyOfFilesIsColoured() throws IOException {
    Ui.run(() -> document.edit().run("Hosts of all platforms", this::enforceAtHosts));
    Shell wizard = openWizard();
    hands.click(button(wizard, "Preview"));
    StyledText text = text(wizard, "Verified");
    for (String end : List.of(".json", ".yaml", ".nft", ".sh", "rules.v4")) {
      select(tree(wizard), end);
      Ui.until(
          end + " is shown",
          () -> text.getCharCount() > 0 && tree(wizard).getSelection()[0].getText().endsWith(end));
      photograph("export-preview" + end.replace('.', '-'));
      assertThat(isSeen(text, KEYWORD)).as("keywords of " + end + " are coloured").isTrue();
    }
    Ui.run(wizard::close);
  }

  @Test
  void bundleIsWrittenAsZipInAPhaseOfTheRollOut() throws IOException {
    Shell wizard = openWizard();
    Path zip = folder.resolve("policy.zip");
    Text target = Ui.find(wizard, Text.class, "the target", Text::isEnabled);
    Ui.run(() -> target.setText(zip.toString()));
    hands.click(button(wizard, "Next"));
    Combo phase =
        Ui.find(wizard, Combo.class, "the phase", combo -> combo.getText().startsWith("Enforce"));
    photograph("export-rollout");
    Ui.choose(phase, Ui.get(() -> phase.getItem(2)));
    hands.click(button(wizard, "Preview"));
    text(wizard, "Verified");
    select(tree(wizard), ".nft");
    text(wizard, "Phase monitor");
    hands.click(button(wizard, "Finish"));
    Ui.run(result(wizard)::close);
    assertThat(Files.readAllBytes(zip)).startsWith((byte) 'P', (byte) 'K');
  }

  @Test
  void showOnPlatformsMarksTheLinesOfAFlow() throws IOException {
    Flow flow =
        Ui.get(
            () ->
                document.design().getFlows().stream()
                    .filter(each -> "Web to order service".equals(each.getName()))
                    .findFirst()
                    .orElseGet(() -> document.design().getFlows().get(2)));
    Ui.run(() -> Designs.canvas().select(List.of(flow)));
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_F9);
    String name = Ui.get(() -> ElementRef.of(flow).name());
    Shell shell = Ui.dialog("Rules of " + name);
    Ui.find(shell, Link.class, "the flow", link -> link.getText().contains(flow.getId()));
    StyledText text = Ui.find(shell, StyledText.class, "the text", each -> each.getCharCount() > 0);
    Ui.until("the file tree has files", () -> tree(shell).getItemCount() > 1);
    int first = Ui.get(text::getTopIndex);
    assertThat(first).isPositive();
    photograph("show-on-platforms");
    Ui.run(shell::close);
  }

  @Test
  void scopeOwnPhaseAndPreviousBundleReachTheFiles() throws IOException {
    Path previous = folder.resolve("before");
    Shell first = openWizard();
    write(first, previous);
    Shell wizard = openWizard();
    Path bundle = folder.resolve("after");
    Text target = Ui.find(wizard, Text.class, "the target", Text::isEnabled);
    Ui.run(() -> target.setText(bundle.toString()));
    hands.click(button(wizard, "Next"));
    Tree parts =
        Ui.find(wizard, Tree.class, "the parts", each -> (each.getStyle() & SWT.CHECK) != 0);
    TreeItem group =
        Ui.get(
            () ->
                Trees.items(parts.getItems())
                    .filter(each -> each.getData() instanceof ServerGroup)
                    .findFirst()
                    .orElseThrow());
    tick(parts, group);
    hands.clickUntil(
        "the group is selected",
        () -> Ui.get(() -> inText(parts, group)),
        () -> List.of(parts.getSelection()).contains(group));
    Combo own =
        Ui.find(
            wizard, Combo.class, "the group's phase", each -> each.isEnabled() && !isPhase(each));
    Ui.choose(own, "monitor");
    assertThat(Ui.get(() -> group.getText(1))).isEqualTo("monitor");
    Text since =
        Ui.find(wizard, Text.class, "the previous", each -> each.getMessage().startsWith("none"));
    Ui.run(() -> since.setText(previous.toString()));
    Ui.until("the folder is accepted", () -> button(wizard, "Finish").isEnabled());
    String id = Ui.get(() -> ((ServerGroup) group.getData()).getId());
    photograph("export-scope");
    finish(wizard);

    String manifest = Files.readString(bundle.resolve("manifest.json"));
    assertThat(manifest).containsPattern("\"" + id + "\"\\s*:\\s*\"monitor\"");
    assertThat(manifest).containsPattern("\"endpoints\"\\s*:\\s*\\[\\s*\"" + id + "\"");
    assertThat(manifest).contains("\"previous\"");
    assertThat(bundle.resolve("changes.json")).isRegularFile();
  }

  @Test
  void showOnPlatformsMarksTheLinesOfAServer() throws IOException {
    Server server =
        Ui.get(
            () ->
                document.design().getZones().stream()
                    .flatMap(zone -> zone.getGroups().stream())
                    .flatMap(group -> group.getServers().stream())
                    .filter(each -> "pay1".equals(each.getName()))
                    .findFirst()
                    .orElseThrow());
    Ui.run(() -> Designs.canvas().select(List.of(server)));
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_F9);
    Shell shell = Ui.dialog("Rules of pay1");
    text(shell, "pay1");
    Ui.until("the file tree has files", () -> tree(shell).getItemCount() > 1);
    photograph("show-on-platforms-server");
    Ui.run(shell::close);
  }

  private static boolean isPhase(Combo combo) {
    return combo.getText().startsWith("Enforce");
  }

  private void tick(Tree tree, TreeItem item) {
    Ui.run(() -> tree.showItem(item));
    Point box =
        Ui.steady(
            "the box",
            () -> {
              Rectangle image = item.getImageBounds(0);
              return Optional.of(tree.toDisplay(image.x - 12, image.y + image.height / 2));
            });
    hands.click(box);
    Ui.until("it is ticked", item::getChecked);
  }

  private static Point inText(Tree tree, TreeItem item) {
    Rectangle at = item.getTextBounds(0);
    return tree.toDisplay(at.x + 12, at.y + at.height / 2);
  }

  private void write(Shell wizard, Path bundle) {
    Text target = Ui.find(wizard, Text.class, "the target", Text::isEnabled);
    Ui.run(() -> target.setText(bundle.toString()));
    finish(wizard);
  }

  private void finish(Shell wizard) {
    hands.click(button(wizard, "Finish"));
    Ui.run(result(wizard)::close);
    Ui.until("the wizard is gone", wizard::isDisposed);
  }

  private static Shell result(Shell wizard) {
    return Ui.awaitPresent(
        "the result",
        () ->
            Stream.of(Ui.display().getShells())
                .filter(shell -> !shell.isDisposed() && shell.isVisible() && shell != wizard)
                .filter(shell -> shell.getText().startsWith("Export Policy Bundle"))
                .findFirst());
  }

  private void enforceAtHosts() {
    document.design().getStrategy().setKind(StrategyKind.MICRO);
    document.design().getEnforcementPoints().forEach(point -> point.setPlatform(null));
  }

  private Shell openWizard() {
    Ui.start("org.firebreak.ui.exportBundle", Map.of());
    return Ui.dialog("Export Policy Bundle");
  }

  private static Button button(Shell wizard, String title) {
    return Ui.find(
        wizard,
        Button.class,
        title + " is enabled",
        button -> button.getText().replace("&", "").startsWith(title) && button.isEnabled());
  }

  private static StyledText text(Shell wizard, String words) {
    return Ui.find(
        wizard, StyledText.class, "the text with " + words, each -> each.getText().contains(words));
  }

  private static Tree tree(Shell shell) {
    return Ui.find(shell, Tree.class, "the files", tree -> tree.getColumnCount() == 3);
  }

  private static void select(Tree tree, String end) {
    TreeItem item =
        Ui.awaitPresent(
            "a file that ends in " + end,
            () -> {
              for (TreeItem root : tree.getItems()) {
                Trees.expand(tree, root);
              }
              return Trees.items(tree.getItems())
                  .filter(each -> each.getText().endsWith(end))
                  .findFirst();
            });
    Ui.run(
        () -> {
          tree.setSelection(item);
          tree.showItem(item);
          tree.notifyListeners(SWT.Selection, selection(item));
        });
  }

  private static Event selection(TreeItem item) {
    Event event = new Event();
    event.item = item;
    return event;
  }

  /** Clicks a line of a rule that comes from one flow, and gives the flow. */
  private Flow clickRule(Shell shell, StyledText text) {
    List<Flow> flows = Ui.get(() -> List.copyOf(document.design().getFlows()));
    int lines = Ui.get(text::getLineCount);
    for (int i = 0; i < lines; i++) {
      int line = i;
      if (!Ui.get(() -> text.getLine(line).strip().matches(".*comment \"F-.*"))) {
        continue;
      }
      Ui.run(() -> text.setTopIndex(Math.max(0, line - 3)));
      // The link tells of the line before until the press has arrived.
      hands.clickUntil(
          "the caret is in line " + line,
          () -> start(text, line),
          () -> text.getLineAtOffset(text.getCaretOffset()) == line);
      Optional<Flow> flow =
          Ui.get(
              () ->
                  links(shell)
                      .flatMap(
                          link ->
                              flows.stream().filter(each -> link.getText().contains(each.getId())))
                      .findFirst());
      if (flow.isPresent()) {
        return flow.get();
      }
    }
    throw new AssertionError("no line leads to a flow");
  }

  private static Point start(StyledText text, int line) {
    return Ui.steady(
        "the line",
        () -> {
          Rectangle at =
              text.getTextBounds(text.getOffsetAtLine(line), text.getOffsetAtLine(line) + 4);
          return Optional.of(text.toDisplay(new Point(at.x + 20, at.y + at.height / 2)));
        });
  }

  /** Whether a colour is seen in a text, which may not be painted yet. */
  private boolean isSeen(StyledText text, int colour) throws IOException {
    for (int i = 0; i < LOOKS; i++) {
      if (pixels(text, colour) > 0) {
        return true;
      }
    }
    return false;
  }

  /** How much of what is seen of a text is about of a colour. */
  private long pixels(StyledText text, int colour) throws IOException {
    Rectangle area =
        Ui.get(
            () -> {
              text.update();
              Point size = text.getSize();
              Point at = text.toDisplay(0, 0);
              return new Rectangle(at.x, at.y, size.x, size.y);
            });
    Path file = folder.resolve("text.png");
    hands.photograph(area, file);
    BufferedImage picture = ImageIO.read(file.toFile());
    long found = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int pixel = picture.getRGB(x, y);
        int difference = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
          difference += Math.abs((pixel >> shift & 0xFF) - (colour >> shift & 0xFF));
        }
        found += difference < 60 ? 1 : 0;
      }
    }
    return found;
  }

  private static Stream<Link> links(Shell shell) {
    return Ui.controls(shell).filter(Link.class::isInstance).map(Link.class::cast);
  }

  private void clickLink(Shell shell, Flow flow) {
    Link link =
        Ui.find(shell, Link.class, "the link", each -> each.getText().contains(flow.getId()));
    Rectangle bounds = Ui.get(link::getBounds);
    String plain =
        Ui.get(() -> link.getText().replaceAll("<a[^>]*>", "|").replaceAll("</a>.*", ""));
    int before =
        Ui.get(
            () -> {
              var gc = new org.eclipse.swt.graphics.GC(link);
              int width = gc.textExtent(plain.substring(0, plain.indexOf('|'))).x;
              gc.dispose();
              return width;
            });
    hands.clickUntil(
        "the flow is selected",
        () -> Ui.get(() -> link.toDisplay(before + 16, bounds.height / 2)),
        () -> Designs.canvas().selectedElements().contains(flow));
  }

  private static void untilSelected(Flow flow) {
    Ui.until(
        "the flow is selected on the diagram",
        () -> {
          DiagramCanvas canvas = Ui.page().getActiveEditor().getAdapter(DiagramCanvas.class);
          return canvas != null && canvas.selectedElements().equals(List.of(flow));
        });
  }

  private static void look(String look) {
    Ui.command("org.firebreak.ui.theme", Map.of("org.firebreak.ui.theme.look", look));
  }

  private void photograph(String name) throws IOException {
    String pictures = System.getProperty("firebreak.screenshots");
    if (pictures != null) {
      Ui.run(
          () -> {
            while (Ui.display().readAndDispatch()) {
              // Until everything is painted.
            }
          });
      hands.photograph(Ui.get(() -> Ui.display().getBounds()), Path.of(pictures, name + ".png"));
    }
  }
}
