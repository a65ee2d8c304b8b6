package org.firebreak.exports.aci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.ExportException;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.Limit;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.ObjectUse;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Tenant;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Designs beyond what a fabric takes: what is written still loads and is equal to the policy. */
class AciLimitsTest {
  private static final int GROUPS = 4100;

  @TempDir Path folder;

  private static DesignBuilder groups() {
    DesignBuilder builder = new DesignBuilder("Large", StrategyKind.MICRO);
    var zone = builder.zone("zone");
    for (int i = 0; i < GROUPS; i++) {
      builder.server(
          builder.group(zone, "group" + i), "host" + i, "10.0." + i / 256 + "." + i % 256);
    }
    return builder;
  }

  private ExportReport export(Design design, Map<String, String> settings) throws Exception {
    ExportReport report =
        BundleWriter.write(
            folder.resolve("b"),
            PolicyCompiler.compile(design, CompileOptions.on(LocalDate.of(2026, 1, 1))),
            Exporters.byIds("aci"),
            settings,
            Progress.NONE);
    new AciChecks().check(new FolderFiles(folder.resolve("b/aci")));
    return report;
  }

  private static ObjectUse use(ExportReport report, String objects) {
    return report.platforms().get(0).uses().stream()
        .filter(use -> use.objects().equals(objects))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> warnings(ExportReport report) {
    return report.platforms().get(0).limitations().stream()
        .filter(each -> each.reason().contains("are recommended"))
        .map(Limitation::reason)
        .toList();
  }

  @Test
  void groupsOfWhichRulesSpeakAlikeAreOneIfThereAreTooMany() throws Exception {
    DesignBuilder builder = groups();
    for (int i = 1; i < 50; i++) {
      builder.flow("group0", "group" + i, "tcp/" + (1000 + i));
    }
    ExportReport report = export(builder.design(), Map.of());
    assertThat(use(report, "endpoint groups of a VRF"))
        .isEqualTo(new ObjectUse(51, Limit.hard("endpoint groups of a VRF", 4000)));
    assertThat(warnings(report)).isEmpty();
    report = export(builder.design(), Map.of("aci.membership", "address"));
    assertThat(warnings(report)).isEmpty();
  }

  @Test
  void groupsThatAllDifferAreRefusedAndNothingIsWritten() {
    DesignBuilder builder = groups();
    for (int i = 1; i < GROUPS; i++) {
      builder.flow("group0", "group" + i, "tcp/" + (1000 + i));
    }
    assertThatThrownBy(() -> export(builder.design(), Map.of()))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining(
            "ACI takes at most 4,000 endpoint groups of a VRF, and tenant large would have 4,100."
                + " Let flows name groups and zones instead of servers");
    assertThat(folder.resolve("b")).doesNotExist();
  }

  @Test
  void selectorsOfAddressesAreCounted() throws Exception {
    DesignBuilder builder = new DesignBuilder("Large", StrategyKind.MICRO);
    var group = builder.group(builder.zone("zone"), "group");
    for (int i = 0; i < 5100; i++) {
      builder.server(group, "host" + i, "10.0." + i / 256 + "." + i % 256);
    }
    builder.flow("group", "group", "tcp/443");
    assertThat(warnings(export(builder.design(), Map.of()))).isEmpty();
    assertThat(warnings(export(builder.design(), Map.of("aci.membership", "address"))))
        .containsExactly(
            "Tenant large has 5,100 selectors of addresses, if all are at one leaf; about 5,000 are"
                + " recommended, more load but may not fit the leaves. Let tags tell the members.");
  }

  /** Tenants of three groups each, between which rules differ. */
  private static Design tenants(int count) {
    DesignBuilder builder = new DesignBuilder("Tenants", StrategyKind.MICRO);
    for (int t = 0; t < count; t++) {
      Tenant tenant = NewElements.tenant("tenant" + t);
      tenant.setId("tenant-" + t);
      builder.design().getTenants().add(tenant);
      var zone = builder.zone("zone" + t);
      zone.setTenant(tenant);
      for (int g = 0; g < 3; g++) {
        String address = "10." + t + "." + g + ".1";
        builder.server(builder.group(zone, t + "g" + g), t + "s" + g, address);
      }
      builder.flow(t + "g0", t + "g1", "tcp/443");
      builder.flow(t + "g1", t + "g2", "tcp/5432");
    }
    return builder.design();
  }

  @Test
  void vrfAndFabricTakeTheirGroupsAndNoMore() throws Exception {
    Design design = tenants(3);
    ExportReport report = export(design, Map.of("aci.vrf-groups", "3", "aci.fabric-groups", "9"));
    long groups = 0;
    for (String path : new FolderFiles(folder.resolve("b/aci")).paths()) {
      if (path.endsWith("1-tenant.json")) {
        String text = Files.readString(folder.resolve("b/aci").resolve(path));
        long here = Pattern.compile("\"fvESg\"").matcher(text).results().count();
        assertThat(here).isEqualTo(3);
        groups += here;
      }
    }
    assertThat(use(report, "endpoint groups"))
        .isEqualTo(new ObjectUse(groups, Limit.hard("endpoint groups", 9)));
    assertThat(use(report, "endpoint groups of a VRF"))
        .isEqualTo(new ObjectUse(3, Limit.hard("endpoint groups of a VRF", 3)));
    assertThatThrownBy(() -> export(design, Map.of("aci.vrf-groups", "2")))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("ACI takes at most 2 endpoint groups of a VRF, and tenant ");
    assertThatThrownBy(() -> export(design, Map.of("aci.fabric-groups", "8")))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining(
            "ACI takes at most 8 endpoint groups, and the fabric would have 9. Let flows name");
  }
}
