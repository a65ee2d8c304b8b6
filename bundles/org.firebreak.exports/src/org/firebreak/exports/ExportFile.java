package org.firebreak.exports;

import java.io.Closeable;
import java.io.IOException;
import org.firebreak.core.policy.Rule;

/** One open file of a bundle. */
public interface ExportFile extends Closeable {
  /** Appends text. */
  ExportFile write(CharSequence text) throws IOException;

  /** Appends text that is already encoded. */
  ExportFile write(byte[] utf8) throws IOException;

  /** Ends a line. */
  default ExportFile newLine() throws IOException {
    return write("\n");
  }

  /**
   * Records that the file holds a rule, and so what the rule came from.
   *
   * @param nameOnPlatform name of the rule in the file
   */
  void provenance(Rule rule, String nameOnPlatform);
}
