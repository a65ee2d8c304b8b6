package org.firebreak.cli.sync;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Waits until files have changed, and until they are at rest: in between, work may begin that is
 * thrown away if they change further. The system's events wake it; what counts is the files' size,
 * time and identity, so that a missed event is only late.
 */
public final class InventoryWatch implements Closeable {
  /** How long a file has to stay as it is, so that half a file is not read. */
  private static final long REST_MILLIS = 100;

  /** The same for a file that ends within a line. */
  private static final long UNENDED_MILLIS = 2000;

  /**
   * How often files are looked at without an event: behind symbolic links and on network file
   * systems there are none.
   */
  private static final long LOOK_MILLIS = 100;

  /** How long a file may be missing before that counts: it is often about to be replaced. */
  private static final long GONE_MILLIS = 2000;

  private final List<Path> files;
  private final WatchService service;
  private List<FileStamp> seen;
  private long seenAt;

  private InventoryWatch(List<Path> files, WatchService service) {
    this.files = files;
    this.service = service;
    begin();
  }

  /**
   * Begins to watch; changes from now on count.
   *
   * @throws IOException if the folder of a file cannot be watched
   */
  public static InventoryWatch of(List<Path> files) throws IOException {
    List<Path> absolute = files.stream().map(Path::toAbsolutePath).toList();
    WatchService service = FileSystems.getDefault().newWatchService();
    Set<Path> folders = new HashSet<>();
    for (Path file : absolute) {
      if (folders.add(file.getParent())) {
        file.getParent()
            .register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
      }
    }
    return new InventoryWatch(absolute, service);
  }

  /**
   * Waits for the next change, or until a time is over. Changes since the last {@link #begin}
   * count.
   *
   * @param most how long to wait at most
   * @throws InterruptedException if the thread is to stop
   */
  public void await(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    while (!hasChanged()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return;
      }
      poll(Math.min(left, LOOK_MILLIS));
    }
  }

  /** Takes the files as they are now for what is known: reading them begins. */
  public final void begin() {
    seen = stamps();
    seenAt = System.nanoTime();
  }

  /** Whether a file differs from what it was at the last {@link #begin}. */
  public boolean hasChanged() {
    return !stamps().equals(seen);
  }

  /**
   * Waits until the files are at rest.
   *
   * @return whether they are as they were at the last {@link #begin}, so that what was read since
   *     holds
   * @throws InterruptedException if the thread is to stop
   */
  public boolean settle() throws InterruptedException {
    List<FileStamp> now = seen;
    long since = seenAt;
    long gone = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GONE_MILLIS);
    for (long left = rest(now, since, gone); left > 0; left = rest(now, since, gone)) {
      poll(left);
      List<FileStamp> next = stamps();
      if (!next.equals(now)) {
        now = next;
        since = System.nanoTime();
      }
    }
    return now.equals(seen);
  }

  /** How many milliseconds the files have to stay as they are. */
  private long rest(List<FileStamp> now, long since, long gone) {
    if (!stamps().equals(now)) {
      return 1;
    }
    boolean ended = files.stream().allMatch(FileStamp::isEnded);
    long rest = since + TimeUnit.MILLISECONDS.toNanos(ended ? REST_MILLIS : UNENDED_MILLIS);
    long end = isOneGone(now) ? Math.max(rest, gone) : rest;
    return TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime() + 999_999);
  }

  /** Lets an event cut the wait short; which file it is about does not matter. */
  private void poll(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    List<FileStamp> start = stamps();
    for (long left = millis; left > 0; left = (end - System.nanoTime()) / 1_000_000) {
      WatchKey key = service.poll(left, TimeUnit.MILLISECONDS);
      if (key == null) {
        return;
      }
      key.pollEvents();
      key.reset();
      if (!stamps().equals(start)) {
        return;
      }
    }
  }

  private List<FileStamp> stamps() {
    return files.stream().map(FileStamp::of).toList();
  }

  private static boolean isOneGone(List<FileStamp> stamps) {
    return !stamps.stream().allMatch(FileStamp::isThere);
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
