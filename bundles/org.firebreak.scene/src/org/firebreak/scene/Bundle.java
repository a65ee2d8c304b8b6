package org.firebreak.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.firebreak.model.Bendpoint;
import org.firebreak.model.Encryption;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Service;
import org.firebreak.scene.geometry.Point;

/** Flows between the same two boxes in the same direction, to be drawn as one line. */
final class Bundle {
  final Box source;
  final Box destination;
  final List<Flow> flows = new ArrayList<>();
  boolean aggregated;
  List<Point> stored = List.of();

  private final String id;
  private final List<Bundle> parts = new ArrayList<>();

  Bundle(Box source, Box destination) {
    this(source, destination, Line.bundleId(source.id(), destination.id()));
  }

  private Bundle(Box source, Box destination, String id) {
    this.source = source;
    this.destination = destination;
    this.id = id;
  }

  String id() {
    return id;
  }

  /** A bundle for each of the flows; itself if there is only one. */
  List<Bundle> unfolded() {
    return flows.size() == 1 ? List.of(this) : List.copyOf(parts);
  }

  void add(Flow flow, boolean hidden, List<Bendpoint> bendpoints) {
    addAlone(flow, hidden, bendpoints);
    Bundle part = new Bundle(source, destination, id + "#" + flow.getId());
    part.addAlone(flow, hidden, bendpoints);
    parts.add(part);
  }

  private void addAlone(Flow flow, boolean hidden, List<Bendpoint> bendpoints) {
    flows.add(flow);
    aggregated |= hidden;
    if (stored.isEmpty()) {
      stored = bendpoints.stream().map(b -> new Point(b.getX(), b.getY())).toList();
    }
  }

  FlowState state() {
    Set<FlowState> states = new TreeSet<>();
    flows.forEach(flow -> states.add(flow.getState()));
    if (states.contains(FlowState.APPROVED)) {
      return FlowState.APPROVED;
    }
    return states.contains(FlowState.PROPOSED) ? FlowState.PROPOSED : FlowState.RETIRED;
  }

  Encryption encryption() {
    boolean encrypted = true;
    for (Flow flow : flows) {
      encrypted &= !flow.getServices().isEmpty();
      for (Service service : flow.getServices()) {
        if (service.getEncryption() == Encryption.CLEAR_TEXT) {
          return Encryption.CLEAR_TEXT;
        }
        encrypted &= service.getEncryption() == Encryption.ENCRYPTED;
      }
    }
    return encrypted ? Encryption.ENCRYPTED : Encryption.UNKNOWN;
  }
}
