package org.firebreak.diagram.policies;

import java.util.Collection;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPartViewer;
import org.firebreak.diagram.commands.ContainmentEdits;
import org.firebreak.scene.Box;

/** Says why what is dragged cannot be dropped into the box under the pointer. */
public final class Refusal {
  /** Property of a viewer: a {@code Consumer} of reasons; {@code null} when there is none. */
  public static final String LISTENER = "org.firebreak.diagram.refusals";

  private static final String TOLD = "org.firebreak.diagram.refusal";

  private Refusal() {}

  /**
   * Tells the listener of a viewer.
   *
   * @param over what lies under the pointer
   * @param target what takes the drop; {@code null} if nothing does
   * @param dragged parts that are dragged
   */
  static void tell(EditPartViewer viewer, EditPart over, EditPart target, Collection<?> dragged) {
    String reason = null;
    for (EditPart part = over; part != null && part != target; part = part.getParent()) {
      if (reason == null && part instanceof BoxHost host && host.box() != null) {
        reason = reason(host, dragged);
      }
    }
    say(viewer, reason);
  }

  static void clear(EditPartViewer viewer) {
    if (viewer != null) {
      say(viewer, null);
    }
  }

  private static String reason(BoxHost target, Collection<?> dragged) {
    ContainmentEdits edits = new ContainmentEdits(target.live());
    for (Object part : dragged) {
      if (part instanceof BoxHost host && host.box() != null && host.getParent() != target) {
        Box box = host.box();
        String reason = edits.refusal(target.box(), box);
        if (reason != null) {
          return reason;
        }
      }
    }
    return null;
  }

  @SuppressWarnings("unchecked")
  private static void say(EditPartViewer viewer, String reason) {
    boolean news = !Objects.equals(viewer.getProperty(TOLD), reason);
    if (news && viewer.getProperty(LISTENER) instanceof Consumer<?> listener) {
      viewer.setProperty(TOLD, reason);
      ((Consumer<String>) listener).accept(reason);
    }
  }
}
