package org.firebreak.ui.problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.ValidationResult;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Element;
import org.firebreak.ui.designs.ElementIndex;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.designs.Reveal;
import org.firebreak.ui.findings.Findings;
import org.firebreak.ui.theme.Style;
import org.firebreak.ui.theme.Themes;

/** The findings in the active design, the worst first. */
public final class ProblemsView extends ViewPart {
  public static final String ID = "org.firebreak.ui.problems";

  /** Rows: nobody reads more, and the table creates every one of them. */
  private static final int MOST = 1000;

  private final Runnable listener = this::update;
  private final Runnable recolour = this::recolour;
  private OpenDesigns designs;
  private Findings findings;
  private Composite stack;
  private Composite list;
  private Label empty;
  private final CountLabel counts = new CountLabel();
  private TableViewer viewer;
  private List<Finding> shown = List.of();
  private ElementIndex index;

  @Override
  public void createPartControl(Composite parent) {
    designs = OpenDesigns.in(getSite().getWorkbenchWindow());
    findings = Findings.in(getSite().getWorkbenchWindow());
    stack = parent;
    stack.setLayout(new StackLayout());
    Composite blank = new Composite(stack, SWT.NONE);
    GridLayoutFactory.swtDefaults().margins(16, 16).applyTo(blank);
    empty = Style.MUTED.on(new Label(blank, SWT.WRAP | SWT.CENTER));
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, true).applyTo(empty);
    list = new Composite(stack, SWT.NONE);
    getViewSite().getActionBars().getToolBarManager().add(counts);
    createTable();
    ((StackLayout) stack.getLayout()).topControl = blank;
    getSite().setSelectionProvider(new ElementsOfFindings(viewer, this::elements));
    findings.addListener(listener);
    Themes.addListener(recolour);
    update();
  }

  @Override
  public void setFocus() {
    (shown.isEmpty() ? stack : viewer.getControl()).setFocus();
  }

  private void recolour() {
    viewer.refresh();
  }

  @Override
  public void dispose() {
    findings.removeListener(listener);
    Themes.removeListener(recolour);
    super.dispose();
  }

  private void createTable() {
    viewer = new TableViewer(list, SWT.FULL_SELECTION | SWT.MULTI);
    viewer.getTable().setHeaderVisible(true);
    viewer.setUseHashlookup(true);
    ColumnViewerToolTipSupport.enableFor(viewer);
    TableColumnLayout layout = new TableColumnLayout();
    list.setLayout(layout);
    for (FindingColumn column : FindingColumn.values()) {
      TableViewerColumn viewerColumn = new TableViewerColumn(viewer, SWT.NONE);
      viewerColumn.getColumn().setText(column.title());
      viewerColumn.setLabelProvider(new FindingLabels(column));
      layout.setColumnData(
          viewerColumn.getColumn(),
          new ColumnWeightData(column.weight(), column.width(), column.weight() > 0));
    }
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    viewer.addDoubleClickListener(event -> reveal(event.getSelection()));
  }

  private void update() {
    DesignDocument document = designs.active().orElse(null);
    Optional<ValidationResult> result = document == null ? Optional.empty() : findings.of(document);
    List<Finding> now = result.map(ValidationResult::findings).orElse(List.of());
    index = document == null ? null : new ElementIndex(document.design());
    if (!now.equals(shown)) {
      shown = now;
      viewer.setInput(shown.subList(0, Math.min(MOST, shown.size())));
    }
    counts.setText(shown.isEmpty() ? "" : counts());
    empty.setText(explainEmpty(document, result.isPresent()));
    ((StackLayout) stack.getLayout()).topControl = shown.isEmpty() ? empty.getParent() : list;
    empty.getParent().layout();
    stack.layout();
  }

  private static String explainEmpty(DesignDocument document, boolean validated) {
    if (document == null) {
      return "Open a design to see what is wrong with it.";
    }
    return validated
        ? "No findings: every rule that ships with Firebreak is content with this design."
        : "Validating " + document.name() + " …";
  }

  /** {@code 1 error, 3 warnings, 4 hints}. */
  private String counts() {
    List<String> counts = new ArrayList<>();
    for (FindingSeverity severity : FindingSeverity.values()) {
      long count = shown.stream().filter(each -> each.severity() == severity).count();
      if (count > 0) {
        String word = severity == FindingSeverity.INFO ? "hint" : severity.label();
        counts.add(count + " " + word + (count == 1 ? "" : "s"));
      }
    }
    return counts.stream().collect(Collectors.joining(", "))
        + (shown.size() > MOST ? ", the first " + MOST + " are listed" : "");
  }

  private List<Element> elements(Finding finding) {
    return finding.elements().stream()
        .map(ref -> index.find(ref))
        .flatMap(Optional::stream)
        .toList();
  }

  private void reveal(ISelection selection) {
    if (selection instanceof IStructuredSelection structured
        && structured.getFirstElement() instanceof Finding finding) {
      Reveal.in(getSite().getPage(), elements(finding));
    }
  }
}
