package org.firebreak.imports.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.progress.Progress;
import org.firebreak.imports.ImportRequest;
import org.firebreak.imports.Importer;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.Place;
import org.firebreak.imports.merge.DesignMerge;
import org.firebreak.imports.merge.Homes;
import org.firebreak.imports.merge.MergeLog;
import org.firebreak.imports.merge.ModelIndex;
import org.firebreak.imports.merge.ServerPlan;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.imports.spi.ServerFact;
import org.firebreak.imports.sync.SyncReport.Reason;
import org.firebreak.model.Design;
import org.firebreak.model.Label;
import org.firebreak.model.Server;
import org.firebreak.model.Tenant;
import org.firebreak.model.io.NewElements;

/**
 * Brings a design in step with an inventory as one undoable step. What it makes has ids that follow
 * from names, so that the same design and inventory always give the same result.
 */
public final class InventorySync implements Homes {
  private final Design design;
  private final String origin;
  private final Set<String> owned;
  private final PlacementRules rules;
  private final Quarantine quarantine;
  private final MergeLog log;
  private final Set<Server> stated = new HashSet<>();
  private final Map<ServerFact, Decision> decisions = new HashMap<>();
  private final Map<String, Reason> reasons = new HashMap<>();
  private final Set<String> ids = new HashSet<>();
  private final List<String> unplaced = new ArrayList<>();
  private final List<String> addresses = new ArrayList<>();

  private InventorySync(
      Design design, String origin, Set<String> owned, Set<String> labelKeys, MergeLog log) {
    this.design = design;
    this.origin = origin;
    this.owned = owned;
    this.rules = new PlacementRules(design, labelKeys, owned);
    this.quarantine = new Quarantine(design, origin);
    this.log = log;
    for (Server server : ServerState.servers(design)) {
      ids.add(server.getId());
      Quarantine.releaseContested(server);
    }
  }

  /**
   * Places, updates and takes away servers as the inventory says.
   *
   * @param request names the inventory and how to read it
   * @param origins origins of servers, besides the inventory's name, that it speaks for: those that
   *     it does not state are taken away
   * @throws ImportException if the inventory cannot be read; the design is unchanged
   * @throws org.firebreak.core.progress.CancelledException if the user asked to stop; the design is
   *     unchanged
   */
  public static SyncReport run(
      ModelEdit edit, ImportRequest request, Set<String> origins, Progress progress)
      throws ImportException {
    MergeLog log = new MergeLog();
    ServerPlan plan = Importer.inventory(request, log, progress);
    String file = CleanText.printable(request.inventory().getFileName().toString());
    Set<String> owned = new HashSet<>(origins);
    owned.add(file);
    Set<String> keys = new HashSet<>();
    plan.byName().forEach(fact -> keys.addAll(fact.labels().keySet()));
    SyncReport[] report = new SyncReport[1];
    edit.run(
        "Synchronise with " + file,
        () -> {
          InventorySync sync = new InventorySync(edit.design(), file, owned, keys, log);
          sync.tenants(plan);
          new DesignMerge(edit.design(), log, progress).servers(plan, file, sync);
          sync.departures();
          sync.contested();
          report[0] = sync.report();
        });
    return report[0];
  }

  /** New tenants, before the merge makes them with ids by chance. */
  private void tenants(ServerPlan plan) {
    Set<String> known = new HashSet<>();
    design.getTenants().forEach(tenant -> known.add(Names.fold(tenant.getName())));
    for (ServerFact fact : plan.byName()) {
      if (fact.tenant().isPresent() && known.add(Names.fold(fact.tenant().value()))) {
        Tenant tenant = NewElements.tenant(fact.tenant().value());
        tenant.setId(Names.id(design, "tenant", null, tenant.getName()));
        tenant.setOrigin(origin);
        design.getTenants().add(tenant);
      }
    }
  }

  @Override
  public EObject home(ServerFact fact, Server server) {
    Map<String, String> labels = new HashMap<>();
    EObject current = null;
    if (server != null) {
      stated.add(server);
      forget(server, fact);
      for (Label label : server.getLabels()) {
        labels.put(label.getKey(), label.getValue());
      }
      current = Quarantine.holds(server) ? null : server.eContainer();
    }
    labels.putAll(fact.labels());
    Decision decision = rules.decide(fact, server, current, labels);
    decisions.put(fact, decision);
    return decision.isPlaced() ? decision.home() : quarantine.zone();
  }

  /** Takes labels off that the inventory tells of other servers and no longer of this one. */
  private void forget(Server server, ServerFact fact) {
    if (owned.contains(server.getOrigin())) {
      server
          .getLabels()
          .removeIf(
              label -> rules.decides(label.getKey()) && !fact.labels().containsKey(label.getKey()));
    }
  }

  @Override
  public void merged(ServerFact fact, Server server, boolean created) {
    stated.add(server);
    if (created) {
      String id = Names.id(design, "server", ModelIndex.tenantOf(server), server.getName());
      if (ids.add(id)) {
        server.setId(id);
      }
    }
    Decision decision = decisions.get(fact);
    reasons.put(server.getId(), new Reason(decision.place(), decision.why()));
    if (decision.isPlaced()) {
      Quarantine.release(server);
      return;
    }
    Quarantine.enclose(server);
    unplaced.add(server.getName());
    log.note(
        Severity.WARNING,
        decision.place(),
        "server "
            + CleanText.quote(server.getName())
            + " is cut off: "
            + decision.why()
            + "; give it a label that a group asks for, or name its group or zone");
  }

  private void departures() {
    List<Server> gone = new ArrayList<>();
    for (Server server : ServerState.servers(design)) {
      if (owned.contains(server.getOrigin()) && !stated.contains(server)) {
        gone.add(server);
      }
    }
    if (log.rejectedRows() > 0) {
      gone.removeIf(server -> server.getAddresses().isEmpty());
      if (!gone.isEmpty()) {
        log.note(
            Severity.WARNING,
            Place.of(origin),
            gone.size()
                + " servers are not in the inventory, and stay as long as rows of it are rejected,"
                + " among them "
                + CleanText.quote(gone.get(0).getName()));
      }
      return;
    }
    Departures departures = new Departures(design);
    departures.takeAway(gone);
    for (Server server : departures.retired()) {
      log.note(
          Severity.INFO,
          Place.of(origin),
          "server "
              + CleanText.quote(server.getName())
              + " has gone; it stays without addresses, because the design refers to it");
    }
  }

  /** Addresses that several servers claim open nothing for any of them. */
  private void contested() {
    ContestedAddresses contested =
        new ContestedAddresses(ServerState.servers(design), stated::contains);
    addresses.addAll(contested.addresses());
    contested.settle(
        stated::contains,
        (server, what) -> {
          Reason known = reasons.get(server.getId());
          Place place = known == null ? Place.of(origin) : known.place();
          String why = known == null ? what : what + "; " + known.why();
          reasons.put(server.getId(), new Reason(place, why));
          log.note(
              Severity.WARNING, place, "server " + CleanText.quote(server.getName()) + " " + what);
        });
  }

  private SyncReport report() {
    return new SyncReport(origin, reasons, log.notes(), log.rejectedRows(), unplaced, addresses);
  }
}
