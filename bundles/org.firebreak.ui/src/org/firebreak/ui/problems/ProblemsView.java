package org.firebreak.ui.problems;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.part.ViewPart;
import org.firebreak.core.validation.ValidationResult;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Element;
import org.firebreak.ui.designs.ElementIndex;
import org.firebreak.ui.designs.GoTo;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.findings.Findings;
import org.firebreak.ui.findings.Problem;
import org.firebreak.ui.findings.ProfileChoice;
import org.firebreak.ui.findings.SelectedProblems;
import org.firebreak.ui.help.HelpSubject;
import org.firebreak.ui.help.RulePages;
import org.firebreak.ui.lists.FilterField;
import org.firebreak.ui.lists.ListedElements;
import org.firebreak.ui.lists.NothingListed;
import org.firebreak.ui.theme.Style;
import org.firebreak.ui.theme.Themes;

/** The findings in the active design, the worst first. */
public final class ProblemsView extends ViewPart implements SelectedProblems, HelpSubject {
  public static final String ID = "org.firebreak.ui.problems";

  /** More problems than these are filtered, ordered and grouped in the background. */
  private static final int MANY = 2_000;

  private final Runnable listener = this::update;
  private final Runnable recolour = this::recolour;
  private OpenDesigns designs;
  private Findings findings;
  private Composite strip;
  private Composite stack;
  private NothingListed nothing;
  private ProblemTable table;
  private ProblemsBar bar;
  private FilterField filter;
  private ProfileMenu profile;
  private ListedElements selection;
  private Shown shown = ShownMemory.load();
  private List<Problem> problems = List.of();
  private ElementIndex index;
  private Job arranging;

  @Override
  public void createPartControl(Composite parent) {
    designs = OpenDesigns.in(getSite().getWorkbenchWindow());
    findings = Findings.in(getSite().getWorkbenchWindow());
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
    Composite top = Style.STRIP.on(new Composite(parent, SWT.NONE));
    GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 1).spacing(6, 0).applyTo(top);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(top);
    stack = new Composite(parent, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
    stack.setLayout(new StackLayout());
    nothing = new NothingListed(stack, this::follow);
    table = new ProblemTable(stack, this::show);
    selection = new ListedElements(this::selectedElements);
    table.table().addListener(SWT.Selection, event -> selection.tell());
    table.table().addListener(SWT.DefaultSelection, event -> open());
    ((StackLayout) stack.getLayout()).topControl = nothing.control();
    getSite().setSelectionProvider(selection);
    createBar(top);
    createMenu();
    findings.addListener(listener);
    Themes.addListener(recolour);
    update();
  }

  private void createBar(Composite top) {
    strip = top;
    filter =
        new FilterField(
            strip,
            "Filter problems",
            words -> show(shown.withWords(words)),
            () -> table.table().setFocus());
    profile = new ProfileMenu(findings, this::document, getSite().getShell());
    bar = new ProblemsBar(() -> shown, this::show, profile);
    ToolBarManager tools = new ToolBarManager(SWT.FLAT | SWT.RIGHT);
    bar.fill(tools, this::quickFix);
    GridDataFactory.swtDefaults()
        .align(SWT.END, SWT.CENTER)
        .grab(true, false)
        .applyTo(tools.createControl(strip));
    strip.addDisposeListener(event -> tools.dispose());
    IHandlerService handlers = getSite().getService(IHandlerService.class);
    handlers.activateHandler(
        "org.firebreak.ui.groupProblems", new ActionHandler(action("Group", this::groupOtherwise)));
    handlers.activateHandler(
        IWorkbenchCommandConstants.EDIT_COPY, new ActionHandler(action("Copy", this::copy)));
    handlers.activateHandler(
        IWorkbenchCommandConstants.EDIT_SELECT_ALL,
        new ActionHandler(action("Select All", this::selectAll)));
    handlers.activateHandler(
        IWorkbenchCommandConstants.EDIT_FIND_AND_REPLACE,
        new ActionHandler(action("Find", filter::setFocus)));
  }

  private void groupOtherwise() {
    Grouping[] all = Grouping.values();
    show(shown.withGrouping(all[(shown.grouping().ordinal() + 1) % all.length]));
  }

  private void quickFix() {
    try {
      getSite().getService(IHandlerService.class).executeCommand("org.firebreak.ui.quickFix", null);
    } catch (CommandException e) {
      ILog.of(ProblemsView.class).error("Fixes cannot be shown", e);
    }
  }

  private void selectAll() {
    table.table().selectAll();
    selection.tell();
  }

  private void createMenu() {
    MenuManager menu = new MenuManager();
    menu.add(action("Show on Diagram", this::open));
    menu.add(new Separator());
    menu.add(command("org.firebreak.ui.quickFix"));
    menu.add(command("org.firebreak.ui.fixAll"));
    menu.add(command("org.firebreak.ui.setOnMany"));
    menu.add(new Separator());
    menu.add(command("org.firebreak.ui.acceptFinding"));
    menu.add(command("org.firebreak.ui.withdrawAcceptance"));
    menu.add(command("org.firebreak.ui.explainFinding"));
    menu.add(new Separator());
    menu.add(action("Copy", this::copy));
    menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    table.table().setMenu(menu.createContextMenu(table.table()));
    getSite().registerContextMenu(menu, selection);
  }

  @Override
  public void setFocus() {
    (isListed() ? table.table() : stack).setFocus();
  }

  @Override
  public void dispose() {
    findings.removeListener(listener);
    Themes.removeListener(recolour);
    super.dispose();
  }

  @Override
  public List<Problem> selectedProblems() {
    return table.selected();
  }

