package org.firebreak.scene.route;

import java.util.ArrayList;
import java.util.List;

/** Takes small steps out of routes where the line can just as well run straight on. */
final class Straightener {
  private static final int SMALL = 16;
  private static final int GAP = 8;

  private final List<Track> tracks;
  private final Terrain.Indexed terrain;

  Straightener(List<Track> tracks, Terrain.Indexed terrain) {
    this.tracks = tracks;
    this.terrain = terrain;
  }

  void run() {
    for (Track track : tracks) {
      while (!track.fixed && !track.request.isLoop() && straightenOne(track)) {
        track.simplify();
      }
    }
  }

  private boolean straightenOne(Track track) {
    for (boolean vertical : new boolean[] {true, false}) {
      for (Segment step : track.segments(vertical)) {
        if (step.end - step.start <= SMALL && !step.isFirst() && !step.isLast()) {
          Segment before = new Segment(track, step.index - 1, !vertical);
          Segment after = new Segment(track, step.index + 1, !vertical);
          if (join(before, after) || join(after, before)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Moves a segment into line with another one, if its limits and other lines allow it. */
  private boolean join(Segment moving, Segment target) {
    moving.limit(terrain);
    if (target.position < moving.low || target.position > moving.high) {
      return false;
    }
    for (Segment other : parallels(moving)) {
      if (Math.abs(other.position - target.position) < GAP && other.overlaps(moving, 0)) {
        return false;
      }
    }
    moving.track.move(moving.index, moving.vertical, target.position);
    return true;
  }

  private List<Segment> parallels(Segment segment) {
    List<Segment> parallels = new ArrayList<>();
    for (Track track : tracks) {
      if (track != segment.track) {
        parallels.addAll(track.segments(segment.vertical));
      }
    }
    return parallels;
  }
}
