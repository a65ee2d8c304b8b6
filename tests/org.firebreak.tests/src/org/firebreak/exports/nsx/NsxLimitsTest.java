package org.firebreak.exports.nsx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.Limit;
import org.firebreak.exports.LimitedExport;
import org.firebreak.exports.ObjectUse;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.model.Design;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a manager takes is exported, and what it does not is split or refused. */
class NsxLimitsTest {
  @TempDir Path folder;
  private LimitedExport export;

  @BeforeEach
  void begin() {
    export = new LimitedExport(folder, "nsx");
  }

  /** A flow of its own service from each client group to the server group. */
  private static DesignBuilder star(int clients) {
    DesignBuilder builder = new DesignBuilder("star", StrategyKind.MICRO);
    builder.server(builder.group(null, "server"), "s", "10.1.0.1");
    for (int i = 1; i <= clients; i++) {
      ServerGroup group = builder.group(null, "client" + i);
      builder.server(group, "c" + i, "10.2." + i / 250 + "." + (i % 250 + 1));
      builder.flow("client" + i, "server", "tcp/" + (1000 + i));
    }
    return builder;
  }

  private List<JsonNode> policies() throws Exception {
    List<JsonNode> policies = new ArrayList<>();
    for (String path : new FolderFiles(folder.resolve("b/nsx")).paths()) {
      if (path.contains("/2-policies")) {
        File file = folder.resolve("b/nsx").resolve(path).toFile();
        policies.addAll(new ObjectMapper().readTree(file).findValues("SecurityPolicy"));
      }
    }
    return policies;
  }

  /** Most rules that a group of VMs gets, and rules of all policies. */
  private long[] counted() throws Exception {
    Map<String, Integer> ofGroup = new HashMap<>();
    long all = 0;
    for (JsonNode policy : policies()) {
      int rules = policy.path("children").size();
      all += rules;
      assertThat(rules).isBetween(1, 1000);
      assertThat(policy.path("scope").size()).isBetween(1, 128);
      policy.path("scope").forEach(group -> ofGroup.merge(group.asText(), rules, Integer::sum));
    }
    return new long[] {ofGroup.values().stream().max(Integer::compare).orElse(0), all};
  }

  @Test
  void cardTakesItsRulesAndNoMore() throws Exception {
    Design design = star(30).design();
    export.write(design);
    long most = counted()[0];
    assertThat(most).isEqualTo(31);
    ExportReport report = export.write(design, "rules-per-card", "31");
    assertThat(LimitedExport.use(report, "rules of a network card"))
        .isEqualTo(new ObjectUse(most, Limit.hard("rules of a network card", 31)));
    new NsxChecks().check(new FolderFiles(folder.resolve("b/nsx")));
    export.refused(
        design,
        "NSX takes at most 30 rules of a network card, and each VM of server would have 31. Choose"
            + " another strategy, let flows name groups and zones instead of servers, or, if your"
            + " release takes more, set the option nsx.rules-per-card.",
        "rules-per-card",
        "30");
  }

  @Test
  void neighbourDiscoveryIsARuleToo() throws Exception {
    DesignBuilder builder = star(3);
    builder.server((ServerGroup) builder.end("server"), "s6", "2001:db8::1");
    ExportReport report = export.write(builder.design());
    assertThat(LimitedExport.use(report, "rules of a network card").count())
        .isEqualTo(counted()[0])
        .isEqualTo(5);
  }

  @Test
  void managerTakesItsRulesAndNoMore() throws Exception {
    Design design = star(10).design();
    ExportReport report = export.write(design);
    long all = counted()[1];
    assertThat(LimitedExport.use(report, "rules"))
        .isEqualTo(new ObjectUse(all, Limit.hard("rules", 100_000)));
    export.write(design, "rules-per-manager", Long.toString(all));
    export.refused(
        design,
        "NSX takes at most " + (all - 1) + " rules, and the manager would have " + all,
        "rules-per-manager",
        Long.toString(all - 1));
  }

  @Test
  void policiesOfMoreThanAThousandRulesAreSplit() throws Exception {
    for (int clients : new int[] {999, 1000}) {
      ExportReport report = export.write(star(clients).design());
      List<Integer> sizes =
          policies().stream()
              .filter(policy -> policy.path("display_name").asText().equals("server"))
              .map(policy -> policy.path("children").size())
              .toList();
      assertThat(sizes).isEqualTo(clients == 999 ? List.of(1000) : List.of(1000, 1));
      assertThat(LimitedExport.use(report, "rules of a policy"))
          .isEqualTo(new ObjectUse(1000, Limit.hard("rules of a policy", 1000)));
      assertThat(counted()[0]).isEqualTo(clients + 1);
    }
    new NsxChecks().check(new FolderFiles(folder.resolve("b/nsx")));
  }

