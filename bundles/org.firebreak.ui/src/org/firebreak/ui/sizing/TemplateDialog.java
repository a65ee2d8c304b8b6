package org.firebreak.ui.sizing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.firebreak.core.sizing.TrafficFigure;
import org.firebreak.core.sizing.estimate.EstimateTemplate;
import org.firebreak.core.sizing.estimate.EstimateTemplates;
import org.firebreak.core.sizing.estimate.EstimatedFigure;
import org.firebreak.ui.lists.Grid;
import org.firebreak.ui.lists.Grid.Column;

/**
 * Asks for a rule of thumb and how many users or the like there are, and shows what comes of it.
 */
final class TemplateDialog extends TitleAreaDialog {
  private static final int INITIAL = 1000;

  private final String flows;
  private Combo template;
  private Text count;
  private Label unit;
  private Label about;
  private Grid<EstimatedFigure> grid;
  private List<EstimatedFigure> figures = List.of();

  /**
   * @param flows which flows get the figures, in words
   */
  TemplateDialog(Shell shell, String flows) {
    super(shell);
    this.flows = flows;
  }

  /** The figures that were agreed to. */
  List<EstimatedFigure> figures() {
    return figures;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Estimate by Template");
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    setTitle("Estimate by template");
    setMessage("For " + flows + ". What is stated stays; what is filled in is marked as guessed.");
    Composite body = new Composite(area, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(3).margins(12, 12).spacing(8, 8).applyTo(body);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
    label(body, "&Template:");
    template = new Combo(body, SWT.READ_ONLY);
    EstimateTemplates.all().forEach(each -> template.add(each.title()));
    template.select(0);
    template.addListener(SWT.Selection, event -> reckon());
    GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(template);
    label(body, "&How many:");
    count = new Text(body, SWT.BORDER);
    count.setText(Integer.toString(INITIAL));
    GridDataFactory.swtDefaults().hint(90, SWT.DEFAULT).applyTo(count);
    count.addListener(SWT.Modify, event -> reckon());
    unit = new Label(body, SWT.NONE);
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(unit);
    about = new Label(body, SWT.WRAP);
    GridDataFactory.fillDefaults().span(3, 1).hint(560, 34).grab(true, false).applyTo(about);
    grid = new Grid<>(body, EstimatedFigure::figure);
    GridDataFactory.fillDefaults()
        .span(3, 1)
        .hint(600, 190)
        .grab(true, true)
        .applyTo(grid.control());
    grid.column(Column.<EstimatedFigure>of("Figure", each -> each.figure().label()).width(150, 2));
    grid.column(Column.of("Value", TemplateDialog::value).width(120, 1).figures());
    grid.column(
        Column.<EstimatedFigure>of("Source", EstimatedFigure::source)
            .width(200, 5)
            .tip(EstimatedFigure::source));
    return area;
  }

  private static void label(Composite body, String text) {
    Label label = new Label(body, SWT.NONE);
    label.setText(text);
  }

  private static String value(EstimatedFigure figure) {
    return switch (figure.value()) {
      case Double number -> figure.figure().unit().format(number);
      case List<?> shares -> shares.size() + " hours";
      case Integer hour when figure.figure() == TrafficFigure.BUSY_HOUR ->
          String.format(Locale.ROOT, "%02d:00", hour);
      case null -> "–";
      default -> figure.value().toString();
    };
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, "Estimate", true);
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    reckon();
  }

  private void reckon() {
    EstimateTemplate chosen = EstimateTemplates.all().get(template.getSelectionIndex());
    unit.setText(chosen.unit() + "s");
    about.setText(chosen.description());
    String problem = null;
    try {
      figures = chosen.figures(Double.parseDouble(count.getText().replace(",", "").strip()));
    } catch (IllegalArgumentException e) {
      figures = List.of();
      problem = "How many " + chosen.unit() + "s? A number above 0";
    }
    setErrorMessage(problem);
    grid.show(figures);
    Button ok = getButton(IDialogConstants.OK_ID);
    if (ok != null) {
      ok.setEnabled(problem == null);
    }
  }

  /** Names of flows for a sentence. */
  static String words(List<String> names) {
    return names.size() <= 3
        ? names.stream().collect(Collectors.joining(", "))
        : names.size() + " flows";
  }
}
