package org.firebreak.ui.fixes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.fix.Fixes;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.scene.Token;
import org.firebreak.ui.findings.Findings;
import org.firebreak.ui.findings.Problem;
import org.firebreak.ui.help.HelpView;
import org.firebreak.ui.help.RulePages;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.theme.Palette;

/**
 * What can be done about the findings at the selection, with a preview beside it: the arrows
 * choose, Enter does it, Esc or a click elsewhere closes.
 */
final class FixPopup {
  private static final int MOST = 5;
  private static final int LIST = 400;
  private static final int PREVIEW = 310;
  private static final int HEIGHT = 260;

  private final IWorkbenchWindow window;
  private final Target target;
  private final Remedies remedies;
  private final Shell shell;
  private final Table table;
  private final FixPreview preview;
  private List<Remedy> rows = List.of();
  private int last = -1;

  private FixPopup(IWorkbenchWindow window, Target target) {
    this.window = window;
    this.target = target;
    this.remedies = new Remedies(window, target);
    shell = new Shell(window.getShell(), SWT.TOOL | SWT.ON_TOP);
    shell.setText("Quick Fix");
    GridLayoutFactory.fillDefaults().numColumns(3).margins(1, 1).spacing(0, 0).applyTo(shell);
    shell.addListener(SWT.Paint, this::frame);
    table = new Table(shell, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
    new TableColumn(table, SWT.NONE).setWidth(LIST - 18);
    GridDataFactory.fillDefaults().hint(LIST, HEIGHT).grab(true, true).applyTo(table);
    Label rule = new Label(shell, SWT.SEPARATOR | SWT.VERTICAL);
    GridDataFactory.fillDefaults().grab(false, true).applyTo(rule);
    preview = new FixPreview(shell, Findings.in(window), target.document());
    GridDataFactory.fillDefaults().hint(PREVIEW, HEIGHT).grab(false, true).applyTo(preview.area());
    table.addListener(SWT.Selection, event -> chosen());
    table.addListener(SWT.DefaultSelection, event -> take());
    table.addListener(SWT.MouseUp, this::clicked);
    shell.addListener(SWT.Deactivate, event -> close());
    shell.addListener(
        SWT.Traverse,
        event -> {
          if (event.detail == SWT.TRAVERSE_ESCAPE) {
            close();
          }
        });
  }

  /** Opens the popup at the pointer, if it is where the keyboard is, else there. */
  static void open(IWorkbenchWindow window, Target target) {
    FixPopup popup = new FixPopup(window, target);
    Point at = place(window.getShell());
    popup.fill(null);
    popup.shell.pack();
    popup.shell.setLocation(popup.inside(at));
    popup.shell.open();
    popup.table.setFocus();
    popup.look();
  }

  private static Point place(Shell parent) {
    Display display = parent.getDisplay();
    Control focus = display.getFocusControl();
    Point pointer = display.getCursorLocation();
    if (focus == null || focus.isDisposed()) {
      return pointer;
    }
    Rectangle area = display.map(focus.getParent(), null, focus.getBounds());
    return area.contains(pointer)
        ? new Point(pointer.x + 4, pointer.y + 8)
        : new Point(area.x + area.width / 4, area.y + Math.min(60, area.height / 3));
  }

  private Point inside(Point at) {
    Rectangle screen = window.getShell().getMonitor().getClientArea();
    Point size = shell.getSize();
    return new Point(
        Math.clamp(at.x, screen.x, Math.max(screen.x, screen.x + screen.width - size.x)),
        Math.clamp(at.y, screen.y, Math.max(screen.y, screen.y + screen.height - size.y)));
  }

  private void frame(Event event) {
    Rectangle area = shell.getClientArea();
    event.gc.setForeground(Palette.color(Token.CARD_BORDER));
    event.gc.drawRectangle(0, 0, area.width - 1, area.height - 1);
  }

  /** Looks for fixes in the background. */
  private void look() {
    List<Finding> asked = target.findings().stream().limit(MOST).toList();
    if (asked.isEmpty()) {
      return;
    }
    Findings.in(window)
        .ask(
            target.document(),
            "Looking for fixes",
            (context, progress) -> {
              Map<Finding, List<Fix>> fixes = new LinkedHashMap<>();
              asked.forEach(finding -> fixes.put(finding, Fixes.of(finding, context)));
              return fixes;
            },
            fixes -> {
              if (!shell.isDisposed()) {
                fill(fixes);
              }
            });
  }

  /**
   * Fills the list.
   *
   * @param fixes {@code null} while they are looked for
   */
  private void fill(Map<Finding, List<Fix>> fixes) {
    List<Remedy> next = new ArrayList<>();
    if (target.findings().isEmpty()) {
      next.add(
          new Remedy.Remark(
              target.elements().isEmpty()
                  ? "Nothing is selected that could have a finding."
                  : "No findings on the selection."));
    }
    for (Finding finding : target.findings().stream().limit(MOST).toList()) {
      next.add(new Remedy.Heading(finding));
      if (fixes == null) {
        next.add(new Remedy.Remark("Looking for fixes …"));
      } else {
        fixes.get(finding).forEach(fix -> next.add(new Remedy.Mend(finding, fix)));
        if (fixes.get(finding).isEmpty()) {
          next.add(new Remedy.Remark(finding.mend() + "."));
        }
      }
    }
    int more = target.findings().size() - MOST;
    if (more > 0) {
      next.add(new Remedy.Remark("… and " + more + " more findings"));
    }
    next.addAll(acts(fixes));
    rows = next;
    show();
  }

  private List<Remedy.Act> acts(Map<Finding, List<Fix>> fixes) {
    List<Remedy.Act> acts = new ArrayList<>();
    Set<String> fixable = new LinkedHashSet<>();
    if (fixes != null) {
      fixes.forEach(
          (finding, ways) -> {
            if (!ways.isEmpty()) {
              fixable.add(finding.rule());
            }
          });
    }
    for (String rule : fixable) {
      int count = remedies.all(rule).size();
      if (count > 1) {
        acts.add(
            new Remedy.Act(
                "Fix all " + count + " findings of " + rule + "…",
                "fix-all",
                "Shows the fix of each finding of this rule in the whole design. What you leave"
                    + " ticked becomes one step that can be undone.",
                () -> remedies.fixAll(rule)));
      }
    }
    if (!target.elements().isEmpty()) {
      acts.add(
          new Remedy.Act(
              "Set owner, ticket or another field…",
              "set-many",
              "Sets one value on the "
                  + (target.elements().size() == 1
                      ? "selected element."
                      : target.elements().size() + " selected elements at once."),
              remedies::set));
    }
    int open = target.findings().size();
    if (open > 0) {
      acts.add(
          new Remedy.Act(
              open == 1 ? "Accept with reason…" : "Accept " + open + " findings with reason…",
              "accept",
              "The finding is right as it is, or something else makes up for it. Who accepts it,"
                  + " why and until when is kept in the design and listed in reports.",
              remedies::accept));
    }
    if (!target.accepted().isEmpty()) {
      acts.add(
          new Remedy.Act(
              "Withdraw acceptance", "undo", "The finding is open again.", remedies::withdraw));
    }
    for (String rule : target.rules()) {
      acts.add(
          new Remedy.Act(
              "Explain " + Problem.ruleTitle(rule),
              "help",
              ValidationRules.byId(rule).map(each -> each.info().rationale()).orElse(""),
              () -> HelpView.open(window, RulePages.address(rule))));
    }
    return acts;
  }

  private void show() {
    table.setRedraw(false);
    table.removeAll();
    for (Remedy row : rows) {
      TableItem item = new TableItem(table, SWT.NONE);
      item.setText(row.label());
      if (row.icon() != null) {
        item.setImage(Images.get(row.icon()));
      }
      switch (row) {
        case Remedy.Heading heading ->
            item.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        case Remedy.Remark remark -> item.setForeground(Palette.color(Token.MUTED));
        default -> {
          // As it is.
        }
      }
    }
    table.setRedraw(true);
    select(0, 1);
  }

  /** Selects the next row that can be chosen, from one on, in a direction. */
  private void select(int from, int step) {
    int index = from;
    while (index >= 0 && index < rows.size() && !rows.get(index).isChoosable()) {
      index += step;
    }
    if (index < 0 || index >= rows.size()) {
      index = last;
    }
    if (index >= 0 && index < rows.size()) {
      table.setSelection(index);
      last = index;
      preview.show(rows.get(index));
    } else {
      table.deselectAll();
    }
  }

  private void chosen() {
    int index = table.getSelectionIndex();
    if (index >= 0) {
      select(index, index < last ? -1 : 1);
    }
  }

  /** A click does what a row says; one on a heading does nothing. */
  private void clicked(Event event) {
    TableItem item = table.getItem(new Point(event.x, event.y));
    if (event.button == 1 && item != null && rows.get(table.indexOf(item)).isChoosable()) {
      take();
    }
  }

  private void take() {
    int index = table.isDisposed() ? -1 : table.getSelectionIndex();
    if (index < 0) {
      return;
    }
    Remedy remedy = rows.get(index);
    close();
    switch (remedy) {
      case Remedy.Mend mend -> remedies.apply(mend.fix());
      case Remedy.Act act -> act.run().run();
      default -> {
        // Headings cannot be chosen.
      }
    }
  }

  private void close() {
    if (!shell.isDisposed()) {
      shell.close();
    }
  }
}
