package org.firebreak.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.imports.Workbench.texts;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Worksheet;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks as spreadsheet programs write them. */
class WorkbookTest {
  private @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
  }

  static void row(Worksheet sheet, int row, Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      switch (cells[i]) {
        case null -> {}
        case Number number -> sheet.value(row, i, number);
        case Boolean flag -> sheet.value(row, i, flag);
        case LocalDate day -> {
          sheet.value(row, i, day);
          sheet.style(row, i).format("yyyy-mm-dd").set();
        }
        default -> sheet.value(row, i, String.valueOf(cells[i]));
      }
    }
  }

  @Test
  void cellsOfAllTypesAreRead() {
    Path matrix =
        bench.workbook(
            "matrix.xlsx",
            book -> {
              Worksheet cover = book.newWorksheet("Cover");
              row(cover, 0, "Port matrix", "version", 3);
              Worksheet sheet = book.newWorksheet("Flows");
              row(sheet, 0, "Matrix of the shop");
              row(
                  sheet,
                  2,
                  "Source",
                  "Destination",
                  "Protocol",
                  "Port",
                  "Expires",
                  "Log",
                  "Avg bps");
              row(sheet, 3, "web", "db", "tcp", 5432, LocalDate.of(2031, 12, 31), true, 1.5e9);
              row(sheet, 5, "web", "db", "TCP", "443,8443", null, false, "10M");
              sheet.formula(7, 0, "A4");
              row(sheet, 7, null, "db", "tcp", 22);
            });
    ImportReport report = bench.run(ImportRequest.of(null, matrix));
    assertThat(bench.flowTexts())
        .containsExactly("web → db: postgresql", "web → db: https, https-alt");
    Flow flow = bench.design.getFlows().get(0);
    assertThat(flow.getExpiresOn()).isEqualTo(LocalDate.of(2031, 12, 31));
    assertThat(flow.isLog()).isTrue();
    assertThat(flow.getAverageBitsPerSecond()).isEqualTo(1.5e9);
    assertThat(texts(report, Severity.ERROR))
        .containsExactly(
            "matrix.xlsx [Flows]:8, column Source: the formula has no saved value; calculate and"
                + " save the workbook again");
    bench.againUnchanged(ImportRequest.of(null, matrix));
  }

  @Test
  void oneWorkbookMayHoldInventoryAndMatrix() {
    Path both =
        bench.workbook(
            "plan.xlsx",
            book -> {
              row(book.newWorksheet("Notes"), 0, "free text");
              Worksheet hosts = book.newWorksheet("Servers");
              row(hosts, 0, "Server", "IP", "Tier");
              row(hosts, 1, "web1", "10.0.0.1", "web");
              Worksheet flows = book.newWorksheet("Flows");
              row(flows, 0, "From", "To", "Proto", "DPort");
              row(flows, 1, "web", "web1", "tcp", 443);
            });
    ImportReport report = bench.run(ImportRequest.of(both, both));
    assertThat(report.unknownNames()).isEmpty();
    assertThat(bench.edit.undoLabel()).isEqualTo("Import plan.xlsx");
    assertThat(bench.flowTexts()).containsExactly("web → web1: https");
    bench.againUnchanged(ImportRequest.of(both, both));
  }

  @Test
  void aSheetIsChosenByNameAndHiddenOnesOnlySo() {
    Path hosts =
        bench.workbook(
            "hosts.xlsx",
            book -> {
              Worksheet old = book.newWorksheet("Old");
              old.setVisibilityState(VisibilityState.HIDDEN);
              row(old, 0, "name");
              row(old, 1, "old1");
              Worksheet now = book.newWorksheet("Now");
              row(now, 0, "name");
              row(now, 1, "new1");
            });
    bench.run(ImportRequest.of(hosts, null));
    assertThat(bench.all(Server.class)).extracting(Server::getName).containsExactly("new1");
    bench.run(
        Requests.withOptions(ImportRequest.of(hosts, null), Map.of("inventory-sheet", "old")));
    assertThat(bench.all(Server.class)).extracting(Server::getName).contains("old1");
    assertThat(
            bench.refused(
                Requests.withOptions(
                    ImportRequest.of(hosts, null), Map.of("inventory-sheet", "Nil"))))
        .hasMessage("hosts.xlsx: the workbook has no sheet 'Nil'; its sheets are 'Old', 'Now'");
  }

  @Test
  void rvToolsSheetsBecomeServers() {
    Path export =
        bench.workbook(
            "rvtools.xlsx",
            book -> {
              Worksheet info = book.newWorksheet("vInfo");
              row(
                  info,
                  0,
                  "VM",
                  "Powerstate",
                  "Template",
                  "SRM Placeholder",
                  "Primary IP Address",
                  "Network #1",
                  "Folder",
                  "Datacenter",
                  "Cluster",
                  "Host",
                  "OS according to the configuration file",
                  "OS according to the VMware Tools",
                  "Annotation",
                  "VM ID",
                  "VM UUID");
              row(
                  info,
                  1,
                  "shop-web-1",
                  "poweredOn",
                  "False",
                  "False",
                  "192.0.2.11",
                  "dmz-net",
                  "/DC1/vm/Shop/Web",
                  "DC1",
                  "Prod",
                  "esx1.example.net",
                  "Other Linux",
                  "Debian GNU/Linux 12",
                  "front of the shop\nsee wiki",
                  "vm-1",
                  "4200");
              row(
                  info,
                  2,
                  "shop-db-1",
                  "poweredOff",
                  "False",
                  "False",
                  null,
                  "data-net",
                  "/DC1/vm",
                  "DC1",
                  "Prod",
                  "esx2.example.net",
                  "Debian GNU/Linux 12",
                  null,
                  null,
                  "vm-2",
                  "4201");
              row(info, 3, "golden", "poweredOff", "True", "False");
              row(info, 9, "gone", "poweredOff", "False", "True");
              Worksheet network = book.newWorksheet("vNetwork");
              row(network, 0, "VM", "Network", "IPv4 Address", "IPv6 Address", "VM ID");
              row(
                  network,
                  1,
                  "shop-web-1",
                  "dmz-net",
                  "192.0.2.11",
                  "fe80::1, 2001:db8::11",
                  "vm-1");
              row(network, 2, "shop-web-1", "back-net", "198.51.100.11", null, "vm-1");
              row(network, 3, "shop-db-1", "data-net", "unknown", null, "vm-2");
            });
    ImportReport report = bench.run(ImportRequest.of(export, null));
    assertThat(report.rejectedRows()).isZero();
    assertThat(bench.all(Server.class)).hasSize(2);
    Server web = bench.find(Server.class, "shop-web-1");
    assertThat(web.getAddresses()).containsExactly("192.0.2.11", "2001:db8::11", "198.51.100.11");
    assertThat(web.getOperatingSystem()).isEqualTo("Debian GNU/Linux 12");
    assertThat(web.getHypervisorHost()).isEqualTo("esx1.example.net");
    assertThat(web.getDescription()).isEqualTo("front of the shop\nsee wiki");
    assertThat(path(web)).isEqualTo("dmz-net/Web/shop-web-1");
    assertThat(path(bench.find(Server.class, "shop-db-1"))).isEqualTo("data-net/shop-db-1");
    assertThat(texts(report, Severity.INFO))
        .containsExactly("rvtools.xlsx [vInfo]: 2 templates and SRM placeholders are left out");
    assertThat(texts(report, Severity.WARNING)).hasSize(1);
    bench.againUnchanged(ImportRequest.of(export, null));

    Workbench other = new Workbench(folder);
    other.run(
        Requests.withOptions(
            Requests.withGroupPattern(ImportRequest.of(export, null), "^shop-([a-z]+)"),
            Map.of("zone-from", "cluster")));
    assertThat(path(other.find(Server.class, "shop-db-1"))).isEqualTo("Prod/db/shop-db-1");
  }

  private static String path(Server server) {
    StringBuilder path = new StringBuilder(server.getName());
    for (var at = server.eContainer();
        at instanceof org.firebreak.model.Endpoint around;
        at = at.eContainer()) {
      path.insert(0, around.getName() + "/");
    }
    return path.toString();
  }

  @Test
  void manyRowsAreReadAsAStream() {
    Path hosts =
        bench.workbook(
            "many.xlsx",
            book -> {
              Worksheet sheet = book.newWorksheet("Servers");
              row(sheet, 0, "name", "ip", "group", "zone");
              for (int i = 1; i <= 20_000; i++) {
                row(
                    sheet,
                    i,
                    "s" + i,
                    "10.1." + i / 250 + "." + i % 250,
                    "g" + i / 50,
                    "z" + i / 5000);
              }
            });
    ImportReport report = bench.run(ImportRequest.of(hosts, null));
    assertThat(report.notes()).isEqualTo(List.of());
    assertThat(bench.all(Server.class)).hasSize(20_000);
  }
}
