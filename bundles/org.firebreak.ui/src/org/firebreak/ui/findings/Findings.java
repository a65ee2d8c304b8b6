package org.firebreak.ui.findings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.core.edit.ModelChange;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.CancelledException;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationProfile;
import org.firebreak.core.validation.ValidationResult;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Design;
import org.firebreak.model.Element;
import org.firebreak.scene.Alarm;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.jobs.JobProgress;

/**
 * Validates the active design whenever it has not been edited for a moment. The model is not
 * thread-safe, so a job validates a mirror of it, which has the same ids; a result that an edit has
 * overtaken is thrown away. For the UI thread.
 */
public final class Findings {
  /** Edits that follow each other faster than this are validated once. */
  private static final int PAUSE_MS = 50;

  private static final Map<IWorkbenchWindow, Findings> WINDOWS = new WeakHashMap<>();

  private final OpenDesigns designs;
  private final Display display;
  private final Map<DesignDocument, State> states = new HashMap<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private final Runnable check = this::checkActive;
  private Job job;

  /** What is known of a design; a result is missing while the first validation runs. */
  private final class State implements ModelEdit.Listener {
    private final DesignDocument document;
    private final Subject subject;
    private ProfileChoice profile;
    private Checked checked;
    private String failure;
    private boolean stale = true;

    State(DesignDocument document) {
      this.document = document;
      this.subject = new Subject(document);
      this.profile = ProfileChoice.of(document);
      document.edit().addListener(this);
    }

    @Override
    public void changed(ModelChange change) {
      if (subject.note(change)) {
        stale = true;
        checkSoon();
      }
    }
  }

  /**
   * A validation that has ended.
   *
   * @param revision of the subject, for which it holds
   */
  private record Checked(
      int revision,
      ValidationResult result,
      List<Problem> problems,
      FindingsByElement byElement,
      Map<String, String> worst,
      CompiledPolicy policy,
      ValidationProfile profile) {}

  private Findings(IWorkbenchWindow window) {
    designs = OpenDesigns.in(window);
    display = window.getWorkbench().getDisplay();
    designs.addListener(this::designsChanged);
    new ProfileWatch(window, designs, this::profileFileChanged).start();
    checkSoon();
  }

  /** The findings in the designs of a window; the first call starts the validation. */
  public static Findings in(IWorkbenchWindow window) {
    return WINDOWS.computeIfAbsent(window, Findings::new);
  }

  /** The last result for a design; none if it was never validated, or cannot be. */
  public Optional<ValidationResult> of(DesignDocument document) {
    return checked(document).map(Checked::result);
  }

  /** The findings of the last result, the accepted ones last; none if there is no result. */
  public List<Problem> problems(DesignDocument document) {
    return checked(document).map(Checked::problems).orElse(List.of());
  }

  /** The open findings that name an element, the worst first. */
  public List<Finding> on(DesignDocument document, Element element) {
    return byElement(document).on(element.getId());
  }

  /** The worst open finding on each element that has any, in words, by the id of the element. */
  public Map<String, String> worst(DesignDocument document) {
    return checked(document).map(Checked::worst).orElse(Map.of());
  }

  /** The worst of the warnings and errors on an element or on anything in it. */
  public Alarm inside(DesignDocument document, Element element) {
    return byElement(document).inside().getOrDefault(element.getId(), Alarm.NONE);
  }

  /** Why a design cannot be validated, for instance what is wrong with its profile. */
  public Optional<String> failure(DesignDocument document) {
    return Optional.ofNullable(states.get(document)).map(state -> state.failure);
  }

  /** Whether the result for a design is not yet that of its present state. */
  public boolean isPending(DesignDocument document) {
    State state = states.get(document);
    return state == null
        || state.stale
        || state.failure == null
            && (state.checked == null || state.checked.revision() != state.subject.revision());
  }

  /** The profile that is chosen for a design. */
  public ProfileChoice profile(DesignDocument document) {
    return state(document).profile;
  }

  /** Judges a design by another profile from now on. */
  public void choose(DesignDocument document, ProfileChoice choice) {
    State state = state(document);
    if (!choice.equals(state.profile)) {
      state.profile = choice;
      choice.keepFor(document);
      state.stale = true;
      checkActive();
    }
  }

  /** Whether an edit has changed more than how diagrams are drawn. */
  public static boolean isMeaning(ModelChange change) {
    return change.affected().stream().anyMatch(each -> !Subject.isDrawing(each));
  }

  /** Validates the active design at once. */
  public void validateNow() {
    designs.active().ifPresent(document -> state(document).stale = true);
    checkActive();
  }

  /**
   * Asks something of a design as it is now, in the background.
   *
   * @param title what is done, for the list of jobs
   * @param done takes the answer on the UI thread; is not called if the job is cancelled
   */
  public <T> void ask(
      DesignDocument document, String title, Question<T> question, Consumer<T> done) {
    ask(document, title, question, done, why -> {});
  }

