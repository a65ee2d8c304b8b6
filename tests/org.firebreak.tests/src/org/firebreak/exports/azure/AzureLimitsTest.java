package org.firebreak.exports.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.Limit;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.LimitedExport;
import org.firebreak.exports.ObjectUse;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Zone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Security groups hold what a subscription takes, counted in the templates. */
class AzureLimitsTest {
  private static final String RULES = "rules of a network security group";
  private static final String ADDRESSES = "addresses of a network security group";

  @TempDir Path folder;
  private LimitedExport export;

  @BeforeEach
  void begin() {
    export = new LimitedExport(folder, "azure");
  }

  private static DesignBuilder one() {
    DesignBuilder builder = new DesignBuilder("one", StrategyKind.MICRO);
    builder.server(builder.group(null, "server"), "s", "10.1.0.1");
    return builder;
  }

  private List<JsonNode> resources(String type) throws Exception {
    List<JsonNode> found = new ArrayList<>();
    for (String path : new FolderFiles(folder.resolve("b/azure")).paths()) {
      if (path.contains("template-")) {
        JsonNode template =
            new ObjectMapper().readTree(folder.resolve("b/azure").resolve(path).toFile());
        for (JsonNode resource : template.path("resources")) {
          if (resource.path("type").asText().endsWith("/" + type)) {
            found.add(resource);
          }
        }
      }
    }
    return found;
  }

  /** Rules, sources and destinations of the fullest group. */
  private long[] counted() throws Exception {
    long[] most = new long[3];
    for (JsonNode group : resources("networkSecurityGroups")) {
      JsonNode rules = group.at("/properties/securityRules");
      long[] of = {rules.size(), 0, 0};
      Set<String> priorities = new HashSet<>();
      Set<String> groups = new HashSet<>();
      for (JsonNode rule : rules) {
        JsonNode values = rule.path("properties");
        int priority = values.path("priority").asInt();
        assertThat(priority).isBetween(100, 4096);
        assertThat(priorities.add(values.path("direction").asText() + priority)).isTrue();
        of[1] += addresses(values, "source");
        of[2] += addresses(values, "destination");
        for (String side : List.of("source", "destination")) {
          values
              .path(side + "ApplicationSecurityGroups")
              .forEach(each -> groups.add(each.path("id").asText()));
        }
      }
      assertThat(groups).hasSizeLessThanOrEqualTo(100);
      for (int i = 0; i < of.length; i++) {
        most[i] = Math.max(most[i], of[i]);
      }
    }
    return most;
  }

  private static int addresses(JsonNode rule, String side) {
    return rule.path(side + "AddressPrefixes").size() + (rule.has(side + "AddressPrefix") ? 1 : 0);
  }

  private static long leftOut(ExportReport report) {
    return report.platforms().get(0).limitations().stream()
        .filter(each -> each.effect() == Limitation.Effect.DENIES_MORE)
        .filter(each -> each.reason().contains("1000 rules or 4000 addresses"))
        .count();
  }

  /** Both directions share the thousand rules, one of them more than half if it needs them. */
  @ParameterizedTest
  @CsvSource({"800, 198, 0", "800, 199, 1", "600, 600, 202", "0, 998, 0", "0, 999, 1"})
  void groupHoldsAThousandRules(int inbound, int outbound, int lost) throws Exception {
    DesignBuilder builder = one();
    for (int i = 0; i < Math.max(inbound, outbound); i++) {
      builder.external("net" + i, "192." + (i / 250) + "." + (i % 250) + ".0/24");
      if (i < inbound) {
        builder.flow("net" + i, "server", "tcp/" + (1000 + i));
      }
      if (i < outbound) {
        builder.flow("server", "net" + i, "tcp/" + (3000 + i));
      }
    }
    ExportReport report = export.write(builder.design());
    long rules = Math.min(1000, inbound + outbound + 2);
    assertThat(counted()[0]).isEqualTo(rules);
    assertThat(LimitedExport.use(report, RULES))
        .isEqualTo(new ObjectUse(rules, Limit.hard(RULES, 1000)));
    assertThat(leftOut(report)).isEqualTo(lost);
  }

  @ParameterizedTest
  @CsvSource({"3998, 0", "3999, 1"})
  void groupHoldsFourThousandAddresses(int addresses, int lost) throws Exception {
    DesignBuilder builder = one();
    String[] blocks = new String[addresses];
    for (int i = 0; i < addresses; i++) {
      blocks[i] = "192." + (i / 120) + "." + (i % 120) * 2 + ".0/24";
    }
    builder.external("net", blocks);
    builder.flow("net", "server", "tcp/443");
    ExportReport report = export.write(builder.design());
    assertThat(leftOut(report)).isEqualTo(lost);
    long[] counted = counted();
    assertThat(LimitedExport.use(report, ADDRESSES))
        .isEqualTo(new ObjectUse(Math.max(counted[1], counted[2]), Limit.hard(ADDRESSES, 4000)));
    assertThat(counted[1]).isEqualTo(lost == 0 ? 4000 : 2);
  }

