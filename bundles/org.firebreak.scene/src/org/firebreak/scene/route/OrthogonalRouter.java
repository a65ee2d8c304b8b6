package org.firebreak.scene.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;

/**
 * Routes lines at right angles around boxes: stored corners where they still fit, else a search,
 * and for the many lines of a large diagram a simple bend. Lines that would lie on each other are
 * moved apart.
 */
public final class OrthogonalRouter {
  /**
   * Grid vertices that all searches for one picture may take together; lines beyond that get a
   * simple route, so that a picture never takes many seconds. The shortest come first then.
   */
  private static final long MOST_VERTICES = 40_000_000;

  private final Terrain.Indexed terrain;

  /** A router for one picture. */
  public OrthogonalRouter(Terrain terrain) {
    this.terrain = terrain.indexed();
  }

  /**
   * Routes for the requests, in their order.
   *
   * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile
   */
  public List<Route> route(List<RouteRequest> requests) {
    Track[] tracks = new Track[requests.size()];
    List<List<Point>> earlier = new ArrayList<>();
    StoredCorners storedCorners = new StoredCorners(terrain);
    for (int i = 0; i < tracks.length; i++) {
      RouteRequest request = requests.get(i);
      List<Point> stored = storedCorners.attached(request);
      if (stored != null) {
        tracks[i] = new Track(request, stored, true);
        earlier.add(stored);
      }
    }
    Map<Rect, Integer> degrees = degrees(requests);
    long[] efforts = new long[tracks.length];
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < tracks.length; i++) {
      if (tracks[i] == null) {
        open.add(i);
        efforts[i] = PathSearch.vertices(requests.get(i), terrain);
      }
    }
    if (Arrays.stream(efforts).sum() > MOST_VERTICES) {
      open.sort(Comparator.comparingLong(i -> efforts[i]));
    }
    long left = MOST_VERTICES;
    for (int i : open) {
      Interruption.check();
      RouteRequest request = requests.get(i);
      List<Point> found = null;
      if (!request.isLoop()) {
        left -= efforts[i];
        found = left < 0 ? null : search(request, earlier, busier(request, degrees));
      }
      tracks[i] = new Track(request, found == null ? SimpleRoutes.route(request) : found, false);
      earlier.add(tracks[i].points());
    }
    List<Track> all = List.of(tracks);
    if (!all.stream().allMatch(track -> track.fixed)) {
      new Nudger(all, terrain).run();
      new Straightener(all, terrain).run();
    }
    List<Route> routes = new ArrayList<>();
    for (Track track : tracks) {
      routes.add(new Route(track.points(), track.fixed));
    }
    return routes;
  }

  private static Map<Rect, Integer> degrees(List<RouteRequest> requests) {
    Map<Rect, Integer> degrees = new HashMap<>();
    for (RouteRequest request : requests) {
      degrees.merge(request.source().body(), 1, Integer::sum);
      degrees.merge(request.destination().body(), 1, Integer::sum);
    }
    return degrees;
  }

  private static LineEnd busier(RouteRequest request, Map<Rect, Integer> degrees) {
    int source = degrees.get(request.source().body());
    int destination = degrees.get(request.destination().body());
    return source >= destination ? request.source() : request.destination();
  }

  private List<Point> search(RouteRequest request, List<List<Point>> earlier, LineEnd busier) {
    for (int stub : new int[] {16, 6}) {
      List<Point> found = PathSearch.find(request, terrain, earlier, busier, stub);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
