package org.firebreak.ui.printing;

import java.util.List;
import java.util.Locale;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.printing.Printer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.firebreak.report.diagram.PagePlan;
import org.firebreak.report.diagram.PageSetup;
import org.firebreak.report.diagram.PageTitles;
import org.firebreak.scene.Scene;
import org.firebreak.ui.theme.Style;

/** The pages at the left, how they are cut at the right, and what to do with them below. */
final class PrintPreview extends Dialog {
  /** What the user wants done with the pages. */
  enum Wish {
    NOTHING,
    PRINT,
    PDF
  }

  private static final int PRINT_ID = IDialogConstants.CLIENT_ID + 1;
  private static final int PDF_ID = IDialogConstants.CLIENT_ID + 2;

  private final Scene scene;
  private final PageTitles titles;
  private final PrintSettings settings;
  private final boolean printers = Printer.getPrinterList().length > 0;
  private PageControls controls;
  private PagePreview preview;
  private Label position;
  private Label facts;
  private Button back;
  private Button forward;
  private Button all;
  private PagePlan plan;
  private PageSetup setup;
  private int shown;
  private Wish wish = Wish.NOTHING;

  PrintPreview(Shell parent, Scene scene, PageTitles titles, PrintSettings settings) {
    super(parent);
    this.scene = scene;
    this.titles = titles;
    this.settings = settings;
  }

  /** Shows the pages and waits. */
  Wish ask() {
    open();
    return wish;
  }

  /** The pages as they were when the dialog was closed. */
  PagePlan plan() {
    return plan;
  }

  PageSetup setup() {
    return setup;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Print “" + titles.diagram() + "”");
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected Point getInitialSize() {
    return new Point(1040, 720);
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 14).spacing(16, 8).applyTo(area);
    preview = new PagePreview(area, scene, page -> showOne(page.number() - 1));
    GridDataFactory.fillDefaults().grab(true, true).hint(560, 420).applyTo(preview);
    Composite side = new Composite(area, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 14).applyTo(side);
    GridDataFactory.fillDefaults().hint(320, SWT.DEFAULT).applyTo(side);
    controls = new PageControls(side, settings.setup(), this::cut);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(controls.control());
    facts = Style.MUTED.on(new Label(side, SWT.WRAP));
    GridDataFactory.fillDefaults().grab(true, true).hint(320, SWT.DEFAULT).applyTo(facts);
    pager(area);
    cut();
    return area;
  }

  private void pager(Composite area) {
    Composite pager = new Composite(area, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(4).spacing(8, 0).applyTo(pager);
    GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(pager);
    back = button(pager, "Previous", -1);
    position = new Label(pager, SWT.CENTER);
    GridDataFactory.swtDefaults().hint(150, SWT.DEFAULT).applyTo(position);
    forward = button(pager, "Next", 1);
    all = new Button(pager, SWT.TOGGLE);
    all.setText("All Pages");
    all.addListener(SWT.Selection, event -> show(shown));
    new Label(area, SWT.NONE);
  }

  private Button button(Composite pager, String text, int step) {
    Button button = new Button(pager, SWT.PUSH);
    button.setText(text);
    button.addListener(SWT.Selection, event -> show(shown + step));
    return button;
  }

  private void cut() {
    try {
      setup = controls.setup();
      plan = PagePlan.of(scene, setup, titles);
      facts.setText(facts());
      show(Math.min(shown, plan.pages().size() - 1));
    } catch (IllegalArgumentException e) {
      plan = null;
      String message = e.getMessage();
      facts.setText(message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".");
      preview.show(null, List.of());
      position.setText("No pages");
    }
    facts.requestLayout();
    enable();
  }

  private String facts() {
    int count = plan.pages().size();
    String pages =
        count == 1
            ? "1 page"
            : count
                + " pages: "
                + plan.columns()
                + " side by side, "
                + plan.rows()
                + " below each"
                + " other. Ticks show where they overlap.";
    String size = "The diagram is printed at " + Math.round(plan.scale() * 100) + " %.";
    return pages + "\n" + size + (printers ? "" : "\n\n" + NO_PRINTER);
  }

  private static final String NO_PRINTER =
      "No printer is set up on this computer. Save the pages as PDF, and print that elsewhere.";

  private void showOne(int index) {
    all.setSelection(false);
    show(index);
  }

  private void show(int index) {
    shown = index;
    int count = plan.pages().size();
    boolean together = all.getSelection() && count > 1;
    preview.show(plan, together ? plan.pages() : List.of(plan.pages().get(index)));
    position.setText(together ? count + " pages" : "Page " + (index + 1) + " of " + count);
    enable();
  }

  private void enable() {
    boolean single = plan != null && !(all.getSelection() && plan.pages().size() > 1);
    back.setEnabled(single && shown > 0);
    forward.setEnabled(single && shown < plan.pages().size() - 1);
    all.setEnabled(plan != null && plan.pages().size() > 1);
    enable(PRINT_ID, plan != null && printers);
    enable(PDF_ID, plan != null);
  }

  private void enable(int id, boolean enabled) {
    Button button = getButton(id);
    if (button != null) {
      button.setEnabled(enabled);
    }
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, PDF_ID, "Save as PDF…", !printers);
    createButton(parent, PRINT_ID, "Print…", printers);
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CLOSE_LABEL, false);
    enable();
  }

  @Override
  protected void buttonPressed(int id) {
    if (id == PRINT_ID || id == PDF_ID) {
      wish = id == PRINT_ID ? Wish.PRINT : Wish.PDF;
      settings.remember(setup);
      okPressed();
    } else {
      super.buttonPressed(id);
    }
  }
}
