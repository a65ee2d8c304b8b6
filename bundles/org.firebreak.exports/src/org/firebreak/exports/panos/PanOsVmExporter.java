package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RoutingDomain;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Capability;
import org.firebreak.exports.ChangeWriter;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.ExportRequest;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.PlainText;
import org.firebreak.exports.RuleDescriptions;
import org.firebreak.exports.Slugs;
import org.firebreak.model.EnforcementKind;

/**
 * Exports to VM-Series firewalls in front of single hosts. Rules select their ends by tags of
 * addresses, so that a new server gets its rules when its address is registered.
 *
 * <pre>
 * TENANT/NAME.set, .xml, -remove.set  rules of one class of hosts, see {@link PanOsExporter}
 * TENANT/register-1.xml …             registers the tags of all addresses
 * TENANT/remove/unregister-1.xml …    takes them away
 * TENANT/hosts.csv                    which host has which rules
 * </pre>
 */
public final class PanOsVmExporter implements Exporter {
  private static final int FILE_NAME = 60;

  @Override
  public String id() {
    return "panos-vm";
  }

  @Override
  public String title() {
    return "PAN-OS VM-Series";
  }

  @Override
  public String description() {
    return "VM-Series firewalls in front of hosts: rules by tag, and the tags of every address.";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("vm-series", "panos vm", "palo alto vm-series");
  }

