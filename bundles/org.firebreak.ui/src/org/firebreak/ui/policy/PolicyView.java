package org.firebreak.ui.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Element;
import org.firebreak.model.EnforcementKind;
import org.firebreak.ui.designs.ElementIndex;
import org.firebreak.ui.designs.GoTo;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.findings.Findings;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.lists.FilterField;
import org.firebreak.ui.lists.ListedElements;
import org.firebreak.ui.lists.NothingListed;
import org.firebreak.ui.lists.VirtualTable;
import org.firebreak.ui.theme.Style;

/** The rules of every enforcement point of the active design, and where an element is used. */
public final class PolicyView extends ViewPart {
  public static final String ID = "org.firebreak.ui.policy";

  private final Runnable listener = this::ask;
  private OpenDesigns designs;
  private Findings findings;
  private FilterField filter;
  private Link chosen;
  private Label counts;
  private Composite strip;
  private Composite stack;
  private NothingListed nothing;
  private SashForm lists;
  private VirtualTable<RuleSet> points;
  private VirtualTable<RuleRow> rules;
  private ListedElements selection;
  private RuleRows.Search search = RuleRows.Search.ALL;
  private RuleRows shown = RuleRows.NONE;
  private DesignDocument document;
  private Set<RuleColumn> leftOut = EnumSet.noneOf(RuleColumn.class);
  private int asked;

  @Override
  public void createPartControl(Composite parent) {
    designs = OpenDesigns.in(getSite().getWorkbenchWindow());
    findings = Findings.in(getSite().getWorkbenchWindow());
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
    createStrip(parent);
    stack = new Composite(parent, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
    stack.setLayout(new StackLayout());
    nothing = new NothingListed(stack, link -> look(RuleRows.Search.ALL));
    lists = new SashForm(stack, SWT.HORIZONTAL);
    createPoints();
    createRules();
    lists.setWeights(2, 5);
    ((StackLayout) stack.getLayout()).topControl = nothing.control();
    findings.addListener(listener);
    ask();
  }

  private void createStrip(Composite parent) {
    strip = Style.STRIP.on(new Composite(parent, SWT.NONE));
    GridLayoutFactory.fillDefaults().numColumns(3).margins(6, 3).spacing(10, 0).applyTo(strip);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
    filter =
        new FilterField(
            strip,
            "Find rules",
            words -> look(new RuleRows.Search(words, search.element())),
            () -> rules.table().setFocus());
    chosen = new Link(strip, SWT.NONE);
    chosen.setToolTipText("Shows the rules of everything again");
    chosen.addListener(SWT.Selection, event -> look(new RuleRows.Search(search.words(), null)));
    counts = Style.MUTED.on(new Label(strip, SWT.NONE));
    GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).grab(true, false).applyTo(counts);
  }

  private void createPoints() {
    points = new VirtualTable<>(lists, RuleSet::id, PolicyView::fill);
    points.column("Enforced at", "Enforcement point, or hosts with the same rules", 96, 1);
    points.figures("Hosts", "Hosts that share the rules", 54, 0);
    points.figures("Rules", "Rules, the last denial included", 52, 0);
    points.table().addListener(SWT.Selection, event -> showRules());
  }

  private void hideLeast() {
    boolean narrow = rules.control().getClientArea().width < RuleColumn.NARROW;
    Set<RuleColumn> least =
        narrow ? RuleColumn.least(chosenSets().size() == 1) : EnumSet.noneOf(RuleColumn.class);
    if (!least.equals(leftOut)) {
      leftOut = least;
      rules.hide(column -> least.contains(RuleColumn.values()[column]));
    }
  }

  private void createRules() {
    rules = new VirtualTable<>(lists, RuleRow::identity, PolicyView::fill);
    for (RuleColumn column : RuleColumn.values()) {
      rules.column(column.title(), column.hint(), column.width(), column.weight());
    }
    rules.control().addListener(SWT.Resize, event -> hideLeast());
    selection = new ListedElements(this::selectedElements);
    rules.table().addListener(SWT.Selection, event -> selection.tell());
    rules.table().addListener(SWT.DefaultSelection, event -> open());
    getSite().setSelectionProvider(selection);
    MenuManager menu = new MenuManager();
    menu.add(action("Show on Diagram", this::open));
    menu.add(new Separator());
    menu.add(action("Copy", this::copy));
    menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    rules.table().setMenu(menu.createContextMenu(rules.table()));
    getSite().registerContextMenu(menu, selection);
    IHandlerService handlers = getSite().getService(IHandlerService.class);
    handlers.activateHandler(
        IWorkbenchCommandConstants.EDIT_COPY, new ActionHandler(action("Copy", this::copy)));
    handlers.activateHandler(
        IWorkbenchCommandConstants.EDIT_FIND_AND_REPLACE,
        new ActionHandler(action("Find", filter::setFocus)));
  }

