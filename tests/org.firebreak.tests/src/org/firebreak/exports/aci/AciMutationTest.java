package org.firebreak.exports.aci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.bundle.BundleVerifier;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.exports.verify.PlatformVerification;
import org.firebreak.model.Design;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.firebreak.rulebase.HostAddresses;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.readers.RuleBaseReaders;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One object of an exported tenant is dropped, widened, exchanged or changed: verification finds
 * every change of meaning and no other. Whether the meaning changed is found by asking what was
 * read about one connection of each kind that rules can tell apart, at every host.
 */
class AciMutationTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MUTATIONS = 60;

  @TempDir Path folder;

  /** Every service can be said in ACI, so that nothing is declared as a difference. */
  private static Design design(long seed) {
    Random random = new Random(seed);
    DesignBuilder builder = new DesignBuilder("mutants", StrategyKind.MICRO);
    var zone = builder.zone("zone");
    builder.external("office", "192.168.0.0/16");
    List<String> ends = new ArrayList<>(List.of("office"));
    for (int i = 0; i < 5; i++) {
      var group = builder.group(zone, "group" + i);
      for (int j = 0; j <= random.nextInt(3); j++) {
        builder.server(group, "host" + i + j, "10.0." + i + "." + (j + 1), "fd00::" + i + j);
      }
      ends.add("group" + i);
    }
    List<String> services =
        List.of("tcp/443", "tcp/1000-2000", "udp/53", "icmp/8", "tcp/80,8080", "tcp/22");
    for (int i = 0; i < 9; i++) {
      int from = random.nextInt(ends.size());
      int to = 1 + random.nextInt(ends.size() - 1);
      builder
          .flow(ends.get(from), ends.get(to), services.get(random.nextInt(services.size())))
          .setLog(random.nextBoolean());
    }
    builder.tripwire("Shells", Severity.HIGH, "tcp/22", "tcp/23");
    return builder.design();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyChangeOfMeaningIsFoundAndNoOther(long seed) throws Exception {
    CompiledPolicy policy =
        PolicyCompiler.compile(design(seed), CompileOptions.on(LocalDate.of(2026, 1, 1)));
    Path bundle = folder.resolve("b");
    BundleWriter.write(bundle, policy, Exporters.byIds("aci"), Map.of(), Progress.NONE);
    Path file = bundle.resolve("aci/shared/1-tenant.json");
    byte[] original = Files.readAllBytes(file);
    assertThat(differs(policy, read(bundle))).isFalse();
    Random random = new Random(seed);
    int changed = 0;
    int unchanged = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      JsonNode tenant = MAPPER.readTree(original);
      String mutation = mutate(tenant, random);
      Files.write(file, MAPPER.writeValueAsBytes(tenant));
      RuleBase read = read(bundle);
      boolean expected = !read.unread().isEmpty() || differs(policy, read);
      PlatformVerification found =
          BundleVerifier.verify(policy, bundle, Progress.NONE).platforms().get(0);
      assertThat(found.holds()).as("seed %d, %s: %s", seed, mutation, found).isEqualTo(!expected);
      changed += expected ? 1 : 0;
      unchanged += expected ? 0 : 1;
    }
    assertThat(changed).isGreaterThan(20);
    assertThat(unchanged).isGreaterThan(5);
  }

  private static RuleBase read(Path bundle) throws Exception {
    return RuleBaseReaders.of("aci")
        .orElseThrow()
        .read(new FolderFiles(bundle.resolve("aci")), HostAddresses.NONE, Progress.NONE);
  }

  /** An object, where it stands, and its class. */
  private record Found(ArrayNode siblings, int index, String type) {
    ObjectNode attributes() {
      return (ObjectNode) siblings.get(index).path(type).path("attributes");
    }
  }

  private static void collect(JsonNode object, Set<String> types, List<Found> found) {
    object
        .properties()
        .forEach(
            field -> {
              if (field.getValue().path("children") instanceof ArrayNode children) {
                for (int i = 0; i < children.size(); i++) {
                  String type = children.get(i).fieldNames().next();
                  if (types.contains(type)) {
                    found.add(new Found(children, i, type));
                  }
                  collect(children.get(i), types, found);
                }
              }
            });
  }

  private static Found pick(JsonNode tenant, Random random, String... types) {
    List<Found> found = new ArrayList<>();
    collect(tenant, Set.of(types), found);
    return found.get(random.nextInt(found.size()));
  }

  /** Changes one thing; says what. */
  private static String mutate(JsonNode tenant, Random random) {
    switch (random.nextInt(9)) {
      case 0 -> {
        Found entry = pick(tenant, random, "vzEntry");
        String text = "without " + entry.attributes();
        entry.siblings().remove(entry.index());
        return text;
      }
      case 1 -> {
        Found entry = pick(tenant, random, "vzEntry");
        if (entry.attributes().has("dToPort")) {
          entry.attributes().put("dToPort", "9999");
        }
        return "up to 9999: " + entry.attributes();
      }
      case 2 -> {
        Found relation = pick(tenant, random, "fvRsProv", "fvRsCons");
        ObjectNode holder = (ObjectNode) relation.siblings().get(relation.index());
        String other = relation.type().equals("fvRsProv") ? "fvRsCons" : "fvRsProv";
        holder.set(other, holder.remove(relation.type()));
        return "other end of " + holder;
      }
      case 3 -> {
        Found filter = pick(tenant, random, "vzRsSubjFiltAtt", "vzRsFiltAtt");
        boolean permits = filter.attributes().path("action").asText().equals("permit");
        filter.attributes().put("action", permits ? "deny" : "permit");
        return "other action of " + filter.attributes();
      }
      case 4 -> {
        Found filter = pick(tenant, random, "vzRsSubjFiltAtt", "vzRsFiltAtt");
        boolean logs = filter.attributes().path("directives").asText().equals("log");
        filter.attributes().put("directives", logs ? "none" : "log");
        return "other directive of " + filter.attributes();
      }
      case 5 -> {
        Found relation = pick(tenant, random, "fvRsProv", "fvRsCons", "fvRsIntraEpg");
        String text = "without " + relation.attributes();
        relation.siblings().remove(relation.index());
        return text;
      }
      case 6 -> {
        Found group = pick(tenant, random, "fvESg");
        group.attributes().put("pcEnfPref", "unenforced");
        return "no isolation of " + group.attributes();
      }
      case 7 -> {
        Found some = pick(tenant, random, "vzBrCP", "vzFilter", "fvESg", "vzEntry", "fvRsProv");
        List<JsonNode> all = new ArrayList<>();
        some.siblings().forEach(all::add);
        Collections.shuffle(all, random);
        some.siblings().removeAll();
        some.siblings().addAll(all);
        return "order about " + some.type();
      }
      default -> {
        Found named = pick(tenant, random, "vzBrCP", "fvESg");
        named.attributes().put("descr", "changed").put("nameAlias", "changed");
        return "description of " + named.attributes().path("name");
      }
    }
  }

  /** Asks what was read, at each host and for each kind of connection, as the policy is asked. */
  private static boolean differs(CompiledPolicy policy, RuleBase read) {
    Set<Address> addresses = new TreeSet<>();
    Set<Integer> points = new TreeSet<>(List.of(0, 17 << 16, 6 << 16, 99 << 16));
    addBorders(AddressSet.ANY, addresses);
    for (RuleSet set : policy.ruleSets()) {
      for (Rule rule : set.rules()) {
        addBorders(rule.source().addresses(), addresses);
        addBorders(rule.destination().addresses(), addresses);
        addBorders(services(rule), points);
      }
    }
    policy.servers().forEach(server -> addresses.addAll(server.addresses()));
    for (PlacedFilter placed : read.filters()) {
      for (FilterRule rule : placed.filter().rules()) {
        addBorders(rule.services(), points);
      }
    }
    for (RuleSet set : policy.ruleSets()) {
      for (PolicyServer server : set.servers()) {
        for (Rule.Direction direction : List.of(Rule.Direction.INBOUND, Rule.Direction.OUTBOUND)) {
          if (differs(set, server, direction, read, addresses, points)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean differs(
      RuleSet set,
      PolicyServer server,
      Rule.Direction direction,
      RuleBase read,
      Set<Address> addresses,
      Set<Integer> points) {
    List<PacketFilter> filters =
        read.filters().stream()
            .filter(each -> each.direction() == direction)
            .filter(each -> each.hosts().contains(server.ref().id()))
            .map(PlacedFilter::filter)
            .toList();
    if (filters.size() != 1) {
      return true;
    }
    boolean inbound = direction == Rule.Direction.INBOUND;
    for (Address own : server.addresses()) {
      for (Address peer : addresses) {
        if (peer.v6() != own.v6() || server.addresses().contains(peer)) {
          continue;
        }
        Address from = inbound ? peer : own;
        Address to = inbound ? own : peer;
        List<FilterRule> rules =
            filters.get(0).rules().stream()
                .filter(rule -> rule.source().contains(from) && rule.destination().contains(to))
                .toList();
        List<Rule> wanted =
            set.rules(direction).stream()
                .filter(
                    rule ->
                        rule.source().addresses().contains(from)
                            && rule.destination().addresses().contains(to))
                .toList();
        for (int point : points) {
          if (ServiceLine.protocol(point) != (own.v6() ? 1 : 58)
              && !wanted(wanted, point).equals(actual(rules, filters.get(0), point))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static Outcome wanted(List<Rule> rules, int point) {
    for (Rule rule : rules) {
      if (services(rule).next(point) == point) {
        return new Outcome(rule.action() == Rule.Action.PERMIT, rule.log(), false);
      }
    }
    throw new AssertionError("no rule decides");
  }

  private static Outcome actual(List<FilterRule> rules, PacketFilter filter, int point) {
    for (FilterRule rule : rules) {
      if (rule.services().next(point) == point) {
        return rule.outcome();
      }
    }
    return filter.last().outcome();
  }

  private static Intervals services(Rule rule) {
    return rule.services().isEmpty() ? ServiceLine.ANY : ServiceLine.of(rule.services());
  }

  private static void addBorders(Intervals services, Set<Integer> points) {
    for (int i = 0; i < services.count(); i++) {
      points.add(services.from(i));
      points.add(Math.min(services.to(i), (1 << 24) - 1));
    }
  }

  private static void addBorders(AddressSet set, Set<Address> addresses) {
    for (AddressRange range : set.ranges()) {
      addresses.add(range.first());
      addresses.add(range.last());
      if (range.v6() && range.last().low() != -1) {
        addresses.add(Address.v6(range.last().high(), range.last().low() + 1));
      } else if (!range.v6() && range.last().low() != 0xFFFF_FFFFL) {
        addresses.add(Address.v4((int) range.last().low() + 1));
      }
    }
  }
}
