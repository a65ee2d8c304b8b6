package org.firebreak.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.views.IViewDescriptor;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.ui.findings.Findings;
import org.firebreak.ui.tests.Designs;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.firebreak.ui.theme.Look;
import org.firebreak.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What everybody sees and does leaves nothing in the log and nothing half-made on the screen. */
class NormalUseTest {
  /** Words of the platform that make no sense where there are no workspaces and projects. */
  private static final List<String> LEFTOVERS =
      List.of("Project", "Resource", "Workspace", "Perspective", "Working Set", "Install", "Team");

  @TempDir Path folder;

  private final Hands hands = new Hands();
  private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
  private final ILogListener log =
      (status, source) -> {
        if (status.getSeverity() >= IStatus.WARNING) {
          logged.add(source + ": " + status);
        }
      };

  @BeforeEach
  void start() {
    Ui.closeAll();
    Platform.addLogListener(log);
  }

  @AfterEach
  void end() {
    Platform.removeLogListener(log);
    Ui.closeAll();
    Ui.run(() -> Themes.set(Look.LIGHT));
  }

  @Test
  void walkThroughTheWholeWindowLogsNothing() throws IOException {
    DesignDocument document = Designs.open(Designs.copyOfSample("lab-shop", folder));
    for (Look look : new Look[] {Look.DARK, Look.LIGHT}) {
      Ui.run(() -> Themes.set(look));
      for (String view : views()) {
        Ui.view(view);
        settle();
      }
      showAllPages();
      openAllMenus();
    }
    Ui.run(
        () -> document.edit().run("Describe", () -> document.design().setAuthor("Ada Lovelace")));
    Ui.until("it is validated", () -> !Findings.in(Ui.window()).isPending(document));
    Ui.run(() -> document.edit().undo());
    Ui.command("org.firebreak.ui.validate", Map.of());
    settle();
    assertThat(logged).isEmpty();
  }

  @Test
  void menusHaveNoWordsOfThePlatform() {
    List<String> texts = openAllMenus();
    assertThat(texts).contains("New Design…", "About Firebreak");
    for (String word : LEFTOVERS) {
      assertThat(texts).as(word).noneMatch(text -> text.contains(word));
    }
  }

  @Test
  void everyViewAndCommandOfOursHasAPicture() {
    for (IViewDescriptor view : PlatformUI.getWorkbench().getViewRegistry().getViews()) {
      if (view.getId().startsWith("org.firebreak.")) {
        assertThat(view.getImageDescriptor()).as(view.getId()).isNotNull();
        assertThat(view.getImageDescriptor().toString()).as(view.getId()).contains(".svg");
      }
    }
  }

  @Test
  void findingsInTheStatusLineLeadToTheProblems() throws IOException {
    DesignDocument document = Designs.open(Designs.copyOfSample("lab-shop", folder));
    Ui.view("org.firebreak.ui.simulate");
    Ui.until("it is validated", () -> !Findings.in(Ui.window()).isPending(document));
    CLabel counts =
        Ui.find(
            Ui.get(() -> Ui.window().getShell()),
            CLabel.class,
            "the count",
            label -> label.getText().matches("\\d+ warnings?"));
    assertThat(Ui.get(counts::getImage)).isNotNull();
    hands.click(counts);
    Ui.until(
        "the problems are in front",
        () -> Ui.page().getActivePart().getSite().getId().equals("org.firebreak.ui.problems"));
  }

  @Test
  void zoomIsInTheStatusLine() throws IOException {
    Designs.open(Designs.copyOfSample("lab-shop", folder));
    Ui.view("org.firebreak.ui.problems");
    Ui.run(() -> Ui.page().activate(Ui.page().getActiveEditor()));
    CLabel zoom =
        Ui.find(
            Ui.get(() -> Ui.window().getShell()),
            CLabel.class,
            "the zoom",
            label -> label.getText().matches("\\d+ %"));
    Ui.command("org.firebreak.ui.zoomActual", Map.of());
    Ui.until("it follows", () -> zoom.isDisposed() || zoom.getText().equals("100 %"));
  }

  @Test
  void aboutTellsVersionLicenceAndLibraries() {
    Ui.start("org.firebreak.ui.about", Map.of());
    Shell dialog = Ui.dialog("About Firebreak");
    Table table = Ui.find(dialog, Table.class, "the libraries", each -> true);
    List<String> rows =
        Ui.get(
            () ->
                Arrays.stream(table.getItems())
                    .map(item -> item.getText(0) + " / " + item.getText(2))
                    .toList());
    assertThat(rows).anyMatch(row -> row.contains("commonmark") && row.contains("BSD"));
    Ui.run(dialog::close);
  }

  @Test
  void thereIsNoErrorLog() throws IOException {
    Path file = Platform.getLogFileLocation().toPath();
    if (Files.exists(file)) {
      assertThat(Files.readString(file)).doesNotContain("!ENTRY org.firebreak");
    }
  }

  private static List<String> views() {
    List<String> ids = new ArrayList<>(List.of("org.eclipse.ui.views.ContentOutline"));
    for (IViewDescriptor view : PlatformUI.getWorkbench().getViewRegistry().getViews()) {
      if (view.getId().startsWith("org.firebreak.")) {
        ids.add(view.getId());
      }
    }
    return ids;
  }

  /** Opens each tab at the bottom of the editor. */
  private void showAllPages() {
    Ui.run(() -> Ui.page().activate(Ui.page().getActiveEditor()));
    CTabFolder tabs =
        Ui.find(
            Ui.get(() -> Ui.window().getShell()),
            CTabFolder.class,
            "the pages",
            folder -> (folder.getStyle() & SWT.BOTTOM) != 0);
    int count = Ui.get(tabs::getItemCount);
    for (int i = count - 1; i >= 0; i--) {
      int index = i;
      hands.click(
          Ui.get(
              () -> {
                var bounds = tabs.getItem(index).getBounds();
                return tabs.toDisplay(bounds.x + 20, bounds.y + bounds.height / 2);
              }));
      Ui.until("page " + i, () -> tabs.getSelectionIndex() == index);
      settle();
    }
  }

  /** Lets every menu make its entries; gives their texts. */
  private static List<String> openAllMenus() {
    List<String> texts = new ArrayList<>();
    Ui.run(() -> open(Ui.window().getShell().getMenuBar(), texts));
    return texts;
  }

  private static void open(Menu menu, List<String> texts) {
    menu.notifyListeners(SWT.Show, new Event());
    for (MenuItem item : menu.getItems()) {
      texts.add(item.getText().replace("&", "").replaceFirst("\t.*", ""));
      if (item.getMenu() != null) {
        open(item.getMenu(), texts);
      }
    }
    menu.notifyListeners(SWT.Hide, new Event());
  }

  private static void settle() {
    for (int i = 0; i < 5; i++) {
      Ui.run(() -> {});
    }
  }
}
