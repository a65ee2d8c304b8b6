package org.firebreak.exports.bundle;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.firebreak.exports.ExportException;
import org.firebreak.exports.stored.StoredBundle;

/**
 * Replaces a bundle in a ZIP file. Entries are in the order of their paths and carry a fixed time,
 * so that the same bundle gives the same bytes.
 */
final class BundleZip implements BundleTarget {
  /** The earliest that a ZIP file can say without extensions. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Path target;
  private final Path temporary;
  private final Path packed;

  private BundleZip(Path target, Path temporary, Path packed) {
    this.target = target;
    this.temporary = temporary;
    this.packed = packed;
  }

  static BundleZip begin(Path file) throws IOException {
    Path target = file.toAbsolutePath().normalize();
    BundleFolder.checkOutsideBundles(target.getParent());
    checkReplaceable(target);
    Files.createDirectories(target.getParent());
    Path temporary =
        Files.createTempDirectory(target.getParent(), "." + target.getFileName() + ".new");
    return new BundleZip(
        target, temporary, temporary.resolveSibling(temporary.getFileName() + ".tmp"));
  }

  private static void checkReplaceable(Path target) throws IOException {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new ExportException(target + " is not a file; name another one for the bundle");
    }
    try (StoredBundle older = StoredBundle.open(target)) {
      older.manifest();
    } catch (ExportException e) {
      throw new ExportException(
          target + " is something else than a policy bundle; name another file or move it away", e);
    }
  }

  @Override
  public Path temporary() {
    return temporary;
  }

  @Override
  public void commit() throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(packed), 1 << 16);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Path file : files()) {
        ZipEntry entry = new ZipEntry(temporary.relativize(file).toString().replace('\\', '/'));
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    checkReplaceable(target);
    Files.move(packed, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(temporary)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(packed);
    FolderRemoval.delete(temporary);
  }
}
