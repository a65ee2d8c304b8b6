package org.firebreak.core.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.progress.Progress;

/**
 * The boxes of all flows in a plane. What may meet a flow is looked up in the dimension in which
 * the fewest do, so that unrelated flows are never compared.
 */
final class PlaneBoxes {
  /** So few are compared faster than they are looked up in another dimension. */
  private static final int ENOUGH = 200;

  private final Plane plane;
  private final Progress progress;
  private final Map<Integer, Box> boxOf = new HashMap<>();
  private final Axis sources = new Axis();
  private final Axis destinations = new Axis();
  private final Axis services = new Axis();

  PlaneBoxes(Plane plane, List<PolicyFlow> flows, List<Intervals> servicesOf, Progress progress) {
    this.plane = plane;
    this.progress = progress;
    for (PolicyFlow flow : flows) {
      Box box =
          new Box(
              plane.of(flow.source()), plane.of(flow.destination()), servicesOf.get(flow.index()));
      if (!box.isEmpty() && touchesServers(box)) {
        boxOf.put(flow.index(), box);
        sources.add(box.source(), flow.index());
        destinations.add(box.destination(), flow.index());
        services.add(box.service(), flow.index());
      }
    }
  }

  private boolean touchesServers(Box box) {
    return box.source().intersects(plane.servers())
        || box.destination().intersects(plane.servers());
  }

  Plane plane() {
    return plane;
  }

  /** Asked between steps whether somebody still waits. */
  Progress progress() {
    return progress;
  }

  /** What a flow permits, connections outside the design included; {@code null} if nothing. */
  Box of(int flow) {
    return boxOf.get(flow);
  }

  /** What a flow permits of the connections that concern the design, as disjoint boxes. */
  List<Box> inDesign(int flow) {
    Box box = boxOf.get(flow);
    return box == null ? List.of() : inDesign(box);
  }

  /** What has no end in the design is out of scope. */
  List<Box> inDesign(Box box) {
    Intervals servers = plane.servers();
    if (servers.containsAll(box.source()) || servers.containsAll(box.destination())) {
      return List.of(box);
    }
    List<Box> parts = new ArrayList<>(2);
    add(parts, box.source().intersect(servers), box.destination(), box.service());
    add(parts, box.source().minus(servers), box.destination().intersect(servers), box.service());
    return parts;
  }

  private static void add(
      List<Box> parts, Intervals source, Intervals destination, Intervals service) {
    Box box = new Box(source, destination, service);
    if (!box.isEmpty()) {
      parts.add(box);
    }
  }

  /** The other flows whose boxes meet that of a flow. */
  List<Integer> near(int flow) {
    Box box = boxOf.get(flow);
    int[] fewest = sources.meeting(box.source());
    int[] byDestination = destinations.meeting(box.destination());
    if (byDestination.length < fewest.length) {
      fewest = byDestination;
    }
    if (fewest.length > ENOUGH) {
      int[] byService = services.meeting(box.service());
      fewest = byService.length < fewest.length ? byService : fewest;
    }
    List<Integer> near = new ArrayList<>();
    for (int other : fewest) {
      if (other != flow && boxOf.get(other).intersects(box)) {
        near.add(other);
      }
    }
    return near;
  }
}
