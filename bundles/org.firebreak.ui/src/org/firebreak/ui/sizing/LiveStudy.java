package org.firebreak.ui.sizing;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Display;
import org.firebreak.core.edit.ModelChange;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.sizing.ApplianceCatalogue;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.ui.findings.Findings;
import org.firebreak.ui.live.Overtaken;
import org.firebreak.ui.live.Sized;

/**
 * The sizing of a design, found anew in the background after every edit. An answer that an edit has
 * overtaken is not finished and not shown. For the UI thread.
 */
final class LiveStudy {
  /** Edits that follow each other faster than this are answered once. */
  private static final int PAUSE_MS = 120;

  /**
   * The sizing, or why there is none.
   *
   * @param study {@code null} if it failed
   * @param failure empty if it did not
   */
  record Answer(SizingStudy study, ApplianceCatalogue catalogue, String failure) {}

  private final DesignDocument document;
  private final Findings findings;
  private final Display display;
  private final Runnable begun;
  private final Consumer<Answer> shown;
  private final Runnable asking = this::ask;
  private final ModelEdit.Listener edits = this::changed;
  private final AtomicInteger newest = new AtomicInteger();
  private boolean ended;

  /**
   * @param begun runs when what is shown is no longer that of the present state
   * @param shown takes each answer
   */
  LiveStudy(
      DesignDocument document,
      Findings findings,
      Display display,
      Runnable begun,
      Consumer<Answer> shown) {
    this.document = document;
    this.findings = findings;
    this.display = display;
    this.begun = begun;
    this.shown = shown;
    document.edit().addListener(edits);
  }

  void end() {
    ended = true;
    newest.incrementAndGet();
    document.edit().removeListener(edits);
  }

  private void changed(ModelChange change) {
    if (Findings.isMeaning(change)) {
      newest.incrementAndGet();
      begun.run();
      display.timerExec(PAUSE_MS, asking);
    }
  }

  /** Finds the sizing of the design as it is now. */
  void ask() {
    if (ended) {
      return;
    }
    int number = newest.incrementAndGet();
    begun.run();
    Path file = document.file();
    findings.ask(
        document,
        "Sizing " + document.name(),
        (context, progress) -> {
          Progress watched = new Overtaken(progress, () -> number != newest.get());
          watched.check();
          return answer(context, file, watched);
        },
        answer -> {
          if (!ended && number == newest.get()) {
            shown.accept(answer);
          }
        });
  }

  private static Answer answer(ValidationContext context, Path file, Progress progress) {
    try {
      Sized sized = Sized.of(context, file, progress);
      return new Answer(sized.study(), sized.catalogue(), "");
    } catch (IllegalArgumentException e) {
      return new Answer(null, ApplianceCatalogue.shipped(), e.getMessage());
    }
  }
}
