package org.firebreak.exports.bundle;

import java.util.List;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.Rule;

/**
 * A file of a bundle.
 *
 * @param path path below the bundle's folder
 * @param description what it is
 * @param size bytes
 * @param sha256 SHA-256 of its bytes, 64 hexadecimal digits
 * @param rules what it holds, in order
 */
public record BundleFile(
    String path, String description, long size, String sha256, List<RuleEntry> rules) {
  /**
   * A rule in a file.
   *
   * @param id id of the rule
   * @param name name of the rule on the platform
   * @param origins model elements from which it comes
   */
  public record RuleEntry(String id, String name, Rule.Kind kind, List<ElementRef> origins) {}
}
