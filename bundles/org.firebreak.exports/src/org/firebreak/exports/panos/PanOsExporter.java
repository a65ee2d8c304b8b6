package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Capability;
import org.firebreak.exports.ChangeWriter;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.ExportRequest;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.PlainText;
import org.firebreak.exports.RuleDescriptions;
import org.firebreak.exports.Slugs;
import org.firebreak.model.EnforcementKind;

/**
 * Exports to PAN-OS for central firewalls.
 *
 * <pre>
 * central/NAME.set         zones, objects, log forwarding, rules, as commands
 * central/NAME.xml         the same as XML
 * central/NAME-remove.set  deletes what the other files create, except zones
 * </pre>
 */
public final class PanOsExporter implements Exporter {
  private static final int FILE_NAME = 60;

  @Override
  public String id() {
    return "panos";
  }

  @Override
  public String title() {
    return "PAN-OS";
  }

  @Override
  public String description() {
    return "Palo Alto Networks firewalls: set commands and XML for the central pair or Panorama.";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("pan-os", "paloalto", "palo alto", "palo alto networks");
  }

  @Override
  public List<ExportOption> options() {
    return PanOsOptions.CENTRAL;
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.HOSTS, Capability.ENDS_CONNECTIONS));
  }

  @Override
  public Optional<ChangeWriter> changes() {
    return Optional.of(new PanOsChanges(false));
  }

  @Override
  public void export(ExportRequest request, ExportSink sink, Progress progress) throws IOException {
    PanOsSettings settings = PanOsSettings.of(id(), request.options());
    List<RuleSet> sets =
        request.ruleSets().stream().filter(set -> set.kind() == EnforcementKind.CENTRAL).toList();
    Map<String, String> names =
        new Slugs('-', FILE_NAME).distinct(sets, RuleSet::name, RuleSet::name);
    RuleDescriptions descriptions = new RuleDescriptions(request.policy());
    Capacities capacities = Capacities.of(id(), request.options(), Capacities.LARGEST);
    Map<String, FirewallUse> firewalls = new LinkedHashMap<>();
    progress.begin("PAN-OS", sets.size());
    for (RuleSet set : sets) {
      progress.check();
      String name = names.get(set.name());
      Place place =
          Places.of(
              settings,
              request.policy(),
              set.domain(),
              sets.size() == 1 && set.domain().isShared() ? "" : name);
      // a firewall that serves several routing domains holds the rules of all
      FirewallUse firewall =
          firewalls.computeIfAbsent(
              set.enforcementPoint().id(),
              id -> new FirewallUse(id(), PlainText.oneLine(set.enforcementPoint().name(), 200)));
      firewall.holds(capacities.of(request.policy(), set.enforcementPoint()));
      Writing.write(
          configuration(request, set, settings, descriptions, sink),
          place,
          sink,
          "central/" + name,
          "the central firewall " + PlainText.oneLine(set.name(), 200),
          firewall);
      progress.worked(1);
    }
    for (FirewallUse firewall : firewalls.values()) {
      firewall.report(sink);
    }
  }

  private Configuration configuration(
      ExportRequest request,
      RuleSet set,
      PanOsSettings settings,
      RuleDescriptions descriptions,
      ExportSink sink) {
    PanOsLimitations limitations = new PanOsLimitations(id(), set, sink);
    ZoneMap zones =
        new ZoneMap(
            request.policy(), set.domain(), request.options().text("zones").equals("design"));
    AddressObjects addresses =
        new AddressObjects(new GroupMembers(request.policy(), set.domain()), set.rules(), Map.of());
    ServiceObjects services = new ServiceObjects(set.rules());
    limitations.zones(zones);
    limitations.sctp(services);
    limitations.references(settings);
    limitations.ipv6();
    return new Configuration(
        request.policy(),
        set,
        settings,
        new CentralEnds(zones, addresses, settings.tag()),
        services,
        new IcmpApplications(set.rules()),
        descriptions,
        limitations,
        "",
        "Firebreak rule set " + set.id());
  }
}
