package org.firebreak.exports.panos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RolloutPhase;
import org.firebreak.core.policy.RolloutPlan;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.MemoryFiles;
import org.firebreak.exports.Probes;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Zone;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.readers.RuleBaseReaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/**
 * Change sets, applied command by command to what a device holds: it ends as if the new files had
 * been loaded, nothing that is missing is ever referred to, and nothing is open that neither bundle
 * permits.
 */
class PanOsChangesTest {
  private static final CompileOptions DAY = CompileOptions.on(LocalDate.of(2026, 1, 1));
  private static final Map<String, String> MAIL =
      Map.of("smtp-gateway", "mail.example.com", "smtp-from", "fw@example.com");
  private static final Map<String, String> PANORAMA =
      Map.of(
          "target", "panorama", "smtp-gateway", "mail.example.com", "smtp-from", "fw@example.com");
  private static final int TAGS = 32;
  private static final int SAMPLES = 1500;

  @TempDir Path folder;

  private final Map<String, AddressSet> addresses = new HashMap<>();
  private final Set<String> ruleSets = new TreeSet<>();
  private int exports;

  /** Whether what both ends permit is permitted in between as well. */
  private boolean uninterrupted;

  /** The message that was sent last. */
  private String at = "the beginning";

  /** Tags of registered addresses, as messages register and unregister them. */
  private static final class Registered {
    private final Map<String, Set<String>> tags = new TreeMap<>();

