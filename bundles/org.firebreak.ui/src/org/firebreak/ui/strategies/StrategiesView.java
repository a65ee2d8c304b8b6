package org.firebreak.ui.strategies;

import java.nio.file.Path;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.firebreak.core.edit.ModelChange;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.optimise.Effort;
import org.firebreak.core.optimise.FrontPoint;
import org.firebreak.core.optimise.Objective;
import org.firebreak.core.optimise.StrategyEdit;
import org.firebreak.core.optimise.Target;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.report.comparison.ComparisonCharts;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.findings.Findings;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.jobs.NewestJob;
import org.firebreak.ui.lists.NothingListed;
import org.firebreak.ui.lists.ViewRoom;
import org.firebreak.ui.theme.Style;
import org.firebreak.ui.throughput.ChartPane;

/** Strategies of the active design side by side, and the best hybrids. */
public final class StrategiesView extends ViewPart {
  public static final String ID = "org.firebreak.ui.strategies";

  /** Edits that follow each other faster than this are answered once. */
  private static final int PAUSE_MS = 300;

  /** Below this the answer stands beside the chart, px. */
  private static final int LOW = 260;

  private final OpenDesigns.Listener activeChanged = this::followActive;
  private final ModelEdit.Listener edits = this::edited;
  private final Runnable asking = this::ask;
  private OpenDesigns designs;
  private Link state;
  private Composite strip;
  private Composite stack;
  private NothingListed nothing;
  private SashForm panes;
  private ViewRoom room;
  private ComparisonTable table;
  private CTabFolder tabs;
  private ChartPane bars;
  private FrontPane front;
  private ChoicePane choice;
  private NewestJob comparing;
  private NewestJob choosing;
  private DesignDocument document;
  private Compared compared;

