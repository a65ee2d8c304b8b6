package org.firebreak.diagram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * By what a change of a file is noticed without reading it.
 *
 * @param modified when it was written last, in milliseconds since 1970
 * @param size in bytes; -1 if there is no such file or it cannot be reached
 */
public record FileStamp(long modified, long size) {
  /** There is no such file. */
  public static final FileStamp NONE = new FileStamp(0, -1);

  /** The stamp of a file as it is now. */
  public static FileStamp of(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(attributes.lastModifiedTime().toMillis(), attributes.size());
    } catch (IOException e) {
      // No such file, or on a drive that is away: what cannot be reached is not there.
      return NONE;
    }
  }

  public boolean exists() {
    return size >= 0;
  }
}
