package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.exports.ExportException;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportSink;

/** Writes a configuration as its three files. */
final class Writing {
  private Writing() {}

  /**
   * Writes {@code NAME.set}, {@code NAME.xml} and {@code NAME-remove.set}.
   *
   * @param path path of the files without their ends
   * @param what what is configured, for descriptions of the files
   * @param firewall counts what the firewall gets
   * @throws ExportException if PAN-OS would refuse the commands
   */
  static void write(
      Configuration configuration,
      Place place,
      ExportSink sink,
      String path,
      String what,
      FirewallUse firewall)
      throws IOException {
    record Entry(Section section, String name, List<Node> parts) {}
    List<Entry> entries = new ArrayList<>();
    configuration.write(
        (section, name, parts) -> {
          entries.add(new Entry(section, name, parts));
          firewall.add(place, section, name);
        },
        place);
    List<String> undo;
    try (ExportFile file = sink.open(path + ".set", "Commands that configure " + what)) {
      SetCommands commands = new SetCommands(file, place);
      for (Entry entry : entries) {
        commands.entry(entry.section(), entry.name(), entry.parts());
      }
      for (PanOsRule rule : configuration.rules()) {
        file.provenance(rule.rule(), rule.name());
      }
      if (!commands.violations().isEmpty()) {
        throw new ExportException(
            "PAN-OS would refuse the export of "
                + what
                + ": "
                + commands.violations().get(0)
                + " ("
                + commands.violations().size()
                + " in all)");
      }
      undo = commands.undo();
    }
    try (ExportFile file = sink.open(path + ".xml", "The same as XML, to load in part: " + what)) {
      XmlConfiguration xml = new XmlConfiguration(file, place);
      for (Entry entry : entries) {
        xml.entry(entry.section(), entry.name(), entry.parts());
      }
      xml.finish();
    }
    try (ExportFile file =
        sink.open(path + "-remove.set", "Commands that remove what configures " + what)) {
      for (String line : undo) {
        file.write(line).newLine();
      }
    }
  }
}
