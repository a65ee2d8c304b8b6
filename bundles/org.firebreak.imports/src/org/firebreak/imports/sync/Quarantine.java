package org.firebreak.imports.sync;

import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.Label;
import org.firebreak.model.Server;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;

/**
 * The zone of servers that no rule places. A label tells them from servers that somebody has cut
 * off: those are never let out.
 */
final class Quarantine {
  static final String ZONE = "Quarantine";
  static final String LABEL = "firebreak-quarantine";
  private static final String UNPLACED = "unplaced";
  private static final String ADDRESS = "address";

  private final Design design;
  private final String origin;
  private Zone zone;

  Quarantine(Design design, String origin) {
    this.design = design;
    this.origin = origin;
    for (Zone each : design.getZones()) {
      zone = zone == null && ZONE.equalsIgnoreCase(each.getName()) ? each : zone;
    }
  }

  /** The zone, made if the design has none. */
  Container zone() {
    if (zone == null) {
      zone = NewElements.zone(ZONE);
      zone.setId(Names.id(design, "zone", null, ZONE));
      zone.setOrigin(origin);
      zone.setDescription("Servers that no rule places; they exchange nothing with anyone.");
      design.getZones().add(zone);
    }
    return zone;
  }

  /** Whether the server is cut off only because of a synchronisation. */
  static boolean holds(Server server) {
    return mark(server) != null;
  }

  private static Label mark(Server server) {
    for (Label label : server.getLabels()) {
      if (LABEL.equals(label.getKey())) {
        return label;
      }
    }
    return null;
  }

  /** Cuts off a server that no rule places; one that somebody has cut off stays as it is. */
  static void enclose(Server server) {
    enclose(server, UNPLACED);
  }

  /** Cuts off a server whose addresses are others' as well, where it is. */
  static void encloseContested(Server server) {
    enclose(server, ADDRESS);
  }

  private static void enclose(Server server, String why) {
    if (!server.isQuarantined()) {
      server.setQuarantined(true);
      if (!holds(server)) {
        server.getLabels().add(NewElements.label(LABEL, why));
      }
    }
  }

  /** Lets a server out that was cut off for its addresses; they are looked at anew. */
  static void releaseContested(Server server) {
    Label mark = mark(server);
    if (mark != null && ADDRESS.equals(mark.getValue())) {
      release(server);
    }
  }

  /** Lets a server out that a rule places now. */
  static void release(Server server) {
    Label mark = mark(server);
    if (mark != null) {
      server.getLabels().remove(mark);
      server.setQuarantined(false);
    }
  }
}
