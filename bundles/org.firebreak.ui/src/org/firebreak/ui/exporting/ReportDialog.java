package org.firebreak.ui.exporting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.firebreak.core.progress.Progress;
import org.firebreak.report.Report;
import org.firebreak.report.ReportFormat;
import org.firebreak.report.pdf.PdfPages;
import org.firebreak.ui.jobs.NewestJob;

/** Which report, for whom, in which format and where to; with its pages beside. */
final class ReportDialog extends TitleAreaDialog {
  /** What is typed faster than this is shown once. */
  private static final int PAUSE_MS = 400;

  private final String design;
  private final ReportKind.Source source;
  private final ReportSettings settings;
  private final Map<ReportKind, Report> built = new EnumMap<>(ReportKind.class);
  private final Runnable showing = this::showPages;
  private ReportKind kind;
  private Combo kinds;
  private Combo formats;
  private Text company;
  private Text logo;
  private Text file;
  private ReportPreview preview;
  private NewestJob building;
  private ReportOrder order;

  ReportDialog(
      Shell shell,
      String design,
      ReportKind.Source source,
      ReportKind kind,
      ReportSettings settings) {
    super(shell);
    this.design = design.replaceAll("\\.firebreak$", "");
    this.source = source;
    this.kind = kind;
    this.settings = settings;
    setHelpAvailable(false);
  }

  /** What the user wants; empty after a cancel. */
  Optional<ReportOrder> ask() {
    return open() == OK ? Optional.of(order) : Optional.empty();
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Export Report");
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected Point getInitialSize() {
    Point window = getParentShell().getSize();
    return new Point(Math.max(1000, window.x * 4 / 5), Math.max(720, window.y * 9 / 10));
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    setTitle("Report of " + design);
    setMessage("The preview shows the pages of the PDF; other formats have the same content.");
    building = new NewestJob(parent.getDisplay(), () -> {});
    area.addListener(SWT.Dispose, event -> building.cancel());
    Composite body = new Composite(area, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 12).spacing(18, 0).applyTo(body);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
    fields(body);
    preview = new ReportPreview(body);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(preview.control());
    propose();
    showPages();
    return area;
  }

  private void fields(Composite body) {
    Composite side = new Composite(body, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 6).applyTo(side);
    GridDataFactory.fillDefaults().hint(330, SWT.DEFAULT).applyTo(side);
    kinds = combo(side, "&Document");
    Arrays.stream(ReportKind.values()).forEach(each -> kinds.add(each.title()));
    kinds.select(kind.ordinal());
    kinds.addListener(SWT.Selection, event -> kindChosen());
    formats = combo(side, "For&mat");
    Arrays.stream(ReportFormat.values()).forEach(each -> formats.add(each.label()));
    formats.select(settings.format().ordinal());
    formats.addListener(SWT.Selection, event -> propose());
    company = text(side, "&Company", "shown on the first page; may be empty", false);
    company.setText(settings.company());
    logo = text(side, "&Logo", "PNG or SVG, at most 1 MiB; may be empty", true);
    logo.setText(settings.logo());
    file = text(side, "&File", "where the report goes", true);
    company.addListener(SWT.Modify, event -> typed());
    logo.addListener(SWT.Modify, event -> typed());
    file.addListener(SWT.Modify, event -> check());
  }

  private static Combo combo(Composite side, String name) {
    label(side, name);
    Combo combo = new Combo(side, SWT.READ_ONLY);
    GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(combo);
    return combo;
  }

  private static void label(Composite side, String name) {
    Label label = new Label(side, SWT.NONE);
    label.setText(name);
    GridDataFactory.fillDefaults().span(2, 1).applyTo(label);
  }

  private Text text(Composite side, String name, String tip, boolean browse) {
    label(side, name);
    Text text = new Text(side, SWT.BORDER | SWT.SINGLE);
    text.setMessage(tip);
    text.setToolTipText(tip);
    GridDataFactory.fillDefaults()
        .align(SWT.FILL, SWT.CENTER)
        .span(browse ? 1 : 2, 1)
        .grab(true, false)
        .hint(100, SWT.DEFAULT)
        .applyTo(text);
    if (browse) {
      Button button = new Button(side, SWT.PUSH);
      button.setText("Browse…");
      button.addListener(SWT.Selection, event -> browse(text, text == logo ? SWT.OPEN : SWT.SAVE));
    }
    return text;
  }

  private void browse(Text into, int style) {
    FileDialog dialog = new FileDialog(getShell(), style);
    dialog.setText(style == SWT.OPEN ? "Logo" : "File of the Report");
    if (style == SWT.OPEN) {
      dialog.setFilterExtensions(new String[] {"*.png;*.svg"});
    } else {
      dialog.setFilterExtensions(new String[] {"*." + format().suffix()});
    }
    dialog.setFileName(into.getText());
    String chosen = dialog.open();
    if (chosen != null) {
      into.setText(chosen);
    }
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, "Save", true);
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    check();
  }

