package org.firebreak.exports.stored;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import org.firebreak.exports.ExportException;
import org.firebreak.rulebase.RuleFiles;

/** A policy bundle in a folder or a ZIP file, open for reading. */
public final class StoredBundle implements Closeable {
  private final String name;
  private final BundleSource source;
  private final BundleManifest manifest;

  private StoredBundle(String name, BundleSource source, BundleManifest manifest) {
    this.name = name;
    this.source = source;
    this.manifest = manifest;
  }

  /**
   * Opens a bundle and reads its manifest. Hashes are not checked, see {@link BundleIntegrity}.
   *
   * @param bundle a folder or a ZIP file
   * @throws ExportException if it is not a policy bundle; the message says why and what to do
   */
  public static StoredBundle open(Path bundle) throws IOException {
    if (!Files.exists(bundle)) {
      throw new ExportException(bundle + ": no such bundle; check the path and the spelling");
    }
    BundleSource source =
        Files.isDirectory(bundle) ? new FolderSource(bundle) : ZipSource.open(bundle);
    String name = bundle.toString();
    try (InputStream in = source.open(BundleManifest.NAME)) {
      return new StoredBundle(name, source, BundleManifest.read(in, name));
    } catch (NoSuchFileException e) {
      source.close();
      throw new ExportException(
          name + " is no policy bundle: it has no " + BundleManifest.NAME + "; name another", e);
    } catch (IOException e) {
      source.close();
      throw e;
    }
  }

  /** What messages call it: the path that was opened. */
  public String name() {
    return name;
  }

  public BundleManifest manifest() {
    return manifest;
  }

  /** The paths of all files that are there, whatever the manifest lists. */
  public SortedSet<String> paths() throws IOException {
    return source.paths();
  }

  /**
   * Opens a file.
   *
   * @param path path below the bundle's folder
   * @throws NoSuchFileException if there is none
   */
  public InputStream open(String path) throws IOException {
    return source.open(path);
  }

  /**
   * The desired state of a platform, with paths below the platform's folder; none if the bundle has
   * no such platform.
   */
  public RuleFiles files(String platform) {
    String prefix = platform + "/";
    List<String> paths =
        manifest.platform(platform).stream()
            .flatMap(entry -> entry.files().stream())
            .map(BundleManifest.FileEntry::path)
            .filter(path -> path.startsWith(prefix))
            .map(path -> path.substring(prefix.length()))
            .toList();
    return new RuleFiles() {
      @Override
      public List<String> paths() {
        return paths;
      }

      @Override
      public InputStream open(String path) throws IOException {
        return source.open(prefix + path);
      }
    };
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
