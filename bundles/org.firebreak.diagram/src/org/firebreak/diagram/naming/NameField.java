package org.firebreak.diagram.naming;

import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.editparts.ZoomListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.diagram.commands.RenameEdits;
import org.firebreak.diagram.figures.Geometry;
import org.firebreak.diagram.policies.BoxHost;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.scene.Token;
import org.firebreak.scene.geometry.Rect;

/**
 * A field over the name of a box, or over a note. Enter or a click elsewhere gives the name, Escape
 * leaves the old one; in a note Shift+Enter begins a line.
 */
public final class NameField {
  private static final int BORDER = 2;
  private static final int SMALLEST = 11;

  private final DiagramContext context;
  private final DiagramCanvas canvas;
  private final FigureCanvas control;
  private final BoxHost host;
  private final Element element;
  private final boolean note;
  private final Runnable after;
  private final Composite frame;
  private final Text text;
  private final FieldRemark remark;
  private final ZoomListener follower = zoom -> follow();
  private final java.beans.PropertyChangeListener scrolled = event -> follow();
  private Font font;
  private boolean done;

  private NameField(DiagramContext context, BoxHost host, Element element, Runnable after) {
    this.context = context;
    this.canvas = context.canvas();
    this.control = canvas.control();
    this.host = host;
    this.element = element;
    this.after = after;
    note = element instanceof DiagramNode;
    frame = new Composite(control, SWT.NONE);
    text = new Text(frame, note ? SWT.MULTI | SWT.WRAP : SWT.SINGLE);
    remark = new FieldRemark(control, canvas.style(), true);
  }

  /**
   * Opens a field.
   *
   * @param element what the box stands for; for a note its node
   * @param after what follows when the field is closed, however that is
   */
  public static void open(DiagramContext context, BoxHost host, Element element, Runnable after) {
    context.canvas().viewer().reveal(host);
    new NameField(context, host, element, after).show();
  }

  private void show() {
    text.setText(RenameEdits.text(element));
    text.selectAll();
    text.setData("org.firebreak.diagram.field", "name");
    frame.addListener(SWT.Paint, this::paintFrame);
    text.addListener(SWT.Modify, event -> check());
    text.addListener(SWT.Traverse, this::traverse);
    text.addListener(SWT.KeyDown, this::enterInNote);
    text.addListener(SWT.FocusOut, event -> frame.getDisplay().asyncExec(() -> close(true)));
    frame.addListener(SWT.Dispose, event -> forget());
    WholeKeyboard.give(text);
    canvas.zoom().manager().addZoomListener(follower);
    control.getViewport().getHorizontalRangeModel().addPropertyChangeListener(scrolled);
    control.getViewport().getVerticalRangeModel().addPropertyChangeListener(scrolled);
    follow();
    frame.moveAbove(null);
    text.setFocus();
    if (note) {
      remark.say("Shift+Enter begins a new line", false);
      follow();
    }
  }

  private void paintFrame(Event event) {
    Point size = frame.getSize();
    event.gc.setBackground(canvas.style().color(isWrong() ? Token.ERROR : Token.ACCENT));
    event.gc.fillRectangle(0, 0, size.x, size.y);
  }

  private boolean isWrong() {
    NameRules.Remark found = NameRules.check(element, text.getText(), context.design());
    return found != null && found.wrong();
  }

  private void check() {
    NameRules.Remark found = NameRules.check(element, text.getText(), context.design());
    remark.say(found == null ? "" : found.text(), found != null && found.wrong());
    frame.redraw();
    follow();
  }

  /** In a field of many lines Enter is a key like others, unless it is taken away. */
  private void enterInNote(Event event) {
    boolean enter = event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR;
    if (note && enter && (event.stateMask & SWT.SHIFT) == 0) {
      event.doit = false;
      close(true);
    }
  }

  private void traverse(Event event) {
    switch (event.detail) {
      case SWT.TRAVERSE_ESCAPE -> {
        event.doit = false;
        close(false);
      }
      case SWT.TRAVERSE_RETURN -> {
        event.doit = false;
        if (!note && !isWrong()) {
          close(true);
        }
      }
      case SWT.TRAVERSE_TAB_NEXT, SWT.TRAVERSE_TAB_PREVIOUS -> {
        event.doit = false;
        if (!isWrong()) {
          close(true);
        }
      }
      default -> {
        // Other keys are the field's own.
      }
    }
  }

  /** Puts the field where the name is seen now. */
  private void follow() {
    if (done || frame.isDisposed()) {
      return;
    }
    if (!host.isActive() || host.getParent() == null) {
      close(false);
      return;
    }
    NamePlace place = NamePlace.of(host.box());
    refont(place);
    Rectangle at = onControl(place.area());
    Point wanted = text.computeSize(note ? at.width - 2 * BORDER : SWT.DEFAULT, SWT.DEFAULT);
    int width = Math.max(at.width, note ? 0 : Math.min(wanted.x + 12, 420));
    int height = Math.max(note ? at.height - 2 * BORDER : 0, wanted.y);
    int x = place.centred() ? at.x + (at.width - width) / 2 : at.x - BORDER - 3;
    int y = note ? at.y : at.y + (at.height - height) / 2 - BORDER;
    x = Math.max(0, Math.min(x, control.getClientArea().width - width));
    frame.setBounds(x, y, width, height + 2 * BORDER);
    text.setBounds(BORDER, BORDER, width - 2 * BORDER, height);
    remark.under(frame.getBounds());
  }

  private Rectangle onControl(Rect area) {
    Rectangle at = Geometry.rectangle(area);
    host.getFigure().translateToAbsolute(at);
    return at;
  }

  private void refont(NamePlace place) {
    double size = Math.max(SMALLEST, place.style().size() * canvas.style().zoom());
    int points = (int) Math.round(size * 72 / frame.getDisplay().getDPI().y);
    FontData now = font == null ? null : font.getFontData()[0];
    if (now == null || now.getHeight() != points) {
      FontData usual = control.getFont().getFontData()[0];
      Font fresh = new Font(frame.getDisplay(), usual.getName(), points, SWT.NORMAL);
      text.setFont(fresh);
      if (font != null) {
        font.dispose();
      }
      font = fresh;
    }
  }

  /**
   * Ends the editing.
   *
   * @param give whether the name is given, if it can be
   */
  private void close(boolean give) {
    if (done || frame.isDisposed()) {
      return;
    }
    done = true;
    String typed = note ? text.getText().replace("\r\n", "\n") : text.getText().strip();
    boolean fine = give && !isWrong();
    boolean focused = text.isFocusControl();
    frame.dispose();
    if (fine && element.eContainer() != null) {
      context.execute(new RenameEdits(context.edit()).rename(element, typed));
    }
    if (focused) {
      control.setFocus();
      after.run();
    }
  }

  private void forget() {
    done = true;
    canvas.zoom().manager().removeZoomListener(follower);
    if (!control.isDisposed()) {
      canvas
          .control()
          .getViewport()
          .getHorizontalRangeModel()
          .removePropertyChangeListener(scrolled);
      control.getViewport().getVerticalRangeModel().removePropertyChangeListener(scrolled);
    }
    remark.dispose();
    if (font != null) {
      font.dispose();
    }
  }
}
