package org.firebreak.ui.problems;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.action.Separator;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.ui.findings.Problem;
import org.firebreak.ui.images.Images;

/** What is listed and how: counts that hide and show severities, filter, profile, groups. */
final class ProblemsBar {
  private final Map<FindingSeverity, Action> severities = new EnumMap<>(FindingSeverity.class);
  private final Map<Grouping, Action> groupings = new EnumMap<>(Grouping.class);
  private final Supplier<Shown> shown;
  private final Consumer<Shown> show;
  private final Action accepted;
  private final ProfileMenu profile;
  private IContributionManager tools;

  /**
   * @param shown what is shown now
   * @param show shows something else
   */
  ProblemsBar(Supplier<Shown> shown, Consumer<Shown> show, ProfileMenu profile) {
    this.shown = shown;
    this.show = show;
    this.profile = profile;
    for (FindingSeverity severity : FindingSeverity.values()) {
      Action action =
          toggle(severity.label(), "severity." + severity.label(), this::severitiesChanged);
      action.setChecked(shown.get().severities().contains(severity));
      severities.put(severity, action);
    }
    accepted =
        toggle(
            "accepted",
            "accepted",
            () -> show.accept(shown.get().withAccepted(isAcceptedChecked())));
    accepted.setToolTipText("Show accepted findings too");
    accepted.setChecked(shown.get().accepted());
    for (Grouping grouping : Grouping.values()) {
      Action action =
          new Action(grouping.label(), Action.AS_RADIO_BUTTON) {
            @Override
            public void run() {
              if (isChecked()) {
                show.accept(shown.get().withGrouping(grouping));
              }
            }
          };
      action.setId("org.firebreak.ui.problems.group." + grouping);
      action.setChecked(shown.get().grouping() == grouping);
      groupings.put(grouping, action);
    }
  }

  /** Adds the buttons. */
  void fill(IContributionManager bar, Runnable fix) {
    tools = bar;
    severities.values().forEach(action -> tools.add(withText(action)));
    tools.add(accepted);
    tools.add(new Separator());
    tools.add(withText(profile));
    tools.add(new GroupingMenu(groupings.values()));
    Action bulb =
        new Action("Quick Fix", Images.descriptor("fix")) {
          @Override
          public void run() {
            fix.run();
          }
        };
    bulb.setToolTipText("Quick Fix (Ctrl+1)");
    tools.add(bulb);
    tools.update(true);
  }

  /** Shows how many problems there are, and the state of all buttons. */
  void update(List<Problem> problems) {
    for (FindingSeverity severity : FindingSeverity.values()) {
      long count =
          problems.stream()
              .filter(each -> !each.isAccepted() && each.severity() == severity)
              .count();
      Action action = severities.get(severity);
      action.setText(String.format(Locale.ROOT, "%,d", count));
      action.setToolTipText(Grouping.name(severity, count) + ": show or hide");
      action.setChecked(shown.get().severities().contains(severity));
    }
    long hidden = problems.stream().filter(Problem::isAccepted).count();
    accepted.setEnabled(hidden > 0);
    accepted.setToolTipText(
        hidden == 0
            ? "No finding is accepted"
            : hidden == 1 ? "Show the accepted finding" : "Show " + hidden + " accepted findings");
    accepted.setChecked(shown.get().accepted());
    groupings.forEach((grouping, action) -> action.setChecked(shown.get().grouping() == grouping));
    profile.update();
    tools.update(true);
  }

  private boolean isAcceptedChecked() {
    return accepted.isChecked();
  }

  private void severitiesChanged() {
    Set<FindingSeverity> wanted = EnumSet.noneOf(FindingSeverity.class);
    severities.forEach(
        (severity, action) -> {
          if (action.isChecked()) {
            wanted.add(severity);
          }
        });
    show.accept(shown.get().withSeverities(wanted));
  }

  private static Action toggle(String icon, String id, Runnable run) {
    Action action =
        new Action("", Action.AS_CHECK_BOX) {
          @Override
          public void run() {
            run.run();
          }
        };
    action.setId("org.firebreak.ui.problems." + id);
    action.setImageDescriptor(Images.descriptor(icon));
    return action;
  }

  private static IContributionItem withText(Action action) {
    ActionContributionItem item = new ActionContributionItem(action);
    item.setMode(ActionContributionItem.MODE_FORCE_TEXT);
    return item;
  }
}
