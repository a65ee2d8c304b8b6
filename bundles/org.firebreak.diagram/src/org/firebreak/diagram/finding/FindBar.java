package org.firebreak.diagram.finding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.model.Element;

/** Finds elements while the user types; jumps from one to the next. */
final class FindBar extends Bar {
  private final DiagramContext context;
  private final StandIns standIns;
  private final Text query;
  private final Label count;
  private final ModelEdit.Listener stale = change -> follow();
  private SearchIndex index;
  private List<Element> found = List.of();
  private int elsewhere;
  private int current = -1;
  private ISelection selectionBefore;
  private Point viewBefore;
  private boolean chosen;

  FindBar(Composite parent, DiagramContext context) {
    super(parent, 3);
    this.context = context;
    this.standIns = new StandIns(context.canvas().live());
    query = new Text(row(), SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.SINGLE);
    query.setMessage("Find names, addresses, services, labels");
    GridDataFactory.fillDefaults()
        .hint(300, SWT.DEFAULT)
        .align(SWT.FILL, SWT.CENTER)
        .applyTo(query);
    count = label("");
    GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(count);
    ToolBar bar = toolBar();
    button(bar, "previous", "Previous (Shift+Enter)", () -> step(-1));
    button(bar, "next", "Next (Enter)", () -> step(1));
    button(bar, "close", "Close (Esc)", this::close);
    query.addModifyListener(event -> search());
    row().addListener(SWT.Dispose, event -> context.edit().removeListener(stale));
    query.addListener(SWT.KeyDown, this::key);
    query.addListener(SWT.Traverse, FindBar::stay);
  }

  /** Opens the bar, or brings the keyboard back to it. */
  void open() {
    if (!isOpen()) {
      selectionBefore = context.canvas().viewer().getSelection();
      viewBefore = context.canvas().control().getViewport().getViewLocation();
      chosen = false;
      index = null;
      context.edit().addListener(stale);
      setOpen(true);
    }
    query.setFocus();
    query.selectAll();
    search();
  }

  /** Goes to another match, and keeps it when the bar is closed. */
  void step(int by) {
    if (!found.isEmpty()) {
      chosen = true;
      current = Math.floorMod(current + by, found.size());
      show();
    }
  }

  @Override
  void close() {
    if (!isOpen()) {
      return;
    }
    setOpen(false);
    context.edit().removeListener(stale);
    context.canvas().live().setHighlighted(Set.of());
    if (!chosen) {
      context.canvas().viewer().setSelection(selectionBefore);
      context.canvas().control().getViewport().setViewLocation(viewBefore);
    }
    context.canvas().control().setFocus();
  }

  private void key(Event event) {
    boolean enter = event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR;
    if (enter || event.keyCode == SWT.F3) {
      step((event.stateMask & SWT.SHIFT) == 0 ? 1 : -1);
      event.doit = false;
    } else if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.ARROW_UP) {
      step(event.keyCode == SWT.ARROW_DOWN ? 1 : -1);
      event.doit = false;
    } else if (event.keyCode == SWT.ESC) {
      close();
      event.doit = false;
    }
  }

  private static void stay(Event event) {
    if (event.detail == SWT.TRAVERSE_RETURN || event.detail == SWT.TRAVERSE_ESCAPE) {
      event.doit = false;
    }
  }

  /** The design has changed: what is found now may be gone, and its words others. */
  private void follow() {
    index = null;
    Element at = current < 0 ? null : found.get(current);
    find();
    current = found.indexOf(at);
    tell();
  }

  private void search() {
    find();
    current = found.isEmpty() ? -1 : 0;
    show();
  }

  private void find() {
    if (index == null) {
      index = new SearchIndex(context.design(), context.diagram());
    }
    Set<Element> shown = new LinkedHashSet<>();
    List<Element> matches = index.find(query.getText());
    matches.stream().map(standIns::of).filter(Objects::nonNull).forEach(shown::add);
    elsewhere = (int) matches.stream().filter(match -> standIns.of(match) == null).count();
    found = new ArrayList<>(shown);
    context.canvas().live().setHighlighted(shown);
  }

  private void show() {
    if (current >= 0) {
      context.canvas().select(List.of(found.get(current)));
    }
    tell();
  }

  private void tell() {
    String text;
    if (query.getText().isBlank()) {
      text = "";
    } else if (found.isEmpty()) {
      text = elsewhere == 0 ? "Nothing found" : "Not on this diagram";
    } else {
      text = "%d of %d".formatted(current + 1, found.size());
    }
    if (elsewhere > 0) {
      text += "  ·  %d not on this diagram".formatted(elsewhere);
    }
    count.setText(text);
  }
}
