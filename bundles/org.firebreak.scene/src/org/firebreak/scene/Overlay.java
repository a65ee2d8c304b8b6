package org.firebreak.scene;

import java.util.List;
import org.firebreak.model.Flow;
import org.firebreak.model.NamedElement;

/**
 * Recolours and re-weights what a diagram shows by figures that were computed of it, and explains
 * itself by a legend. Immutable: it may be asked on any thread, also about elements of a copy of
 * the design, which have the same ids.
 */
public interface Overlay {

  /** What the tints mean. */
  Legend legend();

  /**
   * Works out ahead what {@link #line} will be asked, on any thread; it need not.
   *
   * @param lines ids of the flows of each line
   */
  default void prepare(List<List<String>> lines) {}

  /**
   * How a line is drawn.
   *
   * @param flows flows of the line, in the order of the design; at least one
   * @return its tint; {@code null} if it is drawn as without the overlay
   */
  LineTint line(List<Flow> flows);

  /**
   * How a box is drawn.
   *
   * @param element zone, group, server, external network or enforcement point that it stands for
   * @return its tint; {@code null} if it is drawn as without the overlay
   */
  BoxTint box(NamedElement element);
}
