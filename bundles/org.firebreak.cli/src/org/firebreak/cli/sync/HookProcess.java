package org.firebreak.cli.sync;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running hook. A note beside the state names it while it runs, so that a run after a killed one
 * ends what that left behind: two hooks at once could bring the older rules into force last.
 */
final class HookProcess {
  private static final long GRACE_MILLIS = 2000;

  private final Process process;
  private final Path note;

  private HookProcess(Process process, Path note) {
    this.process = process;
    this.note = note;
  }

  /**
   * Starts a hook.
   *
   * @param note file that names it until it has ended
   * @throws IOException if it cannot be started
   */
  static HookProcess start(ProcessBuilder builder, Path note) throws IOException {
    Process process = builder.start();
    HookProcess hook = new HookProcess(process, note);
    try {
      Files.writeString(note, process.pid() + " " + started(process.toHandle()) + "\n");
    } catch (IOException e) {
      hook.end();
      throw e;
    }
    return hook;
  }

  /** Ends the hook that a note names, if it still runs, with all that it has started. */
  static void endLeftOver(Path note) throws IOException {
    if (!Files.exists(note)) {
      return;
    }
    String[] words = Files.readString(note).strip().split(" ", 2);
    if (words.length == 2 && words[0].matches("[0-9]{1,18}")) {
      Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(words[0]));
      if (process.isPresent() && started(process.get()).equals(words[1])) {
        end(process.get());
      }
    }
    Files.deleteIfExists(note);
  }

  /** Tells a process from a later one with the same number. */
  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }

  /**
   * Waits for the end; what has not ended in time is ended.
   *
   * @return the exit code; empty if it took too long
   * @throws InterruptedIOException if the run is to stop; the hook has been ended
   */
  Optional<Integer> await(Duration most) throws IOException {
    try {
      return process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)
          ? Optional.of(process.exitValue())
          : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while a program of --apply was running");
    } finally {
      end();
    }
  }

  private void end() throws IOException {
    end(process.toHandle());
    Files.deleteIfExists(note);
  }

  private static void end(ProcessHandle process) {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process);
    all.forEach(ProcessHandle::destroy);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
    boolean interrupted = false;
    for (ProcessHandle each : all) {
      try {
        each.onExit().get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException | ExecutionException e) {
        each.destroyForcibly();
      } catch (InterruptedException e) {
        interrupted = true;
        each.destroyForcibly();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
