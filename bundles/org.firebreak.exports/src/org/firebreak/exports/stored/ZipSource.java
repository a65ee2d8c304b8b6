package org.firebreak.exports.stored;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.firebreak.exports.ExportException;

/** A bundle in a ZIP file; nothing of it is ever written to the disk. */
final class ZipSource implements BundleSource {
  private static final int MOST_FILES = 1_000_000;
  private static final long MOST_BYTES = 8L << 30;

  /** Small files may shrink as they like; rules seldom shrink to less than a fiftieth. */
  private static final long ALWAYS_ALLOWED = 64L << 20;

  private static final long MOST_TIMES_LARGER = 300;

  private final Path file;
  private final ZipFile zip;
  private final SortedSet<String> paths = new TreeSet<>();

  private ZipSource(Path file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
  }

  static ZipSource open(Path file) throws IOException {
    ZipSource source;
    try {
      source = new ZipSource(file, new ZipFile(file.toFile()));
    } catch (ZipException e) {
      throw new ExportException(
          file + " is neither a folder nor a ZIP file; name a policy bundle", e);
    }
    try {
      source.check();
      return source;
    } catch (IOException e) {
      source.close();
      throw e;
    }
  }

  private void check() throws ExportException {
    if (zip.size() > MOST_FILES) {
      throw refusal("it has more than " + MOST_FILES + " files");
    }
    long unpacked = 0;
    long packed = 0;
    Set<String> folded = new HashSet<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String name = entry.getName();
      if (entry.isDirectory() && BundlePaths.isValid(name.substring(0, name.length() - 1))) {
        continue;
      }
      if (!BundlePaths.isValid(name)) {
        throw refusal("it has a file whose path no bundle has");
      }
      if (!folded.add(name.toLowerCase(Locale.ROOT))) {
        throw refusal("it has two files called " + name);
      }
      unpacked += Math.max(0, entry.getSize());
      packed += Math.max(0, entry.getCompressedSize());
      paths.add(name);
    }
    if (unpacked > MOST_BYTES
        || unpacked > ALWAYS_ALLOWED && unpacked / MOST_TIMES_LARGER > packed) {
      throw refusal("it would unpack to " + unpacked + " bytes from " + packed);
    }
  }

  private ExportException refusal(String reason) {
    return new ExportException(file + " is not read: " + reason + "; name another bundle");
  }

  @Override
  public SortedSet<String> paths() {
    return Collections.unmodifiableSortedSet(paths);
  }

  @Override
  public InputStream open(String path) throws IOException {
    ZipEntry entry = paths.contains(path) ? zip.getEntry(path) : null;
    if (entry == null) {
      throw new NoSuchFileException(file + ":" + path);
    }
    return new BoundedInput(zip.getInputStream(entry), entry.getSize(), file + ":" + path);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