    void apply(String message) throws Exception {
      Element root =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)))
              .getDocumentElement();
      boolean register = root.getElementsByTagName("register").getLength() == 1;
      assertThat(root.getElementsByTagName("unregister").getLength()).isEqualTo(register ? 0 : 1);
      var entries = root.getElementsByTagName("entry");
      for (int i = 0; i < entries.getLength(); i++) {
        Element entry = (Element) entries.item(i);
        Set<String> own = tags.computeIfAbsent(entry.getAttribute("ip"), key -> new TreeSet<>());
        var members = entry.getElementsByTagName("member");
        for (int m = 0; m < members.getLength(); m++) {
          String tag = members.item(m).getTextContent();
          assertThat(register ? own.add(tag) : own.remove(tag)).as(tag).isTrue();
        }
        assertThat(own.size()).isLessThanOrEqualTo(TAGS);
        if (own.isEmpty()) {
          tags.remove(entry.getAttribute("ip"));
        }
      }
    }

    String message() {
      StringBuilder text = new StringBuilder("<uid-message><payload><register>");
      tags.forEach(
          (address, all) -> {
            text.append("<entry ip=\"").append(address).append("\"><tag>");
            all.forEach(tag -> text.append("<member>").append(tag).append("</member>"));
            text.append("</tag></entry>");
          });
      return text.append("</register></payload></uid-message>").toString();
    }
  }

  private MemoryFiles export(CompiledPolicy policy, String platform, Map<String, String> settings)
      throws Exception {
    for (PolicyServer server : policy.servers()) {
      addresses.merge(
          server.ref().id(),
          AddressSet.of(server.addresses().stream().map(AddressRange::of).toList()),
          AddressSet::union);
    }
    policy.ruleSets().forEach(set -> ruleSets.add(set.id()));
    Path bundle = folder.resolve("b" + exports++);
    BundleWriter.write(bundle, policy, Exporters.byIds(platform), settings, Progress.NONE);
    return MemoryFiles.of(new org.firebreak.exports.FolderFiles(bundle.resolve(platform)));
  }

  private static MemoryFiles changes(String platform, MemoryFiles from, MemoryFiles to)
      throws Exception {
    MemoryFiles changes = new MemoryFiles();
    Exporters.byIds(platform)
        .get(0)
        .changes()
        .orElseThrow()
        .write(from, to, changes, Progress.NONE);
    return changes;
  }

  private static List<String> commandFiles(MemoryFiles files) {
    return files.paths().stream()
        .filter(path -> path.endsWith(".set") && !path.endsWith("-remove.set"))
        .toList();
  }

  private static PanOsDevice device(MemoryFiles files, List<String> paths) {
    PanOsDevice device = new PanOsDevice();
    paths.forEach(path -> files.content().get(path).lines().forEach(device::apply));
    return device;
  }

  /** What a device does, by direction; the own side of host rules is told by the tags alone. */
  private Map<String, PacketFilter> filters(PanOsDevice device, Registered registered)
      throws Exception {
    MemoryFiles files = new MemoryFiles();
    files.content().put("d/x.set", device.commands());
    files.content().put("d/register-1.xml", registered.message());
    StringBuilder hosts = new StringBuilder("rule_set,server_id\n");
    for (String set : ruleSets) {
      addresses.keySet().forEach(id -> hosts.append(set).append(',').append(id).append('\n'));
    }
    files.content().put("d/hosts.csv", hosts.toString());
    RuleBase read =
        RuleBaseReaders.of("panos").orElseThrow().read(files, addresses::get, Progress.NONE);
    assertThat(read.unread()).isEmpty();
    Map<String, PacketFilter> filters = new LinkedHashMap<>();
    for (PlacedFilter filter : read.filters()) {
      String group = filter.name().contains(" ") ? filter.name().split(" ")[0] : filter.name();
      filters.putIfAbsent(group + " " + filter.direction(), filter.filter());
    }
    return filters;
  }

  private void assertNothingOpens(
      Map<String, PacketFilter> now,
      Map<String, PacketFilter> before,
      Map<String, PacketFilter> after,
      Random random) {
    now.forEach(
        (direction, filter) -> {
          List<PacketFilter> ends = new ArrayList<>();
          for (Map<String, PacketFilter> end : List.of(before, after)) {
            if (end.containsKey(direction)) {
              ends.add(end.get(direction));
            }
          }
          List<PacketFilter> all = new ArrayList<>(ends);
          all.add(filter);
          Probes probes = new Probes(all, random);
          for (int i = 0; i < SAMPLES; i++) {
            Probes.Probe probe = probes.next();
            if (Probes.decide(filter, probe).permits()) {
              assertThat(ends)
                  .as("%s %s", direction, probe)
                  .anyMatch(end -> Probes.decide(end, probe).permits());
            } else if (uninterrupted) {
              assertThat(ends.stream().allMatch(end -> Probes.decide(end, probe).permits()))
                  .as("interrupted after %s: %s %s", at, direction, probe)
                  .isFalse();
            }
          }
        });
  }

  /** Applies a change set to one device, which has the files of some paths. */
  private void replay(
      MemoryFiles from,
      MemoryFiles to,
      List<String> fromFiles,
      List<String> toFiles,
      MemoryFiles changes,
      List<String> changeFiles,
      Random random)
      throws Exception {
    PanOsDevice device = device(from, fromFiles);
    PanOsDevice wanted = device(to, toFiles);
    Registered registered = registered(from);
    Registered later = registered(to);
    Map<String, PacketFilter> before = filters(device, registered);
    Map<String, PacketFilter> after = filters(wanted, later);
    boolean dirty = false;
    for (String path : changeFiles) {
      if (path.endsWith(".set")) {
        changes.content().get(path).lines().forEach(device::apply);
        dirty = true;
      } else {
        if (dirty) {
          assertNothingOpens(filters(device, registered), before, after, random);
          dirty = false;
        }
        at = path;
        registered.apply(changes.content().get(path));
        assertNothingOpens(filters(device, registered), before, after, random);
      }
    }
    assertSame(device, wanted);
    assertThat(registered.tags).isEqualTo(later.tags);
  }

  private static void assertSame(PanOsDevice device, PanOsDevice wanted) {
    List<String> missing = new ArrayList<>(wanted.state());
    missing.removeAll(device.state());
    List<String> left = new ArrayList<>(device.state());
    left.removeAll(wanted.state());
    left.removeIf(
        entry -> entry.matches(".*\\bzone \\S+ .network=.*")); // interfaces may be bound to them
    assertThat(left).as("left over; missing: %s", missing).isEmpty();
    assertThat(missing).as("missing").isEmpty();
    assertThat(device.rules()).as("order").isEqualTo(wanted.rules());
  }

  private static Registered registered(MemoryFiles files) throws Exception {
    Registered registered = new Registered();
    for (String path : files.paths()) {
      if (path.matches("(.*/)?register-[0-9]+[.]xml")) {
        registered.apply(files.content().get(path));
      }
    }
    return registered;
  }

  /** Central firewalls: each file is a device, or all are one Panorama. */
  private void central(MemoryFiles from, MemoryFiles to, boolean panorama, Random random)
      throws Exception {
    MemoryFiles changes = changes("panos", from, to);
    if (panorama) {
      replay(from, to, commandFiles(from), commandFiles(to), changes, changes.paths(), random);
      return;
    }
    Map<String, String> older = byRuleSet(from);
    Map<String, String> newer = byRuleSet(to);
    Set<String> all = new TreeSet<>(older.keySet());
    all.addAll(newer.keySet());
    Set<String> left = new TreeSet<>(changes.paths());
    for (String ruleSet : all) {
      String path = newer.getOrDefault(ruleSet, older.get(ruleSet));
      boolean taken = !newer.containsKey(ruleSet) && newer.containsValue(path);
      String change = path.replace(".set", (taken ? "-" + ruleSet : "") + "-change.set");
      left.remove(change);
      replay(
          from,
          to,
          older.containsKey(ruleSet) ? List.of(older.get(ruleSet)) : List.of(),
          newer.containsKey(ruleSet) ? List.of(newer.get(ruleSet)) : List.of(),
          changes,
          changes.content().containsKey(change) ? List.of(change) : List.of(),
          random);
    }
    assertThat(left).isEmpty();
  }

  private static Map<String, String> byRuleSet(MemoryFiles files) {
    Map<String, String> paths = new TreeMap<>();
    for (String path : commandFiles(files)) {
      Matcher matcher =
          Pattern.compile("\"Firebreak rule set ([^\";]+)").matcher(files.content().get(path));
      assertThat(matcher.find()).isTrue();
      paths.put(matcher.group(1), path);
    }
    return paths;
  }

  /** Firewalls in front of hosts: all classes of a tenant stand behind one. */
  private void hosts(MemoryFiles from, MemoryFiles to, Random random) throws Exception {
    MemoryFiles changes = changes("panos-vm", from, to);
    List<String> order = new ArrayList<>(changes.paths());
    order.sort(Comparator.comparingInt(PanOsChangesTest::step));
    replay(from, to, commandFiles(from), commandFiles(to), changes, order, random);
  }

  private static int step(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.matches("[0-4]-.*") ? 2 * (name.charAt(0) - '0') : 3;
  }

  /** Which of two servers with one address is meant cannot be told by address. */
  private static Design distinct(Design design) {
    Set<String> seen = new HashSet<>();
    for (Zone zone : design.getZones()) {
      for (ServerGroup group : zone.getGroups()) {
        for (Server server : group.getServers()) {
          server.setAddresses(server.getAddresses().stream().filter(seen::add).toList());
        }
      }
    }
    return design;
  }

  private static void change(Design design, Random random) {
    List<ServerGroup> groups = new ArrayList<>();
    for (Zone zone : design.getZones()) {
      groups.addAll(zone.getGroups());
    }
    for (int i = 0; i < 3; i++) {
      design.getFlows().remove(random.nextInt(design.getFlows().size()));
      ServerGroup from = groups.get(random.nextInt(groups.size()));
      if (!from.getServers().isEmpty()) {
        Server moved = from.getServers().get(0);
        groups.get(random.nextInt(groups.size())).getServers().add(moved);
      }
    }
    ServerGroup shrunk = groups.get(random.nextInt(groups.size()));
    if (shrunk.getServers().size() > 1) {
      EcoreUtil.delete(shrunk.getServers().get(1), true);
    }
    for (ServerGroup group : groups.subList(0, 2)) {
      group.getServers().stream().skip(1).findFirst().ifPresent(each -> each.setQuarantined(true));
    }
    design.getFlows().move(0, design.getFlows().size() - 1);
    design.getFlows().get(1).setJustification("Another reason");
    design.getServices().get(random.nextInt(design.getServices().size())).setName("renamed");
    design.getTripwires().get(0).setNotify(List.of("soc@example.com", "second@example.com"));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @CsvSource({
    "GROUP,1",
    "GROUP,2",
    "HYBRID,3",
    "HYBRID,4",
    "GROUP,5",
    "MICRO,6",
    "HYBRID,7",
    "GROUP,8"
  })
  void changedDesignIsReachedAndLeftAgainOnCentralFirewalls(StrategyKind strategy, long seed)
      throws Exception {
    boolean panorama = seed % 2 == 0;
    Map<String, String> settings = panorama ? PANORAMA : MAIL;
    Design design = RandomDesign.of(strategy, 40, seed);
    Random random = new Random(seed);
    MemoryFiles older = export(PolicyCompiler.compile(design, DAY), "panos", settings);
    change(design, random);
    MemoryFiles newer = export(PolicyCompiler.compile(design, DAY), "panos", settings);
    MemoryFiles other =
        export(
            PolicyCompiler.compile(RandomDesign.withTenants(strategy, 30, seed + 100), DAY),
            "panos",
            settings);
    for (MemoryFiles to : List.of(newer, other)) {
      central(older, to, panorama, random);
      central(to, older, panorama, random);
    }
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @CsvSource({"MICRO,1", "MICRO,2", "HYBRID,3", "HYBRID,4", "MICRO,5", "MICRO,6"})
  void changedDesignIsReachedAndLeftAgainAtHosts(StrategyKind strategy, long seed)
      throws Exception {
    Map<String, String> settings = seed % 2 == 0 ? PANORAMA : MAIL;
    Design design = distinct(RandomDesign.of(strategy, 20, seed));
    Random random = new Random(seed);
    MemoryFiles older = export(PolicyCompiler.compile(design, DAY), "panos-vm", settings);
    change(design, random);
    MemoryFiles newer = export(PolicyCompiler.compile(design, DAY), "panos-vm", settings);
    MemoryFiles other =
        export(
            PolicyCompiler.compile(distinct(RandomDesign.of(strategy, 20, seed + 100)), DAY),
            "panos-vm",
            settings);
    for (MemoryFiles to : List.of(newer, other)) {
      hosts(older, to, random);
      hosts(to, older, random);
    }
  }

  /** The class of a host is called after its rules, so that its tag is another one then. */
  @Test
  void hostsWhoseRulesChangeKeepTheConnectionsThatBothBundlesPermit() throws Exception {
    uninterrupted = true;
    DesignBuilder builder = new DesignBuilder("shop", StrategyKind.MICRO);
    Zone zone = builder.zone("Shop");
    for (String name : List.of("web", "app", "db")) {
      ServerGroup group = builder.group(zone, name);
      for (int i = 1; i <= 2; i++) {
        builder.server(group, name + i, "10.0." + zone.getGroups().size() + "." + i);
      }
    }
    builder.flow("web", "app", "tcp/8080");
    builder.flow("web", "app", "tcp/9090");
    builder.flow("app", "db", "tcp/5432");
    MemoryFiles older = export(PolicyCompiler.compile(builder.design(), DAY), "panos-vm", MAIL);
    builder.design().getFlows().remove(1);
    MemoryFiles newer = export(PolicyCompiler.compile(builder.design(), DAY), "panos-vm", MAIL);

    assertThat(changes("panos-vm", older, newer).paths())
        .contains("shared/1-register-1.xml", "shared/3-unregister-1.xml")
        .doesNotContain("shared/1-unregister-1.xml", "shared/3-register-1.xml");
    hosts(older, newer, new Random(1));
    hosts(newer, older, new Random(1));
  }

  /** The phases of a roll-out in their order, zone by zone. */
  private static List<RolloutPlan> phases(Design design) {
    String zone = design.getZones().get(0).getId();
    RolloutPlan monitor = RolloutPlan.of(RolloutPhase.MONITOR);
    RolloutPlan alert = RolloutPlan.of(RolloutPhase.ALERT);
    return List.of(
        monitor,
        monitor.with(zone, RolloutPhase.ALERT),
        alert,
        alert.with(zone, RolloutPhase.ENFORCE),
        RolloutPlan.ENFORCED);
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @CsvSource({"GROUP,1", "HYBRID,2", "MICRO,3"})
  void phasesOfTheRollOutAreReachedAndLeftAgain(StrategyKind strategy, long seed) throws Exception {
    Map<String, String> settings = seed % 2 == 0 ? PANORAMA : MAIL;
    Random random = new Random(seed);
    Design design = distinct(RandomDesign.of(strategy, 20, seed));
    for (String platform : List.of("panos", "panos-vm")) {
      MemoryFiles older = null;
      for (RolloutPlan plan : phases(design)) {
        MemoryFiles newer =
            export(PolicyCompiler.compile(design, DAY.withRollout(plan)), platform, settings);
        if (older != null && !newer.paths().isEmpty()) {
          walk(platform, older, newer, seed % 2 == 0, random);
          walk(platform, newer, older, seed % 2 == 0, random);
        }
        older = newer;
      }
    }
  }

  private void walk(
      String platform, MemoryFiles from, MemoryFiles to, boolean panorama, Random random)
      throws Exception {
    if (platform.equals("panos")) {
      central(from, to, panorama, random);
    } else {
      hosts(from, to, random);
    }
  }

  @Test
  void addressesWithoutTagsAreDeniedUnlessEveryClassIsMonitored() throws Exception {
    Design design = RandomDesign.of(StrategyKind.MICRO, 20, 3);
    RolloutPlan monitored = RolloutPlan.of(RolloutPhase.MONITOR);
    String zone = design.getZones().get(0).getId();
    for (RolloutPlan plan :
        List.of(monitored, monitored.with(zone, RolloutPhase.ENFORCE), RolloutPlan.ENFORCED)) {
      MemoryFiles files =
          export(PolicyCompiler.compile(design, DAY.withRollout(plan)), "panos-vm", MAIL);
      Set<String> actions = new TreeSet<>();
      for (String path : commandFiles(files)) {
        files
            .content()
            .get(path)
            .lines()
            .filter(line -> line.contains("default-security-rules"))
            .forEach(line -> actions.add(line.replaceFirst(".* action (\\S+) .*", "$1")));
      }
      assertThat(actions).containsExactly(plan == monitored ? "allow" : "deny");
    }
  }

  @Test
  void nothingIsWrittenIfNothingDiffers() throws Exception {
    CompiledPolicy policy =
        PolicyCompiler.compile(RandomDesign.of(StrategyKind.HYBRID, 40, 3), DAY);
    for (String platform : List.of("panos", "panos-vm")) {
      MemoryFiles bundle = export(policy, platform, MAIL);
      assertThat(changes(platform, bundle, bundle).paths()).isEmpty();
    }
  }
}
