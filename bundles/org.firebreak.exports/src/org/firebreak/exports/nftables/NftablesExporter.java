package org.firebreak.exports.nftables;

import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.firebreak.exports.RuleDescriptions;
import org.firebreak.exports.linux.ApplyScript;
import org.firebreak.exports.linux.FilterLimitations;
import org.firebreak.exports.linux.FilterSettings;
import org.firebreak.exports.linux.HostList;
import org.firebreak.exports.linux.RulesetChanges;
import org.firebreak.exports.linux.RulesetHeader;
import org.firebreak.model.EnforcementKind;

/**
 * Exports to nftables.
 *
 * <pre>
 * central/NAME.nft   for a central Linux firewall, hook forward
 * hosts/NAME.nft     for the hosts of one class, hooks input and output
 * hosts.csv          which host loads which file
 * apply.sh           loads a file, and takes it back unless the operator confirms
 * firebreak-nftables.service   loads the confirmed file at boot
 * </pre>
 *
 * Each file replaces the table {@code inet firebreak} atomically and leaves other tables alone.
 */
public final class NftablesExporter implements Exporter {
  private static final List<ExportOption> OPTIONS = FilterSettings.options(100_000);

  @Override
  public String id() {
    return "nftables";
  }

  @Override
  public String title() {
    return "nftables";
  }

  @Override
  public String description() {
    return "Packet filter of Linux: a ruleset for each class of hosts, and one for a central Linux"
        + " firewall.";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("nft", "linux");
  }

  @Override
  public List<ExportOption> options() {
    return OPTIONS;
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(
        EnumSet.of(Capability.MAIL, Capability.APPLICATION, Capability.INSPECTION));
  }

  @Override
  public Optional<ChangeWriter> changes() {
    return Optional.of(new RulesetChanges(new NftRulesets()));
  }

  @Override
  public void export(ExportRequest request, ExportSink sink, Progress progress) throws IOException {
    NftSettings settings = new NftSettings(FilterSettings.of(request.options()));
    NamedSets.ElementTexts texts = new NamedSets.ElementTexts();
    Map<String, String> paths = new HashMap<>();
    RulesetHeader.fileNames(request, EnforcementKind.CENTRAL)
        .forEach((set, name) -> paths.put(set, "central/" + name + ".nft"));
    RulesetHeader.fileNames(request, EnforcementKind.HOST)
        .forEach((set, name) -> paths.put(set, "hosts/" + name + ".nft"));
    RuleDescriptions descriptions = new RuleDescriptions(request.policy());
    FilterLimitations limitations = new FilterLimitations(sink, title());
    progress.begin("nftables", request.ruleSets().size());
    boolean hosts = false;
    for (RuleSet ruleSet : request.ruleSets()) {
      progress.check();
      hosts |= ruleSet.kind() == EnforcementKind.HOST;
      try (ExportFile file = sink.open(paths.get(ruleSet.name()), RulesetHeader.title(ruleSet))) {
        file.write("#!/usr/sbin/nft -f\n");
        RulesetHeader.write(
            file, request, ruleSet, "replaces the table inet firebreak and no other");
        RulesetHeader.writeRules(file, ruleSet, descriptions);
        RulesetHeader.writeSets(file, ruleSet);
        RulesetFile table = new RulesetFile(ruleSet, settings, texts);
        table.write(file);
        sink.made(Limit.none("named sets"), table.namedSets());
        sink.held(Limit.none("rules in a table"), ruleSet.rules().size());
      }
      limitations.add(ruleSet);
      progress.worked(1);
    }
    if (hosts) {
      HostList.write(request, paths, sink);
    }
    if (!request.ruleSets().isEmpty()) {
      ApplyScript.write(sink, NftablesExporter.class, "nftables");
    }
  }
}
