package org.firebreak.rulebase;

import java.io.IOException;
import org.firebreak.core.progress.Progress;

/** Reads the rule bases of one platform. Implementations are stateless. */
public interface RuleBaseReader {
  /** Short name of the platform in lower case, as its exporter has it. */
  String id();

  /** Name for people. */
  String title();

  /**
   * Whether a file looks like a rule base of this platform.
   *
   * @param path name of the file
   * @param beginning its first characters, up to 4,096
   */
  boolean recognises(String path, String beginning);

  /**
   * Reads files of the platform. What cannot be read is listed, never guessed: a rule of which any
   * part is not understood is left out as a whole and named in {@link RuleBase#unread()}.
   *
   * @param hosts addresses of the hosts that files name without their addresses
   * @throws RuleBaseException if a file is not of this format at all; the message names file, place
   *     and mend
   */
  RuleBase read(RuleFiles files, HostAddresses hosts, Progress progress) throws IOException;
}
