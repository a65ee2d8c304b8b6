package org.firebreak.ui.exporting;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.ui.theme.Style;
import org.osgi.service.prefs.Preferences;

/** Asks for which platforms a bundle is written, and where. */
final class PlatformsPage extends WizardPage {
  private static final String NODE = "org.firebreak.ui";
  private static final String LAST_FOLDER = "exportFolder";

  private final DesignDocument document;
  private final Map<Exporter, Button> platforms = new LinkedHashMap<>();
  private Text folder;

  PlatformsPage(DesignDocument document) {
    super("platforms", "Export " + document.name(), null);
    this.document = document;
    setDescription("The policy for each platform, and a manifest of what came from where.");
  }

  List<Exporter> chosen() {
    return platforms.entrySet().stream()
        .filter(entry -> entry.getValue().getSelection())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Where the bundle goes: a folder, or a ZIP file if the name ends so. */
  Path target() {
    return Path.of(folder.getText().strip());
  }

  /** The next export starts with the folder beside this one. */
  void remember() {
    Path parent = target().toAbsolutePath().getParent();
    if (parent != null) {
      preferences().put(LAST_FOLDER, parent.toString());
    }
  }

  @Override
  public void createControl(Composite parent) {
    Composite area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(3).margins(16, 16).spacing(8, 8).applyTo(area);
    createHead(area);
    ScrolledComposite scroller = new ScrolledComposite(area, SWT.V_SCROLL);
    scroller.setExpandHorizontal(true);
    scroller.setExpandVertical(true);
    GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(480, 340).applyTo(scroller);
    Composite list = new Composite(scroller, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).spacing(16, 6).applyTo(list);
    Exporters.all().forEach(exporter -> platform(list, exporter));
    scroller.setContent(list);
    scroller.addListener(
        SWT.Resize,
        event -> scroller.setMinHeight(list.computeSize(scroller.getSize().x, SWT.DEFAULT).y));
    label(area, "Target");
    folder = new Text(area, SWT.BORDER | SWT.SINGLE);
    folder.setText(proposal().toString());
    folder.addListener(SWT.Modify, event -> validate());
    GridDataFactory.fillDefaults()
        .align(SWT.FILL, SWT.CENTER)
        .grab(true, false)
        .hint(320, SWT.DEFAULT)
        .applyTo(folder);
    Button browse = new Button(area, SWT.PUSH);
    browse.setText("Browse…");
    browse.addListener(SWT.Selection, event -> browse());
    new Label(area, SWT.NONE);
    Label hint = Style.MUTED.on(new Label(area, SWT.NONE));
    hint.setText("A folder; or a ZIP file, if the name ends in .zip");
    GridDataFactory.fillDefaults().span(2, 1).applyTo(hint);
    setControl(area);
    validate();
  }

  private void createHead(Composite area) {
    Composite head = new Composite(area, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(head);
    GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 2).applyTo(head);
    new Label(head, SWT.NONE).setText("Platforms");
    Link ticks = new Link(head, SWT.NONE);
    ticks.setText("<a href=\"all\">All</a>  <a href=\"none\">None</a>");
    ticks.addListener(SWT.Selection, event -> tick(event.text.equals("all")));
  }

  private void tick(boolean all) {
    platforms.values().forEach(platform -> platform.setSelection(all));
    validate();
  }

  private static void label(Composite area, String text) {
    Label label = new Label(area, SWT.NONE);
    label.setText(text);
    GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 6).applyTo(label);
  }

  private void platform(Composite list, Exporter exporter) {
    Composite entry = new Composite(list, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(entry);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(entry);
    Button button = new Button(entry, SWT.CHECK);
    button.setText(exporter.title());
    button.setSelection(true);
    button.addListener(SWT.Selection, event -> validate());
    platforms.put(exporter, button);
    Label description = Style.MUTED.on(new Label(entry, SWT.WRAP));
    description.setText(exporter.description());
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .indent(24, 0)
        .hint(200, SWT.DEFAULT)
        .applyTo(description);
  }

  private Path proposal() {
    String name = document.name().replaceAll("\\.firebreak$", "") + "-policy";
    String last = preferences().get(LAST_FOLDER, null);
    if (last != null) {
      return Path.of(last).resolve(name);
    }
    Path file = document.file();
    return file == null
        ? Path.of(System.getProperty("user.home"), name)
        : file.resolveSibling(name);
  }

  private void browse() {
    DirectoryDialog dialog = new DirectoryDialog(getShell(), SWT.SAVE);
    dialog.setText("Folder of the bundle");
    dialog.setMessage("A new or empty folder, or an older bundle, which is replaced.");
    String chosen = dialog.open();
    if (chosen != null) {
      folder.setText(chosen);
    }
  }

  private void validate() {
    String problem = chosen().isEmpty() ? "Choose a platform." : folderProblem();
    setErrorMessage(problem);
    setPageComplete(problem == null);
  }

  private String folderProblem() {
    if (folder.getText().isBlank()) {
      return "Name a folder or a ZIP file.";
    }
    try {
      return target().isAbsolute() ? null : "The target needs its whole path.";
    } catch (InvalidPathException e) {
      return "Not a path: " + e.getMessage();
    }
  }

  private static Preferences preferences() {
    return InstanceScope.INSTANCE.getNode(NODE);
  }
}
