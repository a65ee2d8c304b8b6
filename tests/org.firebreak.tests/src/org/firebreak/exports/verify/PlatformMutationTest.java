package org.firebreak.exports.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterDifference;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.Connection;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Capability;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.Probes;
import org.firebreak.exports.Probes.Probe;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.bundle.BundleVerifier;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Zone;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.RuleBaseException;
import org.firebreak.rulebase.readers.RuleBaseReaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One rule or object of an exported artefact is changed at random: verification finds every change
 * of meaning, and each counter-example that it gives is one. Whether a change has a meaning is
 * judged by probes at the borders of all rules; whether a counter-example is one, by the rules of
 * the policy themselves.
 */
class PlatformMutationTest {
  private static final int MUTATIONS = 36;
  private static final int PROBES = 250;

  @TempDir Path folder;

  private CompiledPolicy policy;
  private Set<Capability> capabilities;

  /**
   * Artefacts to change.
   *
   * @param name what they are
   * @param files which files of the platform are changed
   * @param without which files are taken away before, since they say the same in another form
   */
  private record Subject(
      String name,
      String platform,
      StrategyKind strategy,
      boolean plain,
      String files,
      String without,
      Mutator mutator) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Subject of(
      String name,
      String platform,
      StrategyKind strategy,
      String files,
      String without,
      Mutator mutator) {
    return new Subject(name, platform, strategy, false, files, without, mutator);
  }

  private static Subject plain(String name, String platform, String files, Mutator mutator) {
    return new Subject(name, platform, StrategyKind.MICRO, true, files, "", mutator);
  }

  private static final String[] PANOS = {
    "action allow", "action deny",
    "action deny", "action allow",
    "log-end yes", "log-end no",
    "log-end no", "log-end yes",
    " source \\S+", " source any",
    " destination (?!any)\\S+", " destination any",
    " service (?!any|\\[)\\S+", " service any",
    " service \\[[^\\]]*\\]", " service any",
    " port (\\d{1,4})", " port 1$1",
    "/32", "/31",
    "from any", "from nowhere",
    " static \\[ \\S+", " static ["
  };

  private static final String[] PANOS_XML = {
    "<action>allow", "<action>deny",
    "<action>deny", "<action>allow",
    "<log-end>yes", "<log-end>no",
    "<log-end>no", "<log-end>yes",
    "(<source>\\s*<member>)[^<]*", "$1any",
    "(<destination>\\s*<member>)[^<]*", "$1any",
    "(<service>\\s*<member>)[^<]*", "$1any",
    "<port>(\\d{1,4})", "<port>1$1",
    "/32<", "/31<"
  };

  private static final Map<String, String> AWS =
      Map.of("tcp", "udp", "udp", "tcp", "Ingress", "Egress");
  private static final Map<String, String> AZURE =
      Map.of(
          "Allow",
          "Deny",
          "Deny",
          "Allow",
          "Tcp",
          "Udp",
          "Udp",
          "Tcp",
          "Inbound",
          "Outbound",
          "Outbound",
          "Inbound");
  private static final Map<String, String> GCP =
      Map.of("tcp", "udp", "udp", "tcp", "INGRESS", "EGRESS");

