package org.firebreak.exports.sigma;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Name-based identifiers of rules (RFC 9562, version 5): the same as long as the element is. */
final class StableId {
  /** Namespace of Firebreak's rules; any fixed number does. */
  private static final UUID NAMESPACE = UUID.fromString("5f1b8a52-6d0c-4b1e-9a37-2c64f0a7e9d3");

  private StableId() {}

  static String of(String... names) {
    byte[] name = String.join("\n", names).getBytes(StandardCharsets.UTF_8);
    ByteBuffer text = ByteBuffer.allocate(16 + name.length);
    text.putLong(NAMESPACE.getMostSignificantBits())
        .putLong(NAMESPACE.getLeastSignificantBits())
        .put(name);
    try {
      ByteBuffer digest = ByteBuffer.wrap(MessageDigest.getInstance("SHA-1").digest(text.array()));
      long high = digest.getLong() & ~0xf000L | 0x5000L;
      long low = digest.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
      return new UUID(high, low).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
