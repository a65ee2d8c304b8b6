package org.firebreak.cli.sync;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * What tells a file from an earlier one of its name: size, time and identity.
 *
 * @param text the three; empty if there is no file
 */
record FileStamp(String text) {
  private static final FileStamp NONE = new FileStamp("");

  static FileStamp of(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(
          attributes.size() + " " + attributes.lastModifiedTime() + " " + attributes.fileKey());
    } catch (IOException e) {
      // It is being replaced, or will be; what cannot be read has no stamp.
      return NONE;
    }
  }

  boolean isThere() {
    return !text.isEmpty();
  }

  /**
   * Whether a file ends like a whole one. A table whose last line has no end may be cut within an
   * address, which would then be another one; JSON and ZIP files that are cut cannot be read.
   */
  static boolean isEnded(Path file) {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      long length = bytes.length();
      if (length == 0) {
        return false;
      }
      int first = bytes.read();
      bytes.seek(length - 1);
      int last = bytes.read();
      return last == '\n'
          || last == '\r'
          || first == 'P' && bytes.length() > 1 && isZip(bytes)
          || (first == '{' || first == '[') && (last == '}' || last == ']');
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isZip(RandomAccessFile bytes) throws IOException {
    bytes.seek(1);
    return bytes.read() == 'K';
  }
}
