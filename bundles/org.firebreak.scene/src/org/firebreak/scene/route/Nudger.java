package org.firebreak.scene.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Moves parallel segments that lie on each other apart, in the order in which they cross least, as
 * far as there is room. Idea after Wybrow, Marriott and Stuckey, "Orthogonal Connector Routing"
 * (2009), with a greedy assignment instead of a solver.
 */
final class Nudger {
  private static final int GAP = 10;
  private static final int LEAST_GAP = 4;
  private static final int SLACK = 6;
  private static final int MOST_COMPARED = 60;
  private static final int MOST_GROWTH = 6;

  /** Above this number of lines it matters more to be done soon. */
  private static final int MANY = 400;

  private static final int PASSES = 4;
  private static final int PASSES_OF_MANY = 2;

  /** Among more segments in one place there is no room; those further off are not compared. */
  private static final int CROWD = 150;

  private final List<Track> tracks;
  private final Terrain.Indexed terrain;

  Nudger(List<Track> tracks, Terrain.Indexed terrain) {
    this.tracks = tracks;
    this.terrain = terrain;
  }

  void run() {
    int passes = tracks.size() > MANY ? PASSES_OF_MANY : PASSES;
    for (int pass = 0; pass < passes; pass++) {
      separate(true);
      separate(false);
    }
    tracks.forEach(Track::simplify);
  }

  private void separate(boolean vertical) {
    List<Segment> segments = new ArrayList<>();
    for (Track track : tracks) {
      segments.addAll(track.segments(vertical));
    }
    segments.sort(Comparator.comparingInt((Segment s) -> s.position));
    List<List<Segment>> clusters = clusters(segments);
    for (int i = 0; i < clusters.size(); i++) {
      if (clusters.get(i).size() > 1) {
        Interruption.check();
        spread(i, clusters);
      }
    }
  }

  /** Groups of segments that are too close to each other, directly or through others. */
  private static List<List<Segment>> clusters(List<Segment> segments) {
    int[] leader = new int[segments.size()];
    for (int i = 0; i < leader.length; i++) {
      leader[i] = i;
    }
    for (int i = 0; i < leader.length; i++) {
      for (int j = i + 1; j < leader.length; j++) {
        Segment a = segments.get(i);
        Segment b = segments.get(j);
        if (b.position - a.position >= GAP) {
          break;
        }
        if (a.track != b.track && a.overlaps(b, SLACK)) {
          leader[find(leader, j)] = find(leader, i);
        }
      }
    }
    List<List<Segment>> clusters = new ArrayList<>();
    for (int i = 0; i < leader.length; i++) {
      clusters.add(new ArrayList<>());
    }
    for (int i = 0; i < leader.length; i++) {
      clusters.get(find(leader, i)).add(segments.get(i));
    }
    return clusters;
  }

  private static int find(int[] leader, int i) {
    int root = i;
    while (leader[root] != root) {
      root = leader[root];
    }
    leader[i] = root;
    return root;
  }

  /** Spreads a cluster; if it then comes too close to others, these are spread with it. */
  private void spread(int index, List<List<Segment>> clusters) {
    List<Segment> cluster = new ArrayList<>(clusters.get(index));
    cluster.forEach(segment -> segment.limit(terrain));
    List<Segment> ordered = ordered(cluster);
    int[] places = spreadOut(ordered);
    int most = tracks.size() > MANY ? 0 : MOST_GROWTH;
    for (int growth = 0; growth < most; growth++) {
      List<Segment> hit = hit(ordered, places, index, clusters);
      if (hit.isEmpty()) {
        break;
      }
      hit.forEach(segment -> segment.limit(terrain));
      cluster.addAll(hit);
      ordered = ordered(cluster);
      places = spreadOut(ordered);
    }
    for (int i = 0; i < places.length; i++) {
      ordered.get(i).moveTo(places[i]);
    }
  }

  private static int[] spreadOut(List<Segment> ordered) {
    int gap = ordered.size() > CROWD ? LEAST_GAP : GAP;
    while (gap > LEAST_GAP && !fits(ordered, gap)) {
      gap--;
    }
    return places(ordered, gap);
  }

