package org.firebreak.exports.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A file of a bundle that may still be on its way to the disk: small ones are written and hashed by
 * a thread of their own while the next ones are made.
 *
 * @param digest SHA-256 of its bytes, 64 hexadecimal digits, once it is written
 */
record WrittenFile(
    String path,
    String description,
    long size,
    Future<String> digest,
    List<BundleFile.RuleEntry> rules) {
  /** Files that may wait; whoever comes with one more writes it himself. */
  private static final int WAITING = 32;

  private static final ThreadPoolExecutor POOL =
      new ThreadPoolExecutor(
          1,
          1,
          10,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          work -> Thread.ofPlatform().daemon().name("bundle").unstarted(work),
          new ThreadPoolExecutor.CallerRunsPolicy());

  static {
    POOL.allowCoreThreadTimeOut(true);
  }

  /** Begins to write a new file. */
  static Future<String> begin(Path file, List<byte[]> portions) {
    FutureTask<String> task = new FutureTask<>(() -> write(file, portions));
    POOL.execute(task);
    return task;
  }

  private static String write(Path file, List<byte[]> portions) throws IOException {
    MessageDigest digest = FolderSink.sha256();
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      for (byte[] portion : portions) {
        out.write(portion);
        digest.update(portion);
      }
    }
    return hex(digest);
  }

  /** The digest of a file that is written. */
  static Future<String> done(MessageDigest digest) {
    return CompletableFuture.completedFuture(hex(digest));
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * The file, on the disk.
   *
   * @throws IOException if it could not be written
   */
  BundleFile file() throws IOException {
    try {
      return new BundleFile(path, description, size, await(), rules);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException io -> throw io;
        case Error error -> throw error;
        default -> throw new IllegalStateException(e.getCause());
      }
    }
  }

  /** Waits until nothing more is written, whether that has succeeded or not. */
  void settle() {
    try {
      await();
    } catch (ExecutionException e) {
      // Who asks for the files is told; here something else has failed before.
    }
  }

  /** A file that is half on its way cannot be left, even if the thread is to stop. */
  private String await() throws ExecutionException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return digest.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
