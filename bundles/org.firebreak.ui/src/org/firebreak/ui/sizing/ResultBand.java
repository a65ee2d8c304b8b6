package org.firebreak.ui.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.firebreak.core.sizing.ApplianceCheck;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.HostSizing;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.lists.Grid;
import org.firebreak.ui.theme.Style;

/** Above the tables: which firewall, the verdict, the figures that matter, and why. */
final class ResultBand {
  private static final int LARGE = 2;

  private final Composite control;
  private final Combo choice;
  private final CLabel verdict;
  private final Link state;
  private final List<Label> captions = new ArrayList<>();
  private final List<Label> values = new ArrayList<>();
  private final Label reasons;
  private List<Subject> subjects = List.of();
  private String chosen = "";

  /**
   * @param changed is told of the firewall that is chosen
   * @param linkChosen is told of the link behind the verdict that was clicked
   */
  ResultBand(Composite parent, Consumer<Optional<Subject>> changed, Consumer<String> linkChosen) {
    control = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(12, 8).spacing(0, 6).applyTo(control);
    Composite head = new Composite(control, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 0).applyTo(head);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
    choice = new Combo(head, SWT.READ_ONLY);
    choice.setToolTipText("What the figures and the catalogue speak of");
    GridDataFactory.swtDefaults().hint(150, SWT.DEFAULT).applyTo(choice);
    choice.addListener(
        SWT.Selection,
        event -> {
          chosen = subjects.get(choice.getSelectionIndex()).key();
          changed.accept(subject());
        });
    verdict = new CLabel(head, SWT.NONE);
    verdict.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(verdict);
    state = Style.MUTED.on(new Link(head, SWT.NONE));
    state.addListener(SWT.Selection, event -> linkChosen.accept(event.text));
    GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(state);
    cards();
    reasons = Style.MUTED.on(new Label(control, SWT.WRAP));
    GridDataFactory.fillDefaults().grab(true, false).hint(200, 34).applyTo(reasons);
  }

  private void cards() {
    Composite row = new Composite(control, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(ResultCards.COUNT).spacing(18, 1).applyTo(row);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
    for (int i = 0; i < ResultCards.COUNT; i++) {
      Label caption = Style.MUTED.on(new Label(row, SWT.NONE));
      GridDataFactory.fillDefaults().grab(true, false).applyTo(caption);
      captions.add(caption);
    }
    LocalResourceManager fonts = new LocalResourceManager(JFaceResources.getResources(), row);
    var large =
        fonts.create(
            FontDescriptor.createFrom(JFaceResources.getDefaultFont())
                .increaseHeight(LARGE)
                .setStyle(SWT.BOLD));
    for (int i = 0; i < ResultCards.COUNT; i++) {
      Label value = new Label(row, SWT.NONE);
      value.setFont(large);
      GridDataFactory.fillDefaults().grab(true, false).applyTo(value);
      values.add(value);
    }
  }

  Composite control() {
    return control;
  }

  /** What is chosen; empty if the design has neither firewalls nor enforcing hosts. */
  Optional<Subject> subject() {
    return subjects.stream().filter(each -> each.key().equals(chosen)).findFirst();
  }

  /** Says that other figures are being reckoned, or offers links; empty for neither. */
  void offer(String text) {
    if (!text.equals(state.getText())) {
      state.setText(text);
      state.getParent().layout();
    }
  }

  /** Says why there is no result. */
  void fail(String why) {
    verdict.setImage(Images.get("error"));
    verdict.setText(why);
    verdict.setToolTipText(Grid.lines(why));
    values.forEach(value -> value.setText("–"));
    reasons.setText("");
    control.layout(true, true);
  }

  void show(SizingStudy study) {
    subjects = Subject.of(study);
    if (subject().isEmpty()) {
      chosen = subjects.isEmpty() ? "" : subjects.get(0).key();
    }
    choice.setItems(subjects.stream().map(Subject::name).toArray(String[]::new));
    choice.setEnabled(subjects.size() > 1);
    subject().ifPresent(each -> choice.select(subjects.indexOf(each)));
    List<ResultCards.Card> cards =
        subject().map(each -> ResultCards.of(study, each)).orElse(List.of());
    for (int i = 0; i < ResultCards.COUNT; i++) {
      ResultCards.Card card = i < cards.size() ? cards.get(i) : ResultCards.Card.NONE;
      captions.get(i).setText(card.caption());
      captions.get(i).setToolTipText(Grid.lines(card.tip()));
      values.get(i).setText(card.value());
      values.get(i).setToolTipText(Grid.lines(card.tip()));
    }
    switch (subject().orElse(null)) {
      case null -> say("info", "Nothing to size: no firewall and no host enforces anything.", "");
      case Subject.Firewall firewall -> judge(firewall.sizing());
      case Subject.Hosts hosts -> judge(hosts.sizing());
    }
    control.layout(true, true);
  }

  private void judge(CentralSizing sizing) {
    ApplianceCheck check = sizing.choice().orElse(null);
    if (check == null) {
      say(
          "warning",
          sizing.chosenModel().isBlank()
              ? "No appliance of the catalogue is adequate"
              : sizing.chosenModel() + " is not in the catalogue",
          "Choose one in the catalogue, or change the parameters.");
      return;
    }
    boolean chosen = sizing.chosen().isPresent();
    say(
        chosen ? Verdicts.icon(check.verdict()) : "info",
        chosen
            ? Verdicts.words(check.verdict()) + ": " + check.appliance().name()
            : "None chosen; tightest fit: " + check.appliance().model(),
        sizing.redundancy().text() + ". " + String.join(". ", check.reasons()) + ".");
  }

  private void judge(HostSizing sizing) {
    say(
        "info",
        sizing.servers() + " servers enforce on " + sizing.demand().hosts() + " hosts",
        sizing.virtualFirewalls().isEmpty()
            ? "Layer 4 in the kernel is enough, or no figure of a virtual firewall is published."
            : "If all of it passed a virtual firewall on each host: "
                + sizing.virtualFirewalls().get(0).appliance().name()
                + ", "
                + sizing.virtualFirewalls().get(0).instances()
                + " instances, "
                + sizing.virtualFirewalls().get(0).vcpus()
                + " vCPU a host.");
  }

  private void say(String picture, String what, String why) {
    verdict.setImage(Images.get(picture));
    verdict.setText(what.replace("&", "&&"));
    verdict.setToolTipText(Grid.lines(what));
    reasons.setText(why.replace("&", "&&"));
    reasons.setToolTipText(Grid.lines(why));
  }
}