  /** Segments outside a cluster that its new places come too close to. */
  private static List<Segment> hit(
      List<Segment> ordered, int[] places, int index, List<List<Segment>> clusters) {
    List<Segment> hit = new ArrayList<>();
    for (int c = 0; c < clusters.size(); c++) {
      for (Segment other : c == index ? List.<Segment>of() : clusters.get(c)) {
        for (int i = 0; i < places.length && !ordered.contains(other); i++) {
          boolean close = Math.abs(other.position - places[i]) < LEAST_GAP * 2;
          if (close && other.track != ordered.get(i).track && other.overlaps(ordered.get(i), 0)) {
            hit.add(other);
            break;
          }
        }
      }
    }
    return hit;
  }

  /** Repeatedly takes the segment that no other one wants to precede. */
  private static List<Segment> ordered(List<Segment> cluster) {
    List<Segment> left = new ArrayList<>(cluster);
    left.sort(Comparator.comparingInt((Segment s) -> s.position).thenComparingInt(Segment::pull));
    if (left.size() > MOST_COMPARED) {
      return left;
    }
    List<Segment> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      Segment best = left.get(0);
      int fewest = Integer.MAX_VALUE;
      for (Segment candidate : left) {
        int objections = 0;
        for (Segment other : left) {
          if (other != candidate && precedes(other, candidate)) {
            objections++;
          }
        }
        if (objections < fewest) {
          fewest = objections;
          best = candidate;
        }
      }
      left.remove(best);
      ordered.add(best);
    }
    return ordered;
  }

  private static boolean precedes(Segment a, Segment b) {
    if (a.high < b.low || b.high < a.low) {
      return a.high < b.low;
    }
    return a.overlaps(b, 0) && a.preference(b) < 0;
  }

  private static boolean fits(List<Segment> ordered, int gap) {
    int[] earliest = earliest(ordered, gap);
    for (int i = 0; i < earliest.length; i++) {
      if (earliest[i] > ordered.get(i).high) {
        return false;
      }
    }
    return true;
  }

  /** Least positions a gap apart; beyond the limit where there is no room. */
  private static int[] earliest(List<Segment> ordered, int gap) {
    int[] earliest = new int[ordered.size()];
    for (int i = 0; i < earliest.length; i++) {
      earliest[i] = ordered.get(i).low;
      for (int j = Math.max(0, i - CROWD); j < i; j++) {
        if (ordered.get(j).overlaps(ordered.get(i), SLACK)) {
          earliest[i] = Math.max(earliest[i], earliest[j] + gap);
        }
      }
    }
    return earliest;
  }

  /** Greatest positions a gap apart. */
  private static int[] latest(List<Segment> ordered, int gap) {
    int[] latest = new int[ordered.size()];
    for (int i = latest.length - 1; i >= 0; i--) {
      latest[i] = ordered.get(i).high;
      for (int j = i + 1; j < Math.min(latest.length, i + CROWD); j++) {
        if (ordered.get(i).overlaps(ordered.get(j), SLACK)) {
          latest[i] = Math.min(latest[i], latest[j] - gap);
        }
      }
    }
    return latest;
  }

  /** Positions a gap apart if there is room, near the present ones, always within limits. */
  private static int[] places(List<Segment> ordered, int gap) {
    int n = ordered.size();
    int[] latest = latest(ordered, gap);
    int[] rank = ranks(ordered);
    int sum = 0;
    int depth = 0;
    for (int i = 0; i < n; i++) {
      sum += ordered.get(i).position;
      depth = Math.max(depth, rank[i]);
    }
    int[] places = new int[n];
    for (int i = 0; i < n; i++) {
      Segment segment = ordered.get(i);
      int least = segment.low;
      for (int j = Math.max(0, i - CROWD); j < i; j++) {
        if (ordered.get(j).overlaps(segment, SLACK)) {
          least = Math.max(least, places[j] + gap);
        }
      }
      int ideal = sum / n + (2 * rank[i] - depth) * gap / 2;
      int place = Math.min(latest[i], Math.max(least, ideal));
      places[i] = Math.min(segment.high, Math.max(segment.low, place));
    }
    return places;
  }

  /** For each segment the number of others that must come before it. */
  private static int[] ranks(List<Segment> ordered) {
    int[] rank = new int[ordered.size()];
    for (int i = 0; i < rank.length; i++) {
      for (int j = Math.max(0, i - CROWD); j < i; j++) {
        if (ordered.get(j).overlaps(ordered.get(i), SLACK)) {
          rank[i] = Math.max(rank[i], rank[j] + 1);
        }
      }
    }
    return rank;
  }
}