  @Test
  void groupsNamedAndGroupsAtAnInterfaceAreLimited() throws Exception {
    DesignBuilder builder = one();
    for (int i = 0; i < 101; i++) {
      ServerGroup group = builder.group(null, "client" + i);
      builder.server(group, "c" + i, "10.2." + i + ".1");
      builder.flow("client" + i, "server", "tcp/" + (1000 + i));
    }
    ExportReport report = export.write(builder.design());
    counted();
    String named = "application security groups that a network security group names";
    assertThat(LimitedExport.use(report, named))
        .isEqualTo(new ObjectUse(100, Limit.hard(named, 100)));
    assertThat(resources("applicationSecurityGroups")).hasSize(102);
    assertThat(report.platforms().get(0).limitations())
        .noneMatch(each -> each.effect() == Limitation.Effect.DENIES_MORE);
  }

  @Test
  void interfaceHasTwentyGroupsAndOtherRulesListAddresses() throws Exception {
    DesignBuilder builder = one();
    Zone zone = builder.zone("zone0");
    for (int i = 1; i < 25; i++) {
      Zone inner = builder.zone("zone" + i);
      zone.getZones().add(inner);
      zone = inner;
    }
    builder.server(builder.group(zone, "client"), "c", "10.2.0.1");
    for (int i = 0; i < 25; i++) {
      builder.flow("zone" + i, "server", "tcp/" + (1000 + i));
    }
    ExportReport report = export.write(builder.design());
    String at = "application security groups at an interface";
    assertThat(LimitedExport.use(report, at)).isEqualTo(new ObjectUse(20, Limit.hard(at, 20)));
    JsonNode attachments =
        new ObjectMapper().readTree(folder.resolve("b/azure/shared/attachments.json").toFile());
    assertThat(attachments.findValues("applicationSecurityGroups"))
        .extracting(JsonNode::size)
        .contains(20)
        .allMatch(size -> size <= 20);
  }

  /** Templates of Azure Resource Manager have 4 MB and 800 resources at most. */
  @ParameterizedTest
  @CsvSource({"850, 1", "12, 900"})
  void largeTemplatesAreSplit(int classes, int flows) throws Exception {
    DesignBuilder builder = new DesignBuilder("large", StrategyKind.MICRO);
    builder.external("net", "192.0.2.0/24", "198.51.100.0/24");
    for (int c = 0; c < classes; c++) {
      builder.server(builder.group(null, "g" + c), "s" + c, "10." + c / 250 + ".0." + c % 250);
    }
    for (int f = 0; f < flows; f++) {
      builder.external("net" + f, "20." + f / 250 + "." + f % 250 + ".0/24");
      for (int c = 0; c < classes; c++) {
        builder.flow("net" + f, "g" + c, "tcp/" + (1000 + f));
      }
    }
    export.write(builder.design());
    int templates = 0;
    for (String path : new FolderFiles(folder.resolve("b/azure")).paths()) {
      if (path.contains("template-")) {
        templates++;
        Path file = folder.resolve("b/azure").resolve(path);
        assertThat(Files.size(file)).isLessThan(4L << 20);
        assertThat(new ObjectMapper().readTree(file.toFile()).path("resources"))
            .hasSizeBetween(1, 800);
      }
    }
    assertThat(templates).isBetween(2, 8);
    assertThat(resources("networkSecurityGroups")).hasSize(classes);
    counted();
  }

  @Test
  void subscriptionTakesItsGroupsAndNoMore() throws Exception {
    DesignBuilder builder = one();
    for (int i = 0; i < 5; i++) {
      ServerGroup group = builder.group(null, "client" + i);
      builder.server(group, "c" + i, "10.2." + i + ".1");
      builder.flow("client" + i, "server", "tcp/" + (1000 + i));
    }
    ExportReport report = export.write(builder.design(), "security-groups", "6");
    assertThat(LimitedExport.use(report, "network security groups"))
        .isEqualTo(new ObjectUse(6, Limit.hard("network security groups", 6)));
    assertThat(resources("networkSecurityGroups")).hasSize(6);
    export.refused(
        builder.design(),
        "Azure takes at most 5 network security groups, and the subscription would have 6. Let"
            + " more servers share their rules",
        "security-groups",
        "5");
    for (int most : new int[] {6, 2, 0}) {
      report = export.write(builder.design(), "application-groups", Integer.toString(most));
      assertThat(resources("applicationSecurityGroups")).hasSize(most);
      assertThat(LimitedExport.use(report, "application security groups").count()).isEqualTo(most);
    }
  }
}
