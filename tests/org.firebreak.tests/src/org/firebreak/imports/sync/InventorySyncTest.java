package org.firebreak.imports.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.imports.ImportRequest;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.sync.ServerChange.Kind;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Zone;
import org.firebreak.model.io.DesignFile;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventorySyncTest {
  @TempDir Path folder;

  private Design design;
  private ModelEdit edit;
  private Map<String, ServerState> before;
  private SyncReport report;

  @BeforeEach
  void draw() {
    DesignBuilder builder = new DesignBuilder("shop", StrategyKind.MICRO);
    Zone front = builder.zone("Front");
    Zone data = builder.zone("Data");
    rule(builder.group(front, "web"), "role", "web");
    rule(builder.group(data, "db"), "role", "db");
    builder.server(builder.group(front, "admin"), "jump", "10.0.3.1");
    builder.flow("web", "db", "tcp/5432");
    design = builder.design();
    edit = new ModelEdit(design);
  }

  private static void rule(ServerGroup group, String key, String value) {
    group.setMembershipLabel(key);
    group.setMembershipValue(value);
  }

  private List<String> sync(String... rows) throws IOException {
    return sync(null, rows);
  }

  private List<String> sync(String pattern, String[] rows) throws IOException {
    before = ServerState.of(design);
    Path file = folder.resolve("vms.csv");
    Files.write(file, List.of(rows));
    ImportRequest plain = ImportRequest.of(file, null);
    ImportRequest request =
        new ImportRequest(file, null, null, null, pattern, false, null, Map.of(), plain.limits());
    report = InventorySync.run(edit, request, Set.of(), Progress.NONE);
    return ServerChanges.between(before, ServerState.of(design), report).stream()
        .map(change -> change.kind() + " " + change.name() + " " + change.place())
        .toList();
  }

  private Server server(String name) {
    for (var all = design.eAllContents(); all.hasNext(); ) {
      if (all.next() instanceof Server server && server.getName().equals(name)) {
        return server;
      }
    }
    return null;
  }

  private String home(String name) {
    return ServerState.of(design).get(server(name).getId()).path();
  }

  @Test
  void labelsThenGroupThenZonePlaceNewServers() throws IOException {
    List<String> changes =
        sync(
            "name,address,group,zone,labels",
            "a,10.0.1.1,admin,,role=web",
            "b,10.0.1.2,admin,,",
            "c,10.0.1.3,,Data,",
            "d,10.0.1.4,,,role=db");

    assertThat(home("a")).isEqualTo("Front / web");
    assertThat(home("b")).isEqualTo("Front / admin");
    assertThat(home("c")).isEqualTo("Data");
    assertThat(home("d")).isEqualTo("Data / db");
    assertThat(changes)
        .containsExactlyInAnyOrder(
            "ADDED a vms.csv:2", "ADDED b vms.csv:3", "ADDED c vms.csv:4", "ADDED d vms.csv:5");
    assertThat(report.reasons().get(server("a").getId()).why()).isEqualTo("label role=web");
    assertThat(report.unplaced()).isEmpty();
  }

  @Test
  void nameSaysTheGroup() throws IOException {
    sync("^([a-z]+)[0-9]+$", new String[] {"name,address", "web7,10.0.1.7", "new1,10.0.1.8"});

    assertThat(home("web7")).isEqualTo("Front / web");
    assertThat(server("new1").isQuarantined()).isTrue();
  }

  @Test
  void serverThatNoRulePlacesIsCutOffAndNamed() throws IOException {
    List<String> changes = sync("name,address,group,labels", "x,10.0.9.1,Unknown,role=mail");

    assertThat(home("x")).isEqualTo("Quarantine");
    assertThat(server("x").isQuarantined()).isTrue();
    assertThat(changes).containsExactly("QUARANTINED x vms.csv:2");
    assertThat(report.unplaced()).containsExactly("x");
    assertThat(report.notes().get(0).toString())
        .contains("vms.csv:2", "'x' is cut off", "no one group 'Unknown'");
    assertThat(design.getGroups()).noneMatch(group -> group.getName().equals("Unknown"));
  }

  @Test
  void labelsOfTwoGroupsPlaceNowhere() throws IOException {
    rule(design.getZones().get(0).getGroups().get(1), "team", "ops");
    sync("name,address,labels", "x,10.0.9.1,role=web; team=ops");

    assertThat(server("x").isQuarantined()).isTrue();
    assertThat(report.notes().get(0).message())
        .contains("several groups", "Front / admin, Front / web");
  }

  @Test
  void serverIsLetOutOnceARulePlacesIt() throws IOException {
    sync("name,address,labels", "x,10.0.9.1,");
    List<String> changes = sync("name,address,labels", "x,10.0.9.1,role=web");

    assertThat(home("x")).isEqualTo("Front / web");
    assertThat(server("x").isQuarantined()).isFalse();
    assertThat(changes).contains("RELEASED x vms.csv:2");
  }

  @Test
  void whomSomebodyHasCutOffIsNeverLetOut() throws IOException {
    sync("name,address,labels", "x,10.0.1.1,role=web");
    edit.run("Quarantine", () -> server("x").setQuarantined(true));
    sync("name,address,labels", "x,10.0.1.1,role=db");
    assertThat(server("x").isQuarantined()).isTrue();
    sync("name,address,labels", "x,10.0.1.1,role=none");
    sync("name,address,labels", "x,10.0.1.1,role=web");
    assertThat(server("x").isQuarantined()).isTrue();
  }

  @Test
  void labelZoneAndAddressMoveAServer() throws IOException {
    sync("name,address,zone,labels", "a,10.0.1.1,,role=web", "b,10.0.1.2,Front,");
    String id = server("a").getId();
    List<String> changes =
        sync("name,address,zone,labels", "a,10.0.1.9,,role=db", "b,10.0.1.2,Data,");

    assertThat(home("a")).isEqualTo("Data / db");
    assertThat(server("a").getId()).isEqualTo(id);
    assertThat(home("b")).isEqualTo("Data");
    assertThat(changes)
        .containsExactlyInAnyOrder(
            "MOVED a vms.csv:2",
            "ADDRESSES a vms.csv:2",
            "LABELS a vms.csv:2",
            "MOVED b vms.csv:3");
  }

  @Test
  void lostLabelCutsOff() throws IOException {
    sync("name,address,labels", "a,10.0.1.1,role=web", "b,10.0.1.2,role=web");
    List<String> changes = sync("name,address,labels", "a,10.0.1.1,", "b,10.0.1.2,role=web");

    assertThat(home("a")).isEqualTo("Quarantine");
    assertThat(changes).contains("QUARANTINED a vms.csv:2").noneMatch(c -> c.contains(" b "));
  }

  @Test
  void whatArchitectsDrewStays() throws IOException {
    sync("name,address,labels", "a,10.0.1.1,role=web", "jump,10.0.3.1,os=linux");
    edit.run("Describe", () -> server("a").setDescription("by hand"));
    List<String> changes = sync("name,address,labels", "a,10.0.1.1,role=web");

    // jump was drawn by hand, so its absence takes nothing away
    assertThat(home("jump")).isEqualTo("Front / admin");
    assertThat(server("a").getDescription()).isEqualTo("by hand");
    assertThat(changes).isEmpty();
  }

  @Test
  void vanishedServersGoAndWhatFlowsNameOnlyLosesItsAddresses() throws IOException {
    sync("name,address,labels", "a,10.0.1.1,role=web", "b,10.0.1.2,role=web", "c,10.0.1.3,role=db");
    edit.run("Flow", () -> design.getFlows().add(NewElements.flow(server("a"), server("c"))));
    List<String> changes = sync("name,address,labels", "c,10.0.1.3,role=db");

    assertThat(server("b")).isNull();
    assertThat(server("a").getAddresses()).isEmpty();
    assertThat(design.getFlows()).hasSize(2);
    assertThat(changes).containsExactlyInAnyOrder("RETIRED a vms.csv", "REMOVED b vms.csv");

    List<String> back = sync("name,address,labels", "c,10.0.1.3,role=db", "a,10.0.1.4,role=web");
    assertThat(back).containsExactly("ADDRESSES a vms.csv:3");
  }

  @Test
  void whatNobodyNeedsAnyMoreGoesWithoutAddressesToo() throws IOException {
    sync("name,address,labels", "a,10.0.1.1,role=web", "b,,role=web", "c,10.0.1.3,role=db");
    Flow flow = NewElements.flow(server("a"), server("c"));
    edit.run("Flow", () -> design.getFlows().add(flow));

    assertThat(sync("name,address,labels", "c,10.0.1.3,role=db"))
        .containsExactlyInAnyOrder("RETIRED a vms.csv", "REMOVED b vms.csv");
    assertThat(sync("name,address,labels", "c,10.0.1.3,role=db")).isEmpty();
    edit.run("No flow", () -> design.getFlows().remove(flow));
    assertThat(sync("name,address,labels", "c,10.0.1.3,role=db"))
        .containsExactly("REMOVED a vms.csv");
  }

  @Test
  void nothingGoesWhileRowsAreRejected() throws IOException {
    sync("name,address,labels", "a,10.0.1.1,role=web", "b,10.0.1.2,role=web");
    List<String> changes =
        sync("name,address,labels", "a,10.0.1.1,role=web", "b,10.0.1.999,role=web");

    assertThat(changes).isEmpty();
    assertThat(report.rejectedRows()).isEqualTo(1);
    assertThat(report.notes().toString()).contains("stay as long as rows");
  }

  @Test
  void sameInventoryInAnyOrderGivesTheSameBytes() throws IOException {
    byte[] empty = DesignFile.toBytes(design);
    edit = new ModelEdit(design);
    String[] rows = {
      "name,address,tenant,labels",
      "a,10.0.1.1,,role=web",
      "x,10.0.1.2,,",
      "t,10.0.1.1,Blue,role=db"
    };
    sync(rows);
    byte[] once = DesignFile.toBytes(design);
    edit = new ModelEdit(design);
    assertThat(sync(rows)).isEmpty();
    assertThat(DesignFile.toBytes(design)).isEqualTo(once);

    Files.write(folder.resolve("again.firebreak"), empty);
    design = DesignFile.load(folder.resolve("again.firebreak"));
    edit = new ModelEdit(design);
    sync(rows[0], rows[3], rows[2], rows[1]);
    assertThat(DesignFile.toBytes(design)).isEqualTo(once);
  }

  @Test
  void oneUndoTakesItBack() throws IOException {
    byte[] was = DesignFile.toBytes(design);
    edit = new ModelEdit(design);
    sync("name,address,labels", "a,10.0.1.1,role=web", "x,10.0.9.1,");
    edit.undo();

    assertThat(DesignFile.toBytes(design)).isEqualTo(was);
  }

  @Test
  void unreadableInventoryChangesNothing() {
    byte[] was = DesignFile.toBytes(design);
    edit = new ModelEdit(design);

    assertThatThrownBy(() -> sync("address", "10.0.1.1")).isInstanceOf(ImportException.class);
    assertThat(DesignFile.toBytes(design)).isEqualTo(was);
  }

  @Test
  void lossesCountOnlyWhoWasThere() throws IOException {
    sync("name,address,labels", "a,10.0.1.1,role=web", "b,10.0.1.2,role=web", "c,10.0.1.3,role=db");
    before = ServerState.of(design);
    assertThat(ServerChanges.owned(before, Set.of("vms.csv"))).isEqualTo(3);
    sync("name,address,labels", "a,10.0.1.1,", "c,10.0.1.3,role=db", "new,10.0.1.4,");

    List<ServerChange> changes = ServerChanges.between(before, ServerState.of(design), report);
    assertThat(changes.stream().map(ServerChange::kind)).contains(Kind.QUARANTINED, Kind.REMOVED);
    assertThat(ServerChanges.lost(changes)).isEqualTo(2);
  }
}
