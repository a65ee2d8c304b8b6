package org.firebreak.exports.nftables;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Capability;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.ExportRequest;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.PlainText;
import org.firebreak.exports.RolloutPhase;
import org.firebreak.exports.Slugs;
import org.firebreak.model.EnforcementKind;

/**
 * Exports to nftables.
 *
 * <pre>
 * central/NAME.nft   for a central Linux firewall, hook forward
 * hosts/NAME.nft     for the hosts of one class, hooks input and output
 * hosts.csv          which host loads which file
 * </pre>
 *
 * Each file replaces the table {@code inet firebreak} atomically and leaves other tables alone.
 */
public final class NftablesExporter implements Exporter {
  private static final int FILE_NAME = 60;

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
    return NftSettings.OPTIONS;
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(
        EnumSet.of(Capability.MAIL, Capability.APPLICATION, Capability.INSPECTION));
  }

  @Override
  public void export(ExportRequest request, ExportSink sink, Progress progress) throws IOException {
    NftSettings settings = NftSettings.of(request.options());
    NamedSets.ElementTexts texts = new NamedSets.ElementTexts();
    Map<String, String> central = fileNames(request, EnforcementKind.CENTRAL);
    Map<String, String> hosts = fileNames(request, EnforcementKind.HOST);
    NftLimitations limitations = new NftLimitations(sink, settings.phase());
    progress.begin("nftables", request.ruleSets().size());
    for (RuleSet ruleSet : request.ruleSets()) {
      progress.check();
      boolean host = ruleSet.kind() == EnforcementKind.HOST;
      String path =
          host
              ? "hosts/" + hosts.get(ruleSet.name()) + ".nft"
              : "central/" + central.get(ruleSet.name()) + ".nft";
      try (ExportFile file = sink.open(path, title(ruleSet))) {
        writeHeader(file, request, ruleSet, settings.phase());
        new RulesetFile(ruleSet, settings, texts).write(file);
      }
      limitations.add(ruleSet);
      progress.worked(1);
    }
    if (!hosts.isEmpty()) {
      HostList.write(request, hosts, sink);
    }
  }

  private static Map<String, String> fileNames(ExportRequest request, EnforcementKind kind) {
    List<RuleSet> sets = request.ruleSets().stream().filter(set -> set.kind() == kind).toList();
    return new Slugs('-', FILE_NAME).distinct(sets, RuleSet::name, RuleSet::name);
  }

  private static String title(RuleSet set) {
    String name = PlainText.oneLine(set.name(), 200);
    if (set.kind() == EnforcementKind.CENTRAL) {
      return "Ruleset of the central firewall " + name;
    }
    int hosts = set.servers().size();
    return "Ruleset of host class " + name + " (" + hosts + (hosts == 1 ? " host)" : " hosts)");
  }

  private static void writeHeader(
      ExportFile file, ExportRequest request, RuleSet set, RolloutPhase phase) throws IOException {
    file.write("#!/usr/sbin/nft -f\n# ").write(title(set)).write(".\n# Design ");
    file.write(PlainText.oneLine(request.policy().design().name(), 200));
    if (request.policy().revision() != null) {
      file.write(", revision ").write(PlainText.oneLine(request.policy().revision(), 60));
    }
    file.write(", strategy ").write(request.policy().strategy().getLiteral());
    file.write(", evaluated on ").write(request.policy().evaluationDate().toString());
    file.write(".\n# Written by Firebreak ").write(request.toolVersion());
    file.write("; replaces the table inet firebreak and no other.\n");
    if (phase != RolloutPhase.ENFORCE) {
      file.write("# ").write(phase.notice()).write(" with the prefix firebreak:monitor:.\n");
    }
    if (set.rules().stream().anyMatch(rule -> rule.kind() == Rule.Kind.ENFORCED_AT_HOSTS)) {
      file.write(
          "# Load the rulesets of the hosts before this file, which leaves traffic to them.\n");
    }
  }
}
