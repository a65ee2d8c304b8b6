package org.firebreak.exports.panos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.Limit;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.LimitedExport;
import org.firebreak.exports.ObjectUse;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.model.Design;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a firewall does not hold is not exported. */
class PanOsLimitsTest {
  @TempDir Path folder;
  private LimitedExport central;
  private LimitedExport hosts;

  @BeforeEach
  void begin() {
    central = new LimitedExport(folder, "panos");
    hosts = new LimitedExport(folder, "panos-vm");
  }

  /** Groups of two servers and a flow of its own service from the first to each other one. */
  private static DesignBuilder star(StrategyKind strategy, int groups) {
    DesignBuilder builder = new DesignBuilder("star", strategy);
    for (int i = 0; i < groups; i++) {
      var group = builder.group(builder.zone("zone" + i), "group" + i);
      builder.server(group, "a" + i, "10.0." + i + ".1");
      builder.server(group, "b" + i, "10.0." + i + ".2");
      if (i > 0) {
        builder.flow("group0", "group" + i, "tcp/" + (1000 + i));
      }
    }
    return builder;
  }

  /** Entries of a kind in the commands, each once. */
  private static long entries(LimitedExport export, String kind) {
    Set<String> names = new TreeSet<>();
    for (String line : export.lines(".set")) {
      String[] words = line.split("set (vsys \\S+ )?" + kind + " ", 2);
      if (words.length == 2 && words[0].isEmpty()) {
        names.add(line.substring(0, line.indexOf(kind)) + words[1].split(" ")[0]);
      }
    }
    return names.size();
  }

  @ParameterizedTest
  @CsvSource({
    "rules, rulebase security rules, security rules of a firewall",
    "address-objects, address, address objects of a firewall",
    "address-groups, address-group, address groups of a firewall",
    "service-objects, service, service objects of a firewall",
    "zones, zone, zones of a firewall",
    "tags, tag, tags of a firewall"
  })
  void firewallTakesWhatItHoldsAndNoMore(String key, String kind, String objects) throws Exception {
    Design design = star(StrategyKind.GROUP, 12).design();
    long count = entries(central, kind);
    assertThat(count).isZero();
    ExportReport report = central.write(design);
    count = entries(central, kind);
    assertThat(count).isPositive().isEqualTo(LimitedExport.use(report, objects).count());
    report = central.write(design, "limits", key + "=" + count);
    assertThat(LimitedExport.use(report, objects))
        .isEqualTo(new ObjectUse(count, Limit.hard(objects, count)));
    central.refused(
        design,
        "PAN-OS on PA-5450 takes at most %d %s, and Central firewall would have %d. Choose"
                .formatted(count - 1, objects, count)
            + " another strategy, ",
        "limits",
        key + "=" + (count - 1));
    central.write(design, "limits", key + "=0");
  }

  @Test
  void serviceGroupsAreCounted() throws Exception {
    DesignBuilder builder = star(StrategyKind.GROUP, 3);
    String[] many = new String[9];
    for (int i = 0; i < many.length; i++) {
      many[i] = "tcp/" + (100 + i);
    }
    builder.flow("group1", "group2", many);
    String objects = "service groups of a firewall";
    assertThat(LimitedExport.use(central.write(builder.design()), objects).count())
        .isEqualTo(1)
        .isEqualTo(entries(central, "service-group"));
    many[8] = "tcp/200";
    builder.flow("group2", "group1", many);
    central.refused(builder.design(), "takes at most 1 " + objects, "limits", "service-groups=1");
  }

  @Test
  void modelSaysWhatTheFirewallHolds() throws Exception {
    DesignBuilder builder = star(StrategyKind.GROUP, 140);
    ExportReport report = central.write(builder.design());
    assertThat(LimitedExport.use(report, "security rules of a firewall").limit()).isEqualTo(65_000);
    assertThat(LimitedExport.use(report, "address groups of a firewall").limit()).isEqualTo(80_000);
    String message =
        "PAN-OS on VM-Series flex (2 vCPU, 5.5 GB) takes at most 250 security rules of a firewall,"
            + " and edge would have 280";
    central.refused(
        builder.design(),
        message.replace("edge", "Central firewall"),
        "model",
        "VM-Series flex (2 vCPU, 5.5 GB)");
    var edge = builder.point("edge", EnforcementKind.CENTRAL, "panos");
    edge.setModel("Palo Alto Networks VM-Series flex (2 vCPU, 5.5 GB)");
    central.refused(builder.design(), message);
    central.refused(
        builder.design(), "takes at most 125 address groups", "limits", "rules=300 zones=200");
    report = central.write(builder.design(), "model", "pa-460", "limits", "zones=140");
    assertThat(LimitedExport.use(report, "security rules of a firewall"))
        .isEqualTo(
            new ObjectUse(
                entries(central, "rulebase security rules"),
                Limit.hard("security rules of a firewall", 2500)));
    edge.setModel("Fortinet FortiGate 600F");
    assertThat(
            LimitedExport.use(central.write(builder.design()), "security rules of a firewall")
                .limit())
        .isEqualTo(65_000);
  }

