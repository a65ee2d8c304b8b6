package org.firebreak.diagram.policies;

import java.util.function.Consumer;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.EditPartViewer;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.requests.LocationRequest;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.firebreak.scene.Box;
import org.firebreak.scene.BoxKind;
import org.firebreak.scene.Measures;

/**
 * What a double click and a slow second click mean: on a name it is edited, in a zone or group a
 * double click offers what can be drawn there.
 */
public final class OpenRequests {

  private OpenRequests() {}

  /** Answers a request to a box if it is one of these. */
  public static void answer(BoxHost box, Request request) {
    boolean open = RequestConstants.REQ_OPEN.equals(request.getType());
    boolean slow = RequestConstants.REQ_DIRECT_EDIT.equals(request.getType());
    if (!open && !slow) {
      return;
    }
    Point at = request instanceof LocationRequest click ? click.getLocation() : null;
    if (slow && isName(box, at)) {
      InPlace ask = InPlace.of(box.getViewer());
      if (ask != null) {
        ask.rename(box);
      }
    } else if (isName(box, at)) {
      later(box.getViewer(), ask -> ask.rename(box));
    } else if (open) {
      Point place = at.getCopy();
      later(box.getViewer(), ask -> ask.offer(place, null));
    }
  }

  /** A double click on a line with one flow. */
  public static void openLine(LineHost line) {
    later(line.getViewer(), ask -> ask.editServices(line.flowLine()));
  }

  /** A double click on the empty canvas. */
  public static void openCanvas(EditPartViewer viewer, Point at) {
    Point place = at.getCopy();
    later(viewer, ask -> ask.offer(place, null));
  }

  /** The button is still down: a field that opened now would lose the focus again. */
  private static void later(EditPartViewer viewer, Consumer<InPlace> question) {
    InPlace ask = InPlace.of(viewer);
    if (ask != null) {
      Control control = viewer.getControl();
      control.addListener(
          SWT.MouseUp,
          new Listener() {
            @Override
            public void handleEvent(Event event) {
              control.removeListener(SWT.MouseUp, this);
              control.getDisplay().asyncExec(() -> question.accept(ask));
            }
          });
    }
  }

  private static boolean isName(BoxHost host, Point at) {
    Box box = host.box();
    boolean holds =
        !box.look().collapsed() && (box.kind() == BoxKind.ZONE || box.kind() == BoxKind.GROUP);
    if (!holds || at == null) {
      return true;
    }
    Point place = at.getCopy();
    host.getFigure().translateToRelative(place);
    return place.y < box.bounds().y() + Measures.CARD_HEADER;
  }
}
