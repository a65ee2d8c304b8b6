package org.firebreak.exports.panos;

import java.io.IOException;
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
   * @throws ExportException if PAN-OS would refuse the commands
   */
  static void write(
      Configuration configuration, Place place, ExportSink sink, String path, String what)
      throws IOException {
    List<String> undo;
    try (ExportFile file = sink.open(path + ".set", "Commands that configure " + what)) {
      SetCommands commands = new SetCommands(file, place);
      configuration.write(commands, place);
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
      configuration.write(xml, place);
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
