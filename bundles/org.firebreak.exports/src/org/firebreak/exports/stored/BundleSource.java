package org.firebreak.exports.stored;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.SortedSet;

/** Where the files of a bundle lie. */
sealed interface BundleSource extends Closeable permits FolderSource, ZipSource {
  /** The paths of all files, whatever the manifest lists. */
  SortedSet<String> paths() throws IOException;

  /**
   * Opens a file.
   *
   * @throws java.nio.file.NoSuchFileException if there is none
   */
  InputStream open(String path) throws IOException;
}
