package org.firebreak.diagram.parts;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.gef.EditPartViewer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.diagram.preferences.DiagramPreferences;
import org.firebreak.scene.Box;
import org.firebreak.scene.geometry.Rect;

/**
 * Lets boxes glide from where they were to where an edit has put them, so that the eye can follow.
 * The model and the scene are as they will be from the beginning; only figures lag behind. Lines
 * appear when all have arrived.
 */
public final class Glide {
  /** Set to {@code false} where boxes shall jump whatever the preferences say. */
  private static final String PROPERTY = "firebreak.animate";

  private static final int MILLIS = 250;
  private static final int FRAME = 16;

  /** More boxes than these would stutter. */
  private static final int MOST = 400;

  private final EditPartViewer viewer;
  private final LiveScene live;
  private final Map<String, Rect> from;
  private final LiveScene.Listener interruption = delta -> finish();
  private long start;
  private boolean finished;

  private Glide(EditPartViewer viewer, LiveScene live, Map<String, Rect> from) {
    this.viewer = viewer;
    this.live = live;
    this.from = from;
  }

  /** Does an edit and glides there, or just does the edit where that is not wanted or too much. */
  public static void during(EditPartViewer viewer, LiveScene live, Runnable edit) {
    Map<String, Rect> from = new HashMap<>();
    live.scene().boxes().forEach(box -> from.put(box.id(), box.bounds()));
    edit.run();
    boolean moved =
        live.scene().boxes().stream()
            .anyMatch(box -> !box.bounds().equals(from.getOrDefault(box.id(), box.bounds())));
    boolean wanted =
        !"false".equals(System.getProperty(PROPERTY)) && DiagramPreferences.now().animate();
    if (moved && wanted && live.scene().boxes().size() <= MOST) {
      new Glide(viewer, live, from).begin();
    }
  }

  private void begin() {
    start = System.nanoTime();
    live.addListener(interruption);
    showLines(false);
    step();
  }

  private void step() {
    Control control = viewer.getControl();
    if (finished || control == null || control.isDisposed()) {
      return;
    }
    double done = (System.nanoTime() - start) / 1e6 / MILLIS;
    if (done >= 1) {
      finish();
      return;
    }
    double eased = done * done * (3 - 2 * done);
    for (Box box : live.scene().boxes()) {
      Rect old = from.get(box.id());
      if (old != null) {
        show(box, between(old, box.bounds(), eased));
      }
    }
    Display.getCurrent().timerExec(FRAME, this::step);
  }

  /** Everything is shown as it is; also when something else changes meanwhile. */
  private void finish() {
    if (!finished) {
      finished = true;
      live.removeListener(interruption);
      live.scene().boxes().forEach(box -> show(box, box.bounds()));
      showLines(true);
    }
  }

  private void show(Box box, Rect at) {
    Object part = viewer.getEditPartRegistry().get(live.model(box.id()));
    if (part instanceof BoxEditPart shown) {
      shown.boxFigure().show(at.equals(box.bounds()) ? box : box.placed(at));
    }
  }

  private void showLines(boolean visible) {
    for (Object part : viewer.getEditPartRegistry().values()) {
      if (part instanceof FlowEditPart line) {
        line.setShown(visible);
      }
    }
  }

  private static Rect between(Rect from, Rect to, double done) {
    return new Rect(
        between(from.x(), to.x(), done),
        between(from.y(), to.y(), done),
        between(from.width(), to.width(), done),
        between(from.height(), to.height(), done));
  }

  private static int between(int from, int to, double done) {
    return (int) Math.round(from + (to - from) * done);
  }
}
