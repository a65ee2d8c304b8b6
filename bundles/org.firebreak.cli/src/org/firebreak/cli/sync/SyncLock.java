package org.firebreak.cli.sync;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second run out of a folder. The system gives the lock back when the process ends. */
final class SyncLock implements Closeable {
  private final FileChannel channel;

  private SyncLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws IOException if another run has it; the message says so
   */
  static SyncLock take(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      FileLock lock = channel.tryLock();
      taken = lock != null;
    } catch (OverlappingFileLockException e) {
      throw refused(folder, e);
    } finally {
      if (!taken) {
        channel.close();
      }
    }
    if (!taken) {
      throw refused(folder, null);
    }
    return new SyncLock(channel);
  }

  private static IOException refused(Path folder, Exception cause) {
    return new IOException(
        "another synchronisation works in "
            + folder
            + "; wait for it, stop it, or name another folder",
        cause);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
