package org.firebreak.rulebase;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Files that belong together: those of one platform in a bundle, or those that a user names. */
public interface RuleFiles {
  /** Paths with {@code /} between segments, relative and in order. */
  List<String> paths();

  /**
   * Opens a file.
   *
   * @param path one of {@link #paths()}
   * @throws java.nio.file.NoSuchFileException if there is none
   */
  InputStream open(String path) throws IOException;
}