  @Override
  public void createPartControl(Composite parent) {
    designs = OpenDesigns.in(getSite().getWorkbenchWindow());
    comparing = new NewestJob(parent.getDisplay(), this::sayState);
    choosing = new NewestJob(parent.getDisplay(), this::sayState);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
    strip = Style.STRIP.on(new Composite(parent, SWT.NONE));
    GridLayoutFactory.fillDefaults().margins(8, 4).applyTo(strip);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
    state = new Link(strip, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(state);
    state.addListener(SWT.Selection, event -> followLink(event.text));
    stack = new Composite(parent, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
    stack.setLayout(new StackLayout());
    nothing = new NothingListed(stack, this::followLink);
    panes = new SashForm(stack, SWT.HORIZONTAL);
    table = new ComparisonTable(panes);
    createCharts();
    panes.setWeights(12, 9);
    room = new ViewRoom(this, panes, tabs, this::sayState);
    createActions();
    designs.addListener(activeChanged);
    followActive();
    sayNothing("Open a design to compare its strategies.");
  }

  private void createCharts() {
    tabs = new CTabFolder(panes, SWT.TOP | SWT.FLAT);
    Composite best = new Composite(tabs, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(best);
    choice = new ChoicePane(new Asked());
    Composite strip = choice.ask(best);
    front = new FrontPane(best, this::chosen);
    Composite answer = choice.answer(best);
    best.addListener(SWT.Resize, event -> arrange(best, strip, answer));
    tab("Best Hybrids", best);
    bars = new ChartPane(tabs);
    tab("Bars", bars.control());
    tabs.setSelection(0);
  }

  /** Where there is little height, the answer stands beside the chart. */
  private static void arrange(Composite best, Composite strip, Composite answer) {
    int columns = best.getClientArea().height < LOW ? 2 : 1;
    GridLayout layout = (GridLayout) best.getLayout();
    if (layout.numColumns != columns) {
      layout.numColumns = columns;
      ((GridData) strip.getLayoutData()).horizontalSpan = columns;
      ((GridData) answer.getLayoutData()).verticalAlignment = SWT.BEGINNING;
      best.layout(true, true);
    }
  }

  private void tab(String title, Control content) {
    CTabItem item = new CTabItem(tabs, SWT.NONE);
    item.setText(title);
    item.setControl(content);
  }

  private void createActions() {
    IToolBarManager tools = getViewSite().getActionBars().getToolBarManager();
    tools.add(action("Copy Chart as Image", "picture", () -> shownChart().copyImage()));
    tools.add(action("Copy Chart as CSV", "table-flows", () -> shownChart().copyCsv()));
    Action rows = action("Copy Table", null, () -> table.grid().copy());
    getSite()
        .getService(IHandlerService.class)
        .activateHandler(IWorkbenchCommandConstants.EDIT_COPY, new ActionHandler(rows));
  }

  private static Action action(String text, String icon, Runnable run) {
    return new Action(text, icon == null ? null : Images.descriptor(icon)) {
      @Override
      public void run() {
        run.run();
      }
    };
  }

  private ChartPane shownChart() {
    return tabs.getSelectionIndex() == 0 ? front.chart() : bars;
  }

  /** The chart whose points can be chosen. */
  public FrontPane front() {
    return front;
  }

  @Override
  public void setFocus() {
    if (((StackLayout) stack.getLayout()).topControl == panes) {
      table.grid().table().setFocus();
    } else {
      stack.setFocus();
    }
  }

  @Override
  public void dispose() {
    designs.removeListener(activeChanged);
    comparing.cancel();
    choosing.cancel();
    if (document != null) {
      document.edit().removeListener(edits);
    }
    super.dispose();
  }

  private void followActive() {
    DesignDocument active = designs.active().orElse(null);
    if (active == document) {
      return;
    }
    if (document != null) {
      document.edit().removeListener(edits);
    }
    document = active;
    compared = null;
    comparing.cancel();
    choosing.cancel();
    if (document == null) {
      sayNothing("Open a design to compare its strategies.");
      return;
    }
    document.edit().addListener(edits);
    sayNothing("Comparing the strategies…");
    ask();
  }

  private void edited(ModelChange change) {
    if (Findings.isMeaning(change)) {
      stack.getDisplay().timerExec(PAUSE_MS, asking);
    }
  }

  /** Compares anew; a comparison that runs still is cancelled. */
  private void ask() {
    if (document == null || stack.isDisposed()) {
      return;
    }
    DesignDocument asked = document;
    Effort effort = choice.effort();
    Objective objective = choice.objective();
    Path file = asked.file();
    Findings.in(getSite().getWorkbenchWindow())
        .ask(
            asked,
            "Copying " + asked.name(),
            (context, progress) -> EcoreUtil.copy(context.design()),
            design -> {
              if (asked == document && !stack.isDisposed()) {
                comparing.start(
                    "Comparing strategies of " + asked.name(),
                    progress -> Compared.of(design, file, effort, objective, progress),
                    this::show,
                    this::fail);
              }
            },
            this::fail);
  }

  private void show(Compared found) {
    if (stack.isDisposed()) {
      return;
    }
    compared = found;
    choosing.cancel();
    table.show(found.comparison());
    bars.show(ComparisonCharts.bars(found.comparison()));
    showFront();
    ((StackLayout) stack.getLayout()).topControl = panes;
    stack.layout();
  }

  private void showFront() {
    compared.front().ifPresent(front::show);
    choice.show(null);
    if (compared.front().isEmpty()) {
      choice.say(compared.frontFailure());
    } else if (compared.optimiser().candidates().isEmpty()) {
      choice.say("No group can be chosen: none has servers that talk freely and need not.");
    }
  }

  private void fail(String why) {
    if (!stack.isDisposed()) {
      say("error", why, "<a href=\"again\">Compare again</a>");
    }
  }

  private void sayNothing(String why) {
    say(null, why, "");
  }

  private void say(String icon, String why, String links) {
    nothing.say(icon, why, links);
    ((StackLayout) stack.getLayout()).topControl = nothing.control();
    stack.layout();
    sayState();
  }

  private void sayState() {
    if (stack == null || stack.isDisposed()) {
      return;
    }
    String words;
    if (comparing.isRunning()) {
      words = "Comparing strategies…   <a href=\"cancel\">Cancel</a>";
    } else if (choosing.isRunning()) {
      words = "Choosing groups…   <a href=\"cancel\">Cancel</a>";
    } else if (compared == null) {
      words = "";
    } else {
      words =
          compared.comparison().results().size()
              + " strategies · ★ the best of each row · judged on "
              + compared.comparison().evaluationDate()
              + "   <a href=\"again\">Compare again</a>";
    }
    if (compared != null) {
      words += "   " + room.links();
    }
    state.setText(words);
    strip.layout();
  }

  private void followLink(String link) {
    switch (link) {
      case "cancel" -> {
        comparing.cancel();
        choosing.cancel();
        if (compared != null) {
          compared.front().ifPresent(shown -> choice.axes(shown.effort(), shown.objective()));
        } else {
          nothing.say(null, "Cancelled.", "<a href=\"again\">Compare</a>");
        }
      }
      case "again" -> ask();
      default -> room.follow(link);
    }
  }

  /** Makes the view as large as the window unless there is room for table and chart. */
  void enlargeIfLow() {
    room.enlargeIfLow();
  }

  private void chosen(FrontPoint point) {
    Effort effort = choice.effort();
    Objective objective = choice.objective();
    Choice first = Choice.of(point, objective, effort.label());
    choice.show(first);
    Compared from = compared;
    choosing.start(
        "Explaining a choice",
        progress -> from.choose(new Target.Budget(effort, point.effort(), objective), progress),
        plan -> choice.show(first.because(plan)),
        choice::say);
  }

  /** What the fields and buttons ask for. */
  private final class Asked implements ChoicePane.Wishes {
    @Override
    public void axes(Effort effort, Objective objective) {
      if (compared != null) {
        Compared from = compared;
        choosing.start(
            "Choosing groups",
            progress -> from.with(effort, objective, progress),
            found -> {
              compared = found;
              showFront();
            },
            choice::say);
      }
    }

    @Override
    public void choose(Target target) {
      if (compared != null) {
        Compared from = compared;
        choosing.start(
            "Choosing groups",
            progress -> from.choose(target, progress),
            plan -> choice.show(Choice.of(plan)),
            choice::say);
      }
    }

    @Override
    public void apply(Choice chosen) {
      change(() -> StrategyEdit.apply(document.edit(), chosen.groups()));
    }

    @Override
    public void save(Choice chosen, String name) {
      change(() -> StrategyEdit.saveAs(document.edit(), name, chosen.groups()));
    }

    private void change(Runnable edit) {
      if (document == null) {
        return;
      }
      try {
        edit.run();
      } catch (IllegalArgumentException e) {
        choice.say(e.getMessage());
      }
    }
  }
}
