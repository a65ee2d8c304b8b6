package org.firebreak.ui.overlays;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Function;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.diagram.DiagramEditor;
import org.firebreak.diagram.canvas.LegendAction;
import org.firebreak.report.overlay.BlastRadiusOverlay;
import org.firebreak.report.overlay.ThroughputOverlay;
import org.firebreak.scene.Overlay;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.live.LiveAnswer;
import org.firebreak.ui.live.LiveAnswers;
import org.firebreak.ui.sizing.SizingPage;
import org.firebreak.ui.sizing.TightestFit;

/**
 * The overlay that is chosen for each open design. Only what is chosen is computed, in the
 * background, and anew after edits. For the UI thread.
 */
public final class Overlays {
  private static final Map<IWorkbenchWindow, Overlays> WINDOWS = new WeakHashMap<>();

  private final IWorkbenchWindow window;
  private final OpenDesigns designs;
  private final LiveAnswers answers;
  private final Map<DesignDocument, Shown> shown = new HashMap<>();
  private final List<Runnable> listeners = new ArrayList<>();

  /** An overlay that follows its design. */
  private record Shown(OverlayKind kind, Runnable end) {}

  private Overlays(IWorkbenchWindow window) {
    this.window = window;
    designs = OpenDesigns.in(window);
    answers = LiveAnswers.in(window);
    designs.addListener(this::designsChanged);
    designsChanged();
  }

  /** The overlays of a window. */
  public static Overlays in(IWorkbenchWindow window) {
    return WINDOWS.computeIfAbsent(window, Overlays::new);
  }

  /** The overlay that is chosen for a design. */
  public Optional<OverlayKind> chosen(DesignDocument document) {
    return Optional.ofNullable(shown.get(document)).map(Shown::kind);
  }

  /** Shows an overlay in place of the one before, and remembers it for the file. */
  public void choose(DesignDocument document, OverlayKind kind) {
    switch (kind) {
      case THROUGHPUT ->
          show(
              document,
              kind,
              answers.sizing(),
              sized -> ThroughputOverlay.of(sized.study()),
              sized -> offer(document, sized.study()));
      case BLAST_RADIUS ->
          show(document, kind, answers.blastRadius(), radius -> BlastRadiusOverlay.of(radius));
      case ATTACK_PATHS ->
          throw new IllegalArgumentException("attack paths begin at a server; use show");
    }
    OverlayMemory.keep(document, kind);
  }

  /**
   * Shows an overlay in place of the one before, for as long as the design is open.
   *
   * @param answer what it is made of
   * @param make makes it of an answer
   */
  public <T> void show(
      DesignDocument document, OverlayKind kind, LiveAnswer<T> answer, Function<T, Overlay> make) {
    show(document, kind, answer, make, each -> null);
  }

  private <T> void show(
      DesignDocument document,
      OverlayKind kind,
      LiveAnswer<T> answer,
      Function<T, Overlay> make,
      Function<T, LegendAction> offer) {
    end(document);
    Runnable listener =
        () -> {
          Optional<T> found = answer.of(document);
          document.showOverlay(found.map(make).orElse(null), found.map(offer).orElse(null));
        };
    shown.put(document, new Shown(kind, () -> answer.leave(document, listener)));
    answer.follow(document, listener);
    if (!answer.isPending(document)) {
      listener.run();
    }
    tell();
  }

  /** What to do about firewalls that name no appliance. */
  private LegendAction offer(DesignDocument document, SizingStudy study) {
    TightestFit fit = new TightestFit(study);
    if (fit.count() > 0) {
      return new LegendAction(
          fit.count() == 1 ? "Choose it" : "Choose them", () -> fit.choose(document));
    }
    return study.central().stream().allMatch(each -> each.choice().isPresent())
        ? null
        : new LegendAction("Open Sizing", this::openSizing);
  }

  private void openSizing() {
    if (window.getActivePage().getActiveEditor() instanceof DiagramEditor editor) {
      editor.showPage(SizingPage.ID);
    }
  }

  /** Shows no overlay, and remembers that. */
  public void clear(DesignDocument document) {
    end(document);
    OverlayMemory.keep(document, null);
    document.showOverlay(null);
    tell();
  }

  /** The listener runs when another overlay is chosen, or another design is active. */
  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  public void removeListener(Runnable listener) {
    listeners.remove(listener);
  }

  private void end(DesignDocument document) {
    Shown before = shown.remove(document);
    if (before != null) {
      before.end().run();
    }
  }

  private void designsChanged() {
    for (DesignDocument gone : List.copyOf(shown.keySet())) {
      if (!designs.all().contains(gone)) {
        end(gone);
      }
    }
    for (DesignDocument document : designs.all()) {
      if (!shown.containsKey(document) && document.overlay() == null) {
        OverlayMemory.of(document).ifPresent(kind -> choose(document, kind));
      }
    }
    tell();
  }

  private void tell() {
    List.copyOf(listeners).forEach(Runnable::run);
  }
}
