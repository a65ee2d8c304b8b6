package org.firebreak.ui.throughput;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.firebreak.core.sizing.HostFlows;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Element;
import org.firebreak.report.table.CsvText;
import org.firebreak.ui.designs.GoTo;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.lists.ListedElements;
import org.firebreak.ui.lists.NothingListed;
import org.firebreak.ui.lists.ViewRoom;
import org.firebreak.ui.lists.VirtualTable;
import org.firebreak.ui.live.LiveAnswer;
import org.firebreak.ui.live.LiveAnswers;
import org.firebreak.ui.live.SearchLinks;
import org.firebreak.ui.live.Sized;

/**
 * What crosses each zone boundary, central firewall, link and host of the active design, with a
 * chart; follows the edits.
 */
public final class ThroughputView extends ViewPart {
  public static final String ID = "org.firebreak.ui.throughput";

  private static final String MISSING = "missing";

  private final OpenDesigns.Listener activeChanged = this::followActive;
  private final Runnable listener = this::refresh;
  private OpenDesigns designs;
  private LiveAnswer<Sized> studies;
  private SearchLinks search;
  private ThroughputStrip strip;
  private Composite stack;
  private SashForm panes;
  private NothingListed nothing;
  private ViewRoom room;
  private VirtualTable<LoadRow> table;
  private ChartPane chart;
  private ListedElements selection;
  private Highlight highlight;
  private LoadKind kind = LoadKind.BOUNDARIES;
  private ChartKind chartKind = ChartKind.PROFILE;
  private DesignDocument document;
  private Sized sized;
  private SizingStudy shown;

