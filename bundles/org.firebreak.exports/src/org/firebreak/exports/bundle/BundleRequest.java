package org.firebreak.exports.bundle;

import java.security.PrivateKey;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.stored.StoredBundle;

/**
 * What a bundle shall hold.
 *
 * @param exporters the platforms, in the order in which the bundle shall have them
 * @param settings option values by {@code platform.key}, or by {@code key} for all that have it
 * @param designDigest SHA-256 of the design in its file format, for the manifest; {@code null} to
 *     leave it out
 * @param previous bundle from which a change set shall lead to the new one; {@code null} for none.
 *     It may be the one that is replaced, or one that was only made to be compared with
 * @param key Ed25519 key that signs the manifest; {@code null} for no signature
 * @param verified whether what was written is read back and compared with the policy, and nothing
 *     put in place if it differs
 */
public record BundleRequest(
    CompiledPolicy policy,
    List<Exporter> exporters,
    Map<String, String> settings,
    String designDigest,
    StoredBundle previous,
    PrivateKey key,
    boolean verified) {
  /** Platforms with their options, without digest, change set and signature. */
  public static BundleRequest of(
      CompiledPolicy policy, List<Exporter> exporters, Map<String, String> settings) {
    return new BundleRequest(policy, exporters, settings, null, null, null, true);
  }

  public BundleRequest withDesignDigest(String digest) {
    return new BundleRequest(policy, exporters, settings, digest, previous, key, verified);
  }

  public BundleRequest withPrevious(StoredBundle bundle) {
    return new BundleRequest(policy, exporters, settings, designDigest, bundle, key, verified);
  }

  public BundleRequest signedWith(PrivateKey signer) {
    return new BundleRequest(policy, exporters, settings, designDigest, previous, signer, verified);
  }

  public BundleRequest withoutVerification() {
    return new BundleRequest(policy, exporters, settings, designDigest, previous, key, false);
  }
}
