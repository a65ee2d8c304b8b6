package org.firebreak.exports;

import java.io.IOException;

/**
 * Where an exporter puts what it produces. Files are streamed; one is open at a time. A sink that
 * has no use for counts ignores them.
 */
public interface ExportSink {
  /**
   * Starts a file of the bundle, UTF-8, lines ended by LF.
   *
   * @param path path below the platform's folder, with {@code /} between segments of letters,
   *     digits, {@code . _ -}; unique in the bundle whatever the case of its letters
   * @param description what the file is, for the manifest
   * @throws IllegalArgumentException if the path is not valid or not unique
   */
  ExportFile open(String path, String description) throws IOException;

  /** Records what the platform cannot express. */
  void limitation(Limitation limitation);

  /** Counts objects that the export makes; counts of the same kind add up. */
  default void made(Limit limit, long count) {}

  /** Counts objects in one of several places for them; the fullest place is reported. */
  default void held(Limit limit, long count) {}
}
