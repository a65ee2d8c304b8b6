package org.firebreak.ui.live;

import java.util.Map;
import java.util.WeakHashMap;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.core.reach.BlastRadius;

/** Answers that several parts of a window share, so that they are found once. */
public final class LiveAnswers {
  private static final Map<IWorkbenchWindow, LiveAnswers> WINDOWS = new WeakHashMap<>();

  private final LiveAnswer<Sized> sizing;
  private final LiveAnswer<BlastRadius> blastRadius;

  private LiveAnswers(IWorkbenchWindow window) {
    sizing = new LiveAnswer<>(window, "Computing throughput", Sized::of);
    blastRadius =
        new LiveAnswer<>(
            window,
            "Computing blast radius",
            (context, progress) -> BlastRadius.of(context.policy()));
  }

  /** The answers of a window. */
  public static LiveAnswers in(IWorkbenchWindow window) {
    return WINDOWS.computeIfAbsent(window, LiveAnswers::new);
  }

  /** Throughput and sizing under the strategy in force, with the parameters of the design. */
  public LiveAnswer<Sized> sizing() {
    return sizing;
  }

  /** Blast radius of every server under the strategy in force. */
  public LiveAnswer<BlastRadius> blastRadius() {
    return blastRadius;
  }
}
