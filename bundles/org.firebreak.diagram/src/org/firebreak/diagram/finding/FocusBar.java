package org.firebreak.diagram.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.model.Element;

/** Shows chosen elements and their neighbours, and lets the rest stand back. */
final class FocusBar extends Bar {
  private static final int DEEPEST = 3;

  private final DiagramContext context;
  private final Dimming dimming;
  private final Label subject;
  private final List<Button> depths = new ArrayList<>();
  private final ModelEdit.Listener follower = change -> show();
  private List<Element> chosen = List.of();
  private int depth = 1;

  FocusBar(Composite parent, DiagramContext context, Dimming dimming) {
    super(parent, 4 + DEEPEST);
    this.context = context;
    this.dimming = dimming;
    subject = label("");
    label("Neighbours within");
    for (int i = 1; i <= DEEPEST; i++) {
      int steps = i;
      Button button = new Button(row(), SWT.RADIO);
      button.setText(i == 1 ? "1 step" : i + " steps");
      button.addListener(SWT.Selection, event -> setDepth(steps));
      depths.add(button);
    }
    Label room = label("");
    GridDataFactory.fillDefaults().grab(true, false).applyTo(room);
    ToolBar bar = toolBar();
    button(bar, "close", "Leave the focus (Esc)", this::close);
    row().addListener(SWT.Dispose, event -> context.edit().removeListener(follower));
  }

  /** Focuses what is selected; if that is in the focus already, shows one step more. */
  void widen() {
    List<Element> selected = context.selectedElements();
    boolean other = !selected.isEmpty() && !selected.equals(chosen);
    if (isOpen() && !other) {
      setDepth(Math.min(depth + 1, DEEPEST));
    } else if (!selected.isEmpty()) {
      chosen = selected;
      if (!isOpen()) {
        context.edit().addListener(follower);
        setOpen(true);
      }
      setDepth(1);
    }
  }

  /** Shows one step less; leaves the focus after the first. */
  void narrow() {
    if (depth > 1) {
      setDepth(depth - 1);
    } else {
      close();
    }
  }

  boolean mayWiden() {
    return isOpen() || !context.selectedElements().isEmpty();
  }

  @Override
  void close() {
    if (isOpen()) {
      context.edit().removeListener(follower);
      setOpen(false);
      chosen = List.of();
      dimming.setFocused(null);
      context.canvas().control().setFocus();
    }
  }

  private void setDepth(int steps) {
    depth = steps;
    show();
  }

  private void show() {
    String name =
        chosen.size() == 1 ? ModelDescriptions.label(chosen.get(0)) : chosen.size() + " elements";
    subject.setText("Focus on " + name);
    for (int i = 0; i < DEEPEST; i++) {
      depths.get(i).setSelection(i == depth - 1);
    }
    row().layout();
    Set<Element> kept = new Neighbourhood(context.design()).around(chosen, depth);
    dimming.setFocused(kept);
  }
}
