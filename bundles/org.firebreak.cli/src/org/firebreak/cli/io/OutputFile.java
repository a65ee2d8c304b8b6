package org.firebreak.cli.io;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is replaced whole or not at all: a temporary file in the same folder takes what is
 * written, and is renamed by {@link #commit}. A target that is no regular file, such as a device or
 * a pipe, is written to directly.
 */
public final class OutputFile implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final Path target;
  private final Path temporary;
  private final FileChannel channel;
  private final OutputStream stream;

  private OutputFile(Path target, Path temporary, FileChannel channel) {
    this.target = target;
    this.temporary = temporary;
    this.channel = channel;
    this.stream = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
  }

  /**
   * Opens a file to write.
   *
   * @throws IOException if it cannot be written; the message says why and what to do
   */
  public static OutputFile create(Path file) throws IOException {
    try {
      if (Files.isDirectory(file)) {
        throw new IOException(file + " is a folder; name a file");
      }
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        return new OutputFile(file, null, FileChannel.open(file, StandardOpenOption.WRITE));
      }
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
      if (!Files.isDirectory(target.getParent())) {
        throw new IOException(
            "cannot write " + file + ": there is no folder " + target.getParent() + "; create it");
      }
      Path temporary =
          target.resolveSibling(
              "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
      FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      temporary.toFile().deleteOnExit(); // in case the process is interrupted
      return new OutputFile(target, temporary, channel);
    } catch (FileSystemException e) {
      throw cannotWrite(file, e);
    }
  }

  /** Replaces a file by some bytes; see {@link #create}. */
  public static void write(Path file, byte[] content) throws IOException {
    try (OutputFile output = create(file)) {
      output.stream().write(content);
      output.commit();
    }
  }

  private static IOException cannotWrite(Path file, FileSystemException e) {
    String reason =
        e instanceof AccessDeniedException
            ? "permission denied"
            : e.getReason() == null ? e.toString() : e.getReason();
    return new IOException(
        "cannot write " + file + ": " + reason + "; check the folder and its permissions", e);
  }

  /** Where to write the content. */
  public OutputStream stream() {
    return stream;
  }

  /** Forces the content to the disk and puts it in the place of the target. */
  public void commit() throws IOException {
    stream.flush();
    if (temporary == null) {
      return;
    }
    try {
      channel.force(true);
      channel.close();
      keepPermissions();
      try {
        Files.move(
            temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (FileSystemException e) {
      throw cannotWrite(target, e);
    }
  }

  private void keepPermissions() throws IOException {
    if (Files.exists(target) && Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(target));
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    if (temporary != null) {
      Files.deleteIfExists(temporary);
    }
  }
}