  /** Groups of the same rules share policies, of which each names up to 128 of them. */
  @Test
  void groupsBeyondWhatTheScopeOfAPolicyTakesAreSplit() throws Exception {
    for (int groups : new int[] {128, 129, 1400}) {
      DesignBuilder builder = new DesignBuilder("same", StrategyKind.MICRO);
      for (int i = 0; i < groups; i++) {
        String address = "10.3." + i / 250 + "." + (i % 250 + 1);
        builder.server(builder.group(null, "group" + i), "server" + i, address);
      }
      ExportReport report = export.write(builder.design());
      List<JsonNode> policies = policies();
      assertThat(policies).hasSize((groups + 127) / 128);
      assertThat(policies).extracting(policy -> policy.path("scope").size()).contains(128);
      assertThat(policies)
          .extracting(policy -> policy.path("sequence_number").asInt())
          .doesNotHaveDuplicates()
          .allMatch(number -> number <= 999_999);
      assertThat(LimitedExport.use(report, "rules").count()).isEqualTo(counted()[1]);
      new NsxChecks().check(new FolderFiles(folder.resolve("b/nsx")));
    }
  }

  private List<JsonNode> objects(String type) throws Exception {
    List<JsonNode> objects = new ArrayList<>();
    for (String path : new FolderFiles(folder.resolve("b/nsx")).paths()) {
      if (path.matches(".*/[12]-.*[.]json")) {
        File file = folder.resolve("b/nsx").resolve(path).toFile();
        objects.addAll(new ObjectMapper().readTree(file).findValues(type));
      }
    }
    return objects;
  }

  private static String[] blocks(int count) {
    String[] blocks = new String[count];
    for (int i = 0; i < count; i++) {
      blocks[i] = (20 + i / 30_000) + "." + i / 120 + "." + i % 120 * 2 + ".0/24";
    }
    return blocks;
  }

  @ParameterizedTest
  @CsvSource({"4000, 1", "4001, 2"})
  void groupsHoldFourThousandAddresses(int addresses, int groups) throws Exception {
    DesignBuilder builder = star(1);
    builder.external("net", blocks(addresses));
    builder.flow("net", "server", "tcp/443");
    export.write(builder.design());
    List<Integer> sizes =
        objects("Group").stream()
            .map(group -> group.at("/expression/0/ip_addresses").size())
            .filter(size -> size > 0)
            .toList();
    assertThat(sizes).isEqualTo(groups == 1 ? List.of(4000) : List.of(4000, 1));
    new NsxChecks().check(new FolderFiles(folder.resolve("b/nsx")));
  }

  @ParameterizedTest
  @CsvSource({"15, 0, 1", "16, 0, 2", "13, 1, 1", "14, 1, 2"})
  void entriesHoldFifteenPortsOfWhichARangeIsTwo(int ports, int ranges, int entries)
      throws Exception {
    DesignBuilder builder = star(1);
    String list =
        Stream.concat(
                IntStream.range(0, ports).mapToObj(i -> Integer.toString(3000 + 2 * i)),
                IntStream.range(0, ranges).mapToObj(i -> (5000 + 20 * i) + "-" + (5010 + 20 * i)))
            .collect(Collectors.joining(","));
    builder.flow("client1", "server", "tcp/" + list);
    export.write(builder.design());
    assertThat(
            objects("Service").stream()
                .filter(service -> service.toString().contains("\"3000\""))
                .map(service -> service.path("service_entries").size()))
        .containsExactly(entries);
    new NsxChecks().check(new FolderFiles(folder.resolve("b/nsx")));
  }

  @ParameterizedTest
  @CsvSource({"128, 1", "129, 2"})
  void rulesNameAHundredAndTwentyEightServices(int services, int rules) throws Exception {
    DesignBuilder builder = star(2);
    builder.flow(
        "client1",
        "client2",
        IntStream.range(0, services).mapToObj(i -> "udp/" + (5000 + 2 * i)).toArray(String[]::new));
    export.write(builder.design());
    List<Integer> sizes =
        objects("Rule").stream()
            .filter(rule -> rule.path("direction").asText().equals("IN"))
            .map(rule -> rule.path("services"))
            .filter(list -> list.toString().contains("udp"))
            .map(JsonNode::size)
            .toList();
    assertThat(sizes).isEqualTo(rules == 1 ? List.of(128) : List.of(128, 1));
    new NsxChecks().check(new FolderFiles(folder.resolve("b/nsx")));
  }

  /** A project and its objects, with as many names and notes as a design may hold. */
  @ParameterizedTest
  @ValueSource(ints = {1001, 5000})
  void callsHoldTheirObjects(int intents) throws Exception {
    DesignBuilder builder = star(2100);
    export.write(builder.design(), "max-intents", Integer.toString(intents));
    int files = 0;
    for (String path : new FolderFiles(folder.resolve("b/nsx")).paths()) {
      if (path.matches(".*/[12]-.*[.]json")) {
        JsonNode body = new ObjectMapper().readTree(folder.resolve("b/nsx/" + path).toFile());
        assertThat(
                body.findValuesAsText("resource_type").stream()
                    .filter(type -> type.matches("Child(Service|Group|SecurityPolicy|Rule)"))
                    .count())
            .isBetween(1L, (long) intents);
        files++;
      }
    }
    assertThat(files).isGreaterThan(2);
  }
}
