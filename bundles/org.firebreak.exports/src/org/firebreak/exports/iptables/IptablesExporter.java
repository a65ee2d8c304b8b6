package org.firebreak.exports.iptables;

import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.firebreak.exports.Limit;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.RuleDescriptions;
import org.firebreak.exports.linux.ApplyScript;
import org.firebreak.exports.linux.FilterLimitations;
import org.firebreak.exports.linux.FilterSettings;
import org.firebreak.exports.linux.HostList;
import org.firebreak.exports.linux.RulesetChanges;
import org.firebreak.exports.linux.RulesetHeader;
import org.firebreak.model.EnforcementKind;

/**
 * Exports to iptables, ip6tables and ipset.
 *
 * <pre>
 * central/NAME/   for a central Linux firewall, chain FORWARD
 * hosts/NAME/     for the hosts of one class, chains INPUT and OUTPUT
 *   sets.ipset    for ipset -exist restore, before the rules
 *   rules.v4      for iptables-restore --noflush
 *   rules.v6      for ip6tables-restore --noflush
 * hosts.csv       which host loads which folder
 * apply.sh        loads a folder, and takes it back unless the operator confirms
 * firebreak-iptables.service   loads the confirmed folder at boot
 * </pre>
 */
public final class IptablesExporter implements Exporter {
  @Override
  public String id() {
    return "iptables";
  }

  @Override
  public String title() {
    return "iptables";
  }

  @Override
  public String description() {
    return "Packet filter of older Linux hosts and firewalls: files for iptables, ip6tables and"
        + " ipset.";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("ipset", "ip6tables");
  }

  @Override
  public List<ExportOption> options() {
    return IptSettings.OPTIONS;
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(
        EnumSet.of(Capability.MAIL, Capability.APPLICATION, Capability.INSPECTION));
  }

  @Override
  public Optional<ChangeWriter> changes() {
    return Optional.of(new RulesetChanges(new IptRulesets()));
  }

  @Override
  public void export(ExportRequest request, ExportSink sink, Progress progress) throws IOException {
    IptSettings settings = new IptSettings(FilterSettings.of(request.options()));
    Map<String, String> paths = new HashMap<>();
    RulesetHeader.fileNames(request, EnforcementKind.CENTRAL)
        .forEach((set, name) -> paths.put(set, "central/" + name));
    RulesetHeader.fileNames(request, EnforcementKind.HOST)
        .forEach((set, name) -> paths.put(set, "hosts/" + name));
    RuleDescriptions descriptions = new RuleDescriptions(request.policy());
    FilterLimitations limitations = new FilterLimitations(sink, title());
    IpSets.Prefixes prefixes = new IpSets.Prefixes();
    Set<String> inexpressible = new HashSet<>();
    progress.begin("iptables", request.ruleSets().size());
    boolean hosts = false;
    for (RuleSet ruleSet : request.ruleSets()) {
      progress.check();
      hosts |= ruleSet.kind() == EnforcementKind.HOST;
      write(request, sink, ruleSet, paths.get(ruleSet.name()), settings, prefixes, descriptions);
      limitations.add(ruleSet);
      reportIcmp(ruleSet, sink, inexpressible);
      progress.worked(1);
    }
    if (hosts) {
      HostList.write(request, paths, sink);
    }
    if (!request.ruleSets().isEmpty()) {
      ApplyScript.write(sink, IptablesExporter.class, id());
    }
  }

  private static void write(
      ExportRequest request,
      ExportSink sink,
      RuleSet ruleSet,
      String path,
      IptSettings settings,
      IpSets.Prefixes prefixes,
      RuleDescriptions descriptions)
      throws IOException {
    IpSets sets = new IpSets(prefixes);
    for (Family family : Family.values()) {
      FamilyRuleset rules = new FamilyRuleset(ruleSet, family, settings, sets);
      String title = RulesetHeader.title(ruleSet) + ", IP" + family.suffix;
      try (ExportFile file = sink.open(path + "/rules." + family.suffix, title)) {
        RulesetHeader.write(file, request, ruleSet, "replaces the chains FIREBREAK-* and no other");
        RulesetHeader.writeRules(file, ruleSet, descriptions);
        writeLines(file, rules.text());
        rules.rules().forEach(rule -> file.provenance(rule, rule.id()));
      }
    }
    try (ExportFile file =
        sink.open(path + "/sets.ipset", RulesetHeader.title(ruleSet) + ", sets")) {
      RulesetHeader.write(file, request, ruleSet, "makes the sets fbk_* for the rules");
      RulesetHeader.writeSets(file, ruleSet);
      writeLines(file, sets.commands());
    }
    sink.made(Limit.none("IP sets"), sets.size());
    sink.held(Limit.none("rules of a host or firewall"), ruleSet.rules().size());
  }

  private static void writeLines(ExportFile file, List<String> lines) throws IOException {
    for (String line : lines) {
      file.write(line).newLine();
    }
  }

  /** ICMP services that no match can express; each rule's elements are reported once. */
  private static void reportIcmp(RuleSet set, ExportSink sink, Set<String> reported) {
    for (Rule rule : set.rules()) {
      if (rule.services().stream()
              .anyMatch(service -> ServiceMatches.isInexpressible(service.match()))
          && reported.add(set.name() + '\n' + rule.id())) {
        boolean permit = rule.action() == Rule.Action.PERMIT;
        sink.limitation(
            new Limitation(
                permit ? Limitation.Effect.DENIES_MORE : Limitation.Effect.REDUCED,
                set.name(),
                rule.id(),
                rule.origins(),
                "iptables cannot match an ICMP code without its type, or ICMP type 255; "
                    + (permit ? "such messages are not permitted." : "such messages do not alert."),
                permit ? Set.of() : Set.of(Limitation.Logging.NO_ALERT)));
      }
    }
  }
}
