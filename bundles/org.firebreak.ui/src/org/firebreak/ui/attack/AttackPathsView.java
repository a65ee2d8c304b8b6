package org.firebreak.ui.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.part.ViewPart;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.model.Element;
import org.firebreak.model.Server;
import org.firebreak.model.Strategy;
import org.firebreak.model.StrategyKind;
import org.firebreak.report.overlay.AttackPathOverlay;
import org.firebreak.ui.designs.ElementIndex;
import org.firebreak.ui.designs.GoTo;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.lists.ListedElements;
import org.firebreak.ui.lists.NothingListed;
import org.firebreak.ui.lists.VirtualTable;
import org.firebreak.ui.live.LiveAnswer;
import org.firebreak.ui.overlays.OverlayKind;
import org.firebreak.ui.overlays.Overlays;
import org.firebreak.ui.theme.Style;

/**
 * The servers that an intruder could reach from a chosen one, hop by hop, under the strategy in
 * force and under another, in a list and on the diagram.
 */
public final class AttackPathsView extends ViewPart {
  public static final String ID = "org.firebreak.ui.attackPaths";

  private final OpenDesigns.Listener closing = this::followOpen;
  private final Runnable listener = this::refresh;
  private OpenDesigns designs;
  private Composite strip;
  private Label start;
  private Combo against;
  private Combo shown;
  private Composite stack;
  private NothingListed nothing;
  private VirtualTable<AttackRow> table;
  private ListedElements selection;
  private DesignDocument document;
  private String serverId;
  private LiveAnswer<AttackStudy> answer;

