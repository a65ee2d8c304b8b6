package org.firebreak.diagram.finding;

import java.util.List;
import org.eclipse.gef.KeyHandler;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.widgets.Composite;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.diagram.task.DiagramTask;

/** The bars over a canvas for finding, filtering and focusing. */
public final class FindingBars {
  private static final String KEY = FindingBars.class.getName();

  private final FindBar find;
  private final FilterBar filter;
  private final FocusBar focus;

  /**
   * Makes the bars of a diagram; none is shown yet.
   *
   * @param parent an empty composite over the canvas
   */
  public FindingBars(Composite parent, DiagramContext context) {
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
    GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(parent);
    Dimming dimming = new Dimming(context.canvas().live());
    find = new FindBar(parent, context);
    filter = new FilterBar(parent, context, dimming);
    focus = new FocusBar(parent, context, dimming);
    context.canvas().control().setData(KEY, this);
    KeyHandler escape = new Escape();
    escape.setParent(context.canvas().viewer().getKeyHandler());
    context.canvas().viewer().setKeyHandler(escape);
  }

  /** Validation has found something else: what is filtered by findings changes. */
  public void findingsChanged() {
    filter.findingsChanged();
  }

  /** Opens the find bar. */
  public static DiagramTask find() {
    return context -> of(context).find.open();
  }

  /** Goes to the next or the previous match. */
  public static DiagramTask findAgain(int by) {
    return context -> {
      FindBar bar = of(context).find;
      if (bar.isOpen()) {
        bar.step(by);
      } else {
        bar.open();
      }
    };
  }

  /** Opens or closes the filter bar. */
  public static DiagramTask filter() {
    return context -> of(context).filter.toggle();
  }

  /** Focuses the selection, or shows more neighbours. */
  public static DiagramTask focus() {
    return new DiagramTask() {
      @Override
      public boolean isEnabled(DiagramContext context) {
        return of(context).focus.mayWiden();
      }

      @Override
      public void run(DiagramContext context) {
        of(context).focus.widen();
      }
    };
  }

  /** Shows fewer neighbours, and leaves the focus at last. */
  public static DiagramTask focusLess() {
    return new DiagramTask() {
      @Override
      public boolean isEnabled(DiagramContext context) {
        return of(context).focus.isOpen();
      }

      @Override
      public void run(DiagramContext context) {
        of(context).focus.narrow();
      }
    };
  }

  private static FindingBars of(DiagramContext context) {
    return (FindingBars) context.canvas().control().getData(KEY);
  }

  /** On the canvas Escape closes the bars before it does anything else. */
  private final class Escape extends KeyHandler {
    @Override
    public boolean keyPressed(KeyEvent event) {
      List<Bar> open =
          List.<Bar>of(find, focus, filter).stream().filter(Bar::isOpen).limit(1).toList();
      if (event.keyCode == SWT.ESC && !open.isEmpty()) {
        open.get(0).close();
        return true;
      }
      return super.keyPressed(event);
    }
  }
}
