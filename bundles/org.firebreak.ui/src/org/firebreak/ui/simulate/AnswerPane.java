package org.firebreak.ui.simulate;

import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.Enforcer;
import org.firebreak.core.policy.Verdict;
import org.firebreak.core.simulate.Answer;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.theme.Style;

/** Shows a verdict: in one word with a picture, why, by what, and where. */
final class AnswerPane {
  /** Columns of a value that has its line for itself, and of one of two beside each other. */
  private static final int WHOLE = 3;

  private static final int HALF = 1;

  private final Composite stack;
  private final Label hint;
  private final Consumer<ElementRef> reveal;
  private ScrolledComposite scroll;
  private Composite shown;

  /**
   * @param reveal shows an element that the user clicks
   */
  AnswerPane(Composite parent, Consumer<ElementRef> reveal) {
    this.reveal = reveal;
    stack = new Composite(parent, SWT.NONE);
    stack.setLayout(new StackLayout());
    GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
    Composite blank = new Composite(stack, SWT.NONE);
    GridLayoutFactory.swtDefaults().margins(12, 4).applyTo(blank);
    hint = Style.MUTED.on(new Label(blank, SWT.WRAP));
    GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(hint);
  }

  /** Shows what can be done here. */
  void clear(boolean designIsOpen) {
    hint(
        designIsOpen
            ? "Name two servers or addresses, a protocol and a port, to see whether the design"
                + " permits the connection, and why."
            : "Open a design to ask what it permits.");
  }

  /** The design has changed since the verdict. */
  void outdated() {
    hint("The design has changed. Simulate again.");
  }

  /** Says why there is no answer. */
  void problem(String reason) {
    hint(reason);
  }

  /**
   * Shows an answer.
   *
   * @param path shows on the diagram what the connection takes part in
   */
  void show(Answer answer, Runnable path) {
    dispose();
    scroll = new ScrolledComposite(stack, SWT.V_SCROLL);
    scroll.setExpandHorizontal(true);
    scroll.setExpandVertical(true);
    shown = new Composite(scroll, SWT.NONE);
    scroll.setContent(shown);
    scroll.addListener(SWT.Resize, event -> measure());
    GridLayoutFactory.swtDefaults().numColumns(4).margins(12, 4).spacing(10, 6).applyTo(shown);
    Verdict verdict = answer.verdict();
    Label icon = new Label(shown, SWT.NONE);
    icon.setImage(Images.get(icon(verdict.kind())));
    Style style = verdict.permits() ? Style.PERMITTED : Style.PROBLEM;
    Label word = style.on(new Label(shown, SWT.NONE));
    GridDataFactory.swtDefaults().span(3, 1).applyTo(word);
    word.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    word.setText(
        word(verdict.kind())
            + "   "
            + answer.connection().source()
            + " → "
            + answer.connection().destination()
            + "   "
            + answer.connection().serviceText());
    row("Why", label(verdict.reason()), WHOLE);
    row("Path", path(answer, path), WHOLE);
    row("Enforced at", label(enforcedAt(verdict)), HALF);
    row("Logged", label(logged(verdict)), HALF);
    if (verdict.flow() != null) {
      row("Flow", link(verdict.flow()), WHOLE);
    }
    if (verdict.tripwire() != null) {
      row("Tripwire", link(verdict.tripwire()), WHOLE);
    }
    answer.notes().forEach(note -> row("Note", label(note), WHOLE));
    top(scroll);
    measure();
  }

  private void measure() {
    scroll.setMinHeight(shown.computeSize(scroll.getClientArea().width, SWT.DEFAULT).y);
  }

  private void hint(String text) {
    dispose();
    hint.setText(text.replace("&", "&&"));
    hint.getParent().layout();
    top(hint.getParent());
  }

  private void dispose() {
    if (scroll != null) {
      scroll.dispose();
      scroll = null;
    }
  }

  private void top(Composite composite) {
    ((StackLayout) stack.getLayout()).topControl = composite;
    stack.layout(true, true);
  }

  /** The view is low, so that short values stand two beside each other. */
  private void row(String name, Control value, int columns) {
    Label label = Style.MUTED.on(new Label(shown, SWT.NONE));
    label.setText(name);
    label.moveAbove(value);
    GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .hint(200, SWT.DEFAULT)
        .span(columns, 1)
        .applyTo(value);
  }

  private Control label(String text) {
    Label label = new Label(shown, SWT.WRAP);
    label.setText(text.replace("&", "&&"));
    return label;
  }

  private Control link(ElementRef element) {
    Link link = new Link(shown, SWT.NONE);
    link.setText("<a>" + escaped(element.name()) + "</a>");
    link.addListener(SWT.Selection, event -> reveal.accept(element));
    return link;
  }

  private Control path(Answer answer, Runnable show) {
    Link link = new Link(shown, SWT.NONE);
    link.setText(escaped(answer.source() + " → " + answer.destination()) + "   <a>Show path</a>");
    link.setToolTipText("Selects both ends, the flow and the firewalls on the diagram");
    link.addListener(SWT.Selection, event -> show.run());
    return link;
  }

  private static String escaped(String text) {
    return text.replace("&", "&&").replace("<", "‹");
  }

  private static String word(Verdict.Kind kind) {
    return switch (kind) {
      case PERMIT -> "Permitted";
      case DENY -> "Denied";
      case ALERT -> "Denied, with an alert";
      case OUT_OF_SCOPE -> "Out of scope";
    };
  }

  private static String icon(Verdict.Kind kind) {
    return switch (kind) {
      case PERMIT -> "ok";
      case DENY -> "deny";
      case ALERT -> "tripwire";
      case OUT_OF_SCOPE -> "info";
    };
  }

  private static String enforcedAt(Verdict verdict) {
    return verdict.enforcedAt().isEmpty()
        ? "nowhere: no firewall sees the connection"
        : verdict.enforcedAt().stream().map(Enforcer::toString).collect(Collectors.joining(", "));
  }

  private static String logged(Verdict verdict) {
    String logged = verdict.logged() ? "yes" : "no";
    return verdict.inspection() == null
        ? logged
        : logged + "; inspection: " + ModelDescriptions.text(verdict.inspection());
  }
}
