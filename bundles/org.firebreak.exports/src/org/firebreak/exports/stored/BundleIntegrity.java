package org.firebreak.exports.stored;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.core.progress.Progress;

/** Whether a bundle holds exactly what its manifest lists, and whether its maker signed that. */
public final class BundleIntegrity {
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_SIGNATURE = 1 << 10;

  private BundleIntegrity() {}

  /**
   * What is wrong with a bundle.
   *
   * @param path the file concerned
   * @param reason what is wrong, in words that follow the path
   */
  public record Flaw(String path, String reason) {
    @Override
    public String toString() {
      return path + " " + reason;
    }
  }

  /**
   * Compares every file with the manifest: missing, changed and additional ones are flaws. This
   * alone proves nothing against somebody who wrote the manifest anew; see {@link #signature}.
   *
   * @return flaws in the order of the manifest, additional files last; none if all is as listed
   */
  public static List<Flaw> files(StoredBundle bundle, Progress progress) throws IOException {
    List<Flaw> flaws = new ArrayList<>();
    List<BundleManifest.FileEntry> files = bundle.manifest().files();
    Set<String> additional = new LinkedHashSet<>(bundle.paths());
    additional.remove(BundleManifest.NAME);
    additional.remove(BundleManifest.SIGNATURE);
    progress.begin("Checking files", files.size());
    for (BundleManifest.FileEntry file : files) {
      progress.check();
      additional.remove(file.path());
      try (InputStream in = bundle.open(file.path())) {
        if (!sha256(in).equals(file.sha256())) {
          flaws.add(new Flaw(file.path(), "was changed: its SHA-256 is not the manifest's"));
        }
      } catch (NoSuchFileException e) {
        flaws.add(new Flaw(file.path(), "is missing"));
      }
      progress.worked(1);
    }
    additional.forEach(path -> flaws.add(new Flaw(path, "is not part of the bundle")));
    return flaws;
  }

  /**
   * Checks the signature over the manifest.
   *
   * @param key key of the one who must have signed it
   * @return one flaw if there is no signature, or not one of that key over this manifest
   */
  public static List<Flaw> signature(StoredBundle bundle, PublicKey key) throws IOException {
    byte[] signature;
    try (InputStream in = bundle.open(BundleManifest.SIGNATURE)) {
      signature = in.readNBytes(LONGEST_SIGNATURE);
    } catch (NoSuchFileException e) {
      return List.of(new Flaw(BundleManifest.SIGNATURE, "is missing: the bundle is not signed"));
    }
    byte[] manifest;
    try (InputStream in = bundle.open(BundleManifest.NAME)) {
      manifest = in.readAllBytes();
    }
    return BundleSignature.isValid(manifest, signature, key)
        ? List.of()
        : List.of(
            new Flaw(
                BundleManifest.SIGNATURE,
                "is not a signature of this key over this manifest: another key signed it, or"
                    + " manifest.json was changed"));
  }

  /** Whether somebody signed the bundle. */
  public static boolean isSigned(StoredBundle bundle) throws IOException {
    return bundle.paths().contains(BundleManifest.SIGNATURE);
  }

  /** SHA-256 of all that is left in a stream, 64 hexadecimal digits. */
  public static String sha256(InputStream in) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