  static Stream<Subject> subjects() {
    String panosRule =
        "^set (vsys \\S+ )?(rulebase security rules|address|address-group|service|service-group)"
            + " [^\\n"
            + "]*\\n";
    String xmlRule =
        "^ *<entry name=\"[^\"]*\">\\s*<(from|ip-netmask|static|protocol)>.*?</entry>\\n";
    String[] nft = {
      " accept", " drop",
      " drop", " accept",
      "ip6? [sd]addr @\\S+ ", "",
      "dport (\\d{1,4}) ", "dport 1$1 ",
      "log prefix \"[^\"]*\"( level \\w+)? ", "",
      "(\\d+[.]\\d+)[.](\\d)", "$1.1$2"
    };
    String[] iptables = {
      "-j ACCEPT", "-j DROP",
      "-j DROP", "-j ACCEPT",
      "-m set --match-set \\S+ (src|dst)(,dst)? ", "",
      "-[sd] [0-9./]+ ", "",
      "dport (\\d{1,4}) ", "dport 1$1 ",
      "firebreak:alert", "firebreak:deny",
      "(add \\S+ \\d+[.]\\d+)[.](\\d)", "$1.1$2"
    };
    return Stream.of(
        of(
            "nftables of hosts",
            "nftables",
            StrategyKind.MICRO,
            "hosts/.*[.]nft",
            "",
            Mutator.ofBlocks(
                "^ +(?!icmpv6|ct |.ifname|type |flags |comment |elements)[a-z0-9][^{}\\n]*\\n",
                nft)),
        of(
            "iptables of hosts",
            "iptables",
            StrategyKind.MICRO,
            "hosts/.*/rules.v[46]",
            "",
            Mutator.ofBlocks("^-A (?![^\\n]*(conntrack|-[io] lo))[^\\n]*\\n", iptables)),
        of(
            "sets of iptables",
            "iptables",
            StrategyKind.HYBRID,
            ".*[.]ipset",
            "",
            Mutator.ofBlocks("^add [^\\n]*\\n", iptables)),
        of(
            "set commands",
            "panos",
            StrategyKind.GROUP,
            ".*(?<!-remove)[.]set",
            ".*[.]xml",
            Mutator.ofBlocks(panosRule, PANOS)),
        of(
            "XML",
            "panos",
            StrategyKind.GROUP,
            ".*[.]xml",
            ".*[.]set",
            Mutator.ofBlocks(xmlRule, PANOS_XML)),
        of(
            "set commands of hosts",
            "panos-vm",
            StrategyKind.MICRO,
            ".*(?<!-remove)[.]set",
            "(?!.*register-).*[.]xml",
            Mutator.ofBlocks(panosRule, PANOS)),
        of(
            "XML of hosts",
            "panos-vm",
            StrategyKind.MICRO,
            "(?!.*register-).*[.]xml",
            ".*[.]set",
            Mutator.ofBlocks(xmlRule, PANOS_XML)),
        of(
            "registered tags",
            "panos-vm",
            StrategyKind.MICRO,
            "shared/register-\\d+[.]xml",
            "",
            Mutator.ofBlocks("^ *<member>[^\\n]*\\n", "[.]group[.]", ".net.")),
        plain(
            "CloudFormation",
            "aws",
            ".*cloudformation/.*[.]json",
            Mutator.ofJson("IpProtocol", AWS)),
        plain("Azure", "azure", ".*template.*[.]json", Mutator.ofJson("access", AZURE)),
        plain("Google Cloud", "gcp", ".*firewalls.*[.]json", Mutator.ofJson("priority", GCP)),
        plain(
            "PowerShell",
            "windows",
            "hosts/.*[.]ps1",
            Mutator.ofBlocks(
                "^  @\\{\\n.*?\\n  \\}\\n",
                "'TCP'",
                "'UDP'",
                "'UDP'",
                "'TCP'",
                "'Inbound'",
                "'Outbound'",
                "'Outbound'",
                "'Inbound'",
                "RemoteAddress = [^\\n]*",
                "RemoteAddress = 'Any'",
                "Port = @[(]'(\\d{1,4})",
                "Port = @('1$1",
                "Protocol = '(TCP|UDP)'",
                "Action = 'Block'\n    Protocol = '$1'")));
  }

