package org.firebreak.ui.sizing;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPartSite;
import org.firebreak.core.sizing.MissingEstimate;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.sizing.Unit;
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
  private final Grid<MissingEstimate> grid;

  EstimatesTab(Composite parent, DesignDocument document, IWorkbenchPartSite site) {
    this.document = document;
    this.site = site;
    control = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
    Composite strip = Style.STRIP.on(new Composite(control, SWT.NONE));
    GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 4).spacing(8, 0).applyTo(strip);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
    share = new Label(strip, SWT.NONE);
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(share);
    edit = new Button(strip, SWT.PUSH);
    edit.setText("Edit in Flows");
    edit.setToolTipText("Shows these flows alone in their table, where the figures are typed");
    edit.addListener(SWT.Selection, event -> openFlows());
    grid = new Grid<>(control, MissingEstimate::flowId);
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

  Composite control() {
    return control;
  }

  void setFocus() {
    grid.table().setFocus();
  }

  void show(SizingStudy study) {
    grid.show(study.missing());
    edit.setEnabled(!study.missing().isEmpty());
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