  @Override
  public void createPartControl(Composite parent) {
    designs = OpenDesigns.in(getSite().getWorkbenchWindow());
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
    createStrip(parent);
    stack = new Composite(parent, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
    stack.setLayout(new StackLayout());
    nothing = new NothingListed(stack, link -> {});
    table = new VirtualTable<>(stack, AttackRow::server, AttackPathsView::fill);
    table.column("Server", "Server within reach", 100, 2);
    table.column("Now", "Fewest hops under the strategy in force", 92, 0);
    table.column("Under another", "Fewest hops under the strategy compared with", 130, 0);
    table.column("From", "Server before it on the way", 90, 2);
    table.column("By", "Why that server can connect to it", 120, 4);
    selection = new ListedElements(this::selectedPath);
    table.table().addListener(SWT.Selection, event -> rowsSelected());
    table
        .table()
        .addListener(
            SWT.DefaultSelection, event -> GoTo.show(getSite().getPage(), selectedServers()));
    getSite().setSelectionProvider(selection);
    designs.addListener(closing);
    refresh();
  }

  private void createStrip(Composite parent) {
    strip = Style.STRIP.on(new Composite(parent, SWT.NONE));
    GridLayoutFactory.fillDefaults().numColumns(5).margins(6, 3).spacing(8, 0).applyTo(strip);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
    start = new Label(strip, SWT.NONE);
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(start);
    label("Compare with");
    against = new Combo(strip, SWT.DROP_DOWN | SWT.READ_ONLY);
    against.setToolTipText("Strategy to compare with");
    against.addListener(SWT.Selection, event -> ask());
    label("Diagram shows");
    shown = new Combo(strip, SWT.DROP_DOWN | SWT.READ_ONLY);
    shown.setItems("now", "the other", "neither");
    shown.select(0);
    shown.setToolTipText("Which paths are drawn on the diagram");
    shown.addListener(SWT.Selection, event -> overlay());
  }

  private void label(String text) {
    Style.MUTED.on(new Label(strip, SWT.NONE)).setText(text);
  }

  private static void fill(TableItem item, AttackRow row) {
    item.setText(0, row.server().name());
    item.setText(1, AttackRow.words(row.before()));
    item.setText(2, AttackRow.words(row.after()));
    item.setText(3, row.from());
    item.setText(4, row.way());
  }

  /** Shows the paths from a server of an open design. */
  public void show(DesignDocument owner, Server server) {
    end();
    document = owner;
    serverId = server.getId();
    List<String> names = new ArrayList<>();
    StrategyKind.VALUES.forEach(kind -> names.add(kind.getLiteral()));
    for (Strategy variant : owner.design().getStrategyVariants()) {
      if (variant.getName() != null && !variant.getName().isBlank()) {
        names.add(variant.getName());
      }
    }
    String before = against.getText();
    against.setItems(names.toArray(String[]::new));
    int kept = names.indexOf(before);
    against.select(kept >= 0 ? kept : Math.max(0, names.indexOf(contrast(owner).getLiteral())));
    shown.select(0);
    ask();
  }

  /** The strategy that is most worth comparing with. */
  private static StrategyKind contrast(DesignDocument owner) {
    Strategy strategy = owner.design().getStrategy();
    return strategy != null && strategy.getKind() == StrategyKind.MICRO
        ? StrategyKind.GROUP
        : StrategyKind.MICRO;
  }

  /** The rows that are listed. */
  public List<AttackRow> rows() {
    return table.rows();
  }

  @Override
  public void setFocus() {
    table.table().setFocus();
  }

  @Override
  public void dispose() {
    designs.removeListener(closing);
    end();
    super.dispose();
  }

  private void ask() {
    if (document == null) {
      return;
    }
    DesignDocument owner = document;
    if (answer != null) {
      answer.dispose();
    }
    String id = serverId;
    String other = against.getText();
    answer =
        new LiveAnswer<>(
            getSite().getWorkbenchWindow(),
            "Finding attack paths",
            (context, progress) -> AttackStudy.of(context, id, other));
    answer.follow(owner, listener);
    overlay();
    refresh();
  }

  private void overlay() {
    if (document == null) {
      return;
    }
    int which = shown.getSelectionIndex();
    if (which == 2) {
      clearOverlay();
    } else {
      Overlays.in(getSite().getWorkbenchWindow())
          .show(
              document,
              OverlayKind.ATTACK_PATHS,
              answer,
              study -> AttackPathOverlay.of(which == 0 ? study.before() : study.after()));
    }
  }

  /** Another overlay that was chosen since stays. */
  private void clearOverlay() {
    Overlays overlays = Overlays.in(getSite().getWorkbenchWindow());
    if (overlays.chosen(document).filter(OverlayKind.ATTACK_PATHS::equals).isPresent()) {
      overlays.clear(document);
    }
  }

  private void refresh() {
    if (stack.isDisposed()) {
      return;
    }
    AttackStudy study = document == null ? null : answer.of(document).orElse(null);
    table.table().getColumn(2).setText("Under " + against.getText());
    table.show(study == null ? List.of() : study.rows());
    String words = study == null ? "" : words(study);
    start.setText(words.replace("&", "&&"));
    start.setToolTipText(words);
    Optional<String> failure = document == null ? Optional.empty() : answer.failure(document);
    boolean rows = !table.rows().isEmpty();
    if (document == null) {
      nothing.say(
          null,
          "Select a server and choose “Show Attack Paths” from its menu to see how far an intruder"
              + " gets from there.",
          "");
    } else if (failure.isPresent()) {
      nothing.say("error", "No paths: " + failure.get() + ".", "");
    } else if (study == null) {
      nothing.say(null, "Finding paths…", "");
    } else {
      nothing.say("ok", "No other server can be reached from " + words(study) + ".", "");
    }
    ((StackLayout) stack.getLayout()).topControl = rows ? table.control() : nothing.control();
    strip.layout();
    stack.layout();
  }

  private String words(AttackStudy study) {
    return study.before().start().ref().name()
        + ": "
        + study.before().reached()
        + " within reach now, "
        + study.after().reached()
        + " under "
        + against.getText();
  }

  private void followOpen() {
    if (document != null && !designs.all().contains(document)) {
      document = null;
      answer.dispose();
      refresh();
    }
  }

  private void end() {
    if (document != null) {
      clearOverlay();
      answer.dispose();
    }
    document = null;
  }

  private List<Element> selectedPath() {
    return elements(table.selected().stream().flatMap(row -> row.path().stream()).toList());
  }

  private List<Element> selectedServers() {
    return elements(table.selected().stream().map(AttackRow::server).toList());
  }

  private List<Element> elements(List<ElementRef> refs) {
    if (document == null) {
      return List.of();
    }
    ElementIndex index = new ElementIndex(document.design());
    return refs.stream().distinct().map(index::find).flatMap(Optional::stream).toList();
  }

  private void rowsSelected() {
    DiagramCanvas canvas =
        Adapters.adapt(getSite().getPage().getActiveEditor(), DiagramCanvas.class);
    if (canvas != null && Objects.equals(designs.active().orElse(null), document)) {
      canvas.live().setHighlighted(selectedPath());
    }
    selection.tell();
  }
}
