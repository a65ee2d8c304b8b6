package org.firebreak.imports.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.imports.input.Place;
import org.firebreak.imports.sync.ServerChange.Kind;

/** What differs between the servers of two states of a design. */
public final class ServerChanges {
  private final SyncReport report;
  private final List<ServerChange> changes = new ArrayList<>();

  private ServerChanges(SyncReport report) {
    this.report = report;
  }

  /**
   * Compares two states.
   *
   * @param report tells why each server is where it is
   * @return changes in the order of the newer state, removed servers last
   */
  public static List<ServerChange> between(
      Map<String, ServerState> before, Map<String, ServerState> after, SyncReport report) {
    ServerChanges run = new ServerChanges(report);
    after.forEach((id, state) -> run.compare(before.get(id), state));
    before.forEach(
        (id, state) -> {
          if (!after.containsKey(id)) {
            run.add(Kind.REMOVED, state, state.path(), null);
          }
        });
    return List.copyOf(run.changes);
  }

  /**
   * How many servers of the inventory a run takes away from the traffic they had: removed, retired
   * or cut off.
   */
  public static long lost(List<ServerChange> changes) {
    return changes.stream()
        .filter(
            change ->
                change.kind() == Kind.REMOVED
                    || change.kind() == Kind.RETIRED
                    || change.kind() == Kind.QUARANTINED && change.from() != null)
        .count();
  }

  /** How many servers a state has that came from one of the origins. */
  public static long owned(Map<String, ServerState> states, Set<String> origins) {
    return states.values().stream()
        .filter(state -> state.origin() != null && origins.contains(state.origin()))
        .count();
  }

  private void compare(ServerState was, ServerState is) {
    if (was == null) {
      if (is.quarantined()) {
        add(Kind.QUARANTINED, is, null, is.path());
      } else {
        add(Kind.ADDED, is, null, is.path() + " " + is.addresses());
      }
      return;
    }
    if (is.equals(was)) {
      return;
    }
    if (is.quarantined() != was.quarantined()) {
      add(is.quarantined() ? Kind.QUARANTINED : Kind.RELEASED, is, was.path(), is.path());
    } else if (!is.path().equals(was.path())) {
      add(Kind.MOVED, is, was.path(), is.path());
    }
    if (!is.addresses().equals(was.addresses())) {
      Kind kind = is.addresses().isEmpty() ? Kind.RETIRED : Kind.ADDRESSES;
      add(kind, is, was.addresses().toString(), is.addresses().toString());
    }
    if (!is.labels().equals(was.labels())) {
      add(Kind.LABELS, is, was.labels().toString(), is.labels().toString());
    }
    if (!is.attributes().equals(was.attributes())) {
      add(Kind.ATTRIBUTES, is, was.attributes().toString(), is.attributes().toString());
    }
  }

  private void add(Kind kind, ServerState state, String from, String to) {
    SyncReport.Reason reason = report.reasons().get(state.id());
    changes.add(
        new ServerChange(
            kind,
            state.id(),
            state.name(),
            from,
            to,
            reason == null ? "not in the inventory" : reason.why(),
            reason == null ? Place.of(report.inventory()) : reason.place()));
  }
}
