package org.firebreak.ui.live;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.core.edit.ModelChange;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.findings.Findings;
import org.firebreak.ui.findings.Question;

/**
 * The answer to a question about open designs. It is found in the background when somebody begins
 * to follow a design, and anew when the design has not been edited for a moment. All methods are
 * for the UI thread.
 *
 * @param <T> answer
 */
public final class LiveAnswer<T> {
  /** Edits that follow each other faster than this are answered once. */
  private static final int PAUSE_MS = 120;

  /** An answer, or why there is none. */
  private record Outcome<T>(T answer, String failure) {}

  private final OpenDesigns.Listener closing = this::forgetClosed;
  private final OpenDesigns designs;
  private final Findings findings;
  private final Display display;
  private final String title;
  private final FileQuestion<T> question;
  private final Map<DesignDocument, State> states = new HashMap<>();
  private final List<Runnable> watchers = new ArrayList<>();

  /** What is known of a design that is followed. */
  private final class State implements ModelEdit.Listener {
    private final DesignDocument document;
    private final List<Runnable> listeners = new ArrayList<>();
    private final Runnable asking = this::ask;
    private Outcome<T> outcome;
    private int revision;
    private int answered = -1;
    private Asked running;
    private boolean awaited;

    State(DesignDocument document) {
      this.document = document;
      document.edit().addListener(this);
    }

    @Override
    public void changed(ModelChange change) {
      if (Findings.isMeaning(change)) {
        revision++;
        stop();
        awaited = true;
        display.timerExec(PAUSE_MS, asking);
        tellWatchers();
      }
    }

    void ask() {
      if (states.get(document) != this) {
        return;
      }
      stop();
      awaited = false;
      int asked = revision;
      Path file = document.file();
      Asked mine = new Asked();
      running = mine;
      tellWatchers();
      findings.ask(
          document,
          title,
          (context, progress) -> {
            try {
              return new Outcome<>(question.answer(context, file, mine.of(progress)), null);
            } catch (IllegalArgumentException e) {
              return new Outcome<T>(null, e.getMessage());
            }
          },
          found -> {
            if (isWanted(mine)) {
              answered = asked;
              take(found);
            }
          },
          why -> {
            // The state counts as unanswered, so that it can be asked again.
            if (isWanted(mine)) {
              take(new Outcome<>(null, why));
            }
          });
    }

    private boolean isWanted(Asked mine) {
      return states.get(document) == this && running == mine;
    }

    /** Ends the search for an answer that nobody wants any more. */
    void stop() {
      if (running != null) {
        running.cancel();
        running = null;
      }
    }

    private void take(Outcome<T> found) {
      outcome = found;
      running = null;
      List.copyOf(listeners).forEach(Runnable::run);
      tellWatchers();
    }
  }

  /**
   * An answer that nobody follows yet.
   *
   * @param title what is done, for the list of jobs
   * @param question is asked on a thread of its own; an {@link IllegalArgumentException} says why
   *     there is no answer
   */
  public LiveAnswer(IWorkbenchWindow window, String title, Question<T> question) {
    this(window, title, (context, file, progress) -> question.answer(context, progress));
  }

  /**
   * An answer that nobody follows yet, and that depends on what lies beside the file.
   *
   * @param title what is done, for the list of jobs
   * @param question is asked on a thread of its own; an {@link IllegalArgumentException} says why
   *     there is no answer
   */
  public LiveAnswer(IWorkbenchWindow window, String title, FileQuestion<T> question) {
    this.findings = Findings.in(window);
    this.display = window.getWorkbench().getDisplay();
    this.title = title;
    this.question = question;
    this.designs = OpenDesigns.in(window);
    designs.addListener(closing);
  }

  /** Ends all following. */
  public void dispose() {
    designs.removeListener(closing);
    List.copyOf(states.keySet()).forEach(this::forget);
  }

  private void forgetClosed() {
    List.copyOf(states.keySet()).stream()
        .filter(document -> !designs.all().contains(document))
        .forEach(this::forget);
  }

  /** Follows a design; the listener runs after every answer, until it leaves. */
  public void follow(DesignDocument document, Runnable listener) {
    State state = states.get(document);
    if (state == null) {
      state = new State(document);
      states.put(document, state);
      state.ask();
    }
    state.listeners.add(listener);
  }

  /** Ends the following by a listener; without any left, nothing is computed any more. */
  public void leave(DesignDocument document, Runnable listener) {
    State state = states.get(document);
    if (state != null && state.listeners.remove(listener) && state.listeners.isEmpty()) {
      forget(document);
    }
  }

  /** The last answer for a design that is followed; the one before while it is found anew. */
  public Optional<T> of(DesignDocument document) {
    return outcome(document).map(Outcome::answer);
  }

  /**
   * Ends the search for an answer; the one before stays, and the next edit or {@link #again} begins
   * another search.
   */
  public void cancel(DesignDocument document) {
    State state = states.get(document);
    if (state != null) {
      state.stop();
      state.awaited = false;
      display.timerExec(-1, state.asking);
      tellWatchers();
    }
  }

  /** Searches anew, after a cancel or when what lies beside the file has changed. */
  public void again(DesignDocument document) {
    State state = states.get(document);
    if (state != null) {
      state.revision++;
      state.ask();
    }
  }

  /** The watcher runs when a search is due, begins, ends or is cancelled. */
  public void addWatcher(Runnable watcher) {
    watchers.add(watcher);
  }

  public void removeWatcher(Runnable watcher) {
    watchers.remove(watcher);
  }

  private void tellWatchers() {
    List.copyOf(watchers).forEach(Runnable::run);
  }

  /** Whether an answer is being searched, or will be when the edits have paused. */
  public boolean isRunning(DesignDocument document) {
    State state = states.get(document);
    return state != null && (state.running != null || state.awaited);
  }

  /** Why there is no answer, in words. */
  public Optional<String> failure(DesignDocument document) {
    return outcome(document).map(Outcome::failure);
  }

  /** Whether the answer is not yet that of the present state. */
  public boolean isPending(DesignDocument document) {
    State state = states.get(document);
    return state == null || state.answered != state.revision;
  }

  private Optional<Outcome<T>> outcome(DesignDocument document) {
    return Optional.ofNullable(states.get(document)).map(state -> state.outcome);
  }

  private void forget(DesignDocument document) {
    State state = states.remove(document);
    if (state != null) {
      state.stop();
      document.edit().removeListener(state);
    }
  }
}
