package org.firebreak.ui.picture;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.firebreak.report.diagram.Paper;
import org.firebreak.report.diagram.PictureFormat;
import org.firebreak.scene.Theme;

/** Asks what of a diagram goes where, in which format. */
final class PictureDialog extends TitleAreaDialog {
  /** Largest magnification that is offered for PNG. */
  static final int SCALES = 4;

  private final ShownDiagram diagram;
  private final PictureSettings settings;
  private PictureOrder order;
  private Text file;
  private Combo format;
  private Button selection;
  private Combo theme;
  private Label sizeLabel;
  private Combo size;
  private Button findings;
  private PictureFormat shownFormat;

  PictureDialog(Shell shell, ShownDiagram diagram, PictureSettings settings) {
    super(shell);
    this.diagram = diagram;
    this.settings = settings;
    setHelpAvailable(false);
  }

  /** What the user wants; empty after a cancel. */
  Optional<PictureOrder> ask() {
    return open() == OK ? Optional.of(order) : Optional.empty();
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Diagram as Picture");
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    setTitle("Picture of “" + diagram.name() + "”");
    Composite body = new Composite(area, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(3).margins(16, 14).spacing(12, 9).applyTo(body);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
    fileRow(body);
    format = combo(body, "Format", formats());
    format.addListener(SWT.Selection, event -> formatChosen());
    contentRow(body);
    theme = combo(body, "Colours", "Light, as on paper", "Dark");
    sizeLabel = label(body, "");
    size = new Combo(body, SWT.DROP_DOWN | SWT.READ_ONLY);
    GridDataFactory.fillDefaults().span(2, 1).applyTo(size);
    label(body, "");
    findings = new Button(body, SWT.CHECK);
    findings.setText("Mark errors and warnings");
    findings.setSelection(settings.findings());
    GridDataFactory.fillDefaults().span(2, 1).applyTo(findings);
    format.select(settings.format().ordinal());
    showSize();
    file.setText(proposal().toString());
    file.addListener(SWT.Modify, event -> fileTyped());
    explain();
    return area;
  }

  private void fileRow(Composite body) {
    label(body, "File");
    file = new Text(body, SWT.BORDER | SWT.SINGLE);
    GridDataFactory.fillDefaults()
        .align(SWT.FILL, SWT.CENTER)
        .grab(true, false)
        .hint(380, SWT.DEFAULT)
        .applyTo(file);
    Button browse = new Button(body, SWT.PUSH);
    browse.setText("Browse…");
    browse.addListener(SWT.Selection, event -> browse());
  }

  private void contentRow(Composite body) {
    label(body, "Content");
    Composite choices = new Composite(body, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 0).applyTo(choices);
    GridDataFactory.fillDefaults().span(2, 1).applyTo(choices);
    Button whole = new Button(choices, SWT.RADIO);
    whole.setText("Whole diagram");
    whole.setSelection(true);
    selection = new Button(choices, SWT.RADIO);
    int count = diagram.selected();
    selection.setText(
        count == 0
            ? "Selection (nothing is selected)"
            : "Selection (" + count + (count == 1 ? " element)" : " elements)"));
    selection.setEnabled(count > 0);
  }

  private static String[] formats() {
    return new String[] {
      "SVG: vector, sharp at any size", "PNG: pixels, opens everywhere", "PDF: vector, to print"
    };
  }

  private static Combo combo(Composite body, String title, String... items) {
    label(body, title);
    Combo combo = new Combo(body, SWT.DROP_DOWN | SWT.READ_ONLY);
    combo.setItems(items);
    combo.select(0);
    GridDataFactory.fillDefaults().span(2, 1).applyTo(combo);
    return combo;
  }

  private static Label label(Composite body, String text) {
    Label label = new Label(body, SWT.NONE);
    label.setText(text);
    GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
    return label;
  }

  private PictureFormat format() {
    return PictureFormat.values()[format.getSelectionIndex()];
  }

  private Path proposal() {
    String design = diagram.document().name().replaceAll("\\.firebreak$", "");
    String name = (design + "-" + diagram.name()).replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    return settings.folder(diagram.document().file()).resolve(name + "." + format().ending());
  }

  /** PNG has a resolution, PDF a paper, SVG neither. */
  private void showSize() {
    shownFormat = format();
    switch (shownFormat) {
      case SVG -> size.setItems("Any");
      case PNG -> {
        size.removeAll();
        for (int i = 1; i <= SCALES; i++) {
          size.add(i + " × (" + 96 * i + " pixels an inch)");
        }
      }
      case PDF -> {
        size.setItems("One page of the diagram's size");
        for (Paper paper : Paper.values()) {
          size.add("One page " + paper.title());
        }
      }
    }
    sizeLabel.setText(shownFormat == PictureFormat.PDF ? "Paper" : "Size");
    size.select(shownFormat == PictureFormat.PNG ? settings.scale() - 1 : 0);
    size.setEnabled(shownFormat != PictureFormat.SVG);
    sizeLabel.getParent().layout();
  }

  private void formatChosen() {
    String name = file.getText();
    int dot = PictureFormat.of(name).isPresent() ? name.lastIndexOf('.') : name.length();
    file.setText(name.substring(0, dot) + "." + format().ending());
    showSize();
  }

  private void fileTyped() {
    PictureFormat.of(file.getText())
        .filter(typed -> typed != shownFormat)
        .ifPresent(
            typed -> {
              format.select(typed.ordinal());
              showSize();
            });
    explain();
  }

  private void explain() {
    String trouble = trouble();
    setErrorMessage(trouble);
    setMessage("The file looks the same as one that firebreak render makes.");
    Button ok = getButton(IDialogConstants.OK_ID);
    if (ok != null) {
      ok.setEnabled(trouble == null);
    }
  }

  private String trouble() {
    String name = file.getText().strip();
    if (name.isEmpty()) {
      return "Name a file.";
    }
    try {
      Path path = Path.of(name);
      if (!path.isAbsolute() || path.getParent() == null) {
        return "Name the file with its folder.";
      }
      if (!Files.isDirectory(path.getParent())) {
        return "There is no folder " + path.getParent() + ".";
      }
      if (Files.isDirectory(path)) {
        return path + " is a folder.";
      }
    } catch (InvalidPathException e) {
      return "This is no file name: " + e.getReason() + ".";
    }
    return PictureFormat.of(name).isEmpty() ? "The file must end in .svg, .png or .pdf." : null;
  }

  private void browse() {
    FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
    dialog.setText("Diagram as Picture");
    dialog.setFilterNames(new String[] {"SVG", "PNG", "PDF"});
    dialog.setFilterExtensions(new String[] {"*.svg", "*.png", "*.pdf"});
    dialog.setFilterIndex(format.getSelectionIndex());
    if (trouble() == null) {
      Path now = Path.of(file.getText().strip());
      dialog.setFilterPath(now.getParent().toString());
      dialog.setFileName(now.getFileName().toString());
    }
    String chosen = dialog.open();
    if (chosen != null) {
      boolean named = PictureFormat.of(chosen).isPresent();
      file.setText(named ? chosen : chosen + "." + format().ending());
    }
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, "Export", true);
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    explain();
  }

  @Override
  protected void okPressed() {
    Path target = Path.of(file.getText().strip());
    if (Files.exists(target)
        && !MessageDialog.openQuestion(
            getShell(), "Diagram as Picture", target.getFileName() + " exists. Replace it?")) {
      return;
    }
    boolean png = shownFormat == PictureFormat.PNG;
    boolean paged = shownFormat == PictureFormat.PDF && size.getSelectionIndex() > 0;
    order =
        new PictureOrder(
            target,
            shownFormat,
            selection.getSelection(),
            theme.getSelectionIndex() == 0 ? Theme.LIGHT : Theme.DARK,
            png ? size.getSelectionIndex() + 1 : settings.scale(),
            paged ? Paper.values()[size.getSelectionIndex() - 1] : null,
            findings.getSelection());
    super.okPressed();
  }
}
