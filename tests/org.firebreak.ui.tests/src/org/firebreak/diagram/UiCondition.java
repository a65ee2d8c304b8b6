package org.firebreak.diagram;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** Runs code on the UI thread, and waits for what it shows. */
public final class UiCondition {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(15);

  static {
    // What is seen is at once what is so.
    System.setProperty("firebreak.animate", "false");
  }

  private UiCondition() {}

  /** Calls on the UI thread and hands the result or the exception on. */
  public static <T> T ui(Callable<T> call) {
    Object[] outcome = new Object[1];
    Throwable[] failure = new Throwable[1];
    display()
        .syncExec(
            () -> {
              try {
                outcome[0] = call.call();
              } catch (Exception | AssertionError e) {
                failure[0] = e;
              }
            });
    if (failure[0] instanceof AssertionError error) {
      throw error;
    }
    if (failure[0] != null) {
      throw new IllegalStateException(failure[0]);
    }
    @SuppressWarnings("unchecked")
    T result = (T) outcome[0];
    return result;
  }

  /** Runs on the UI thread. */
  public static void run(Runnable action) {
    ui(
        () -> {
          action.run();
          return null;
        });
  }

  /**
   * Waits until something is so, as seen on the UI thread.
   *
   * @param what for the message if it never becomes so
   */
  public static void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!ui(condition::getAsBoolean)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Waits until the UI thread has done all that was waiting for it. */
  public static void settle() {
    for (int i = 0; i < 3; i++) {
      run(
          () -> {
            while (display().readAndDispatch()) {
              // Until there is no more.
            }
          });
    }
  }

  static Display display() {
    return PlatformUI.getWorkbench().getDisplay();
  }
}
