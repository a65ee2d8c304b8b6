package org.firebreak.imports.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.firebreak.core.address.Address;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.Connection;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.imports.ImportRequest;
import org.firebreak.model.Design;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Zone;
import org.firebreak.model.io.DesignFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An address opens something only as long as it is known whose it is. */
class ContestedAddressesTest {
  private static final String HEAD = "name,addresses,labels";
  private static final String WEB = "web1,10.0.1.1,role=web";

  @TempDir Path folder;

  private Design design;
  private SyncReport report;

  @BeforeEach
  void draw() {
    DesignBuilder builder = new DesignBuilder("shop", StrategyKind.MICRO);
    Zone zone = builder.zone("Shop");
    for (String role : List.of("db", "web", "test")) {
      ServerGroup group = builder.group(zone, role);
      group.setMembershipLabel("role");
      group.setMembershipValue(role);
    }
    builder.flow("web", "db", "tcp/5432");
    builder.server(builder.group(zone, "admin"), "jump", "10.0.3.1");
    design = builder.design();
  }

  private List<String> sync(String... rows) throws IOException {
    var before = ServerState.of(design);
    Path file = folder.resolve("vms.csv");
    Files.writeString(file, HEAD + "\n" + String.join("\n", rows) + "\n");
    report =
        InventorySync.run(
            new ModelEdit(design), ImportRequest.of(file, null), Set.of(), Progress.NONE);
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

  private boolean opens(String from, String to) {
    CompiledPolicy policy =
        PolicyCompiler.compile(design, CompileOptions.on(LocalDate.of(2030, 1, 31)));
    return policy
        .decide(
            Connection.of(policy.sharedDomain(), Address.parse(from), Address.parse(to), 6, 5432))
        .permits();
  }

  @Test
  void newcomerWithAnAddressInUseOpensNothingForEither() throws IOException {
    sync("db1,10.0.2.1,role=db", WEB);
    assertThat(opens("10.0.1.1", "10.0.2.1")).isTrue();
    List<String> changes = sync("db1,10.0.2.1,role=db", WEB, "web2,10.0.2.1,role=web");

    assertThat(opens("10.0.1.1", "10.0.2.1")).isFalse();
    assertThat(changes)
        .containsExactlyInAnyOrder(
            "QUARANTINED db1 vms.csv:2", "LABELS db1 vms.csv:2", "QUARANTINED web2 vms.csv:4");
    assertThat(report.contested()).containsExactly("10.0.2.1");
    assertThat(report.notes().toString())
        .contains("vms.csv:4", "'web2' is cut off: 10.0.2.1, which 'db1' claims as well");
    assertThat(report.reasons().get(server("db1").getId()).why()).contains("'web2' claims");

    byte[] bytes = DesignFile.toBytes(design);
    assertThat(sync("db1,10.0.2.1,role=db", WEB, "web2,10.0.2.1,role=web")).isEmpty();
    assertThat(DesignFile.toBytes(design)).isEqualTo(bytes);

    // the newcomer was the same machine under another name: the older one leaves
    assertThat(sync(WEB, "db2,10.0.2.1,role=db", "web2,10.0.2.9,role=web"))
        .contains("REMOVED db1 vms.csv", "RELEASED web2 vms.csv:4", "ADDED db2 vms.csv:3");
    assertThat(opens("10.0.1.1", "10.0.2.1")).isTrue();
    assertThat(report.contested()).isEmpty();
  }

  @Test
  void addressGoesFromARetiredServerToANewOneInAnyOrder() throws IOException {
    for (String role : List.of("test", "db")) {
      sync("old,10.0.2.1,role=db", WEB);
      assertThat(sync(WEB, "new,10.0.2.1,role=" + role)).contains("REMOVED old vms.csv");
      assertThat(opens("10.0.1.1", "10.0.2.1")).isEqualTo(role.equals("db"));
      assertThat(sync("a-new,10.0.2.1,role=" + role, WEB)).contains("REMOVED new vms.csv");
      assertThat(opens("10.0.1.1", "10.0.2.1")).isEqualTo(role.equals("db"));
      assertThat(report.contested()).isEmpty();
    }
  }

  @Test
  void serversExchangeTheirAddresses() throws IOException {
    sync("db1,10.0.2.1,role=db", "x,10.0.2.2,role=test", WEB);
    sync("db1,10.0.2.2,role=db", "x,10.0.2.1,role=test", WEB);

    assertThat(report.contested()).isEmpty();
    assertThat(opens("10.0.1.1", "10.0.2.1")).isFalse();
    assertThat(opens("10.0.1.1", "10.0.2.2")).isTrue();
  }

  @Test
  void serverWithOtherAddressesKeepsThose() throws IOException {
    String[] rows = {
      "db1,10.0.2.1;172.17.0.1;fd00::1,role=db", "web1,10.0.1.1;172.17.0.1;FD00:0::1,role=web"
    };
    sync(rows);

    assertThat(report.contested()).containsExactlyInAnyOrder("172.17.0.1", "fd00::1");
    assertThat(server("db1").getAddresses()).containsExactly("10.0.2.1");
    assertThat(server("web1").getAddresses()).containsExactly("10.0.1.1");
    assertThat(server("db1").isQuarantined()).isFalse();
    assertThat(opens("10.0.1.1", "10.0.2.1")).isTrue();
    assertThat(opens("10.0.1.1", "172.17.0.1")).isFalse();
    assertThat(sync(rows)).isEmpty();

    sync("db1,10.0.2.1;172.17.0.1,role=db", "web1,10.0.1.1,role=web");
    assertThat(server("db1").getAddresses()).containsExactly("10.0.2.1", "172.17.0.1");
  }

  @Test
  void whatWasDrawnByHandIsCutOffButKeepsItsAddresses() throws IOException {
    sync("x,10.0.3.1,role=web");
    assertThat(server("jump").isQuarantined()).isTrue();
    assertThat(server("jump").getAddresses()).containsExactly("10.0.3.1");
    assertThat(server("x").isQuarantined()).isTrue();

    sync("x,10.0.3.2,role=web");
    assertThat(server("jump").isQuarantined()).isFalse();
    assertThat(server("x").isQuarantined()).isFalse();
  }

  @Test
  void whatSomebodyHasCutOffStaysSo() throws IOException {
    new ModelEdit(design).run("Quarantine", () -> server("jump").setQuarantined(true));
    sync("x,10.0.3.1,role=web");
    sync("x,10.0.3.2,role=web");

    assertThat(server("jump").isQuarantined()).isTrue();
  }

  @Test
  void goneServerThatStaysForARejectedRowDoesNotShareItsRights() throws IOException {
    sync("old,10.0.2.1,role=db", WEB);
    sync(WEB, "new,10.0.2.1,role=test", "x,10.0.0.999,role=web");

    assertThat(server("old")).isNotNull();
    assertThat(opens("10.0.1.1", "10.0.2.1")).isFalse();
  }

  @Test
  void tenantsMayHaveTheSameAddresses() throws IOException {
    Path file = folder.resolve("vms.csv");
    Files.writeString(
        file, "name,addresses,labels,tenant\na,10.9.0.1,role=web,Red\nb,10.9.0.1,role=db,Blue\n");
    report =
        InventorySync.run(
            new ModelEdit(design), ImportRequest.of(file, null), Set.of(), Progress.NONE);

    assertThat(report.contested()).isEmpty();
    assertThat(report.notes()).isEmpty();
    assertThat(server("a").getAddresses()).containsExactly("10.9.0.1");
  }

  @Test
  void rowsOfOneServerThatDisagreeAboutALabelAreRejected() throws IOException {
    String[] rows = {"x,10.0.2.1,role=db", "X,10.0.2.2,role=web", WEB};
    sync(rows);
    assertThat(report.rejectedRows()).isEqualTo(1);
    assertThat(report.notes().toString()).contains("stated again, differently");

    sync("x,10.0.2.1,role=db", "X,10.0.2.2,role=db", WEB);
    assertThat(report.rejectedRows()).isZero();
    assertThat(server("x").getAddresses()).containsExactly("10.0.2.1", "10.0.2.2");
    String id = server("x").getId();
    assertThat(sync("X,10.0.2.1;10.0.2.2,role=db", WEB)).allMatch(c -> !c.contains("REMOVED"));
    assertThat(ServerState.of(design)).containsKey(id);
  }
}