  /**
   * Asks something of a design as it is now, in the background.
   *
   * @param title what is done, for the list of jobs
   * @param done takes the answer on the UI thread; is not called if the job is cancelled
   * @param failed takes the reason instead if there is no answer
   */
  public <T> void ask(
      DesignDocument document,
      String title,
      Question<T> question,
      Consumer<T> done,
      Consumer<String> failed) {
    State state = state(document);
    state.subject.read(
        design -> {
          Checked known = state.checked;
          boolean current = known != null && known.revision() == state.subject.revision();
          ProfileChoice choice = state.profile;
          Path file = document.file();
          run(
              state,
              title,
              progress -> {
                try {
                  ValidationProfile profile = current ? known.profile() : choice.read(file);
                  CompiledPolicy policy = current ? known.policy() : compile(design);
                  ValidationContext context = ValidationContext.of(design, policy, profile);
                  T answer = question.answer(context, progress);
                  return () -> done.accept(answer);
                } catch (IOException e) {
                  return () -> {
                    publish(state, null, e.getMessage());
                    failed.accept(e.getMessage());
                  };
                }
              },
              why -> failed.accept("an internal error occurred; the error log has the details"));
        });
  }

  /** The listener runs on the UI thread after every result. */
  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  public void removeListener(Runnable listener) {
    listeners.remove(listener);
  }

  private Optional<Checked> checked(DesignDocument document) {
    return Optional.ofNullable(states.get(document)).map(state -> state.checked);
  }

  private FindingsByElement byElement(DesignDocument document) {
    return checked(document).map(Checked::byElement).orElse(FindingsByElement.NONE);
  }

  private State state(DesignDocument document) {
    return states.computeIfAbsent(document, State::new);
  }

  private void checkSoon() {
    if (ValidationSetting.isAutomatic()) {
      display.timerExec(PAUSE_MS, check);
    }
  }

  private void checkActive() {
    DesignDocument document = designs.active().orElse(null);
    if (document == null || !state(document).stale) {
      return;
    }
    State state = state(document);
    state.stale = false;
    if (job != null) {
      job.cancel();
    }
    state.subject.read(design -> validate(state, design));
  }

  private void validate(State state, Design design) {
    int revision = state.subject.revision();
    ProfileChoice choice = state.profile;
    Path file = state.document.file();
    job =
        run(
            state,
            "Validating " + state.document.name(),
            progress -> {
              ValidationProfile profile = choice.read(file);
              CompiledPolicy policy = compile(design);
              progress.check();
              ValidationResult result = ValidationRules.validate(design, policy, profile, progress);
              FindingsByElement byElement = FindingsByElement.of(result.findings(), design);
              Checked checked =
                  new Checked(
                      revision,
                      result,
                      Problems.of(result, design),
                      byElement,
                      byElement.worstInWords(),
                      policy,
                      profile);
              return () -> publish(state, checked, null);
            },
            why -> publish(state, null, "Validation failed: " + why));
  }

  private static CompiledPolicy compile(Design design) {
    return PolicyCompiler.compile(design, CompileOptions.today());
  }

  /** Work in the background, and what the UI thread does with its outcome. */
  private interface Work {
    Runnable run(JobProgress progress) throws IOException;
  }

  /**
   * @param failed takes the reason on the UI thread if the work fails for no reason that is
   *     foreseen
   */
  private Job run(State state, String title, Work work, Consumer<String> failed) {
    ICoreRunnable runnable =
        monitor -> {
          Runnable outcome = () -> {};
          try {
            outcome = work.run(new JobProgress(monitor));
          } catch (CancelledException e) {
            throw new OperationCanceledException();
          } catch (IOException e) {
            outcome = () -> publish(state, null, e.getMessage());
          } catch (RuntimeException e) {
            ILog.of(Findings.class).error(title + " failed", e);
            outcome = () -> failed.accept(e.getMessage());
          }
          later(outcome);
        };
    Job background = Job.create(title, runnable);
    // A job that is cancelled before it runs has read the design too.
    background.addJobChangeListener(IJobChangeListener.onDone(event -> later(state.subject::done)));
    background.setSystem(true);
    background.setPriority(Job.SHORT);
    background.schedule();
    return background;
  }

  private void later(Runnable action) {
    if (!display.isDisposed()) {
      display.asyncExec(action);
    }
  }

  private void publish(State state, Checked checked, String failure) {
    if (states.get(state.document) != state
        || state.stale
        || checked != null && checked.revision() != state.subject.revision()) {
      return;
    }
    state.checked = checked;
    state.failure = failure;
    FindingsByElement found = checked == null ? FindingsByElement.NONE : checked.byElement();
    state.document.showFindings(found.alarms(), id -> FindingWords.lines(found.on(id)));
    tell();
  }

  private void tell() {
    List.copyOf(listeners).forEach(Runnable::run);
  }

  private void profileFileChanged(DesignDocument document) {
    state(document).stale = true;
    checkSoon();
  }

  private void designsChanged() {
    for (DesignDocument gone : List.copyOf(states.keySet())) {
      if (!designs.all().contains(gone)) {
        gone.edit().removeListener(states.remove(gone));
      }
    }
    tell();
    checkSoon();
  }
}
