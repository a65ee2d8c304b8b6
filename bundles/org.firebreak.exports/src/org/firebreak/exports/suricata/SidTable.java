package org.firebreak.exports.suricata;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import org.firebreak.exports.ExportException;
import org.firebreak.exports.Limit;

/**
 * Numbers of rules (sid). They depend on what a rule is for, not on its place; of two rules that
 * would have the same number, the later one takes the next that is free.
 */
final class SidTable {
  /** Numbers from the base on; as many as Suricata keeps for local rules. */
  static final int COUNT = 999_999;

  static final Limit LIMIT = Limit.hard("numbers of rules (sid)", COUNT);

  private final long base;
  private final Set<Long> taken = new HashSet<>();

  SidTable(long base) {
    this.base = base;
  }

  /**
   * An unused number for a rule that is for something.
   *
   * @throws ExportException if there is none left
   */
  long sid(String key) throws ExportException {
    LIMIT.require(
        "Suricata",
        "the rules of all domains",
        taken.size() + 1L,
        "Let flows name groups and zones instead of servers, or export parts of the design.");
    long offset = crc(key) % COUNT;
    while (!taken.add(base + offset)) {
      offset = (offset + 1) % COUNT;
    }
    return base + offset;
  }

  /** How many numbers are in use. */
  int size() {
    return taken.size();
  }

  /** A revision that differs when the text of a rule does. */
  static long revision(String text) {
    return crc(text) % 65_535 + 1;
  }

  private static long crc(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }
}