  /** F1 explains the rule of the selected finding. */
  @Override
  public String helpAddress() {
    return table.selected().stream()
        .findFirst()
        .map(problem -> RulePages.address(problem.finding().rule()))
        .orElse(null);
  }

  /** The profile in use, as the view names it. */
  public String profileName() {
    return profile.getText();
  }

  private void recolour() {
    table.recolour();
  }

  private DesignDocument document() {
    return designs.active().orElse(null);
  }

  private void update() {
    DesignDocument document = document();
    problems = document == null ? List.of() : findings.problems(document);
    index = null;
    arrange();
    showCounts();
    long open = problems.stream().filter(problem -> !problem.isAccepted()).count();
    setPartName(open == 0 ? "Problems" : String.format(Locale.ROOT, "Problems (%,d)", open));
  }

  private void show(Shown other) {
    if (!other.equals(shown)) {
      shown = other;
      ShownMemory.save(shown);
      arrange();
      showCounts();
    }
  }

  private void showCounts() {
    bar.update(problems);
    strip.layout();
  }

  private void arrange() {
    if (arranging != null) {
      arranging.cancel();
      arranging = null;
    }
    List<Problem> wanted = problems;
    Shown how = shown;
    if (wanted.size() <= MANY) {
      fill(ProblemRow.of(wanted, how), how);
      return;
    }
    var display = stack.getDisplay();
    arranging =
        Job.createSystem(
            "Arranging problems",
            (ICoreRunnable)
                monitor -> {
                  List<ProblemRow> rows = ProblemRow.of(wanted, how);
                  if (!monitor.isCanceled() && !display.isDisposed()) {
                    display.asyncExec(
                        () -> {
                          if (problems == wanted && shown.equals(how) && !stack.isDisposed()) {
                            fill(rows, how);
                          }
                        });
                  }
                });
    arranging.schedule();
  }

  private void fill(List<ProblemRow> rows, Shown how) {
    table.show(rows, how);
    if (rows.isEmpty()) {
      sayWhy();
    }
    ((StackLayout) stack.getLayout()).topControl =
        rows.isEmpty() ? nothing.control() : table.control();
    stack.layout();
  }

  private boolean isListed() {
    return ((StackLayout) stack.getLayout()).topControl == table.control();
  }

  private void sayWhy() {
    DesignDocument document = document();
    Optional<String> failure = document == null ? Optional.empty() : findings.failure(document);
    Optional<ValidationResult> result = document == null ? Optional.empty() : findings.of(document);
    if (document == null) {
      nothing.say(null, "Open a design to see what is wrong with it.", "");
    } else if (failure.isPresent()) {
      nothing.say(
          "error",
          "The design is not validated. " + withoutFolder(failure.get(), document),
          ProfileChoice.ownFile(document).isPresent()
              ? "<a href=\"open\">Open the profile</a>   <a href=\"baseline\">Use the baseline</a>"
              : "");
    } else if (result.isEmpty()) {
      nothing.say(null, "Validating " + document.name() + " …", "");
    } else if (!result.get().findings().isEmpty()) {
      nothing.say(
          null,
          "None of the " + result.get().findings().size() + " findings matches the filter.",
          "<a href=\"all\">Show all</a>");
    } else {
      int accepted = result.get().accepted().size();
      nothing.say(
          "ok",
          "No findings: every rule of the profile "
              + result.get().profile()
              + " is content with this design.",
          accepted == 0
              ? ""
              : "<a href=\"accepted\">Show "
                  + (accepted == 1 ? "the accepted finding" : accepted + " accepted findings")
                  + "</a>");
    }
  }

  /** The file of the profile lies beside the design: its name is enough. */
  private static String withoutFolder(String message, DesignDocument document) {
    return document.file() == null
        ? message
        : message.replace(document.file().getParent() + File.separator, "");
  }

  private void follow(String link) {
    DesignDocument document = document();
    switch (link) {
      case "all" -> {
        filter.clear();
        show(Shown.ALL.withGrouping(shown.grouping()).withAccepted(shown.accepted()));
      }
      case "accepted" -> show(shown.withAccepted(true));
      case "open" -> profile.open(document);
      default -> findings.choose(document, new ProfileChoice("baseline"));
    }
  }

  private List<Element> selectedElements() {
    return table.selected().stream()
        .flatMap(problem -> elements(problem).stream())
        .distinct()
        .toList();
  }

  private List<Element> elements(Problem problem) {
    DesignDocument document = document();
    if (document == null) {
      return List.of();
    }
    if (index == null) {
      index = new ElementIndex(document.design());
    }
    return problem.finding().elements().stream()
        .map(index::find)
        .flatMap(Optional::stream)
        .toList();
  }

  private void open() {
    int row = table.table().getSelectionIndex();
    if (row >= 0 && row < table.rows().size()) {
      switch (table.rows().get(row)) {
        case ProblemRow.Heading heading -> table.toggle(heading);
        case ProblemRow.Entry entry -> GoTo.show(getSite().getPage(), elements(entry.problem()));
      }
    }
  }

  private void copy() {
    String text =
        table.selected().stream()
            .map(
                problem ->
                    String.join(
                        "\t",
                        problem.severity().label(),
                        problem.ruleTitle(),
                        problem.finding().message(),
                        problem.elements(),
                        problem.zone(),
                        problem.tenant()))
            .collect(Collectors.joining("\n"));
    if (!text.isEmpty()) {
      Clipboard clipboard = new Clipboard(stack.getDisplay());
      clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
      clipboard.dispose();
    }
  }

  private IContributionItem command(String id) {
    return new CommandContributionItem(
        new CommandContributionItemParameter(
            getSite(),
            null,
            id,
            Map.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            CommandContributionItem.STYLE_PUSH,
            null,
            false));
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
