package org.firebreak.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.imports.Workbench.texts;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Inspection;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortMatrixTest {
  private static final String HEADER = "source,destination,protocol,port";

  private @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tcp|443|https",
        "TCP|443|https",
        "6|443|https",
        "tcp|https|https",
        "tcp|HTTPS|https",
        "|https|https",
        "|tcp/443|https",
        "|443/tcp|https",
        "tcp|tcp:443|https",
        "tcp|9000|tcp-9000",
        "tcp|8000-8010|tcp-8000-8010",
        "tcp|8000 – 8010|tcp-8000-8010",
        "tcp|80,443|http, https",
        "tcp|80; 443|http, https",
        "tcp|any|tcp-any",
        "tcp|*|tcp-any",
        "tcp|0-65535|tcp-any",
        "tcp|443,any|tcp-any",
        "udp|any|udp-any",
        "any|any|any",
        "any||any",
        "ip|all|any",
        "tcp/udp|53|dns, dns",
        "tcp and udp|53|dns, dns",
        "17|53|dns",
        "icmp||icmp",
        "icmp|any|icmp",
        "icmp|8/0|ping",
        "icmp|ping|ping",
        "icmp|8|icmp-8",
        "icmp|3,11|icmp-unreachable, icmp-time-exceeded",
        "1|3/4|icmp-3-4",
        "icmpv6|128/0|ping6",
        "58|any|icmpv6",
        "sctp|36412|sctp-36412",
        "132|1|sctp-1",
        "esp||esp",
        "50|any|esp",
        "gre||gre",
        "47||gre"
      })
  void portsAndProtocolsAreUnderstood(String protocol, String port, String services) {
    ImportReport report =
        bench.flows(HEADER, "a,b," + orBlank(protocol) + ",\"" + orBlank(port) + "\"");
    assertThat(texts(report, Severity.ERROR)).isEmpty();
    String made = bench.flowTexts().get(0).substring("a → b: ".length());
    assertThat(made).isEqualTo(services);
  }

  private static String orBlank(String text) {
    return text == null ? "" : text;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tcp||tcp needs a port",
        "||neither protocol nor port",
        "|443|a port without protocol",
        "any|443|needs a protocol that has ports",
        "esp|443|esp has no ports",
        "tcp|70000|is too large",
        "tcp|0|port 0 is reserved",
        "tcp|90-80|runs backwards",
        "tcp|80-|is neither a port nor a range",
        "tcp|no-such-service|no service is called 'no-such-service'",
        "udp|ssh|the service 'ssh' is not on this protocol",
        "icmp|256|is too large",
        "icmp|8/0/0|is no ICMP type",
        "http|80|is no protocol that is known",
        "udp|443/tcp|contradicts the protocol udp",
        "tcp|999999999999|is too large"
      })
  void whatMakesNoServiceRejectsTheRow(String protocol, String port, String reason) {
    ImportReport report =
        bench.flows(HEADER, "a,b," + orBlank(protocol) + ",\"" + orBlank(port) + "\"");
    assertThat(report.rejectedRows()).isOne();
    assertThat(texts(report, Severity.ERROR).get(0)).startsWith("flows.csv:2").contains(reason);
    assertThat(bench.design.getFlows()).isEmpty();
    assertThat(bench.design.getGroups()).as("a rejected row leaves nothing").isEmpty();
    assertThat(bench.design.getServices()).isEmpty();
  }

  @Test
  void everyAttributeIsTaken() {
    ImportReport report =
        bench.flows(
            HEADER
                + ",description,avg_bps,peak_bps,connections_per_second,duration_s,packet_bytes,"
                + "inspection,owner,justification,ticket,expires,log,state,review,decrypted_share,"
                + "p95_mbps,busy hour,largest connection (Gbps)",
            "a,b,tcp,443,shop,10M,1.5G,250,2.5,640,threat-prevention,ann,sales,CHG-1,2031-12-31,"
                + "yes,approved,2027-01-01,30 %,900,14:00,1.2");
    assertThat(report.rejectedRows()).isZero();
    Flow flow = bench.design.getFlows().get(0);
    assertThat(flow.getDescription()).isEqualTo("shop");
    assertThat(flow.getAverageBitsPerSecond()).isEqualTo(1e7);
    assertThat(flow.getPeakBitsPerSecond()).isEqualTo(1.5e9);
    assertThat(flow.getPercentile95BitsPerSecond()).isEqualTo(9e8);
    assertThat(flow.getLargestConnectionBitsPerSecond()).isEqualTo(1.2e9);
    assertThat(flow.getBusyHour()).isEqualTo(14);
    assertThat(flow.getConnectionsPerSecond()).isEqualTo(250);
    assertThat(flow.getMeanDurationSeconds()).isEqualTo(2.5);
    assertThat(flow.getMeanPacketBytes()).isEqualTo(640);
    assertThat(flow.getInspection()).isEqualTo(Inspection.THREAT_PREVENTION);
    assertThat(flow.getOwner()).isEqualTo("ann");
    assertThat(flow.getJustification()).isEqualTo("sales");
    assertThat(flow.getTicket()).isEqualTo("CHG-1");
    assertThat(flow.getExpiresOn()).isEqualTo(LocalDate.of(2031, 12, 31));
    assertThat(flow.getReviewOn()).isEqualTo(LocalDate.of(2027, 1, 1));
    assertThat(flow.isLog()).isTrue();
    assertThat(flow.getDecryptedShare()).isEqualTo(0.3);
    assertThat(flow.getState()).isEqualTo(FlowState.APPROVED);
  }

  @ParameterizedTest
  @CsvSource({
    "avg_bps, 2000000, 2000000",
    "avg_bps, 250 kbit/s, 250000",
    "avg_bps, 1e6, 1000000",
    "avg_bps, 10Mbps, 10000000",
    "average bps, 2g, 2000000000",
    "expected_mbps, 0.5, 500000",
    "Throughput (Gbps), 2, 2000000000"
  })
  void ratesMayHaveUnits(String header, String text, double rate) {
    bench.flows(HEADER + "," + header, "a,b,tcp,443," + text);
    assertThat(bench.design.getFlows().get(0).getAverageBitsPerSecond()).isEqualTo(rate);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "avg_bps|10MB/s|is in bytes",
        "avg_bps|1,5M|write a point before decimals",
        "avg_bps|-5|is no number that is not negative",
        "avg_bps|fast|is no number that is not negative",
        "avg_mbps|10M|the header names one already",
        "expires|31.12.2026|write year-month-day",
        "expires|2026-02-30|write year-month-day",
        "packet_bytes|100000|is no size of an IP packet",
        "decrypted_share|130 %|is more than all",
        "busy_hour|24|is no hour of the day",
        "p95_gbps|1G|the header names one already",
        "inspection|deep|write layer-4, application",
        "action|deny|flows only permit"
      })
  void whatIsNoFigureRejectsTheRow(String header, String text, String reason) {
    ImportReport report = bench.flows(HEADER + "," + header, "a,b,tcp,443,\"" + text + "\"");
    assertThat(report.rejectedRows()).isOne();
    assertThat(texts(report, Severity.ERROR).get(0))
        .startsWith("flows.csv:2, column " + header)
        .contains(reason);
  }

  @Test
  void endsAreServersGroupsZonesNetworksAddressesAndAnything() {
    bench.inventory("name,ip,group,zone", "db1,10.0.0.1,db,data", "web1,fd00::1,web,dmz");
    ImportReport report =
        bench.flows(
            HEADER,
            "web1,db,tcp,443",
            "dmz,db1,tcp,443",
            "10.0.0.1,FD00:0::1,tcp,443",
            "192.0.2.0/24,db,tcp,443",
            "192.0.2.7,db,tcp,443",
            "*,web,tcp,443",
            "Any,db,tcp,443",
            "All,db,tcp,443",
            "192.0.2.0/24,web,tcp,22");
    assertThat(report.rejectedRows()).isZero();
    assertThat(bench.flowTexts())
        .containsExactly(
            "web1 → db: https",
            "dmz → db1: https",
            "db1 → web1: https",
            "192.0.2.0/24 → db: https",
            "192.0.2.7 → db: https",
            "* → web: https",
            "* → db: https",
            "All → db: https",
            "192.0.2.0/24 → web: ssh");
    assertThat(bench.find(ExternalNetwork.class, "*").getCidrs())
        .containsExactly("0.0.0.0/0", "::/0");
    assertThat(bench.design.getExternalNetworks()).hasSize(3);
    assertThat(bench.find(ServerGroup.class, "All").getServers()).isEmpty();
    assertThat(report.unknownNames()).containsExactly("All");
    assertThat(bench.design.getFlows().get(1).getSource()).isInstanceOf(Zone.class);
    assertThat(bench.design.getFlows().get(2).getDestination()).isInstanceOf(Server.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.1.2.3/8",
        "10.0.0.300",
        "010.0.0.1",
        "10.0.0.1-10.0.0.9",
        "10.0.0.0/33",
        "fd00::1::2",
        "02:00:0a:63:01:0a"
      })
  void wrongAddressesAreNoNames(String end) {
    ImportReport report = bench.flows(HEADER, end + ",b,tcp,443");
    assertThat(report.rejectedRows()).isOne();
    assertThat(bench.design.getGroups()).isEmpty();
  }

  @Test
  void anExternalNetworkWithTheSameCidrIsUsedWhateverItsName() {
    bench.edit.run(
        "draw",
        () -> {
          ExternalNetwork office = NewElements.externalNetwork("Head office");
          office.setCidrs(List.of("192.0.2.0/24"));
          bench.design.getExternalNetworks().add(office);
        });
    bench.flows(HEADER, "192.0.2.0/24,b,tcp,443", "head OFFICE,c,tcp,443");
    assertThat(bench.flowTexts())
        .containsExactly("Head office → b: https", "Head office → c: https");
  }

  @Test
  void theNarrowestOfOneNameIsTakenAndToldOnce() {
    bench.inventory("name,group,zone", "app,app,app", "web1,web,web", "x1,x,X");
    ImportReport report = bench.flows(HEADER, "app,web,tcp,443", "app,WEB,tcp,22", "x,app,tcp,22");
    assertThat(bench.design.getFlows().get(0).getSource()).isInstanceOf(Server.class);
    assertThat(bench.design.getFlows().get(0).getDestination()).isInstanceOf(ServerGroup.class);
    assertThat(texts(report, Severity.INFO))
        .containsExactly(
            "flows.csv:2: 'app' is a server and a group and a zone; the server is taken",
            "flows.csv:2: 'web' is a group and a zone; the group is taken",
            "flows.csv:3: 'WEB' is a group and a zone; the group is taken");
  }

  @Test
  void aNameThatIsSeveralThingsOfAKindIsNotGuessed() {
    bench.inventory(
        "name,ip,group,zone,tenant",
        "web1,10.0.0.1,web,dmz,Red",
        "web1,10.0.0.1,web,dmz,Blue",
        "web2,10.0.0.2,api,edge,Blue");
    assertThat(bench.all(Server.class)).hasSize(3);
    assertThat(bench.all(Zone.class)).hasSize(3);
    ImportReport report =
        bench.flows(
            HEADER + ",tenant",
            "web1,api,tcp,443,",
            "10.0.0.1,api,tcp,443,",
            "web1,api,tcp,443,blue",
            "10.0.0.1,api,tcp,22,Blue",
            "web1,api,tcp,443,Green",
            "Red/web,api,tcp,443,",
            "dmz/web,api,tcp,443,");
    assertThat(report.rejectedRows()).isEqualTo(4);
    assertThat(texts(report, Severity.ERROR).get(0))
        .contains("'web1' may be dmz/web/web1 (tenant Red), dmz/web/web1 (tenant Blue)");
    assertThat(bench.flowTexts())
        .containsExactly("web1 → api: https", "web1 → api: ssh", "web → api: https");
  }

  @Test
  void unknownNamesBecomeEmptyGroupsAndFindings() {
    ImportReport report = bench.flows(HEADER, "Internet,front,tcp,443", "Internet,front,tcp,80");
    assertThat(bench.all(ServerGroup.class)).hasSize(2).allMatch(g -> g.getServers().isEmpty());
    assertThat(report.unknownNames()).containsExactly("Internet", "front");
    assertThat(texts(report, Severity.WARNING)).hasSize(2);
    assertThat(report.rejectedRows()).isZero();
  }

  @Test
  void servicesOfTheDesignComeFirst() {
    bench.edit.run(
        "draw",
        () -> {
          Service own = NewElements.service("Shop API");
          own.setPorts("8443,9443");
          bench.design.getServices().add(own);
        });
    bench.flows(
        HEADER + ",service",
        "a,b,tcp,\"9443, 8443\",",
        "a,c,tcp,shop api,",
        "a,d,tcp,8443,",
        "a,e,tcp,10006,backup",
        "a,f,tcp,10006,other",
        "a,g,tcp,,mysql");
    assertThat(bench.flowTexts())
        .containsExactly(
            "a → b: Shop API",
            "a → c: Shop API",
            "a → d: https-alt",
            "a → e: backup",
            "a → f: backup",
            "a → g: mysql");
  }

  @Test
  void aPortOfSeveralWellKnownServicesNeedsAHint() {
    bench.flows(HEADER + ",description", "a,b,tcp,514,logs", "a,c,udp,514,syslog");
    assertThat(bench.flowTexts().get(0)).isEqualTo("a → b: tcp-514");
    Workbench other = new Workbench(folder);
    other.flows(HEADER + ",description", "a,b,tcp,514,Syslog over TCP");
    assertThat(other.flowTexts().get(0)).isEqualTo("a → b: syslog");
  }

  @Test
  void rowsWithTheSameEndsAndPortsStayApartIfTheySayMore() {
    String[] rows = {
      HEADER + ",description",
      "dc,dc,tcp,49152-65535,file replication",
      "dc,dc,tcp,49152-65535,directory replication",
      "dc,dc,tcp,49152-65535,directory replication"
    };
    ImportReport report = bench.flows(rows);
    assertThat(bench.design.getFlows()).hasSize(2);
    assertThat(texts(report, Severity.INFO)).containsExactly("flows.csv:4: repeats flows.csv:3");
    bench.againUnchanged(ImportRequest.of(null, folder.resolve("flows.csv")));
  }
}