  private ReportFormat format() {
    return ReportFormat.values()[formats.getSelectionIndex()];
  }

  private void kindChosen() {
    kind = ReportKind.values()[kinds.getSelectionIndex()];
    propose();
    showPages();
  }

  private void propose() {
    String name = design + "-" + kind.fileName() + "." + format().suffix();
    file.setText(folder().resolve(name).toString());
    check();
  }

  /** That of the file typed last, as far as there is one. */
  private Path folder() {
    try {
      Path typed = Path.of(file.getText().strip()).getParent();
      if (typed != null && Files.isDirectory(typed)) {
        return typed;
      }
    } catch (InvalidPathException e) {
      return settings.folder(source.file());
    }
    return settings.folder(source.file());
  }

  private void typed() {
    getShell().getDisplay().timerExec(PAUSE_MS, showing);
  }

  /** Builds the pages anew in the background. */
  private void showPages() {
    if (getShell() == null || company.isDisposed()) {
      return;
    }
    ReportKind wanted = kind;
    Report known = built.get(wanted);
    String name = company.getText();
    String picture = logo.getText();
    if (known == null) {
      preview.say("Building the preview…");
    }
    building.start(
        "Preview of the " + wanted.title().toLowerCase(Locale.ROOT),
        progress -> pages(known, wanted, name, picture, progress),
        pages -> {
          built.put(wanted, pages.report());
          if (!company.isDisposed()) {
            preview.show(pages.pages());
            check();
          }
        },
        why -> {
          if (!company.isDisposed()) {
            preview.say("No preview");
            setErrorMessage(why);
          }
        });
  }

  private record Pages(Report report, PdfPages pages) {}

  private Pages pages(
      Report known, ReportKind wanted, String name, String picture, Progress progress)
      throws IOException {
    Report report = known == null ? wanted.of(source, progress) : known;
    progress.check();
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    report.write(ReportFormat.PDF, ReportOrder.brand(name, picture), pdf);
    progress.check();
    return new Pages(report, new PdfPages(pdf.toByteArray()));
  }

  private void check() {
    String problem = problem();
    setErrorMessage(problem);
    Button save = getButton(IDialogConstants.OK_ID);
    if (save != null) {
      save.setEnabled(problem == null);
    }
  }

  private String problem() {
    try {
      Path target = Path.of(file.getText().strip());
      if (target.getParent() == null || !Files.isDirectory(target.getParent())) {
        return "Choose a file in a folder that exists.";
      }
      ReportFormat.ofFile(target.getFileName().toString());
      return null;
    } catch (IllegalArgumentException e) {
      String message = e.getMessage();
      return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
    }
  }

  @Override
  protected void okPressed() {
    Path target = Path.of(file.getText().strip());
    boolean write =
        !Files.exists(target)
            || MessageDialog.openQuestion(
                getShell(), "Export Report", target + " exists already. Replace it?");
    if (write) {
      order = new ReportOrder(kind, company.getText(), logo.getText(), target);
      super.okPressed();
    }
  }
}
