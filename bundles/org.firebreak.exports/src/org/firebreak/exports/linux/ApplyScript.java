package org.firebreak.exports.linux;

import java.io.IOException;
import java.io.InputStream;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportSink;

/**
 * The shell script that loads rulesets, and the unit that does so at boot. They are the same for
 * all rulesets of a platform and hold no name of a design, so that no name can do harm in them.
 */
public final class ApplyScript {
  private ApplyScript() {}

  /**
   * Writes script and unit.
   *
   * @param platform class beside which the platform's {@code platform.sh} and {@code boot.service}
   *     lie: what the script has to say to this packet filter
   * @param id id of the platform, for the name of the unit
   */
  public static void write(ExportSink sink, Class<?> platform, String id) throws IOException {
    try (ExportFile file =
        sink.open("apply.sh", "Script that loads a ruleset; takes it back unless confirmed")) {
      file.write(resource(platform, "platform.sh")).write(resource(ApplyScript.class, "apply.sh"));
    }
    try (ExportFile file =
        sink.open("firebreak-" + id + ".service", "systemd unit that loads the ruleset at boot")) {
      file.write(resource(platform, "boot.service"));
    }
  }

  private static byte[] resource(Class<?> from, String name) throws IOException {
    try (InputStream in = from.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " of " + from.getPackageName() + " is missing in the program");
      }
      return in.readAllBytes();
    }
  }
}
