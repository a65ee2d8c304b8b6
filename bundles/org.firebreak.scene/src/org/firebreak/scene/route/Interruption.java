package org.firebreak.scene.route;

import java.util.concurrent.CancellationException;

/** Ends work whose result nobody wants any more. */
final class Interruption {

  private Interruption() {}

  /** Leaves the thread's flag as it is. */
  static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted");
    }
  }
}
