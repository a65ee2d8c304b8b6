package org.firebreak.diagram;

import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.settle;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.awt.AWTException;
import java.awt.Robot;
import java.awt.event.InputEvent;
import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.handles.HandleBounds;
import org.eclipse.swt.graphics.Point;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.diagram.policies.BoxHost;

/** A hand on a canvas: real events of mouse, wheel and keys through the window system. */
public final class CanvasRobot {
  private static final int STEPS = 6;
  private static final int GRIPS = 24;

  private final Robot robot;
  private final DiagramCanvas canvas;

  public CanvasRobot(DiagramCanvas canvas) {
    this.canvas = canvas;
    try {
      robot = new Robot();
    } catch (AWTException e) {
      throw new IllegalStateException("no events can be made on this display", e);
    }
    robot.setAutoDelay(12);
    // An empty corner: nothing is hovered when a test begins.
    robot.mouseMove(1, 1);
    run(() -> canvas.control().setFocus());
    until("the canvas has the focus", () -> canvas.control().isFocusControl());
  }

  /** Bounds of the box of an element on the diagram. */
  public org.firebreak.scene.geometry.Rect bounds(EObject element) {
    return ui(
        () ->
            canvas
                .live()
                .scene()
                .boxOfElement(((org.firebreak.model.Element) element).getId())
                .orElseThrow()
                .bounds());
  }

  /** A place on the screen, given one on the diagram. */
  public Point onScreen(int x, int y) {
    return ui(
        () -> {
          org.eclipse.draw2d.geometry.Point at = new org.eclipse.draw2d.geometry.Point(x, y);
          ((GraphicalEditPart) canvas.viewer().getContents()).getFigure().translateToAbsolute(at);
          return canvas.control().toDisplay(at.x, at.y);
        });
  }

  /** A place where a box is taken without touching what lies in or over it: in its header. */
  public Point grip(EObject element) {
    return ui(
        () -> {
          GraphicalEditPart part = (GraphicalEditPart) canvas.partOf(element);
          Rectangle box = ((HandleBounds) part.getFigure()).getHandleBounds().getCopy();
          for (int i = 1; i < GRIPS; i++) {
            org.eclipse.draw2d.geometry.Point at =
                new org.eclipse.draw2d.geometry.Point(
                    box.x + box.width * i / GRIPS, box.y + Math.min(11, box.height / 2));
            boolean chevron =
                part instanceof BoxHost host
                    && host.box().expander() != null
                    && host.box()
                        .expander()
                        .grown(2)
                        .contains(new org.firebreak.scene.geometry.Point(at.x, at.y));
            part.getFigure().translateToAbsolute(at);
            if (!chevron && canvas.viewer().findObjectAt(at) == part) {
              return canvas.control().toDisplay(at.x, at.y);
            }
          }
          throw new AssertionError("the header is covered all over");
        });
  }

  /** Selects by a click. */
  public void click(EObject element) {
    click(grip(element));
  }

  /** Clicks at a place on the screen. */
  public void click(Point at) {
    moveTo(at);
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    settle();
  }

  /** Clicks twice at a place on the screen, however slow the window is. */
  public void doubleClick(Point at) {
    moveTo(at);
    for (int i = 0; i < 2; i++) {
      robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
      robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }
    settle();
  }

  /** Drags a box by a distance on the diagram. */
  public void drag(EObject element, int dx, int dy) {
    double zoom = ui(() -> canvas.zoom().level());
    Point from = grip(element);
    drag(
        from,
        new Point(from.x + (int) Math.round(dx * zoom), from.y + (int) Math.round(dy * zoom)));
  }

  /** Drags from one place on the screen to another. */
  public void drag(Point from, Point to) {
    drag(from, to, InputEvent.BUTTON1_DOWN_MASK);
  }

  /** Drags with a mouse button. */
  public void drag(Point from, Point to, int button) {
    moveTo(from);
    robot.mousePress(button);
    settle();
    for (int i = 1; i <= STEPS; i++) {
      robot.mouseMove(from.x + (to.x - from.x) * i / STEPS, from.y + (to.y - from.y) * i / STEPS);
      settle();
    }
    robot.mouseRelease(button);
    settle();
  }

  /** Presses the left button at a place on the screen, and keeps it down. */
  public void press(Point at) {
    moveTo(at);
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    settle();
  }

  /** Moves the pointer on in small steps, whatever button is down. */
  public void glide(Point from, Point to) {
    for (int i = 1; i <= STEPS; i++) {
      robot.mouseMove(from.x + (to.x - from.x) * i / STEPS, from.y + (to.y - from.y) * i / STEPS);
      settle();
    }
  }

  /** Lets the left button go. */
  public void release() {
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    settle();
  }

  /** Presses and releases a key of {@link java.awt.event.KeyEvent}. */
  public void type(int key) {
    robot.keyPress(key);
    robot.keyRelease(key);
    settle();
  }

  /** Presses a key while another is held. */
  public void type(int held, int key) {
    robot.keyPress(held);
    type(key);
    robot.keyRelease(held);
    settle();
  }

  /** Holds a key down during an action. */
  public void holding(int key, Runnable action) {
    robot.keyPress(key);
    settle();
    action.run();
    robot.keyRelease(key);
    settle();
  }

  /** Turns the wheel over a place on the screen; up is negative. */
  public void wheel(Point at, int notches) {
    moveTo(at);
    robot.mouseWheel(notches);
    settle();
  }

  private void moveTo(Point at) {
    robot.mouseMove(at.x - 2, at.y);
    robot.mouseMove(at.x, at.y);
    settle();
  }

  FigureCanvas control() {
    return canvas.control();
  }
}
