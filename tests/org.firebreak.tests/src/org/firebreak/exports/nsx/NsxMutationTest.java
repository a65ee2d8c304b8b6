package org.firebreak.exports.nsx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.HostsReadBack;
import org.firebreak.exports.NaiveComparison;
import org.firebreak.exports.SmallDesign;
import org.firebreak.exports.bundle.BundleVerifier;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.exports.verify.Mismatch;
import org.firebreak.exports.verify.VerificationReport;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.readers.RuleBaseReaders;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One thing of an export is changed: verification finds every change of meaning and no other.
 * Whether the meaning changed is found by walking over the connections.
 */
class NsxMutationTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MUTATIONS = 60;
  private static final int KINDS = 14;
  private static final List<String> SERVICES =
      List.of("tcp/443", "tcp/80,443,8000-8100", "udp/53", "icmp/8", "icmpv6/128", "esp", "any");

  @TempDir Path folder;

  private Path bundle;
  private JsonNode tags;
  private JsonNode objects;
  private JsonNode policies;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void verificationFindsEveryChangeOfMeaningAndNoOther(long seed) throws Exception {
    CompiledPolicy policy =
        PolicyCompiler.compile(
            SmallDesign.of(14, seed, SERVICES), CompileOptions.on(LocalDate.of(2026, 1, 1)));
    bundle = folder.resolve("b");
    BundleWriter.write(bundle, policy, Exporters.byIds("nsx"), Map.of(), Progress.NONE);
    RuleBase before = read(policy);
    NaiveComparison oracle = new NaiveComparison(policy, true);
    Random random = new Random(seed);
    int changed = 0;
    int unchanged = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      tags = load("vm-tags.json");
      objects = load("1-objects.json");
      policies = load("2-policies.json");
      List<JsonNode> originals = List.of(tags.deepCopy(), objects.deepCopy(), policies.deepCopy());
      String what = mutate(i % KINDS, random);
      store(List.of(tags, objects, policies));
      RuleBase after = read(policy);
      boolean differs = !after.unread().isEmpty() || oracle.differ(before, after);
      VerificationReport report = BundleVerifier.verify(policy, bundle, Progress.NONE);
      assertThat(report.platforms().get(0).holds())
          .as(
              "mutation %d: %s %s",
              i, report.platforms().get(0).mismatches().stream().map(Mismatch::text).toList(), what)
          .isEqualTo(!differs);
      changed += differs ? 1 : 0;
      unchanged += differs ? 0 : 1;
      store(originals);
    }
    assertThat(changed).isGreaterThan(MUTATIONS / 3);
    assertThat(unchanged).isPositive();
  }

  private RuleBase read(CompiledPolicy policy) throws Exception {
    return RuleBaseReaders.of("nsx")
        .orElseThrow()
        .read(
            new FolderFiles(bundle.resolve("nsx")), HostsReadBack.addresses(policy), Progress.NONE);
  }

  private JsonNode load(String file) throws Exception {
    return MAPPER.readTree(bundle.resolve("nsx/shared").resolve(file).toFile());
  }

  private void store(List<JsonNode> files) throws Exception {
    List<String> names = List.of("vm-tags.json", "1-objects.json", "2-policies.json");
    for (int i = 0; i < names.size(); i++) {
      MAPPER.writeValue(bundle.resolve("nsx/shared").resolve(names.get(i)).toFile(), files.get(i));
    }
  }

  private static <T> T pick(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  private static List<ObjectNode> all(JsonNode node, String type) {
    List<ObjectNode> found = new ArrayList<>();
    node.findValues(type).forEach(each -> found.add((ObjectNode) each));
    return found;
  }

  private String mutate(int kind, Random random) {
    ObjectNode policy = pick(all(policies, "SecurityPolicy"), random);
    ArrayNode children = (ArrayNode) policy.get("children");
    int at = random.nextInt(children.size());
    ObjectNode rule = (ObjectNode) children.get(at).get("Rule");
    String before = kind + " " + policy.get("id") + " " + rule;
    switch (kind) {
      case 0 -> children.remove(at);
      case 1 -> rule.putArray("services").add("ANY");
      case 2 -> {
        JsonNode source = rule.get("source_groups");
        rule.set("source_groups", rule.get("destination_groups"));
        rule.set("destination_groups", source);
      }
      case 3 -> rule.put("action", rule.get("action").asText().equals("ALLOW") ? "DROP" : "ALLOW");
      case 4 -> {
        ObjectNode other = (ObjectNode) pick(all(children, "Rule"), random);
        JsonNode number = rule.get("sequence_number");
        rule.set("sequence_number", other.get("sequence_number"));
        other.set("sequence_number", number);
      }
      case 5 -> ((ObjectNode) machine(random)).putArray("tags");
      case 6 -> rule.put("logged", !rule.get("logged").asBoolean());
      case 7 -> rule.put("direction", pick(List.of("IN", "OUT", "IN_OUT"), random));
      case 8 -> ((ObjectNode) machine(random)).set("tags", machine(random).get("tags").deepCopy());
      case 9 -> {
        ObjectNode expression =
            (ObjectNode) pick(all(objects, "Group"), random).at("/expression/0");
        String field = expression.has("ip_addresses") ? "ip_addresses" : "paths";
        if (expression.path(field).size() > 1) {
          ((ArrayNode) expression.get(field)).remove(random.nextInt(expression.get(field).size()));
        }
      }
      case 10 -> rule.put("disabled", true);
      case 11 -> ((ArrayNode) policy.get("scope")).remove(0);
      case 12 -> {
        ObjectNode entry =
            (ObjectNode) pick(all(objects, "Service"), random).at("/service_entries/0");
        if (entry.has("destination_ports")) {
          ((ArrayNode) entry.get("destination_ports")).add("8443");
        } else {
          entry.put("icmp_code", 0);
        }
      }
      default -> rule.put("tag", "firebreak-alert-x");
    }
    return before;
  }

  private JsonNode machine(Random random) {
    JsonNode machines = tags.get("virtual_machines");
    return machines.get(random.nextInt(machines.size()));
  }
}
