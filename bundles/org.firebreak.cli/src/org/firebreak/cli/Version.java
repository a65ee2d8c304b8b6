package org.firebreak.cli;

import org.firebreak.exports.bundle.ToolVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
  static String current() {
    return ToolVersion.CURRENT;
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "Firebreak " + current(),
      "Java "
          + System.getProperty("java.version")
          + " ("
          + System.getProperty("java.vendor")
          + "), "
          + System.getProperty("os.name")
          + " "
          + System.getProperty("os.arch")
    };
  }
}
