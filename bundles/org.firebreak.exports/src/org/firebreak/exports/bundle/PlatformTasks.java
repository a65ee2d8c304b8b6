package org.firebreak.exports.bundle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.firebreak.core.progress.CancelledException;
import org.firebreak.core.progress.Progress;

/**
 * Does the same for each of several platforms, some of them at the same time. Results, and which of
 * several errors is told, are as if they were done one after the other: a platform that fails stops
 * those after it, and not those before it.
 */
final class PlatformTasks {
  /** What is done for a platform. */
  @FunctionalInterface
  interface Task<P, R> {
    R run(P platform, Progress progress) throws IOException;
  }

  /** Each may hold tables of a whole large design, so that more cores would cost much memory. */
  private static final int MOST_AT_ONCE = 3;

  private PlatformTasks() {}

  /**
   * Does a task for every platform.
   *
   * @param what the step, in words for people
   * @return the results, in the order of the platforms
   * @throws IOException what the task threw for the first platform that failed
   * @throws CancelledException if the user cancelled, or interrupted the calling thread
   */
  static <P, R> List<R> run(String what, List<P> platforms, Task<P, R> task, Progress progress)
      throws IOException {
    int threads = Math.min(threads(), platforms.size());
    if (threads <= 1) {
      List<R> results = new ArrayList<>();
      for (P platform : platforms) {
        progress.check();
        results.add(task.run(platform, progress));
      }
      return results;
    }
    progress.begin(what, platforms.size());
    AtomicInteger failed = new AtomicInteger(Integer.MAX_VALUE);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads, PlatformTasks::thread)) {
      List<Future<R>> running = new ArrayList<>();
      for (int i = 0; i < platforms.size(); i++) {
        P platform = platforms.get(i);
        Part part = new Part(progress, failed, i);
        running.add(pool.submit(() -> part.run(() -> task.run(platform, part))));
      }
      return results(running, failed);
    }
  }

  private static int threads() {
    return Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors());
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "export");
    thread.setDaemon(true);
    return thread;
  }

  private static <R> List<R> results(List<Future<R>> running, AtomicInteger failed)
      throws IOException {
    List<R> results = new ArrayList<>();
    try {
      for (Future<R> each : running) {
        results.add(each.get());
      }
      return results;
    } catch (InterruptedException e) {
      failed.set(-1);
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    }
  }

  private static IOException rethrown(Throwable cause) {
    switch (cause) {
      case IOException io -> {
        return io;
      }
      case RuntimeException unchecked -> throw unchecked;
      case Error error -> throw error;
      default -> throw new IllegalStateException(cause);
    }
  }

  /** The progress of one platform, which ends when an earlier one failed. */
  private record Part(Progress whole, AtomicInteger failed, int index) implements Progress {
    <R> R run(Callable<R> work) throws Exception {
      try {
        check();
        R result = work.call();
        whole.worked(1);
        return result;
      } catch (Throwable e) {
        failed.accumulateAndGet(index, Math::min);
        throw e;
      }
    }

    @Override
    public void begin(String task, long totalWork) {
      // the steps of several platforms would overwrite each other
    }

    @Override
    public void worked(long units) {
      // see begin
    }

    @Override
    public boolean cancelled() {
      return failed.get() < index || whole.cancelled();
    }
  }
}
