package org.firebreak.exports.nsx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.RolloutPhase;
import org.firebreak.core.policy.RolloutPlan;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.HostsReadBack;
import org.firebreak.model.Design;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Phases of the roll-out, quarantine and its reversal. */
class NsxPhasesTest {
  private static final CompileOptions OPTIONS =
      CompileOptions.on(LocalDate.of(2026, 1, 1)).withStrategy(StrategyKind.MICRO);

  @TempDir Path folder;

  private final DesignBuilder builder = new DesignBuilder("shop", StrategyKind.MICRO);

  private Design shop() {
    ServerGroup web = builder.group(null, "web");
    builder.server(web, "web1", "10.0.0.1", "2001:db8::1");
    builder.server(web, "web2", "10.0.0.2");
    builder.server(builder.group(null, "app"), "app1", "10.0.1.1", "2001:db8:1::1");
    builder.server(builder.group(null, "admin"), "admin1", "10.0.9.1");
    builder.flow("web", "app", "tcp/8443");
    builder.flow("admin", "web", "tcp/22");
    builder.tripwire("Shells", Severity.HIGH, "tcp/23");
    return builder.design();
  }

  private CompiledPolicy compile(Design design, CompileOptions options) {
    return PolicyCompiler.compile(design, options);
  }

  private CompileOptions quarantine() {
    return OPTIONS.withQuarantined(
        Set.of(builder.end("web1").getId()), Set.of(builder.end("admin1").getId()));
  }

  private Map<String, String> export(CompiledPolicy policy, String name) throws Exception {
    HostsReadBack.readBack(folder.resolve(name), policy, "nsx", Map.of());
    FolderFiles files = new FolderFiles(folder.resolve(name).resolve("nsx"));
    new NsxChecks().check(files);
    Map<String, String> content = new TreeMap<>();
    for (String path : files.paths()) {
      content.put(path, Files.readString(files.folder().resolve(path)));
    }
    return content;
  }

  private static List<JsonNode> policies(Map<String, String> files, String category)
      throws Exception {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode policy :
        new ObjectMapper()
            .readTree(files.get("shared/2-policies.json"))
            .findValues("SecurityPolicy")) {
      if (policy.path("category").asText().equals(category)) {
        found.add(policy);
      }
    }
    return found;
  }

  private static List<String> rules(JsonNode policy) {
    return policy.findValues("Rule").stream()
        .map(
            rule ->
                rule.path("action").asText()
                    + " "
                    + rule.path("direction").asText()
                    + " "
                    + rule.path("logged").asText()
                    + " "
                    + rule.path("tag").asText().replaceAll("-[TF]?-?[0-9a-f]{8}$", ""))
        .toList();
  }

  @Test
  void quarantineIsAnEmergencyPolicyOfTheOneVm() throws Exception {
    Map<String, String> files = export(compile(shop(), quarantine()), "q");
    List<JsonNode> emergency = policies(files, "Emergency");
    assertThat(emergency).hasSize(1);
    JsonNode policy = emergency.get(0);
    assertThat(policy.path("scope")).hasSize(1);
    String group = policy.path("scope").get(0).asText().replaceFirst(".*/", "");
    String tag = group.replaceFirst("^firebreak-", "");
    List<String> tagged = new ArrayList<>();
    for (JsonNode vm :
        new ObjectMapper().readTree(files.get("shared/vm-tags.json")).path("virtual_machines")) {
      if (vm.path("tags").get(0).path("tag").asText().equals(tag)) {
        tagged.add(vm.path("display_name").asText());
      }
    }
    assertThat(tagged).containsExactly("web1");
    assertThat(policy.path("sequence_number").asInt()).isPositive();
    List<String> rules = rules(policy);
    assertThat(rules.get(rules.size() - 1)).startsWith("DROP IN_OUT true");
    assertThat(rules)
        .filteredOn(rule -> rule.startsWith("ALLOW") && !rule.contains("neighbour"))
        .anyMatch(rule -> rule.startsWith("ALLOW IN true"));
    assertThat(policies(files, "Application"))
        .extracting(each -> each.path("id").asText())
        .containsExactlyInAnyOrder("firebreak-web", "firebreak-app", "firebreak-admin");
    Map<String, String> normal = export(compile(builder.design(), OPTIONS), "n");
    assertThat(files.get("shared/tags/web.json")).contains("web2").doesNotContain("web1");
    assertThat(normal.get("shared/tags/web.json")).contains("web2").contains("web1");
  }

  @Test
  void quarantineAndItsReversalOpenNothingOnTheWay() throws Exception {
    Design design = shop();
    CompiledPolicy normal = compile(design, OPTIONS);
    CompiledPolicy isolated = compile(design, quarantine());
    Map<String, String> before = export(normal, "a");
    Map<String, String> after = export(isolated, "b");
    ChangeWalk.check(normal, before, after);
    ChangeWalk.check(normal, after, before);
    List<String> calls = new ArrayList<>();
    ChangeWalk.calls(ChangeWalk.changes(before, after))
        .forEach(call -> calls.add(call.path("body").asText()));
    assertThat(calls.get(0)).isEqualTo("shared/1-isolate/changing.json");
    assertThat(calls.get(1)).isEqualTo("shared/2-isolate.json");
  }

  @ParameterizedTest
  @CsvSource({"MONITOR, ENFORCE", "MONITOR, ALERT", "ALERT, ENFORCE"})
  void phasesFollowEachOtherInOneCall(RolloutPhase first, RolloutPhase second) throws Exception {
    Design design = shop();
    CompiledPolicy one = compile(design, OPTIONS.withRollout(RolloutPlan.of(first)));
    CompiledPolicy two = compile(design, OPTIONS.withRollout(RolloutPlan.of(second)));
    Map<String, String> before = export(one, "a");
    Map<String, String> after = export(two, "b");
    ChangeWalk.check(one, before, after);
    ChangeWalk.check(one, after, before);
    assertThat(ChangeWalk.calls(ChangeWalk.changes(before, after))).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void firstPhasesPermitAndLogWhatIsLeft() throws Exception {
    Design design = shop();
    for (RolloutPhase phase : RolloutPhase.values()) {
      CompiledPolicy policy = compile(design, OPTIONS.withRollout(RolloutPlan.of(phase)));
      for (JsonNode each : policies(export(policy, phase.name()), "Application")) {
        List<String> rules = rules(each);
        assertThat(rules.get(rules.size() - 1))
            .startsWith(
                phase == RolloutPhase.ENFORCE
                    ? "DROP IN_OUT true firebreak-deny"
                    : "ALLOW IN_OUT true firebreak-monitor");
        assertThat(rules.stream().anyMatch(rule -> rule.contains("firebreak-alert")))
            .isEqualTo(phase != RolloutPhase.MONITOR);
      }
    }
  }

  @Test
  void flowsOfNeighbourDiscoveryAreRulesLikeOthers() throws Exception {
    builder.server(builder.group(null, "a"), "a1", "2001:db8::1");
    builder.server(builder.group(null, "b"), "b1", "2001:db8::2");
    builder.flow("a", "b", "icmpv6/135");
    builder.flow("a", "b", "icmpv6/136");
    Map<String, String> files = export(compile(builder.design(), OPTIONS), "nd");
    assertThat(files.get("shared/2-policies.json")).contains("firebreak-s-icmpv6-135");
  }
}
