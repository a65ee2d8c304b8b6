package org.firebreak.ui.tests;

import java.awt.AWTException;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;

/** Moves the mouse and presses keys as a user does. */
public final class Hands {
  /** As a person clicks: the toolkit drops what comes at the same moment. */
  private static final int BETWEEN_CLICKS_MS = 30;

  /** A fade changes the picture in less. */
  private static final int BETWEEN_PICTURES_MS = 60;

  private static final int MOST_PICTURES = 40;

  /** So many pictures that are the same tell that nothing moves. */
  private static final int STILL = 4;

  /** A blinking caret is a smaller share of the display. */
  private static final double BLINK = 0.0001;

  private static final int PATIENCE_PICTURES = 160;

  /** So many clicks may miss. */
  private static final int MISSES = 2;

  /** Longer than a double click takes: the next click is one of its own. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Robot robot;

  public Hands() {
    try {
      robot = new Robot();
    } catch (AWTException e) {
      throw new IllegalStateException("no display for mouse and keys", e);
    }
    robot.setAutoWaitForIdle(false);
  }

  public void click(Control control) {
    click(Ui.middle(control));
  }

  /** Clicks a control until keys go to it. */
  public void clickInto(Control control) {
    clickUntil("the keyboard is at " + control, () -> Ui.middle(control), control::isFocusControl);
  }

  /**
   * Clicks until the click has its effect. One can miss: what was aimed at may have moved when the
   * press arrives, or another window may lie over it. So only for effects that a second click does
   * not undo.
   *
   * @param place where it is now, on the display
   */
  public void clickUntil(String what, Supplier<Point> place, Callable<Boolean> effect) {
    for (int i = 0; i < MISSES; i++) {
      click(place.get());
      if (Ui.within(PATIENCE, effect)) {
        return;
      }
    }
    click(place.get());
    Ui.until(what, effect);
  }

  /** Clicks a point of the display. */
  public void click(Point point) {
    moveTo(point);
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    settle();
  }

  /** Clicks twice without a pause: on a slow machine two single clicks would come of one. */
  public void doubleClick(Point point) {
    moveTo(point);
    for (int i = 0; i < 2; i++) {
      robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
      robot.delay(BETWEEN_CLICKS_MS);
      robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
      robot.delay(BETWEEN_CLICKS_MS);
    }
    settle();
  }

  /** Drags from one point of the display to another, over a point between: one jump is no drag. */
  public void drag(Point from, Point to) {
    moveTo(from);
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    settle();
    moveTo(new Point((from.x + to.x) / 2, (from.y + to.y) / 2));
    moveTo(to);
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    settle();
  }

  /**
   * Drags from one part of the window into another. The window system asks the target on the way,
   * so the hand is slower than a drag within a part.
   */
  public void dragAndDrop(Point from, Point to) {
    moveTo(from);
    robot.setAutoDelay(40);
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    for (int i = 1; i <= 12; i++) {
      robot.mouseMove(from.x + 3 * i, from.y + i);
    }
    for (int i = 1; i <= 12; i++) {
      robot.mouseMove(from.x + (to.x - from.x) * i / 12, from.y + (to.y - from.y) * i / 12);
    }
    robot.mouseMove(to.x - 1, to.y);
    robot.mouseMove(to.x, to.y);
    settle();
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    robot.setAutoDelay(0);
    settle();
  }

  public void moveTo(Point point) {
    robot.mouseMove(point.x, point.y);
    settle();
  }

  /** Presses keys together, for instance {@code VK_CONTROL, VK_Z}. */
  public void press(int... keys) {
    for (int key : keys) {
      robot.keyPress(key);
    }
    for (int i = keys.length - 1; i >= 0; i--) {
      robot.keyRelease(keys[i]);
    }
    settle();
  }

  /** Types lower-case letters, digits, blanks, dots and hyphens. */
  public void type(String text) {
    for (char c : text.toCharArray()) {
      press(KeyEvent.getExtendedKeyCodeForChar(c));
    }
  }

