package org.firebreak.cli.sync;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;

/**
 * A design as its file has it.
 *
 * @param digest SHA-256 of the bytes, 64 hexadecimal digits
 */
record SavedDesign(byte[] bytes, String digest) {
  static SavedDesign of(Design design) {
    byte[] bytes = DesignFile.toBytes(design);
    return new SavedDesign(bytes, sha256(bytes));
  }

  /** Begins to save a design that is only read until the result is there. */
  static CompletableFuture<SavedDesign> begin(Design design) {
    return CompletableFuture.supplyAsync(
        () -> of(design), work -> Thread.ofPlatform().daemon().name("save").start(work));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