  @Test
  void firewallHoldsTheRulesOfAllItsVirtualSystems() throws Exception {
    DesignBuilder builder = star(StrategyKind.GROUP, 4);
    var tenant = NewElements.tenant("acme");
    tenant.setId("tenant-1");
    builder.design().getTenants().add(tenant);
    ((Zone) builder.end("zone1")).setTenant(tenant);
    ExportReport report = central.write(builder.design());
    long rules = LimitedExport.use(report, "security rules of a firewall").count();
    Map<String, Long> bySystem =
        Stream.of("vsys1", "vsys2")
            .collect(
                Collectors.toMap(
                    vsys -> vsys,
                    vsys ->
                        central.lines(".set").stream()
                            .filter(line -> line.startsWith("set vsys " + vsys + " rulebase sec"))
                            .filter(line -> line.contains(" action "))
                            .count()));
    assertThat(bySystem.values()).allMatch(count -> count > 0);
    assertThat(rules).isEqualTo(bySystem.get("vsys1") + bySystem.get("vsys2"));
    central.refused(builder.design(), "security rules", "limits", "rules=" + (rules - 1));
  }

  @Test
  void deviceGroupGoesToEachOfItsFirewalls() throws Exception {
    Design design = star(StrategyKind.MICRO, 6).design();
    String objects = "security rules of a firewall";
    long each = LimitedExport.use(hosts.write(design), objects).count();
    long all = LimitedExport.use(hosts.write(design, "target", "panorama"), objects).count();
    assertThat(all)
        .isGreaterThan(each)
        .isEqualTo(
            hosts.lines(".set").stream()
                .filter(line -> line.contains(" pre-rulebase ") && line.contains(" action "))
                .count());
    assertThat(
            LimitedExport.use(
                    hosts.write(design, "target", "panorama", "device-groups", "class"), objects)
                .count())
        .isEqualTo(each);
    hosts.refused(
        design,
        "each firewall of device group firebreak-shared would have " + all,
        "target",
        "panorama",
        "limits",
        "rules=" + (all - 1));
    hosts.write(design, "limits", "rules=" + each);
    hosts.refused(design, "the firewall of the hosts of ", "limits", "rules=" + (each - 1));
  }

  @Test
  void registeredAddressesAndTheirTagsFit() throws Exception {
    DesignBuilder builder = star(StrategyKind.MICRO, 3);
    ExportReport report = hosts.write(builder.design());
    assertThat(LimitedExport.use(report, "registered addresses of a firewall"))
        .isEqualTo(new ObjectUse(6, Limit.hard("registered addresses of a firewall", 300_000)));
    hosts.refused(
        builder.design(),
        "takes at most 5 registered addresses of a firewall",
        "limits",
        "registered-addresses=5");
    builder.server((ServerGroup) builder.end("group1"), "both", "10.0.8.1", "10.0.9.1");
    for (int i = 0; i < 10; i++) {
      builder.external("net" + i, "10.0.8.1/32", "192.0.2." + i + "/32");
      builder.flow("net" + i, "group2", "tcp/443");
      builder.flow("group2", "net" + i, "tcp/80");
    }
    report = hosts.write(builder.design());
    Map<String, Integer> tags = new HashMap<>();
    String address = "";
    for (String line : hosts.lines("shared/register-1.xml")) {
      if (line.contains("<entry ip=")) {
        address = line;
      } else if (line.contains("<member>")) {
        tags.merge(address, 1, Integer::sum);
      }
    }
    assertThat(LimitedExport.use(report, "tags of an address").count())
        .isEqualTo((long) tags.values().stream().max(Integer::compare).orElseThrow())
        .isEqualTo(12);
    hosts.refused(
        builder.design(),
        "PAN-OS takes at most 10 tags of an address, and 10.0.8.1 would have 11. Let fewer flows"
            + " name networks outside that hold this server",
        "tags-per-address",
        "10");
  }