  /** Replaces what a focused text field holds. */
  public void replaceWith(String text) {
    press(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
    type(text);
  }

  /** A picture of a part of the display as a PNG file. */
  public void photograph(Rectangle area, Path file) throws IOException {
    settle();
    BufferedImage picture =
        robot.createScreenCapture(new java.awt.Rectangle(area.x, area.y, area.width, area.height));
    Files.createDirectories(file.getParent());
    ImageIO.write(picture, "png", file.toFile());
  }

  /** A picture once nothing moves any more: some controls fade into another look. */
  public void photographSteady(Rectangle area, Path file) throws IOException {
    java.awt.Rectangle place = new java.awt.Rectangle(area.x, area.y, area.width, area.height);
    BufferedImage before = robot.createScreenCapture(place);
    BufferedImage picture = before;
    for (int i = 0; i < MOST_PICTURES; i++) {
      robot.delay(BETWEEN_PICTURES_MS);
      settle();
      picture = robot.createScreenCapture(place);
      if (same(before, picture)) {
        break;
      }
      before = picture;
    }
    Files.createDirectories(file.getParent());
    ImageIO.write(picture, "png", file.toFile());
  }

  /** Clicks the middle of a control that opens something which holds the UI thread. */
  public void clickApart(Control control) {
    moveTo(Ui.middle(control));
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
  }

  /** Presses keys, as {@link #press}, that open something which holds the UI thread. */
  public void pressApart(int key) {
    robot.keyPress(key);
    robot.keyRelease(key);
    robot.delay(BETWEEN_CLICKS_MS);
  }

  /** Replaces what a field holds, as {@link #replaceWith}, in what holds the UI thread. */
  void replaceApart(String text) {
    robot.keyPress(KeyEvent.VK_CONTROL);
    pressApart(KeyEvent.VK_A);
    robot.keyRelease(KeyEvent.VK_CONTROL);
    for (char c : text.toCharArray()) {
      pressApart(KeyEvent.getExtendedKeyCodeForChar(c));
    }
  }

  /**
   * Does something and waits until the display is another one and nothing moves on it any more.
   *
   * @param share of the display that becomes another one at least
   */
  public void untilChanged(double share, Runnable action) {
    BufferedImage first = display();
    action.run();
    for (int i = 0; i < PATIENCE_PICTURES && difference(first, display()) <= share; i++) {
      robot.delay(BETWEEN_PICTURES_MS);
    }
    untilStill();
  }

  /** Waits until nothing moves on the display. */
  void untilStill() {
    BufferedImage before = display();
    int still = 0;
    for (int i = 0; i < PATIENCE_PICTURES && still < STILL; i++) {
      robot.delay(BETWEEN_PICTURES_MS);
      BufferedImage picture = display();
      still = difference(before, picture) < BLINK ? still + 1 : 0;
      before = picture;
    }
  }

  private BufferedImage display() {
    return robot.createScreenCapture(
        new java.awt.Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
  }

  /** Share of the pixels that differ. */
  private static double difference(BufferedImage one, BufferedImage other) {
    int[] ones = one.getRGB(0, 0, one.getWidth(), one.getHeight(), null, 0, one.getWidth());
    int[] others = other.getRGB(0, 0, one.getWidth(), one.getHeight(), null, 0, one.getWidth());
    long different = 0;
    for (int i = 0; i < ones.length; i++) {
      different += ones[i] == others[i] ? 0 : 1;
    }
    return different / (double) ones.length;
  }

  private static boolean same(BufferedImage one, BufferedImage other) {
    int[] pixels = one.getRGB(0, 0, one.getWidth(), one.getHeight(), null, 0, one.getWidth());
    return Arrays.equals(
        pixels, other.getRGB(0, 0, one.getWidth(), one.getHeight(), null, 0, one.getWidth()));
  }

  /** Gives the UI thread a turn; what follows from an event is waited for by its condition. */
  private static void settle() {
    for (int i = 0; i < 3; i++) {
      Ui.display().syncExec(() -> {});
    }
  }
}