  @Override
  public void createPartControl(Composite parent) {
    designs = OpenDesigns.in(getSite().getWorkbenchWindow());
    studies = LiveAnswers.in(getSite().getWorkbenchWindow()).sizing();
    highlight = new Highlight(getSite().getPage());
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
    strip = new ThroughputStrip(parent, this::list, this::chartWanted, this::followLink);
    stack = new Composite(parent, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
    stack.setLayout(new StackLayout());
    nothing = new NothingListed(stack, this::followLink);
    panes = new SashForm(stack, SWT.HORIZONTAL);
    createTable();
    chart = new ChartPane(panes);
    panes.setWeights(11, 9);
    room = new ViewRoom(this, panes, chart.control(), this::offerLinks);
    createActions();
    designs.addListener(activeChanged);
    search = new SearchLinks(studies, parent.getDisplay(), this::offerLinks);
    followActive();
  }

  private void createTable() {
    table = new VirtualTable<>(panes, LoadRow::identity, ThroughputView::fill);
    for (LoadColumn column : LoadColumn.values()) {
      if (column.isFigure()) {
        table.figures(column.title(), column.hint(), column.width(), column.weight());
      } else {
        table.column(column.title(), column.hint(), column.width(), column.weight());
      }
    }
    selection = new ListedElements(this::selectedFlows);
    hideColumns();
    table.table().addListener(SWT.Selection, event -> rowsSelected());
    table.table().addListener(SWT.DefaultSelection, event -> goTo());
    table.table().addListener(SWT.MouseMove, event -> explain(event.x, event.y));
    getSite().setSelectionProvider(selection);
  }

  private void hideColumns() {
    table.hide(column -> !kind.has(LoadColumn.values()[column]));
    table.rename(LoadColumn.BINDING.ordinal(), kind.remark(), kind.remarkHint());
  }

  private void createActions() {
    Action image = action("Copy Chart as Image", "picture", () -> chart.copyImage());
    Action csv = action("Copy Chart as CSV", "table-flows", () -> chart.copyCsv());
    Action rows = action("Copy Table as CSV", null, this::copyTable);
    IToolBarManager tools = getViewSite().getActionBars().getToolBarManager();
    tools.add(image);
    tools.add(csv);
    MenuManager menu = new MenuManager();
    menu.add(action("Show on Diagram", null, this::goTo));
    menu.add(new Separator());
    menu.add(rows);
    menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    table.table().setMenu(menu.createContextMenu(table.table()));
    getSite().registerContextMenu(menu, selection);
    MenuManager ofChart = new MenuManager();
    ofChart.add(image);
    ofChart.add(csv);
    chart.control().setMenu(ofChart.createContextMenu(chart.control()));
    getSite()
        .getService(IHandlerService.class)
        .activateHandler(IWorkbenchCommandConstants.EDIT_COPY, new ActionHandler(rows));
  }

  private static Action action(String text, String icon, Runnable run) {
    ImageDescriptor image = icon == null ? null : Images.descriptor(icon);
    return new Action(text, image) {
      @Override
      public void run() {
        run.run();
      }
    };
  }

  private static void fill(TableItem item, LoadRow row) {
    for (LoadColumn column : LoadColumn.values()) {
      item.setText(column.ordinal(), column.text(row));
    }
  }

  @Override
  public void setFocus() {
    if (((StackLayout) stack.getLayout()).topControl == panes) {
      table.table().setFocus();
    } else {
      strip.setFocus();
    }
  }

  @Override
  public void dispose() {
    designs.removeListener(activeChanged);
    search.end();
    if (document != null) {
      studies.leave(document, listener);
    }
    highlight.clear();
    super.dispose();
  }

  /** Lists something else. */
  public void list(LoadKind other) {
    kind = other;
    hideColumns();
    strip.show(kind, chartKind);
    refresh();
  }

  /** Shows another chart. */
  public void draw(ChartKind other) {
    chartKind = other;
    strip.show(kind, chartKind);
    refresh();
  }

  private void chartWanted(ChartKind other) {
    draw(other);
    room.enlargeIfLow();
  }

  private void offerLinks() {
    if (stack.isDisposed()) {
      return;
    }
    if (shown == null) {
      sayWhy(List.of());
    }
    String links = search.text("Compute again");
    strip.offer(links.isEmpty() ? room.links() : links + "   " + room.links());
  }

  private void followLink(String link) {
    if (!search.follow(link) && !room.follow(link)) {
      list(LoadKind.valueOf(link.toUpperCase(Locale.ROOT)));
    }
  }

  /** The rows that are listed. */
  public List<LoadRow> rows() {
    return table.rows();
  }

  /** The pane of the chart. */
  public ChartPane chart() {
    return chart;
  }

  private void followActive() {
    DesignDocument active = designs.active().orElse(null);
    if (active == document) {
      return;
    }
    if (document != null) {
      studies.leave(document, listener);
    }
    highlight.clear();
    document = active;
    search.watch(document);
    if (document != null) {
      studies.follow(document, listener);
    }
    refresh();
  }

  private void refresh() {
    if (stack.isDisposed()) {
      return;
    }
    sized = document == null ? null : studies.of(document).orElse(null);
    shown = sized == null ? null : sized.study();
    List<LoadRow> rows = shown == null ? List.of() : LoadList.of(shown, kind);
    table.show(rows);
    strip.say(shown == null ? "" : shown.flows().isEmpty() ? "" : shown.coverage().text());
    if (shown != null) {
      chart.show(chartKind.of(shown));
    }
    sayWhy(rows);
    offerLinks();
    ((StackLayout) stack.getLayout()).topControl = rows.isEmpty() ? nothing.control() : panes;
    stack.layout();
  }

  private void sayWhy(List<LoadRow> rows) {
    Optional<String> failure = document == null ? Optional.empty() : studies.failure(document);
    if (document == null) {
      nothing.say(null, "Open a design to see the traffic that its firewalls carry.", "");
    } else if (failure.isPresent()) {
      nothing.say("error", "The throughput cannot be computed: " + failure.get() + ".", "");
    } else if (shown == null) {
      nothing.say(
          null,
          search.isRunning() ? "Computing throughput…" : "Cancelled.",
          search.isRunning() ? search.cancel() : search.again("Compute"));
    } else if (shown.flows().isEmpty()) {
      nothing.say(null, "No flow permits anything, so that nothing is carried.", "");
    } else if (rows.isEmpty() && kind == LoadKind.MISSING) {
      nothing.say(
          "ok",
          "Every flow has a full estimate.",
          "<a href=\"boundaries\">Show zone boundaries</a>");
    } else if (rows.isEmpty()) {
      nothing.say(
          null,
          "The traffic crosses no " + kind.single() + ".",
          "<a href=\"boundaries\">Show zone boundaries</a>   <a href=\""
              + MISSING
              + "\">Show missing estimates</a>");
    } else if (kind == LoadKind.BOUNDARIES
        && rows.stream().allMatch(row -> Double.isNaN(row.peak()))) {
      strip.say(
          "No flow states its throughput; choose “"
              + LoadKind.MISSING.label()
              + "” to see what to fill in, or import a table of estimates");
    }
  }

  /** Of a host its own: they are looked up when somebody asks. */
  private Set<String> flows(LoadRow row) {
    return kind == LoadKind.HOSTS ? HostFlows.of(sized.policy(), row.name()) : row.flows();
  }

  private List<Element> selectedFlows() {
    if (document == null) {
      return List.of();
    }
    Set<String> ids = new LinkedHashSet<>();
    table.selected().forEach(row -> ids.addAll(flows(row)));
    return new ArrayList<>(Highlight.flows(document, ids));
  }

  private void rowsSelected() {
    Set<String> ids = new LinkedHashSet<>();
    table.selected().forEach(row -> ids.addAll(flows(row)));
    if (document != null) {
      highlight.show(Highlight.flows(document, ids));
    }
    selection.tell();
  }

  private void goTo() {
    GoTo.show(getSite().getPage(), selectedFlows());
  }

  private void explain(int x, int y) {
    TableItem item = table.table().getItem(new Point(x, y));
    int index = item == null ? -1 : table.table().indexOf(item);
    boolean known = index >= 0 && index < table.rows().size();
    String hint = known ? String.join("\n", table.rows().get(index).hint()) : null;
    if (!Objects.equals(hint, table.table().getToolTipText())) {
      table.table().setToolTipText(hint == null || hint.isEmpty() ? null : hint);
    }
  }

  private void copyTable() {
    Clipboard clipboard = new Clipboard(stack.getDisplay());
    try {
      clipboard.setContents(
          new Object[] {CsvText.of(LoadList.table(kind, table.rows()))},
          new Transfer[] {TextTransfer.getInstance()});
    } finally {
      clipboard.dispose();
    }
  }
}
