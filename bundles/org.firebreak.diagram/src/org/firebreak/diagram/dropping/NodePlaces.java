package org.firebreak.diagram.dropping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.firebreak.scene.Box;
import org.firebreak.scene.Measures;
import org.firebreak.scene.NaturalSize;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.geometry.Size;

/** Gives new nodes their places: side by side from a point, and in rows inside new zones. */
final class NodePlaces {
  private static final int GAP = 20;

  private final LiveScene live;
  private final Set<Element> shown;
  private final NaturalSize natural;
  private final Map<Zone, Integer> nextInNewZone = new HashMap<>();
  private Point next;

  /**
   * @param shown elements that have nodes; those that get one are added
   * @param at where the first node goes, in diagram coordinates
   */
  NodePlaces(LiveScene live, Set<Element> shown, Point at) {
    this.live = live;
    this.shown = shown;
    this.next = at;
    this.natural = new NaturalSize(live.options());
  }

  /** Gives an element a node unless it has one, and the zones around it first. */
  void place(NamedElement element) {
    if (shown.contains(element)) {
      return;
    }
    Zone around = element.eContainer() instanceof Zone zone ? zone : null;
    if (around != null && !shown.contains(around)) {
      placeAlone(around);
    }
    if (around != null && nextInNewZone.containsKey(around)) {
      int x = nextInNewZone.get(around);
      Size size = put(element, x, Measures.ZONE_HEADER);
      nextInNewZone.put(around, x + size.width() + GAP);
    } else {
      Size size = putAtNext(element, around);
      next = new Point(next.x() + size.width() + GAP, next.y());
    }
  }

  /** A zone that is shown for what it holds; only that is shown in it. */
  private void placeAlone(Zone zone) {
    Zone outer = zone.eContainer() instanceof Zone around ? around : null;
    if (outer != null && !shown.contains(outer)) {
      placeAlone(outer);
    }
    if (outer != null && nextInNewZone.containsKey(outer)) {
      node(zone, nextInNewZone.get(outer), Measures.ZONE_HEADER);
    } else {
      Point place = inside(outer, next);
      node(zone, place.x(), place.y());
    }
    nextInNewZone.put(zone, Measures.ZONE_PADDING);
  }

  private Size putAtNext(NamedElement element, Zone around) {
    Point place = inside(around, next);
    return put(element, place.x(), place.y());
  }

  /** A place of the diagram as seen from the box of a zone; {@code null} is the diagram. */
  private Point inside(Zone zone, Point place) {
    if (zone == null) {
      return place;
    }
    Rect frame = live.scene().boxOfElement(zone.getId()).map(Box::bounds).orElse(null);
    if (frame == null || !frame.contains(place)) {
      int below = frame == null ? 0 : below(zone, frame);
      return new Point(Measures.ZONE_PADDING, Math.max(below, Measures.ZONE_HEADER));
    }
    return new Point(
        Math.max(place.x() - frame.x(), Measures.ZONE_PADDING),
        Math.max(place.y() - frame.y(), Measures.ZONE_HEADER));
  }

  private int below(Zone zone, Rect frame) {
    String box = live.scene().boxOfElement(zone.getId()).orElseThrow().id();
    int bottom = 0;
    for (Box inside : live.scene().children(box)) {
      bottom = Math.max(bottom, inside.bounds().bottom() - frame.y() + GAP);
    }
    return bottom;
  }

  /** An element with all that it holds; answers the room that it takes. */
  private Size put(NamedElement element, int x, int y) {
    node(element, x, y);
    if (!(element instanceof Zone zone)) {
      return natural.of(element, false);
    }
    List<NamedElement> inside = new ArrayList<>(zone.getZones());
    inside.addAll(zone.getGroups());
    inside.addAll(zone.getServers());
    inside.removeIf(shown::contains);
    int columns = (int) Math.ceil(Math.sqrt(inside.size()));
    int left = Measures.ZONE_PADDING;
    int top = Measures.ZONE_HEADER;
    int right = left;
    int bottom = top;
    for (int i = 0; i < inside.size(); i++) {
      if (i > 0 && i % columns == 0) {
        left = Measures.ZONE_PADDING;
        top = bottom + GAP;
      }
      Size size = put(inside.get(i), left, top);
      right = Math.max(right, left + size.width());
      bottom = Math.max(bottom, top + size.height());
      left += size.width() + GAP;
    }
    Size least = natural.of(zone, false);
    return new Size(
        Math.max(least.width(), right + Measures.ZONE_PADDING),
        Math.max(least.height(), bottom + Measures.ZONE_PADDING));
  }

  private void node(NamedElement element, int x, int y) {
    DiagramNode node = NewElements.node(element);
    node.setX(x);
    node.setY(y);
    live.diagram().getNodes().add(node);
    shown.add(element);
  }
}
