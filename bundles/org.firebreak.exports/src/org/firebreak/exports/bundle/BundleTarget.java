package org.firebreak.exports.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Where a bundle goes: it is replaced as a whole or not at all. */
sealed interface BundleTarget extends AutoCloseable permits BundleFolder, BundleZip {
  /**
   * Starts a bundle in a folder, or in a ZIP file if the name ends in {@code .zip}.
   *
   * @throws org.firebreak.exports.ExportException if the target may not be replaced
   */
  static BundleTarget begin(Path target) throws IOException {
    Path name = target.getFileName();
    return name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(".zip")
        ? BundleZip.begin(target)
        : BundleFolder.begin(target);
  }

  /** Where the files go until everything is there. */
  Path temporary();

  /** Puts the finished bundle in place of the older one, if there is one. */
  void commit() throws IOException;

  /** Removes what was not committed. */
  @Override
  void close() throws IOException;
}
