package org.firebreak.exports.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.Limit;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.LimitedExport;
import org.firebreak.exports.ObjectUse;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Security groups hold what the quotas of an account allow, counted in the templates. */
class AwsLimitsTest {
  private static final String RULES = "rules of a security group in one direction";
  private static final String GROUPS = "security groups at an interface";

  @TempDir Path folder;
  private LimitedExport export;

  @BeforeEach
  void begin() {
    export = new LimitedExport(folder, "aws");
  }

  /** Networks that open a service of their own each to the server. */
  private static DesignBuilder clients(int networks, int blocks) {
    DesignBuilder builder = new DesignBuilder("one", StrategyKind.MICRO);
    builder.server(builder.group(null, "server"), "s", "10.1.0.1");
    for (int i = 0; i < networks; i++) {
      String[] cidrs = new String[blocks];
      for (int b = 0; b < blocks; b++) {
        cidrs[b] = "192." + i + "." + b * 2 + ".0/24";
      }
      builder.external("net" + i, cidrs);
      builder.flow("net" + i, "server", "tcp/" + (1000 + i), "tcp/" + (2000 + i));
    }
    return builder;
  }

  /** Inbound rules of the fullest group, each as often as it counts. */
  private long counted() throws Exception {
    AwsBundle bundle = AwsBundle.read(folder.resolve("b/aws/shared"));
    Map<String, Long> rules = new HashMap<>();
    for (JsonNode resource : bundle.resources().values()) {
      JsonNode values = resource.path("Properties");
      if (resource.path("Type").asText().equals("AWS::EC2::SecurityGroupIngress")) {
        String list = values.path("SourcePrefixListId").toString();
        long weight =
            bundle.resources().entrySet().stream()
                .filter(each -> list.contains("\"" + each.getKey() + "\""))
                .mapToLong(each -> each.getValue().at("/Properties/MaxEntries").asLong())
                .findFirst()
                .orElse(1);
        rules.merge(values.path("GroupId").toString(), weight, Long::sum);
      }
    }
    return rules.values().stream().max(Long::compare).orElse(0L);
  }

  private int groupsAt() throws Exception {
    JsonNode attachments =
        new ObjectMapper().readTree(folder.resolve("b/aws/shared/attachments.json").toFile());
    return attachments.findValues("securityGroups").stream()
        .mapToInt(JsonNode::size)
        .max()
        .orElseThrow();
  }

  private static long leftOut(ExportReport report) {
    return report.platforms().get(0).limitations().stream()
        .filter(each -> each.effect() == Limitation.Effect.DENIES_MORE)
        .count();
  }

  @ParameterizedTest
  @CsvSource({"30, 1, 60, 0", "31, 2, 60, 0", "60, 2, 60, 0", "61, 2, 60, 1"})
  void rulesBeyondTheQuotaAreInFurtherGroups(int networks, int groups, int most, int lost)
      throws Exception {
    ExportReport report = export.write(clients(networks, 1).design(), "groups-per-interface", "2");
    assertThat(counted()).isEqualTo(most);
    assertThat(LimitedExport.use(report, RULES))
        .isEqualTo(new ObjectUse(most, Limit.hard(RULES, 60)));
    assertThat(LimitedExport.use(report, GROUPS))
        .isEqualTo(new ObjectUse(groups, Limit.hard(GROUPS, 2)));
    assertThat(groupsAt()).isEqualTo(groups);
    assertThat(leftOut(report)).isEqualTo(lost);
  }

  /** A list counts as often as it has entries, so that it is no longer than a group. */
  @ParameterizedTest
  @CsvSource({"10, 5", "24, 5", "25, 5", "60, 16", "1000, 16"})
  void prefixListsFitIntoGroups(int rules, int groups) throws Exception {
    ExportReport report =
        export.write(
            clients(2, 30).design(),
            "rules-per-group",
            Integer.toString(rules),
            "groups-per-interface",
            Integer.toString(groups));
    long counted = counted();
    assertThat(counted).isPositive().isLessThanOrEqualTo(Math.min(rules, 1000 / groups));
    assertThat(LimitedExport.use(report, RULES).count()).isEqualTo(counted);
    assertThat(groupsAt()).isLessThanOrEqualTo(groups);
  }

  @Test
  void regionTakesItsGroupsAndNoMore() throws Exception {
    ExportReport report = export.write(clients(3, 1).design());
    long groups =
        AwsBundle.read(folder.resolve("b/aws/shared")).resources().values().stream()
            .filter(each -> each.path("Type").asText().equals("AWS::EC2::SecurityGroup"))
            .count();
    assertThat(LimitedExport.use(report, "security groups"))
        .isEqualTo(new ObjectUse(groups, Limit.hard("security groups", 2500)));
    export.write(clients(3, 1).design(), "groups-per-region", Long.toString(groups));
    export.refused(
        clients(3, 1).design(),
        "AWS takes at most %d security groups, and the region would have %d. Raise the quota"
            .formatted(groups - 1, groups),
        "groups-per-region",
        Long.toString(groups - 1));
  }
}