  /** What every platform can say: one address a server, ports, nothing logged on its own. */
  private static Design plainDesign(long seed) {
    Random random = new Random(seed);
    DesignBuilder builder = new DesignBuilder("plain " + seed, StrategyKind.MICRO);
    List<String> ends = new ArrayList<>();
    int number = 0;
    for (int z = 0; z < 3; z++) {
      Zone zone = builder.zone("zone" + z);
      ends.add("zone" + z);
      for (int g = 0; g < 2; g++) {
        ServerGroup group = builder.group(zone, "group" + z + g);
        ends.add("group" + z + g);
        for (int s = 0; s <= random.nextInt(3); s++) {
          number++;
          builder.server(group, "server" + number, "10.0." + z + "." + number);
        }
      }
    }
    builder.external("partner", "198.51.100.0/24");
    ends.add("partner");
    String[] services = {"tcp/443", "tcp/22", "tcp/8000-8100", "udp/53", "udp/514"};
    for (int i = 0; i < 10; i++) {
      builder.flow(
          ends.get(random.nextInt(ends.size())),
          ends.get(random.nextInt(ends.size())),
          services[random.nextInt(services.length)]);
    }
    builder.tripwire("Shells", Severity.HIGH, "tcp/23");
    return builder.design();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("subjects")
  void findsEveryChangeOfMeaningAndNoOther(Subject subject) throws Exception {
    int changed = 0;
    int unchanged = 0;
    for (long seed = 1; seed <= 2; seed++) {
      Design design =
          subject.plain() ? plainDesign(seed) : RandomDesign.of(subject.strategy(), 10, seed);
      policy = PolicyCompiler.compile(design, CompileOptions.on(LocalDate.of(2026, 1, 1)));
      capabilities = Exporters.byIds(subject.platform()).get(0).capabilities();
      Path bundle = folder.resolve("b" + seed);
      BundleWriter.write(
          bundle, policy, Exporters.byIds(subject.platform()), Map.of(), Progress.NONE);
      FolderFiles artefacts = new FolderFiles(bundle.resolve(subject.platform()));
      for (String path : artefacts.paths()) {
        if (path.matches(subject.without())) {
          Files.delete(artefacts.folder().resolve(path));
        }
      }
      Map<String, PacketFilter> before = read(subject.platform(), artefacts).orElseThrow();
      List<String> paths =
          artefacts.paths().stream().filter(path -> path.matches(subject.files())).toList();
      assertThat(paths).isNotEmpty();
      Random random = new Random(seed);
      for (int i = 0; i < MUTATIONS; i++) {
        Path file = artefacts.folder().resolve(paths.get(random.nextInt(paths.size())));
        String text = Files.readString(file);
        String mutant = subject.mutator().mutate(text, random);
        Files.writeString(file, mutant);
        try {
          if (check(bundle, subject.platform(), artefacts, before, random)) {
            changed++;
          } else {
            unchanged++;
          }
        } catch (AssertionError e) {
          throw new AssertionError(
              "seed "
                  + seed
                  + ", mutation "
                  + i
                  + " of "
                  + file.getFileName()
                  + ": "
                  + difference(text, mutant)
                  + "\n"
                  + e.getMessage(),
              e);
        }
        Files.writeString(file, text);
      }
    }
    assertThat(changed).as("changes of meaning").isGreaterThan(MUTATIONS / 4);
    assertThat(unchanged).as("changes without meaning").isPositive();
  }

  @Test
  void twoFormsThatDisagreeAreReported() throws Exception {
    policy = PolicyCompiler.compile(plainDesign(1), CompileOptions.on(LocalDate.of(2026, 1, 1)));
    Path bundle = folder.resolve("forms");
    BundleWriter.write(bundle, policy, Exporters.byIds("panos-vm"), Map.of(), Progress.NONE);
    Path file;
    try (Stream<Path> files = Files.list(bundle.resolve("panos-vm/shared"))) {
      file =
          files
              .filter(each -> each.toString().matches(".*(?<!-remove)[.]set"))
              .sorted()
              .findFirst()
              .orElseThrow();
    }
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("action allow", "action deny"));
    PlatformVerification found =
        BundleVerifier.verify(policy, bundle, Progress.NONE).platforms().get(0);
    assertThat(found.holds()).isFalse();
    assertThat(found.mismatches()).hasAtLeastOneElementOfType(Mismatch.Several.class);
    assertThat(found.mismatches().get(0).text()).contains("the artefact has several filters");
  }

  /** Whether the meaning changed, as far as probes tell or because something was not understood. */
  private boolean check(
      Path bundle,
      String platform,
      FolderFiles artefacts,
      Map<String, PacketFilter> before,
      Random random)
      throws Exception {
    PlatformVerification found =
        BundleVerifier.verify(policy, bundle, Progress.NONE).platforms().get(0);
    var read = read(platform, artefacts);
    if (read.isEmpty()) {
      assertThat(found.unread()).isNotEmpty();
      return true;
    }
    Map<String, PacketFilter> after = read.get();
    if (!after.keySet().equals(before.keySet())) {
      assertThat(found.holds()).isFalse();
      return true;
    }
    boolean differs = false;
    for (RuleSet set : policy.ruleSets()) {
      for (Rule.Direction direction : Rule.Direction.values()) {
        for (String key : keys(set, direction)) {
          if (after.containsKey(key)) {
            Probe probe = differing(set, direction, key, before.get(key), after.get(key), random);
            if (probe != null) {
              differs = true;
              assertThat(!found.holds() || !found.declared().isEmpty())
                  .as("%s %s is not reported", key, probe)
                  .isTrue();
            }
          }
        }
      }
    }
    for (Mismatch mismatch : found.mismatches()) {
      assertThat(mismatch).isInstanceOfAny(Mismatch.Decision.class, Mismatch.More.class);
      if (mismatch instanceof Mismatch.Decision decision) {
        differs = true;
        assertCounterExample(decision, after);
      }
    }
    assertThat(found.holds()).isEqualTo(found.mismatches().isEmpty());
    return differs;
  }

  private void assertCounterExample(Mismatch.Decision decision, Map<String, PacketFilter> after) {
    FilterDifference difference = decision.difference();
    Probe probe = new Probe(difference.source(), difference.destination(), difference.point());
    List<String> keys =
        decision.hosts().isEmpty()
            ? keys(decision.ruleSet(), decision.direction())
            : decision.hosts().stream().map(host -> host.id() + decision.direction()).toList();
    for (String key : keys) {
      PacketFilter filter = after.get(key);
      if (decision.hosts().size() <= 1 || isOwn(key, decision.direction(), probe)) {
        assertThat(masked(Probes.decide(filter, probe)))
            .as(decision.text())
            .isNotEqualTo(masked(expected(decision.ruleSet(), decision.direction(), probe)));
      }
    }
  }

