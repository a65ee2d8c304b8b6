package org.firebreak.scene.route;

import java.util.List;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;

/**
 * One straight part of a route, which may move sideways between its limits. Its position is x and
 * its span is in y if it is vertical, and the other way round.
 */
final class Segment {
  private static final int CLEARANCE = 8;
  private static final int END_CLEARANCE = 14;
  private static final int BORDER_CLEARANCE = 6;
  private static final int FREEDOM = 160;
  private static final int LOOP_FREEDOM = 40;

  final Track track;
  final int index;
  final boolean vertical;
  final int start;
  final int end;
  int position;
  int low;
  int high;

  Segment(Track track, int index, boolean vertical) {
    this.track = track;
    this.index = index;
    this.vertical = vertical;
    Point a = track.points().get(index - 1);
    Point b = track.points().get(index);
    position = across(a);
    start = Math.min(along(a), along(b));
    end = Math.max(along(a), along(b));
    low = position;
    high = position;
  }

  int across(Point point) {
    return vertical ? point.x() : point.y();
  }

  int along(Point point) {
    return vertical ? point.y() : point.x();
  }

  boolean isFirst() {
    return index == 1;
  }

  boolean isLast() {
    return index == track.points().size() - 1;
  }

  void moveTo(int place) {
    if (place != position) {
      track.move(index, vertical, place);
      position = place;
    }
  }

  boolean overlaps(Segment other, int slack) {
    return start < other.end + slack && other.start < end + slack;
  }

  /** Finds how far the segment may move without touching a box or leaving its end's side. */
  void limit(Terrain.Indexed terrain) {
    if (track.fixed) {
      return;
    }
    if (track.request.isLoop()) {
      limitLoop();
      return;
    }
    low = position - FREEDOM;
    high = position + FREEDOM;
    if (isFirst()) {
      attach(track.request.source());
    }
    if (isLast()) {
      attach(track.request.destination());
    }
    Rect corridor =
        vertical ? Rect.ofEdges(low, start, high, end) : Rect.ofEdges(start, low, end, high);
    for (Rect box : terrain.boxes().intersecting(corridor.grown(END_CLEARANCE))) {
      avoid(box);
    }
    for (Rect zone : terrain.zones().intersecting(corridor.grown(BORDER_CLEARANCE))) {
      avoidBorders(zone);
    }
    low = Math.min(low, position);
    high = Math.max(high, position);
  }

  /** A loop may spread along its rows and reach a little further out. */
  private void limitLoop() {
    if (isFirst() || isLast()) {
      LineEnd end = isFirst() ? track.request.source() : track.request.destination();
      low = Math.min(low, end.low(Side.RIGHT));
      high = Math.max(high, end.high(Side.RIGHT));
    } else {
      high = position + LOOP_FREEDOM;
    }
  }

  private void attach(LineEnd end) {
    Side side = vertical ? Side.DOWN : Side.RIGHT;
    low = Math.max(low, end.low(side));
    high = Math.min(high, end.high(side));
  }

  private void avoid(Rect box) {
    boolean own = track.request.concerns(box);
    if (own && (isFirst() || isLast())) {
      return;
    }
    int clearance = own ? END_CLEARANCE : CLEARANCE;
    int from = vertical ? box.y() : box.x();
    int to = vertical ? box.bottom() : box.right();
    if (from - clearance >= end || to + clearance <= start) {
      return;
    }
    int before = vertical ? box.x() : box.y();
    int after = vertical ? box.right() : box.bottom();
    if (position <= before) {
      high = Math.min(high, Math.max(position, before - clearance));
    } else if (position >= after) {
      low = Math.max(low, Math.min(position, after + clearance));
    }
  }

  /** Keeps to its side of the borders that run along it, and a little away from them. */
  private void avoidBorders(Rect zone) {
    int from = vertical ? zone.y() : zone.x();
    int to = vertical ? zone.bottom() : zone.right();
    if (from >= end || to <= start) {
      return;
    }
    int before = vertical ? zone.x() : zone.y();
    int after = vertical ? zone.right() : zone.bottom();
    for (int border : new int[] {before, after}) {
      if (position <= border) {
        high = Math.min(high, Math.max(low, border - BORDER_CLEARANCE));
      } else {
        low = Math.max(low, Math.min(high, border + BORDER_CLEARANCE));
      }
    }
  }

  /**
   * Which of two overlapping parallel segments should come first, so that they cross least.
   *
   * @return negative if this one, positive if the other, 0 if it does not matter
   */
  int preference(Segment other) {
    return votes(other) - other.votes(this);
  }

  /** Ends that turn away inside the other's span had better lie on the side they turn to. */
  private int votes(Segment other) {
    return vote(index - 1, index - 2, other) + vote(index, index + 1, other);
  }

  private int vote(int corner, int beyond, Segment other) {
    List<Point> points = track.points();
    if (beyond < 0 || beyond >= points.size()) {
      return 0;
    }
    int place = along(points.get(corner));
    if (place <= other.start || place >= other.end) {
      return 0;
    }
    return Integer.signum(across(points.get(beyond)) - position);
  }

  /** Mean position of the neighbouring points beyond this segment. */
  int pull() {
    List<Point> points = track.points();
    int sum = 0;
    int count = 0;
    for (int beyond : new int[] {index - 2, index + 1}) {
      if (beyond >= 0 && beyond < points.size()) {
        sum += across(points.get(beyond));
        count++;
      }
    }
    return count == 0 ? position : sum / count;
  }
}
