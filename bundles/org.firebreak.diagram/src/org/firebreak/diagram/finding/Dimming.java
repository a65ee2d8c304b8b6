package org.firebreak.diagram.finding;

import java.util.Set;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.model.Element;

/** Lets stand back on a canvas what the filter or the focus leaves out. */
final class Dimming {
  private final LiveScene live;
  private Set<Element> filtered;
  private Set<Element> focused;

  Dimming(LiveScene live) {
    this.live = live;
  }

  /** What the filter keeps; {@code null} if there is no filter. */
  void setFiltered(Set<Element> kept) {
    if (kept != null || filtered != null) {
      filtered = kept;
      show();
    }
  }

  /** What is in the focus; {@code null} if nothing is. */
  void setFocused(Set<Element> kept) {
    if (kept != null || focused != null) {
      focused = kept;
      show();
    }
  }

  private void show() {
    Set<Element> byFilter = filtered;
    Set<Element> byFocus = focused;
    live.setDimmed(
        byFilter == null && byFocus == null
            ? null
            : element ->
                byFilter != null && !byFilter.contains(element)
                    || byFocus != null && !byFocus.contains(element));
  }
}
