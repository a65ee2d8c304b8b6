package org.firebreak.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.imports.Workbench.texts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.firebreak.imports.spi.Counts;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.imports.spi.ImportedKind;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Port matrices of real products, and the lab shop. */
class PublishedMatricesTest {
  private @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "active-directory, 18, 2, 16",
    "bookinfo, 8, 6, 2",
    "kubernetes, 9, 5, 6",
    "online-boutique, 17, 13, 8",
    "openstack, 48, 37, 40",
    "vmware-nsx-v, 23, 12, 19"
  })
  void everyRowIsTakenAndTakenOnce(String name, int flows, int groups, int services) {
    ImportRequest request = ImportRequest.of(null, bench.resource(name + ".csv"));
    ImportReport report = bench.run(request);
    assertThat(report.rejectedRows()).isZero();
    assertThat(report.counts(ImportedKind.FLOW)).isEqualTo(new Counts(flows, 0, 0));
    assertThat(report.unknownNames()).hasSize(groups);
    assertThat(bench.all(ServerGroup.class)).hasSize(groups);
    assertThat(bench.design.getServices()).hasSize(services);
    ImportReport again = bench.againUnchanged(request);
    assertThat(again.notes()).isEqualTo(report.notes());
  }

  @Test
  void theLabShopGetsItsGroupsFromTheNamesOfItsHosts() {
    ImportRequest request =
        Requests.withGroupPattern(
            ImportRequest.of(bench.resource("lab-hosts.csv"), bench.resource("lab-design.csv")),
            "^([a-z]+)[0-9]+$");
    ImportReport report = bench.run(request);
    assertThat(report.rejectedRows()).isZero();
    assertThat(report.unknownNames()).isEmpty();
    assertThat(bench.all(Server.class)).hasSize(20).allMatch(s -> s.getAddresses().size() == 1);
    assertThat(bench.all(ServerGroup.class)).hasSize(13);
    assertThat(bench.all(Zone.class)).hasSize(7);
    assertThat(bench.flowTexts())
        .hasSize(20)
        .contains("clients → lb: https", "mon1 → *: node-exporter", "db2 → db1: postgresql");
    assertThat(bench.design.getFlows().get(0).getSource()).isInstanceOf(Zone.class);
    assertThat(bench.design.getFlows().get(2).getSource()).isInstanceOf(ServerGroup.class);
    assertThat(texts(report, Severity.INFO))
        .contains("lab-design.csv:3: 'web' is a group and a zone; the group is taken");
    bench.againUnchanged(request);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lab-shop", "online-boutique", "active-directory", "vsphere-nsx"})
  void samplesAreImportedWithoutFindings(String name) {
    Path sample = Path.of(System.getProperty("firebreak.root"), "samples", name);
    assertThat(sample).matches(Files::isDirectory);
    ImportRequest request =
        ImportRequest.of(sample.resolve("inventory.csv"), sample.resolve("flows.csv"));
    ImportReport report = bench.run(request);
    assertThat(report.hasFindings()).isFalse();
    assertThat(report.unknownNames()).isEqualTo(List.of());
    bench.againUnchanged(request);
  }
}
