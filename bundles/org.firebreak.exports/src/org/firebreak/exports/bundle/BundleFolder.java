package org.firebreak.exports.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.firebreak.exports.ExportException;
import org.firebreak.exports.stored.BundleManifest;

/**
 * Replaces a bundle as a whole: files go to a temporary folder beside the target, which is renamed
 * when everything is there. Only an empty folder or an older bundle is ever replaced.
 */
final class BundleFolder implements BundleTarget {
  private final Path target;
  private final Path temporary;

  private BundleFolder(Path target, Path temporary) {
    this.target = target;
    this.temporary = temporary;
  }

  /**
   * Starts a bundle.
   *
   * @throws ExportException if the target may not be replaced
   */
  static BundleFolder begin(Path folder) throws IOException {
    Path target = folder.toAbsolutePath().normalize();
    Path parent = target.getParent();
    if (parent == null) {
      throw new ExportException(target + " cannot be replaced by a bundle; name another folder");
    }
    checkOutsideBundles(parent);
    checkReplaceable(target);
    Files.createDirectories(parent);
    return new BundleFolder(
        target, Files.createTempDirectory(parent, "." + target.getFileName() + ".new"));
  }

  @Override
  public Path temporary() {
    return temporary;
  }

  @Override
  public void commit() throws IOException {
    checkOutsideBundles(target.getParent());
    checkReplaceable(target);
    makeReadable();
    Path older = null;
    if (Files.exists(target)) {
      older = Files.createTempDirectory(target.getParent(), "." + target.getFileName() + ".old");
      Files.move(target, older, StandardCopyOption.REPLACE_EXISTING);
    }
    try {
      Files.move(temporary, target);
    } catch (IOException e) {
      if (older != null) {
        Files.move(older, target);
      }
      throw e;
    }
    if (older != null) {
      FolderRemoval.delete(older);
    }
  }

  /** A temporary folder is its owner's alone; a bundle has the permissions of any new folder. */
  private void makeReadable() throws IOException {
    if (Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
      Path probe = Files.createDirectory(temporary.resolve("probe"));
      var permissions = Files.getPosixFilePermissions(probe);
      Files.delete(probe);
      Files.setPosixFilePermissions(temporary, permissions);
    }
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(temporary)) {
      FolderRemoval.delete(temporary);
    }
  }

  /** A bundle inside another one would be a foreign file there, and that one stuck for good. */
  static void checkOutsideBundles(Path parent) throws IOException {
    Path existing = parent;
    while (!Files.exists(existing)) {
      existing = existing.getParent();
      if (existing == null) {
        return;
      }
    }
    for (Path above = existing.toRealPath(); above != null; above = above.getParent()) {
      if (Files.isReadable(above.resolve(BundleManifest.NAME))
          && ManifestFile.paths(above).isPresent()) {
        throw new ExportException(
            above + " is a policy bundle, and no other can be in it; name a folder outside");
      }
    }
  }

  private static void checkReplaceable(Path target) throws IOException {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new ExportException(target + " is not a folder; name another one for the bundle");
    }
    if (isEmpty(target)) {
      return;
    }
    Optional<List<String>> listed = ManifestFile.paths(target);
    if (listed.isEmpty()) {
      throw new ExportException(
          target
              + " holds something else than a policy bundle ("
              + BundleManifest.NAME
              + " is missing or not ours); name another folder or empty it");
    }
    Optional<String> foreign = foreignFile(target, new HashSet<>(listed.get()));
    if (foreign.isPresent()) {
      throw new ExportException(
          target
              + " holds "
              + foreign.get()
              + ", which is not part of the bundle there; move it away, or name another folder");
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.findAny().isEmpty();
    }
  }

  private static Optional<String> foreignFile(Path target, Set<String> own) throws IOException {
    try (Stream<Path> files = Files.walk(target)) {
      return files
          .filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> target.relativize(file).toString().replace('\\', '/'))
          .filter(
              path -> !path.equals(BundleManifest.NAME) && !path.equals(BundleManifest.SIGNATURE))
          .filter(path -> !own.contains(path))
          .sorted()
          .findFirst();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
