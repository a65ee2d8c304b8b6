package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Capability;
import org.firebreak.exports.ExportException;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.ExportRequest;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.PlainText;
import org.firebreak.exports.Slugs;
import org.firebreak.model.EnforcementKind;

/**
 * Exports to PAN-OS as {@code set} commands for central firewalls.
 *
 * <pre>
 * central/NAME.set         zones, objects, log forwarding, rules
 * central/NAME-remove.set  deletes what the other file creates, except zones
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
    return "Palo Alto Networks firewalls: set commands for the central pair.";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("pan-os", "paloalto", "palo alto", "palo alto networks");
  }

  @Override
  public List<ExportOption> options() {
    return PanOsSettings.OPTIONS;
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(
        EnumSet.of(Capability.HOSTS, Capability.ICMP_TYPES, Capability.OTHER_PROTOCOLS));
  }

  @Override
  public void export(ExportRequest request, ExportSink sink, Progress progress) throws IOException {
    PanOsSettings settings = PanOsSettings.of(request.options());
    List<RuleSet> sets =
        request.ruleSets().stream().filter(set -> set.kind() == EnforcementKind.CENTRAL).toList();
    Map<String, String> names =
        new Slugs('-', FILE_NAME).distinct(sets, RuleSet::name, RuleSet::name);
    progress.begin("PAN-OS", sets.size());
    for (RuleSet set : sets) {
      progress.check();
      export(request, set, settings, names.get(set.name()), sink);
      progress.worked(1);
    }
  }

  private static void export(
      ExportRequest request, RuleSet set, PanOsSettings settings, String name, ExportSink sink)
      throws IOException {
    String firewall = PlainText.oneLine(set.name(), 200);
    List<String> undo;
    try (ExportFile file =
        sink.open(
            "central/" + name + ".set", "Configuration of the central firewall " + firewall)) {
      Commands commands = new Commands(file);
      new Configuration(request.policy(), set, settings, new PanOsLimitations(set, sink))
          .write(commands, file);
      if (!commands.violations().isEmpty()) {
        throw new ExportException(
            "PAN-OS would refuse the export of "
                + firewall
                + ": "
                + commands.violations().get(0)
                + " ("
                + commands.violations().size()
                + " in all)");
      }
      undo = commands.undo();
    }
    try (ExportFile file =
        sink.open(
            "central/" + name + "-remove.set",
            "Removes what the configuration of the central firewall " + firewall + " creates")) {
      for (String line : undo) {
        file.write(line).newLine();
      }
    }
  }
}
