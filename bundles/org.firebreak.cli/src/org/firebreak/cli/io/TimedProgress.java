package org.firebreak.cli.io;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;
import org.firebreak.core.progress.Progress;

/**
 * Shows progress of work that takes over a second: on a terminal as one line that is written over,
 * elsewhere as a line when a step begins to take long, and one every ten seconds after.
 */
final class TimedProgress implements Progress, AutoCloseable {
  private static final long PATIENCE_MILLIS = 1000;
  private static final long LIVE_MILLIS = 200;
  private static final long LINE_MILLIS = 10_000;
  private static final String ERASE = "\r\u001B[K";

  /** A step of the work. */
  private record Step(String task, long total) {}

  private final PrintStream err;
  private final boolean live;
  private final AtomicLong done = new AtomicLong();
  private volatile Step step;
  private Thread watcher;
  private boolean closed;
  private boolean shown;

  TimedProgress(PrintStream err, boolean live) {
    this.err = err;
    this.live = live;
  }

  @Override
  public void begin(String task, long totalWork) {
    done.set(0);
    step = new Step(task, totalWork);
    synchronized (this) {
      if (watcher == null && !closed) {
        watcher = new Thread(this::watch, "progress");
        watcher.setDaemon(true);
        watcher.start();
      }
    }
  }

  @Override
  public void worked(long units) {
    done.addAndGet(units);
  }

  @Override
  public boolean cancelled() {
    return Thread.currentThread().isInterrupted();
  }

  private synchronized void watch() {
    try {
      wait(PATIENCE_MILLIS);
      Step last = null;
      long silent = 0;
      while (!closed) {
        Step now = step;
        if (live || now != last || silent >= LINE_MILLIS) {
          show(now);
          last = now;
          silent = 0;
        }
        wait(LIVE_MILLIS);
        silent += LIVE_MILLIS;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void show(Step now) {
    String text = now.task() + " …" + amount(now.total(), done.get());
    if (live) {
      err.print(ERASE + Texts.line(text));
    } else {
      err.print(Texts.line(text) + "\n");
    }
    err.flush();
    shown = true;
  }

  private static String amount(long total, long done) {
    if (total > 0) {
      return " " + Math.min(100, 100 * done / total) + " %";
    }
    return done == 0 ? "" : " " + done;
  }

  @Override
  public synchronized void close() {
    if (live && shown && !closed) {
      err.print(ERASE);
      err.flush();
    }
    closed = true;
    notifyAll();
  }
}
