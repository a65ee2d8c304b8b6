package org.firebreak.exports.bundle;

import java.util.List;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.compare.BundleDifference;

/**
 * What leads from another bundle to a new one, and back.
 *
 * @param from SHA-256 of the manifest of the other bundle
 * @param difference what differs
 * @param files files of the change set in the new bundle
 * @param limitations what the steps cannot do
 */
public record ChangeSet(
    String from,
    BundleDifference difference,
    List<BundleFile> files,
    List<Limitation> limitations) {
  public ChangeSet {
    files = List.copyOf(files);
    limitations = List.copyOf(limitations);
  }
}