  private static void fill(TableItem item, RuleSet set) {
    item.setText(0, set.name());
    item.setImage(
        0, Images.get(set.kind() == EnforcementKind.HOST ? "enforcement-host" : "enforcement"));
    item.setText(1, set.servers().isEmpty() ? "" : count(set.servers().size()));
    item.setText(2, count(set.rules().size()));
  }

  private static void fill(TableItem item, RuleRow row) {
    for (RuleColumn column : RuleColumn.values()) {
      item.setText(column.ordinal(), column.text(row));
    }
    item.setImage(RuleColumn.ACTION.ordinal(), Images.get(icon(row)));
  }

  private static String icon(RuleRow row) {
    return switch (row.rule().action()) {
      case PERMIT -> "ok";
      case DENY -> row.rule().alert() == null ? "deny" : "tripwire";
    };
  }

  @Override
  public void setFocus() {
    (isListed() ? rules.table() : stack).setFocus();
  }

  @Override
  public void dispose() {
    findings.removeListener(listener);
    super.dispose();
  }

  /** Shows the rules in which an element has a part. */
  public void showRulesOf(ElementRef element) {
    filter.clear();
    look(new RuleRows.Search("", element));
  }

  private void look(RuleRows.Search other) {
    if (!other.equals(search)) {
      search = other;
      ask();
    }
  }

  private void ask() {
    DesignDocument active = designs.active().orElse(null);
    if (active != document && search.element() != null) {
      search = new RuleRows.Search(search.words(), null);
    }
    document = active;
    if (document == null || findings.failure(document).isPresent()) {
      asked++;
      show(RuleRows.NONE);
      return;
    }
    int question = ++asked;
    RuleRows.Search wanted = search;
    findings.ask(
        document,
        "Listing rules",
        (context, progress) -> RuleRows.of(context.policy(), wanted, progress),
        found -> {
          if (question == asked && !stack.isDisposed()) {
            show(found);
          }
        });
  }

  private void show(RuleRows found) {
    shown = found;
    points.show(found.sets());
    chosen.setText(
        search.element() == null
            ? ""
            : "Rules of " + escaped(search.element().name()) + "   <a>Show all</a>");
    counts.setText(
        found.total() == 0
            ? ""
            : search.isAll()
                ? rules(found.total())
                : count(found.found()) + " of " + rules(found.total()));
    strip.layout();
    showRules();
    sayWhy();
    ((StackLayout) stack.getLayout()).topControl =
        found.sets().isEmpty() ? nothing.control() : lists;
    stack.layout();
  }

  private void showRules() {
    hideLeast();
    rules.show(shown.rows(chosenSets()));
  }

  private Set<String> chosenSets() {
    return points.selected().stream().map(RuleSet::id).collect(Collectors.toSet());
  }

  private void sayWhy() {
    if (document == null) {
      nothing.say(null, "Open a design to see the rules that it compiles to.", "");
    } else if (findings.failure(document).isPresent()) {
      nothing.say("error", findings.failure(document).get(), "");
    } else if (shown.total() == 0) {
      nothing.say(
          null, "Nothing has to be enforced: the design has no servers that a firewall sees.", "");
    } else {
      nothing.say(null, "No rule matches.", "<a href=\"all\">Show all</a>");
    }
  }

  private boolean isListed() {
    return ((StackLayout) stack.getLayout()).topControl == lists;
  }

  private List<Element> selectedElements() {
    if (document == null) {
      return List.of();
    }
    Set<ElementRef> origins = new LinkedHashSet<>();
    rules.selected().forEach(row -> origins.addAll(row.rule().origins()));
    if (origins.isEmpty()) {
      return List.of();
    }
    ElementIndex index = new ElementIndex(document.design());
    return new ArrayList<>(origins.stream().map(index::find).flatMap(Optional::stream).toList());
  }

  private void open() {
    GoTo.show(getSite().getPage(), selectedElements());
  }

  private void copy() {
    String text =
        rules.selected().stream()
            .map(
                row ->
                    java.util.Arrays.stream(RuleColumn.values())
                        .map(column -> column.text(row))
                        .collect(Collectors.joining("\t")))
            .collect(Collectors.joining("\n"));
    if (!text.isEmpty()) {
      Clipboard clipboard = new Clipboard(stack.getDisplay());
      clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
      clipboard.dispose();
    }
  }

  private static String rules(int number) {
    return count(number) + (number == 1 ? " rule" : " rules");
  }

  private static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String escaped(String name) {
    return name.replace("&", "&&").replace("<", "‹");
  }

  private static Action action(String text, Runnable run) {
    return new Action(text) {
      @Override
      public void run() {
        run.run();
      }
    };
  }
}
