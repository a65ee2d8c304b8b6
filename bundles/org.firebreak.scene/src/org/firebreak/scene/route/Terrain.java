package org.firebreak.scene.route;

import java.util.List;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.geometry.RectIndex;

/**
 * What lines run over.
 *
 * @param boxes cards and pills that lines must not cross
 * @param zones open zones, which lines rather go around unless an end lies inside
 * @param titles titles of zones, which lines rather do not cover
 */
public record Terrain(List<Rect> boxes, List<Rect> zones, List<Rect> titles) {

  public Terrain {
    boxes = List.copyOf(boxes);
    zones = List.copyOf(zones);
    titles = List.copyOf(titles);
  }

  /** The terrain in a form in which what is near a place is found at once. */
  Indexed indexed() {
    return new Indexed(new RectIndex(boxes), new RectIndex(zones), new RectIndex(titles));
  }

  record Indexed(RectIndex boxes, RectIndex zones, RectIndex titles) {}
}