  private boolean isOwn(String key, Rule.Direction direction, Probe probe) {
    Address own = direction == Rule.Direction.INBOUND ? probe.destination() : probe.source();
    return policy.servers().stream()
        .filter(server -> key.startsWith(server.ref().id()))
        .anyMatch(server -> server.addresses().contains(own));
  }

  private static List<String> keys(RuleSet set, Rule.Direction direction) {
    return set.servers().isEmpty()
        ? List.of(set.id() + direction)
        : set.servers().stream().map(server -> server.ref().id() + direction).toList();
  }

  /** A connection that the artefact decided as the policy does, and now decides otherwise. */
  private Probe differing(
      RuleSet set,
      Rule.Direction direction,
      String key,
      PacketFilter before,
      PacketFilter after,
      Random random) {
    List<Address> own =
        policy.servers().stream()
            .filter(server -> key.startsWith(server.ref().id()))
            .flatMap(server -> server.addresses().stream())
            .toList();
    if (direction != Rule.Direction.FORWARD && own.isEmpty()) {
      return null;
    }
    Probes probes = new Probes(List.of(before, after), random);
    for (int i = 0; i < PROBES; i++) {
      Probe probe = probes.next();
      if (direction != Rule.Direction.FORWARD) {
        boolean inbound = direction == Rule.Direction.INBOUND;
        Address side = own.get(random.nextInt(own.size()));
        Address peer = inbound ? probe.source() : probe.destination();
        if (side.v6() != peer.v6() || own.contains(peer)) {
          continue;
        }
        probe = new Probe(inbound ? peer : side, inbound ? side : peer, probe.point());
      }
      Outcome was = masked(Probes.decide(before, probe));
      Outcome is = masked(Probes.decide(after, probe));
      if (!was.equals(is) && was.equals(masked(expected(set, direction, probe)))) {
        return probe;
      }
    }
    return null;
  }

  /** What the rules of the policy say of a connection. */
  private static Outcome expected(RuleSet set, Rule.Direction direction, Probe probe) {
    int point = probe.point();
    int protocol = ServiceLine.protocol(point);
    Connection connection =
        new Connection(
            set.domain(),
            probe.source(),
            probe.destination(),
            protocol,
            ServiceLine.port(point),
            ServiceLine.icmpType(point),
            ServiceLine.icmpCode(point));
    for (Rule rule : set.rules(direction)) {
      if (rule.matches(connection)) {
        return new Outcome(rule.action() == Rule.Action.PERMIT, rule.log(), rule.alert() != null);
      }
    }
    return Outcome.DENY_LOG;
  }

  private Outcome masked(Outcome outcome) {
    return new Outcome(
        outcome.permits(),
        outcome.logs() && capabilities.contains(Capability.LOG),
        outcome.alerts() && capabilities.contains(Capability.ALERT));
  }

  /** Filters by rule set or host, and direction; empty if something was not understood. */
  private Optional<Map<String, PacketFilter>> read(String platform, FolderFiles files)
      throws Exception {
    Map<String, AddressSet> hosts = new HashMap<>();
    for (PolicyServer server : policy.servers()) {
      hosts.put(
          server.ref().id(),
          AddressSet.of(server.addresses().stream().map(AddressRange::of).toList()));
    }
    RuleBase read;
    try {
      read =
          RuleBaseReaders.of(platform)
              .orElseThrow()
              .read(files, host -> hosts.getOrDefault(host, AddressSet.EMPTY), Progress.NONE);
    } catch (RuleBaseException e) {
      return Optional.empty();
    }
    if (!read.unread().isEmpty()) {
      return Optional.empty();
    }
    Map<String, PacketFilter> filters = new LinkedHashMap<>();
    for (PlacedFilter filter : read.filters()) {
      if (filter.direction() == Rule.Direction.FORWARD) {
        filters.put(filter.ruleSet() + filter.direction(), filter.filter());
      }
      filter.hosts().forEach(host -> filters.put(host + filter.direction(), filter.filter()));
    }
    return Optional.of(filters);
  }

  private static String difference(String text, String mutant) {
    List<String> gone = new ArrayList<>(text.lines().toList());
    mutant.lines().forEach(gone::remove);
    List<String> come = new ArrayList<>(mutant.lines().toList());
    text.lines().forEach(come::remove);
    return gone + " -> " + come;
  }
}