  @Override
  public List<ExportOption> options() {
    return PanOsOptions.HOSTS;
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.CENTRAL, Capability.ENDS_CONNECTIONS));
  }

  @Override
  public Optional<ChangeWriter> changes() {
    return Optional.of(new PanOsChanges(true));
  }

  @Override
  public void export(ExportRequest request, ExportSink sink, Progress progress) throws IOException {
    PanOsSettings settings = PanOsSettings.of(id(), request.options());
    for (String zone : List.of("zone-hosts", "zone-network")) {
      PanOsSettings.check(
          id(), zone, PanOsSettings.isName(request.options().text(zone), PanOsNames.ZONE));
    }
    Map<RoutingDomain, List<RuleSet>> byDomain =
        request.ruleSets().stream()
            .filter(set -> set.kind() == EnforcementKind.HOST)
            .collect(
                Collectors.groupingBy(RuleSet::domain, LinkedHashMap::new, Collectors.toList()));
    Map<Integer, String> folders = new LinkedHashMap<>();
    new Slugs('-', FILE_NAME)
        .distinct(
            request.policy().domains(),
            domain -> domain.isShared() ? "" : domain.tenant().id(),
            RoutingDomain::name,
            domain -> domain.place().namesake())
        .values()
        .forEach(folder -> folders.put(folders.size(), folder));
    Capacities capacities = Capacities.of(id(), request.options(), Capacities.LARGEST_VIRTUAL);
    progress.begin(title(), request.ruleSets().size());
    for (Map.Entry<RoutingDomain, List<RuleSet>> each : byDomain.entrySet()) {
      new Domain(
              request,
              settings,
              capacities,
              sink,
              each.getKey(),
              each.getValue(),
              folders.get(each.getKey().index()))
          .export(progress);
    }
  }

  /** One routing domain, whose tags and names are its own. */
  private final class Domain {
    private final ExportRequest request;
    private final PanOsSettings settings;
    private final Capacities capacities;
    private final ExportSink sink;
    private final RoutingDomain domain;
    private final List<RuleSet> sets;
    private final String folder;
    private final Map<String, String> names;

    Domain(
        ExportRequest request,
        PanOsSettings settings,
        Capacities capacities,
        ExportSink sink,
        RoutingDomain domain,
        List<RuleSet> sets,
        String folder) {
      this.request = request;
      this.settings = settings;
      this.capacities = capacities;
      this.sink = sink;
      this.domain = domain;
      this.sets = sets;
      this.folder = folder;
      names = new Slugs('-', FILE_NAME).distinct(sets, RuleSet::id, RuleSet::name);
    }

    void export(Progress progress) throws IOException {
      CompiledPolicy policy = request.policy();
      GroupMembers members = new GroupMembers(policy, domain);
      DynamicGroups groups =
          new DynamicGroups(
              settings.tag(),
              request.options().integer(PanOsOptions.TAGS_PER_ADDRESS),
              members,
              sets);
      groups.report(id(), sink);
      List<Rule> rules = sets.stream().flatMap(set -> set.rules().stream()).toList();
      AddressObjects addresses = new AddressObjects(members, rules, groups.filters());
      ServiceObjects services = new ServiceObjects(rules);
      IcmpApplications icmp = new IcmpApplications(rules);
      RuleDescriptions descriptions = new RuleDescriptions(policy);
      Rule unmatched = unmatched();
      Map<String, FirewallUse> firewalls = new LinkedHashMap<>();
      boolean first = true;
      for (RuleSet set : sets) {
        progress.check();
        PanOsLimitations limitations = new PanOsLimitations(id(), set, sink);
        if (first) {
          limitations.references(settings);
          limitations.ipv6();
          first = false;
        }
        HostEnds ends =
            new HostEnds(
                set,
                groups,
                addresses,
                request.options().text("zone-hosts"),
                request.options().text("zone-network"),
                settings.tag());
        String prefix = set.id().replaceFirst("^host-", "") + "-";
        Configuration configuration =
            new Configuration(
                policy,
                set,
                settings,
                ends,
                services,
                icmp,
                descriptions,
                limitations,
                prefix,
                "Firebreak rule set "
                    + set.id()
                    + "; hosts in zone "
                    + ends.hostZone()
                    + "; network in zone "
                    + ends.networkZone());
        configuration.unmatchedAs(unmatched);
        FirewallUse firewall =
            firewalls.computeIfAbsent(
                isShared() ? "" : set.id(), key -> firewall(set, groups.tags().size()));
        firewall.holds(capacities.of(policy, set.enforcementPoint()));
        Writing.write(
            configuration,
            place(set),
            sink,
            folder + "/" + names.get(set.id()),
            "the hosts of " + PlainText.oneLine(set.name(), 200),
            firewall);
        progress.worked(1);
      }
      for (FirewallUse firewall : firewalls.values()) {
        firewall.report(sink);
      }
      new RegistrationFiles(sink, folder).write(groups.tags());
      writeHosts();
    }

    /**
     * What becomes of addresses without tags: denied if any class denies what none of its rules
     * matches, because all classes behind one firewall share its default rules.
     */
    private Rule unmatched() {
      List<Rule> last = sets.stream().map(set -> set.rules().get(set.rules().size() - 1)).toList();
      return last.stream()
          .filter(rule -> rule.action() == Rule.Action.DENY)
          .findFirst()
          .orElse(last.get(0));
    }

    /** Whether each firewall gets the rules of all classes, as all of a device group do. */
    private boolean isShared() {
      return settings.onPanorama() && !request.options().text("device-groups").equals("class");
    }

    private FirewallUse firewall(RuleSet set, int registered) {
      FirewallUse firewall =
          new FirewallUse(
              id(),
              isShared()
                  ? "each firewall of device group " + place(set).deviceGroup()
                  : "the firewall of the hosts of " + PlainText.oneLine(set.name(), 200));
      firewall.register(registered);
      return firewall;
    }

    private Place place(RuleSet set) {
      boolean byClass = request.options().text("device-groups").equals("class");
      String name = byClass ? folder + "-" + names.get(set.id()) : folder;
      return Places.of(settings, request.policy(), domain, name);
    }

    private void writeHosts() throws IOException {
      try (ExportFile csv = sink.open(folder + "/hosts.csv", "Which host has which rules")) {
        csv.write("server,addresses,file,rule_set,server_id\n");
        for (RuleSet set : sets) {
          for (PolicyServer server : set.servers()) {
            csv.write(cell(server.ref().name())).write(",");
            csv.write(
                server.addresses().stream()
                    .map(Address::toString)
                    .collect(Collectors.joining(" ")));
            csv.write("," + folder + "/" + names.get(set.id()) + "," + set.id() + ",");
            csv.write(cell(server.ref().id())).newLine();
          }
        }
      }
    }
  }

  /** One line without quotes in it; an apostrophe keeps spreadsheets from seeing a formula. */
  private static String cell(String text) {
    String line = PlainText.oneLine(text, 200);
    return (line.matches("[=+@-].*") ? "'" + line : line).contains(",")
        ? '"' + line + '"'
        : line.matches("[=+@-].*") ? "'" + line : line;
  }
}
