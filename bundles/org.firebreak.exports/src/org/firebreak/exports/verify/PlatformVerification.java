package org.firebreak.exports.verify;

import java.util.List;
import org.firebreak.rulebase.Unread;

/**
 * What a comparison of one platform's artefacts with the policy found.
 *
 * @param platform short name of the platform
 * @param title its name for people
 * @param readBack whether there is a reader; without one nothing was compared
 * @param filters packet filters that were compared
 * @param mismatches what differs and is not declared
 * @param declared what differs as a limitation of the export declares
 * @param unread what the reader did not understand
 */
public record PlatformVerification(
    String platform,
    String title,
    boolean readBack,
    int filters,
    List<Mismatch> mismatches,
    List<Mismatch> declared,
    List<Unread> unread) {
  public PlatformVerification {
    mismatches = List.copyOf(mismatches);
    declared = List.copyOf(declared);
    unread = List.copyOf(unread);
  }

  /** A platform whose artefacts no reader can read. */
  public static PlatformVerification notReadBack(String platform, String title) {
    return new PlatformVerification(platform, title, false, 0, List.of(), List.of(), List.of());
  }

  /** Whether nothing differs but what is declared; also if nothing could be compared. */
  public boolean holds() {
    return mismatches.isEmpty() && unread.isEmpty();
  }
}