  @Test
  void unknownModelsAndLimitsAreNamed() {
    Design design = star(StrategyKind.GROUP, 2).design();
    assertThatThrownBy(() -> central.write(design, "model", "FortiGate 600F"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("option panos.model cannot be 'FortiGate 600F'");
    for (String wrong : List.of("rules", "rules=", "rules=x", "sessions=5", "rules=-1")) {
      assertThatThrownBy(() -> central.write(design, "limits", wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("option panos.limits cannot hold '" + wrong + "'");
    }
  }

  @Test
  void recipientsBeyondWhatAProfileTakesAreNamed() throws Exception {
    for (int recipients : new int[] {64, 65}) {
      DesignBuilder builder = star(StrategyKind.GROUP, 2);
      var tripwire = builder.tripwire("Shells", Severity.HIGH, "tcp/22");
      tripwire.setNotify(IntStream.range(0, recipients).mapToObj(i -> "a" + i + "@b.org").toList());
      ExportReport report =
          central.write(
              builder.design(), "smtp-gateway", "mail.b.org", "smtp-from", "firebreak@b.org");
      assertThat(
              central.lines(".set").stream()
                  .filter(line -> line.matches(".* to a[0-9]+@.*"))
                  .count())
          .isEqualTo(64);
      assertThat(report.platforms().get(0).limitations())
          .extracting(Limitation::reason)
          .filteredOn(reason -> reason.contains("sends mail to the first 64 of its 65"))
          .hasSize(recipients - 64);
    }
  }

  /**
   * Static groups hold 2,500 members, port lists 1,023 characters, lists of services 500 in a
   * group.
   */
  @ParameterizedTest
  @CsvSource({"2500, 1", "2501, 3"})
  void staticGroupsAreNested(int members, int groups) throws Exception {
    DesignBuilder builder = star(StrategyKind.GROUP, 2);
    ServerGroup many = builder.group(builder.zone("many"), "many");
    for (int i = 0; i < members; i++) {
      builder.server(many, "m" + i, "10.5." + i / 200 + "." + i % 200);
    }
    builder.flow("group0", "many", "tcp/443");
    central.write(builder.design());
    Map<String, Integer> sizes = new HashMap<>();
    for (String line : central.lines(".set")) {
      if (line.startsWith("set address-group g-many") && line.contains(" static ")) {
        String[] words = line.split(" ");
        int names =
            line.contains("[")
                ? line.replaceFirst(" \\].*", "").split(" \\[ ")[1].split(" ").length
                : 1;
        sizes.merge(words[2], names, Integer::sum);
      }
    }
    assertThat(sizes).hasSize(groups);
    assertThat(sizes.values()).allMatch(size -> size <= 2500).contains(2500);
  }

  @ParameterizedTest
  @CsvSource({"500, 1", "501, 2"})
  void serviceGroupsHoldFiveHundred(int services, int groups) throws Exception {
    DesignBuilder builder = star(StrategyKind.GROUP, 3);
    builder.flow(
        "group1",
        "group2",
        IntStream.range(0, services).mapToObj(i -> "udp/" + (2000 + 2 * i)).toArray(String[]::new));
    central.write(builder.design());
    assertThat(entries(central, "service-group")).isEqualTo(groups);
    assertThat(central.lines(".set"))
        .filteredOn(line -> line.matches(".* service (\\[ )?sg-.*"))
        .hasSize(1);
  }

  @Test
  void portListsAreSplit() throws Exception {
    DesignBuilder builder = star(StrategyKind.GROUP, 3);
    builder.flow(
        "group1",
        "group2",
        "tcp/"
            + IntStream.range(0, 400)
                .mapToObj(i -> Integer.toString(10_000 + 2 * i))
                .collect(Collectors.joining(",")));
    central.write(builder.design());
    List<String> lists =
        central.lines(".set").stream()
            .filter(line -> line.matches("set service \\S+ protocol tcp port .*"))
            .map(line -> line.split(" ")[6])
            .toList();
    assertThat(lists)
        .allMatch(list -> list.length() <= 1023)
        .anyMatch(list -> list.length() > 1000);
    assertThat(lists.stream().mapToLong(list -> list.split(",").length).sum()).isEqualTo(402);
  }

  /** Commands are divided where they get long; what lists hold adds up. */
  @Test
  void longListsOfApplicationsAreWrittenInSeveralCommands() throws Exception {
    DesignBuilder builder = star(StrategyKind.GROUP, 3);
    builder.flow(
        "group1",
        "group2",
        IntStream.range(40, 120).mapToObj(i -> "icmp/" + i).toArray(String[]::new));
    central.write(builder.design());
    assertThat(central.lines(".set"))
        .filteredOn(line -> line.contains(" application [ firebreak-icmp-"))
        .hasSizeGreaterThan(1)
        .allMatch(line -> line.length() < 1100);
  }
}
