package org.firebreak.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.firebreak.imports.Workbench.texts;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.firebreak.core.progress.CancelledException;
import org.firebreak.core.progress.Progress;
import org.firebreak.imports.spi.Counts;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.imports.spi.ImportedKind;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Risk;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Tenant;
import org.firebreak.model.Zone;
import org.firebreak.model.io.DesignFile;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeTest {
  private static final String HOSTS = "name,ip,group,zone,description";
  private static final String FLOWS = "source,destination,protocol,port,description,ticket";

  private @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
  }

  private ImportRequest files(String[] hosts, String[] flows) {
    return ImportRequest.of(bench.file("hosts.csv", hosts), bench.file("flows.csv", flows));
  }

  private static String[] lines(String... lines) {
    return lines;
  }

  @Test
  void anImportIsOneStepThatCanBeUndone() {
    byte[] empty = DesignFile.toBytes(bench.design);
    bench.run(files(lines(HOSTS, "a1,10.0.0.1,a,z,"), lines(FLOWS, "a,b,tcp,443,,")));
    byte[] full = DesignFile.toBytes(bench.design);
    assertThat(bench.edit.undoLabel()).isEqualTo("Import hosts.csv and flows.csv");
    bench.edit.undo();
    assertThat(DesignFile.toBytes(bench.design)).isEqualTo(empty);
    assertThat(bench.edit.canUndo()).isFalse();
    bench.edit.redo();
    assertThat(DesignFile.toBytes(bench.design)).isEqualTo(full);
  }

  @Test
  void theSameFilesAgainChangeNothing() {
    ImportRequest request =
        files(
            lines(HOSTS, "a1,10.0.0.1,a,z,", "b1,10.0.0.2 fd00::2,b,z,x", "c1,,,,"),
            lines(
                FLOWS,
                "a,b,tcp,\"443,80\",x,T-1",
                "*,a,tcp,443,,",
                "10.0.0.0/8,a1,udp,any,,",
                "nowhere,b,icmp,,,"));
    bench.run(request);
    ImportReport again = bench.againUnchanged(request);
    assertThat(again.counts(ImportedKind.SERVER)).isEqualTo(new Counts(0, 0, 3));
    assertThat(again.counts(ImportedKind.FLOW)).isEqualTo(new Counts(0, 0, 4));
    assertThat(again.unknownNames()).containsExactly("nowhere");
  }

  @Test
  void aChangedFileUpdatesByNameAndKeepsTheRest() {
    bench.run(
        files(
            lines(HOSTS, "a1,10.0.0.1,a,z,", "a2,10.0.0.2,a,z,"),
            lines(FLOWS, "a,z,tcp,443,old,T-1", "a,z,tcp,80,,")));
    Server server = bench.find(Server.class, "a1");
    Flow flow = bench.design.getFlows().get(0);
    bench.edit.run(
        "draw",
        () -> {
          server.setRisk(Risk.HIGH);
          flow.setOwner("ann");
          Diagram diagram = NewElements.diagram("all");
          DiagramNode node = NewElements.node(server);
          node.setX(77);
          diagram.getNodes().add(node);
          bench.design.getDiagrams().add(diagram);
        });
    String id = server.getId();
    String flowId = flow.getId();
    ImportReport report =
        bench.run(
            files(
                lines(HOSTS, "A1,10.0.0.9,b,z,new", "a2,10.0.0.2,a,z,"),
                lines(FLOWS, "a,z,tcp,443,new,", "a,z,tcp,8080,,")));
    assertThat(report.counts(ImportedKind.SERVER)).isEqualTo(new Counts(0, 1, 1));
    assertThat(report.counts(ImportedKind.FLOW)).isEqualTo(new Counts(1, 1, 0));
    assertThat(server.getId()).isEqualTo(id);
    assertThat(server.getName()).as("names are not respelled").isEqualTo("a1");
    assertThat(server.getAddresses()).containsExactly("10.0.0.9");
    assertThat(((ServerGroup) server.eContainer()).getName()).isEqualTo("b");
    assertThat(server.getRisk()).isEqualTo(Risk.HIGH);
    assertThat(bench.design.getDiagrams().get(0).getNodes().get(0).getX()).isEqualTo(77);
    assertThat(flow.getId()).isEqualTo(flowId);
    assertThat(flow.getDescription()).isEqualTo("new");
    assertThat(flow.getTicket()).as("a blank cell says nothing").isEqualTo("T-1");
    assertThat(flow.getOwner()).isEqualTo("ann");
    assertThat(report.missing()).containsExactly("flow 'a → z' http");
    assertThat(bench.design.getFlows()).as("nothing is deleted").hasSize(3);
  }

  @Test
  void aDashTakesAValueAway() {
    bench.run(files(lines(HOSTS, "a1,10.0.0.1,a,z,text"), lines(FLOWS, "a,z,tcp,443,text,T-1")));
    bench.run(files(lines(HOSTS, "a1,-,-,z,-"), lines(FLOWS, "a,z,tcp,443,-,-")));
    Server server = bench.find(Server.class, "a1");
    assertThat(server.getAddresses()).isEmpty();
    assertThat(server.getDescription()).isNull();
    assertThat(server.eContainer()).isInstanceOf(Zone.class);
    assertThat(bench.design.getFlows().get(0).getTicket()).isNull();
  }

  @Test
  void serversThatHaveGoneAreReportedNotDeleted() {
    bench.inventory(HOSTS, "a1,10.0.0.1,a,z,", "a2,10.0.0.2,a,z,");
    ImportReport report = bench.inventory(HOSTS, "a1,10.0.0.1,a,z,");
    assertThat(texts(report, Severity.WARNING))
        .containsExactly(
            "hosts.csv: server 'a2' is no longer in the file; it stays in the design with all that"
                + " is permitted to it; delete it if it is meant to go");
    assertThat(bench.all(Server.class)).hasSize(2);
  }

  @Test
  void aMatrixThatReplacesAllRowsLeavesNoFlowUnnoticed() {
    bench.flows(FLOWS, "a,b,tcp,443,,", "a,c,tcp,22,,");
    ImportReport report = bench.flows(FLOWS, "a,d,tcp,80,,");
    String stays = "; it stays in the design and still permits; delete or retire it if it is meant";
    assertThat(report.hasFindings()).isTrue();
    assertThat(report.missing()).containsExactly("flow 'a → b' https", "flow 'a → c' ssh");
    assertThat(texts(report, Severity.WARNING))
        .contains(
            "flows.csv: flow 'a → b' https is no longer in the file" + stays + " to go",
            "flows.csv: flow 'a → c' ssh is no longer in the file" + stays + " to go");
    assertThat(bench.design.getFlows()).hasSize(3);
  }

  @Test
  void aMatrixOfAnotherNameIsComparedWithAllEarlierOnes() {
    String header = "source,destination,protocol,port";
    bench.inventory(HOSTS, "a1,,a,z,", "b1,,b,z,");
    bench.flows(header, "a,b,tcp,443", "b,a,tcp,22");
    Path second = bench.file("f2.csv", header, "a,b,tcp,443");
    ImportReport report = bench.run(ImportRequest.of(null, second));
    assertThat(texts(report, Severity.WARNING))
        .containsExactly(
            "f2.csv: flow 'b → a' ssh, imported from flows.csv, is not in this file; it stays in"
                + " the design and still permits; delete or retire it if it is meant to go");
  }

  @Test
  void retiredFlowsAndFlowsDrawnByHandMayBeMissing() {
    String header = "source,destination,protocol,port";
    bench.inventory(HOSTS, "a1,,a,z,", "b1,,b,z,");
    bench.flows(header, "a,b,tcp,443", "b,a,tcp,22");
    bench.edit.run(
        "edit",
        () -> {
          bench.design.getFlows().get(1).setState(FlowState.RETIRED);
          ServerGroup a = bench.find(ServerGroup.class, "a");
          bench.design.getFlows().add(NewElements.flow(a, a));
        });
    ImportReport report = bench.flows(header, "a,b,tcp,443");
    assertThat(report.notes()).isEmpty();
  }

  @Test
  void manyMissingElementsAreSummedUpInOneWarning() {
    String[] rows = new String[31];
    rows[0] = "name";
    for (int i = 1; i < rows.length; i++) {
      rows[i] = "old" + i;
    }
    bench.inventory(rows);
    ImportReport report =
        bench.run(ImportRequest.of(bench.file("new.csv", "name", "new1", "old1"), null));
    assertThat(report.missing()).hasSize(29).contains("server 'old30'");
    assertThat(texts(report, Severity.WARNING))
        .containsExactly(
            "new.csv: 29 servers of earlier imports are not in this file, among them server 'old2';"
                + " server 'old3'; server 'old4'; server 'old5'; server 'old6'; each stays in the"
                + " design with all that is permitted to it; delete it if it is meant to go");
  }

  @Test
  void aGroupThatChangesItsZoneMovesAsAWhole() {
    bench.run(files(lines(HOSTS, "a1,,a,x,", "a2,,a,x,"), lines(FLOWS, "a,x,tcp,22,,")));
    ServerGroup group = bench.find(ServerGroup.class, "a");
    ImportRequest moved = files(lines(HOSTS, "a1,,a,y,", "a2,,a,y,"), lines(FLOWS, "a,x,tcp,22,,"));
    bench.run(moved);
    assertThat(group.eContainer()).isEqualTo(bench.find(Zone.class, "y"));
    assertThat(group.getServers()).hasSize(2);
    bench.againUnchanged(moved);
  }

  @Test
  void aGroupInSeveralZonesIsSeveralGroups() {
    String[] rows = {HOSTS, "a1,,app,x,", "a2,,app,y,"};
    bench.inventory(rows);
    assertThat(bench.all(ServerGroup.class)).hasSize(2);
    bench.againUnchanged(ImportRequest.of(folder.resolve("hosts.csv"), null));
    ImportReport report =
        bench.flows("source,destination,protocol,port", "app,x,tcp,22", "x/app,y/app,tcp,22");
    assertThat(texts(report, Severity.ERROR).get(0)).contains("'app' may be x/app, y/app");
    assertThat(bench.flowTexts()).containsExactly("app → app: ssh");
  }

  @Test
  void groupsThatTheUserHasOrderedIntoInnerZonesStayThere() {
    bench.inventory(HOSTS, "a1,,a,x,");
    ServerGroup group = bench.find(ServerGroup.class, "a");
    bench.edit.run(
        "order",
        () -> {
          Zone inner = NewElements.zone("inner");
          bench.find(Zone.class, "x").getZones().add(inner);
          inner.getGroups().add(group);
        });
    bench.againUnchanged(ImportRequest.of(folder.resolve("hosts.csv"), null));
    bench.inventory(HOSTS, "a1,,a,x,", "a2,,a,x,");
    assertThat(group.getServers()).hasSize(2);
  }

  @Test
  void sameNamesInTwoTenantsAreTwoServers() {
    String[] rows = {
      "name,ip,group,zone,tenant",
      "web1,10.0.0.1,web,dmz,Red",
      "web1,10.0.0.1,web,dmz,Blue",
      "web1,10.0.0.1,web,dmz,"
    };
    bench.inventory(rows);
    assertThat(bench.all(Server.class)).hasSize(3);
    assertThat(bench.all(Tenant.class)).hasSize(2);
    assertThat(bench.all(Zone.class)).hasSize(3);
    assertThat(bench.all(ServerGroup.class)).hasSize(3);
    bench.againUnchanged(ImportRequest.of(folder.resolve("hosts.csv"), null));
    ImportReport report = bench.inventory("name,ip,tenant", "WEB1,10.0.0.2,red");
    assertThat(report.counts(ImportedKind.SERVER)).isEqualTo(new Counts(0, 1, 0));
    assertThat(report.rejectedRows()).isZero();
    ImportReport blind = bench.inventory("name,os", "web1,Debian");
    assertThat(blind.rejectedRows()).as("the one without tenant is meant").isZero();
  }

  @Test
  void tenantsAddedLaterKeepTheServers() {
    bench.inventory("name,zone", "a1,x", "b1,y");
    Server server = bench.find(Server.class, "a1");
    ImportReport report = bench.inventory("name,zone,tenant", "a1,x,Red", "b1,y,");
    assertThat(report.counts(ImportedKind.SERVER).created()).isZero();
    assertThat(server.getTenant().getName()).isEqualTo("Red");
  }

  @Test
  void anInventoryThatFollowsFillsTheGroupsOfUnknownNames() {
    bench.flows(FLOWS, "web,db1,tcp,443,,", "clients,web,tcp,443,,");
    ServerGroup web = bench.find(ServerGroup.class, "web");
    Flow flow = bench.design.getFlows().get(0);
    ImportRequest both =
        files(
            lines(HOSTS, "w1,,web,dmz,", "db1,,db,data,", "c1,,,clients,"),
            lines(FLOWS, "web,db1,tcp,443,,", "clients,web,tcp,443,,"));
    ImportReport report = bench.run(both);
    assertThat(web.eContainer()).isEqualTo(bench.find(Zone.class, "dmz"));
    assertThat(web.getServers()).hasSize(1);
    assertThat(flow.getDestination()).isEqualTo(bench.find(Server.class, "db1"));
    assertThat(report.counts(ImportedKind.FLOW)).isEqualTo(new Counts(0, 2, 0));
    assertThat(report.unknownNames()).isEmpty();
    assertThat(texts(report, Severity.INFO))
        .contains(
            "flows.csv: the group 'db1' has neither servers nor flows any more; it may be deleted");
    bench.againUnchanged(both);
  }

  @Test
  void strictRefusesEverything() {
    ImportRequest request =
        Requests.withStrict(
            files(
                lines(HOSTS, "a1,10.0.0.1,a,z,", "a2,bad,a,z,"),
                lines(FLOWS, "a,b,tcp,443,,", "a,b,tcp,,,")),
            true);
    ImportRefusedException refusal = (ImportRefusedException) bench.refused(request);
    assertThat(refusal.report().rejectedRows()).isEqualTo(2);
    assertThat(refusal).hasMessageStartingWith("hosts.csv:3, column ip: 'bad'");
    assertThat(bench.edit.canUndo()).isFalse();
    ImportRequest late =
        Requests.withStrict(
            files(lines(HOSTS, "a1,10.0.0.1,a,z,"), lines(FLOWS, "a,b,tcp,zzz,,")), true);
    assertThat(bench.refused(late)).hasMessageContaining("no service is called 'zzz'");
    assertThat(bench.edit.canUndo()).isFalse();
  }

  @Test
  void cancellingChangesNothing() {
    byte[] before = DesignFile.toBytes(bench.design);
    ImportRequest request = files(lines(HOSTS, "a1,,a,z,"), lines(FLOWS, "a,b,tcp,443,,"));
    AtomicInteger steps = new AtomicInteger();
    Progress impatient =
        new Progress() {
          @Override
          public void begin(String task, long totalWork) {}

          @Override
          public void worked(long units) {
            steps.incrementAndGet();
          }

          @Override
          public boolean cancelled() {
            return steps.get() >= 3;
          }
        };
    assertThatThrownBy(() -> Importer.run(bench.edit, request, impatient))
        .isInstanceOf(CancelledException.class);
    assertThat(DesignFile.toBytes(bench.design)).isEqualTo(before);
  }

  @Test
  void theStrategyIsSetWhereAsked() {
    Path hosts = bench.file("hosts.csv", HOSTS, "a1,,a,z,");
    bench.run(ImportRequest.of(hosts, null));
    ImportRequest micro = Requests.withStrategy(ImportRequest.of(hosts, null), StrategyKind.MICRO);
    assertThat(bench.run(micro).hasChanges()).isTrue();
    assertThat(bench.run(micro).hasChanges()).isFalse();
    assertThat(bench.design.getStrategy().getKind()).isEqualTo(StrategyKind.MICRO);
    bench.run(ImportRequest.of(hosts, null));
    assertThat(bench.design.getStrategy().getKind()).isEqualTo(StrategyKind.MICRO);
  }

  @Test
  void requestsThatMakeNoSenseAreRefusedBeforeReading() {
    assertThatThrownBy(() -> ImportRequest.of(null, null))
        .isInstanceOf(IllegalArgumentException.class);
    ImportRequest request = ImportRequest.of(folder.resolve("x.csv"), null);
    assertThatThrownBy(() -> Requests.withGroupPattern(request, "([a-z"))
        .hasMessageContaining("is no regular expression");
    assertThatThrownBy(() -> Requests.withGroupPattern(request, "[a-z]+"))
        .hasMessageContaining("captures nothing");
    assertThatThrownBy(() -> Requests.withFormats(request, "xls", null))
        .hasMessageContaining("there is no format 'xls'; there are rvtools, netbox,");
    assertThatThrownBy(() -> Requests.withOptions(request, Map.of("zonefrom", "cluster")))
        .hasMessageContaining("there is no option 'zonefrom'");
    assertThatThrownBy(() -> Requests.withOptions(request, Map.of("zone-from", "rack")))
        .hasMessageContaining("zone-from is 'rack', not one of [network,");
  }
}
