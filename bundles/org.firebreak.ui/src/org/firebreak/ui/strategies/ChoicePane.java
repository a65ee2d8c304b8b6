package org.firebreak.ui.strategies;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.firebreak.core.optimise.Effort;
import org.firebreak.core.optimise.Objective;
import org.firebreak.core.optimise.StrategyEdit;
import org.firebreak.core.optimise.Target;
import org.firebreak.core.reach.Hops;
import org.firebreak.core.reach.RadiusKind;
import org.firebreak.ui.lists.Grid;
import org.firebreak.ui.theme.Style;

/** Above and below the Pareto front: what is asked, what is chosen, and what to do with it. */
final class ChoicePane {
  private static final int GOAL = 0;

  /** What the buttons ask for. */
  interface Wishes {
    void axes(Effort effort, Objective objective);

    void choose(Target target);

    void apply(Choice choice);

    void save(Choice choice, String name);
  }

  private final Wishes wishes;
  private Combo effort;
  private Combo radius;
  private Combo kind;
  private Text limit;
  private Label title;
  private Text reasons;
  private Button apply;
  private Button save;
  private Choice choice;

  ChoicePane(Wishes wishes) {
    this.wishes = wishes;
  }

  /** The fields above the chart: its axes, and below them the goal, for there is little width. */
  Composite ask(Composite parent) {
    Composite strip = Style.STRIP.on(new Composite(parent, SWT.NONE));
    GridLayoutFactory.fillDefaults().numColumns(3).margins(6, 3).spacing(6, 3).applyTo(strip);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
    effort = new Combo(strip, SWT.READ_ONLY);
    effort.setToolTipText("What microsegmentation costs: the axis of the chart");
    Arrays.stream(Effort.values()).forEach(each -> effort.add(each.label()));
    effort.select(0);
    effort.addListener(SWT.Selection, event -> wishes.axes(effort(), objective()));
    radius = new Combo(strip, SWT.READ_ONLY);
    radius.setItems("mean of all servers", "worst server", "from the Internet");
    radius.setToolTipText(
        "Which blast radius is to be small: the mean, the worst, or the worst of those that face"
            + " the Internet");
    radius.select(0);
    GridDataFactory.fillDefaults().applyTo(effort);
    GridDataFactory.swtDefaults().span(2, 1).applyTo(radius);
    radius.addListener(SWT.Selection, event -> wishes.axes(effort(), objective()));
    kind = new Combo(strip, SWT.READ_ONLY);
    kind.setItems("Blast radius ≤", "Effort ≤");
    kind.setToolTipText(
        "A goal to reach with the least effort, or a budget that yields the least blast radius");
    kind.select(GOAL);
    GridDataFactory.fillDefaults().applyTo(kind);
    limit = new Text(strip, SWT.BORDER);
    limit.setMessage("number");
    limit.setToolTipText("Servers reached, or the effort as on the axis; Enter chooses");
    GridDataFactory.swtDefaults().hint(60, SWT.DEFAULT).applyTo(limit);
    limit.addListener(SWT.DefaultSelection, event -> choose());
    Button choose = new Button(strip, SWT.PUSH);
    choose.setText("Find");
    choose.setToolTipText("Finds the groups to microsegment for this goal or budget");
    choose.addListener(SWT.Selection, event -> choose());
    return strip;
  }

  /** What is chosen, below the chart. */
  Composite answer(Composite parent) {
    Composite area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(3).margins(8, 4).spacing(6, 2).applyTo(area);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(area);
    title = new Label(area, SWT.WRAP);
    GridDataFactory.fillDefaults()
        .align(SWT.FILL, SWT.CENTER)
        .hint(100, 32)
        .grab(true, false)
        .applyTo(title);
    apply = new Button(area, SWT.PUSH);
    apply.setText("Apply");
    apply.setToolTipText("Makes the design hybrid with these groups; undo takes it back");
    apply.addListener(SWT.Selection, event -> wishes.apply(choice));
    save = new Button(area, SWT.PUSH);
    save.setText("Save as…");
    save.setToolTipText("Keeps the choice as a variant that is compared from now on");
    save.addListener(SWT.Selection, event -> save());
    reasons = Style.MUTED.on(new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.WRAP));
    GridDataFactory.fillDefaults().span(3, 1).hint(100, 52).grab(true, false).applyTo(reasons);
    show(null);
    return area;
  }

  /** Shows what the axes of the chart are. */
  void axes(Effort shownEffort, Objective shownRadius) {
    effort.select(shownEffort.ordinal());
    radius.select(shownRadius.kind().ordinal());
  }

  Effort effort() {
    return Effort.values()[Math.max(0, effort.getSelectionIndex())];
  }

  Objective objective() {
    return new Objective(RadiusKind.values()[Math.max(0, radius.getSelectionIndex())], Hops.ANY);
  }

  /** What is chosen now. */
  Optional<Choice> choice() {
    return Optional.ofNullable(choice);
  }

  void show(Choice shown) {
    choice = shown;
    apply.setEnabled(shown != null);
    save.setEnabled(shown != null);
    title.setText(
        shown == null
            ? "Click a point of the chart, or ask for a goal or a budget."
            : shown.title().replace("&", "&&"));
    title.setToolTipText(shown == null ? null : Grid.lines(shown.title()));
    reasons.setText(shown == null ? "" : String.join("\n", shown.reasons()));
  }

  /** Says why there is no choice. */
  void say(String why) {
    show(null);
    title.setText(why);
  }

  private void choose() {
    try {
      double number = Double.parseDouble(limit.getText().replace(",", "").strip());
      wishes.choose(
          kind.getSelectionIndex() == GOAL
              ? new Target.Goal(number, effort(), objective())
              : new Target.Budget(effort(), number, objective()));
    } catch (IllegalArgumentException e) {
      say("Type a number of 0 or more in the field.");
      limit.setFocus();
    }
  }

  /** Why a variant cannot have a name; nothing is said of one that is not typed yet. */
  private static String problem(String name) {
    String typed = name.strip();
    return typed.isEmpty()
        ? ""
        : StrategyEdit.isName(typed) ? null : "A kind of strategy has this name.";
  }

  private void save() {
    InputDialog dialog =
        new InputDialog(
            save.getShell(),
            "Save Strategy Variant",
            "Name of the variant:",
            "",
            ChoicePane::problem);
    if (dialog.open() == Window.OK) {
      wishes.save(choice, dialog.getValue().strip());
    }
  }
}
