package org.firebreak.ui.sizing;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPartSite;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.sizing.MissingEstimate;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.sizing.Unit;
import org.firebreak.core.sizing.estimate.EstimatedFigure;
import org.firebreak.core.sizing.estimate.FlowEstimates;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.diagram.DiagramEditor;
import org.firebreak.model.Flow;
import org.firebreak.ui.lists.Grid;
import org.firebreak.ui.lists.Grid.Column;
import org.firebreak.ui.tables.TablePage;
import org.firebreak.ui.theme.Style;

/** Flows whose traffic is not fully known, how much is guessed, and ways to fill the gaps. */
final class EstimatesTab {
  private final DesignDocument document;
  private final IWorkbenchPartSite site;
  private final Composite control;
  private final Label share;
  private final Button edit;
  private final Button template;
  private final Grid<MissingEstimate> grid;

  EstimatesTab(Composite parent, DesignDocument document, IWorkbenchPartSite site) {
    this.document = document;
    this.site = site;
    control = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
    Composite strip = Style.STRIP.on(new Composite(control, SWT.NONE));
    GridLayoutFactory.fillDefaults().numColumns(4).margins(8, 4).spacing(8, 0).applyTo(strip);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
    share = new Label(strip, SWT.NONE);
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(share);
    edit = button(strip, "Edit in Flows", this::openFlows);
    edit.setToolTipText("Shows these flows alone in their table, where the figures are typed");
    template = button(strip, "Template…", this::estimate);
    template.setToolTipText("Fills the selected flows, or all, by a rule of thumb");
    button(strip, "Import…", this::bring)
        .setToolTipText("Estimates from a CSV or XLSX table with a column flow");
    grid = new Grid<>(control, MissingEstimate::flowId, SWT.MULTI);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(grid.control());
    grid.column(
        Column.<MissingEstimate>of("Flow", MissingEstimate::name)
            .width(200, 2)
            .icon(row -> "flow"));
    grid.column(
        Column.<MissingEstimate>of("Missing", row -> String.join(", ", row.figures()))
            .hint("Figures that nobody stated, and what is used instead")
            .width(300, 5)
            .tip(row -> String.join("\n", row.figures())));
    grid.onOpen(row -> openFlows());
  }

  private static Button button(Composite strip, String text, Runnable action) {
    Button button = new Button(strip, SWT.PUSH);
    button.setText(text);
    button.addListener(SWT.Selection, event -> action.run());
    return button;
  }

  Composite control() {
    return control;
  }

  void setFocus() {
    grid.table().setFocus();
  }

  void show(SizingStudy study) {
    grid.show(study.missing());
    edit.setEnabled(!study.missing().isEmpty());
    template.setEnabled(!study.missing().isEmpty());
    share.setText(
        study.missing().isEmpty()
            ? "Every flow has a full estimate; " + guessed(study)
            : study.missing().size()
                + " of "
                + study.flows().size()
                + " flows lack figures; "
                + guessed(study));
    share.setToolTipText(Grid.lines(study.coverage().text()));
  }

  private static String guessed(SizingStudy study) {
    return Unit.SHARE.format(study.coverage().guessedShare()) + " of the bits are guessed";
  }

  /** Fills what is missing by a rule of thumb. */
  private void estimate() {
    List<MissingEstimate> rows = grid.selected().isEmpty() ? grid.rows() : grid.selected();
    TemplateDialog dialog =
        new TemplateDialog(
            control.getShell(),
            TemplateDialog.words(rows.stream().map(MissingEstimate::name).toList()));
    if (dialog.open() == Window.OK) {
      fill(document.edit(), "Estimate by Template", flows(rows), dialog.figures());
    }
  }

  /** What somebody stated stays. */
  private static void fill(
      ModelEdit edit, String label, List<Flow> flows, List<EstimatedFigure> figures) {
    edit.run(
        label,
        () ->
            flows.forEach(
                flow ->
                    FlowEstimates.set(
                        flow,
                        figures.stream()
                            .filter(each -> !flow.eIsSet(each.figure().attribute()))
                            .toList())));
  }

  private void bring() {
    FileDialog dialog = new FileDialog(control.getShell(), SWT.OPEN);
    dialog.setText("Import Estimates");
    dialog.setFilterExtensions(new String[] {"*.csv;*.xlsx", "*.*"});
    String chosen = dialog.open();
    if (chosen != null) {
      EstimateFile.read(site.getWorkbenchWindow(), document, Path.of(chosen));
    }
  }

  private List<Flow> flows(List<MissingEstimate> rows) {
    Set<String> ids = rows.stream().map(MissingEstimate::flowId).collect(Collectors.toSet());
    return document.design().getFlows().stream()
        .filter(each -> ids.contains(each.getId()))
        .toList();
  }

  /** Shows the selected flow, or all of them, in the table of flows. */
  private void openFlows() {
    Set<String> ids = grid.rows().stream().map(MissingEstimate::flowId).collect(Collectors.toSet());
    List<Flow> flows =
        document.design().getFlows().stream().filter(each -> ids.contains(each.getId())).toList();
    DiagramEditor editor = (DiagramEditor) site.getPart();
    if (!flows.isEmpty() && editor.showPage(TablePage.FLOWS)) {
      TablePage page = editor.getAdapter(TablePage.class);
      page.showOnly(flows, "Flows that lack figures");
      Flow first =
          grid.selected().stream()
              .findFirst()
              .flatMap(
                  row ->
                      flows.stream().filter(each -> row.flowId().equals(each.getId())).findFirst())
              .orElse(flows.get(0));
      page.select(List.of(first));
      page.setFocus();
    }
  }
}
