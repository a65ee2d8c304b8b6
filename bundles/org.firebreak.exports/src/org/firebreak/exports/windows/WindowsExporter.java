package org.firebreak.exports.windows;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
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
import org.firebreak.exports.Slugs;
import org.firebreak.exports.cloud.CloudLimitations;
import org.firebreak.exports.linux.HostList;
import org.firebreak.exports.linux.RulesetChanges;

/**
 * Exports to Windows Defender Firewall.
 *
 * <pre>
 * hosts/NAME.ps1   rules of the hosts of one class, and what applies them and takes them back
 * hosts.csv        which host runs which script
 * </pre>
 *
 * A script leaves exactly its own rules in the group {@code firebreak}. Scripts of a change set add
 * and remove just what differs.
 */
public final class WindowsExporter implements Exporter {
  /** Whether the rules are all there are, or a difference, or none are wanted any more. */
  static final String MODE = "$mode = ";

  /** Rules of the former script that a difference removes. */
  static final String GONE = "$gone = ";

  private static final int FILE_NAME = 60;
  private static final Set<Capability> CAPABILITIES =
      EnumSet.of(
          Capability.HOSTS,
          Capability.STATEFUL,
          Capability.IPV6,
          Capability.ICMP_TYPES,
          Capability.OTHER_PROTOCOLS);

  @Override
  public String id() {
    return "windows";
  }

  @Override
  public String title() {
    return "Windows Defender Firewall";
  }

  @Override
  public String description() {
    return "Firewall of Windows hosts: a PowerShell script for each class of hosts.";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("windows firewall", "defender");
  }

  @Override
  public List<ExportOption> options() {
    return List.of();
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Optional<ChangeWriter> changes() {
    return Optional.of(new RulesetChanges(new WindowsScripts()));
  }

  @Override
  public void export(ExportRequest request, ExportSink sink, Progress progress) throws IOException {
    CloudLimitations limitations = new CloudLimitations(sink, title(), CAPABILITIES);
    RuleDescriptions descriptions = new RuleDescriptions(request.policy());
    byte[] script = resource();
    Map<String, String> paths = new HashMap<>();
    new Slugs('-', FILE_NAME)
        .distinct(request.ruleSets(), RuleSet::name, RuleSet::name)
        .forEach((set, name) -> paths.put(set, "hosts/" + name + ".ps1"));
    progress.begin("Windows", request.ruleSets().size());
    for (RuleSet set : request.ruleSets()) {
      progress.check();
      limitations.addReduced(set);
      String path = paths.get(set.name());
      try (ExportFile file = sink.open(path, "Firewall rules of host class " + set.name())) {
        List<WindowsRule> rules = WindowsRule.of(set, descriptions, limitations);
        write(file, set, rules);
        sink.held(Limit.none("firewall rules of a host"), rules.size());
        file.write(script);
      }
      progress.worked(1);
    }
    if (!request.ruleSets().isEmpty()) {
      HostList.write(request, paths, sink);
      limitations.assumption(
          "The scripts disable rules that are not theirs, except those of the group Core"
              + " Networking; rules and profiles of group policies stay in force, check that they"
              + " permit nothing else.");
    }
  }

  private static void write(ExportFile file, RuleSet set, List<WindowsRule> rules)
      throws IOException {
    file.write(head());
    file.write("$ruleSet = ").write(PowerShellText.quoted(set.id())).newLine();
    file.write("$class = ").write(PowerShellText.text(set.name())).newLine();
    file.write("$rules = @(\n");
    Set<String> recorded = new HashSet<>();
    for (WindowsRule rule : rules) {
      file.write("  @{\n");
      for (Map.Entry<String, String> parameter : rule.parameters().entrySet()) {
        file.write("    ").write(parameter.getKey()).write(" = ");
        file.write(parameter.getValue()).newLine();
      }
      file.write("  }\n");
      if (recorded.add(rule.rule().id())) {
        file.provenance(rule.rule(), rule.name());
      }
    }
    file.write(")\n").write(MODE).write("'Replace'\n").write(GONE).write("@()\n");
  }

  /** How every script begins. */
  static String head() {
    return """
    #Requires -RunAsAdministrator
    #Requires -Version 5.1
    # Written by Firebreak; change the design instead. The guide has a page about
    # Windows Defender Firewall that says how to run it.
    [CmdletBinding(SupportsShouldProcess = $true)]
    param(
      [ValidateSet('Apply', 'Keep', 'RollBack')] [string] $Action = 'Apply',
      [ValidateRange(0, 86400)] [int] $Seconds = 300,
      [string] $State = "$env:ProgramData\\Firebreak",
      [string[]] $KeepGroup = @('@FirewallAPI.dll,-25000'),
      [switch] $KeepOthers
    )
    """;
  }

  /** What every script does with its rules. */
  static byte[] resource() throws IOException {
    try (InputStream in = WindowsExporter.class.getResourceAsStream("apply.ps1")) {
      if (in == null) {
        throw new IOException("apply.ps1 is missing in the program");
      }
      return in.readAllBytes();
    }
  }
}
