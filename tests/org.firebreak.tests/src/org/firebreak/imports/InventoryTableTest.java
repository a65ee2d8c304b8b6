package org.firebreak.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.firebreak.imports.Workbench.texts;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.firebreak.imports.spi.Counts;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.imports.spi.ImportedKind;
import org.firebreak.model.Label;
import org.firebreak.model.Risk;
import org.firebreak.model.Segmentation;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.ServerKind;
import org.firebreak.model.Zone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryTableTest {
  private @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
  }

  @Test
  void repeatedHeadersAreNamed() {
    ImportReport report = bench.inventory("name,name,group,role,colour", "a1,b1,a,b,red");
    assertThat(texts(report, Severity.INFO))
        .containsExactly(
            "hosts.csv: the second column 'name' is not used",
            "hosts.csv: columns that are not used: 'role', 'colour'");
    assertThat(bench.find(Server.class, "a1")).isNotNull();
  }

  @Test
  void everyColumnIsTaken() {
    ImportReport report =
        bench.inventory(
            "name,addresses,group,zone,tenant,kind,os,host,risk,internet_facing,labels,description",
            "db1,10.0.0.1 fd00::1,db,data,Retail,bare-metal,Debian 12,esx1,critical,yes,"
                + "env=prod;app=shop,\"orders, mostly\"");
    assertThat(report.notes()).isEmpty();
    Server server = bench.find(Server.class, "db1");
    assertThat(server.getAddresses()).containsExactly("10.0.0.1", "fd00::1");
    assertThat(server.getKind()).isEqualTo(ServerKind.BARE_METAL);
    assertThat(server.getOperatingSystem()).isEqualTo("Debian 12");
    assertThat(server.getHypervisorHost()).isEqualTo("esx1");
    assertThat(server.getRisk()).isEqualTo(Risk.CRITICAL);
    assertThat(server.isInternetFacing()).isTrue();
    assertThat(server.getDescription()).isEqualTo("orders, mostly");
    assertThat(server.getOrigin()).isEqualTo("hosts.csv");
    assertThat(server.getLabels())
        .extracting(Label::getKey, Label::getValue)
        .containsExactly(tuple("env", "prod"), tuple("app", "shop"));
    assertThat(server.eContainer()).isEqualTo(bench.find(ServerGroup.class, "db"));
    Zone zone = bench.find(Zone.class, "data");
    assertThat(server.eContainer().eContainer()).isEqualTo(zone);
    assertThat(zone.getTenant().getName()).isEqualTo("Retail");
    assertThat(server.getTenant()).as("inherited from the zone").isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name,ip,segment,role",
        "Name;IP Address;Network Segment;Tier",
        "SERVER_NAME\tIPv4\tZONE\tServer Group",
        "host name, Ip_Address , security-zone , GROUP"
      })
  void headersAreForgiving(String header) {
    char delimiter = header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',';
    bench.inventory(header, String.join("" + delimiter, "web1", "10.0.0.1", "dmz", "web"));
    Server server = bench.find(Server.class, "web1");
    assertThat(server.getAddresses()).containsExactly("10.0.0.1");
    assertThat(((ServerGroup) server.eContainer()).getName()).isEqualTo("web");
    assertThat(((Zone) server.eContainer().eContainer()).getName()).isEqualTo("dmz");
  }

  @Test
  void severalAddressColumnsAndNotationsAreJoined() {
    bench.inventory("name,ip,ip6,mgmt ip", "a,\"10.0.0.1/24, 10.0.0.2\",2001:DB8::0:1/64,10.9.0.1");
    assertThat(bench.find(Server.class, "a").getAddresses())
        .containsExactly("10.0.0.1", "10.0.0.2", "2001:db8::1", "10.9.0.1");
  }

  @ParameterizedTest
  @CsvSource({
    "web1.example.net, host names are not looked up",
    "010.1.1.1, leading zeros",
    "10.0.0.256, is no IPv4 or IPv6 address",
    "fe80::1%eth0, has a zone",
    "10.0.0.0-10.0.0.9, is no IPv4 or IPv6 address",
    "10.1, is no IPv4 or IPv6 address",
    "167772161, is no IPv4 or IPv6 address"
  })
  void whatIsNoAddressRejectsTheRow(String address, String reason) {
    ImportReport report = bench.inventory("name,ip", "a," + address, "b,10.0.0.2");
    assertThat(report.rejectedRows()).isOne();
    assertThat(texts(report, Severity.ERROR))
        .singleElement()
        .asString()
        .startsWith("hosts.csv:2, column ip: '" + address + "'")
        .contains(reason);
    assertThat(bench.all(Server.class)).extracting(Server::getName).containsExactly("b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"224.0.0.1", "127.0.0.1", "169.254.1.1", "0.0.0.0", "ff02::1", "::ffff:10.0.0.1"})
  void oddAddressesAreTakenAndReported(String address) {
    ImportReport report = bench.inventory("name,ip", "a," + address);
    assertThat(report.rejectedRows()).isZero();
    assertThat(texts(report, Severity.WARNING)).hasSize(1);
    assertThat(bench.find(Server.class, "a").getAddresses()).hasSize(1);
  }

  @Test
  void rowsOfOneServerAreJoinedAndContradictionsRejected() {
    ImportReport report =
        bench.inventory(
            "name,ip,zone", "a,10.0.0.1,x", "a,10.0.0.2,x", "b,10.0.0.3,x", "b,10.0.0.4,y");
    assertThat(bench.find(Server.class, "a").getAddresses())
        .containsExactly("10.0.0.1", "10.0.0.2");
    assertThat(report.rejectedRows()).isOne();
    assertThat(texts(report, Severity.ERROR).get(0))
        .startsWith("hosts.csv:5: the server 'b' is stated again, differently from hosts.csv:4");
  }

  @Test
  void namingConventionGivesTheGroup() {
    Path hosts =
        bench.file("hosts.csv", "name,segment,group", "web1,dmz,", "web2,dmz,x", "Z9,dmz,");
    ImportReport report =
        bench.run(Requests.withGroupPattern(ImportRequest.of(hosts, null), "^([a-z]+)[0-9]+$"));
    assertThat(bench.all(ServerGroup.class))
        .extracting(ServerGroup::getName)
        .containsExactly("web", "x");
    assertThat(bench.find(Server.class, "Z9").eContainer()).isInstanceOf(Zone.class);
    assertThat(texts(report, Severity.INFO))
        .containsExactly("hosts.csv: the group pattern fits 1 server names not");
  }

  @Test
  void labelColumnsAndFurtherColumnsBecomeLabels() {
    Path hosts = bench.file("hosts.csv", "name,label:env,eni,mac", "a,prod,eni-1,02:00");
    ImportReport report =
        bench.run(
            Requests.withOptions(ImportRequest.of(hosts, null), Map.of("label-columns", "ENI")));
    assertThat(bench.find(Server.class, "a").getLabels())
        .extracting(Label::getKey)
        .containsExactly("env", "ENI");
    assertThat(texts(report, Severity.INFO))
        .containsExactly("hosts.csv: columns that are not used: 'mac'");
  }

  @Test
  void wordsThatMatterAreCheckedAndTheKindIsNot() {
    ImportReport report =
        bench.inventory(
            "name,type,risk,exposed,segmentation",
            "a,m5.large,high,no,micro",
            "b,vm,hgih,no,",
            "c,vm,low,perhaps,");
    assertThat(texts(report, Severity.ERROR))
        .containsExactly(
            "hosts.csv:3, column risk: 'hgih' is not understood; write low, medium, high or"
                + " critical",
            "hosts.csv:4, column exposed: 'perhaps' is not understood; write yes or no");
    assertThat(texts(report, Severity.WARNING).get(0)).contains("'m5.large' is no kind of server");
    assertThat(bench.find(Server.class, "a").getSegmentation()).isEqualTo(Segmentation.MICRO);
  }

  @Test
  void encodingsWithMarkAreRead() {
    String text = "name;zone\nbüro1;größe\n";
    for (var charset : Map.of("utf16", StandardCharsets.UTF_16).entrySet()) {
      bench.run(
          ImportRequest.of(
              bench.bytes(charset.getKey() + ".csv", text.getBytes(charset.getValue())), null));
    }
    byte[] little = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
    bench.run(ImportRequest.of(bench.bytes("little.csv", little), null));
    byte[] marked = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
    bench.run(ImportRequest.of(bench.bytes("marked.csv", marked), null));
    assertThat(bench.all(Server.class)).extracting(Server::getName).containsExactly("büro1");
    assertThat(bench.all(Zone.class)).extracting(Zone::getName).containsExactly("größe");
  }

  @Test
  void titleRowsBlankRowsAndExcelsSeparatorLineAreSkipped() {
    ImportReport report =
        bench.inventory(
            "sep=;", "Inventory of site 1, north;;", ";;", "Name;Zone;IP", ";;", "a;z;bad", "b;z;");
    assertThat(bench.all(Server.class)).extracting(Server::getName).containsExactly("b");
    assertThat(texts(report, Severity.ERROR).get(0)).startsWith("hosts.csv:6, column IP:");
  }

  @Test
  void rowsAreNumberedByTheLineOnWhichTheyBegin() {
    ImportReport report =
        bench.inventory("name,description,ip", "a,\"two\r\nlines\",10.0.0.1", "b,x,bad");
    assertThat(bench.find(Server.class, "a").getDescription()).isEqualTo("two\nlines");
    assertThat(report.notes().get(0).row()).isEqualTo(4);
  }

  @Test
  void anUnquotedDelimiterIsNoticed() {
    ImportReport report = bench.inventory("name,os,zone", "a,Debian, stable,z", "b,Debian,z");
    assertThat(texts(report, Severity.ERROR).get(0))
        .startsWith("hosts.csv:2: the row has more cells than the header ('z')");
    assertThat(report.counts(ImportedKind.SERVER)).isEqualTo(new Counts(1, 0, 0));
  }
}
