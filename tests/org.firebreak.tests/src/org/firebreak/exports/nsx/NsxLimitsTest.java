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
}
