package org.firebreak.cli.findings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.firebreak.core.validation.Finding;

/**
 * By what files know a finding again: SHA-256 of its rule and the ids of its elements. It stays the
 * same when elements are renamed, moved to another line or described in other words.
 */
final class Fingerprints {
  private Fingerprints() {}

  static String of(Finding finding) {
    try {
      byte[] text = finding.fingerprint().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
