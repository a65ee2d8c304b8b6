package org.firebreak.ui.findings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.CancelledException;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.ValidationProfile;
import org.firebreak.core.validation.ValidationResult;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Design;
import org.firebreak.scene.Alarm;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.jobs.JobProgress;

/**
 * Validates the active design whenever it has not been edited for a moment. The model is not
 * thread-safe, so a job validates a copy, which has the same ids; a result that an edit has
 * overtaken is thrown away. For the UI thread.
 */
public final class Findings {
  /** Edits that follow each other faster than this are validated once. */
  private static final int PAUSE_MS = 400;

  private static final Map<IWorkbenchWindow, Findings> WINDOWS = new WeakHashMap<>();

  private final OpenDesigns designs;
  private final Display display;
  private final Map<DesignDocument, State> states = new HashMap<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private final Runnable check = this::checkActive;
  private Job job;

  /** What is known of a design; a result is missing while the first validation runs. */
  private static final class State {
    private ValidationResult result;
    private boolean stale = true;
  }

  private Findings(IWorkbenchWindow window) {
    designs = OpenDesigns.in(window);
    display = window.getWorkbench().getDisplay();
    designs.addListener(new Changes());
    checkSoon();
  }

  /** The findings in the designs of a window; the first call starts the validation. */
  public static Findings in(IWorkbenchWindow window) {
    return WINDOWS.computeIfAbsent(window, Findings::new);
  }

  /** The last result for a design; none if it was never validated. */
  public Optional<ValidationResult> of(DesignDocument document) {
    State state = states.get(document);
    return state == null ? Optional.empty() : Optional.ofNullable(state.result);
  }

  /** Whether the result for a design is not yet that of its present state. */
  public boolean isPending(DesignDocument document) {
    State state = states.get(document);
    return state == null || state.stale;
  }

  /** Validates the active design at once. */
  public void validateNow() {
    designs.active().ifPresent(document -> state(document).stale = true);
    checkActive();
  }

  /** The listener runs on the UI thread after every result. */
  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  public void removeListener(Runnable listener) {
    listeners.remove(listener);
  }

  private State state(DesignDocument document) {
    return states.computeIfAbsent(document, key -> new State());
  }

  private void checkSoon() {
    if (!ValidationSetting.isAutomatic()) {
      return;
    }
    display.timerExec(PAUSE_MS, check);
  }

  private void checkActive() {
    DesignDocument document = designs.active().orElse(null);
    if (document == null || !state(document).stale) {
      return;
    }
    if (job != null) {
      job.cancel();
    }
    Design copy = EcoreUtil.copy(document.design());
    state(document).stale = false;
    job =
        Job.create(
            "Validating " + document.name(),
            (ICoreRunnable)
                monitor -> {
                  try {
                    ValidationResult result = validate(copy, new JobProgress(monitor));
                    display.asyncExec(() -> publish(document, result));
                  } catch (CancelledException e) {
                    // Another validation follows.
                  } catch (RuntimeException e) {
                    ILog.of(Findings.class)
                        .error("Validation of " + document.name() + " failed", e);
                  }
                });
    job.setSystem(true);
    job.setPriority(Job.DECORATE);
    job.schedule();
  }

  private static ValidationResult validate(Design design, JobProgress progress) {
    return ValidationRules.validate(
        design,
        PolicyCompiler.compile(design, CompileOptions.today()),
        ValidationProfile.BASELINE,
        progress);
  }

  private void publish(DesignDocument document, ValidationResult result) {
    State state = states.get(document);
    if (state == null || state.stale) {
      return;
    }
    state.result = result;
    document.showFindings(alarms(result));
    tell();
  }

  private static Map<String, Alarm> alarms(ValidationResult result) {
    Map<String, Alarm> worst = new HashMap<>();
    for (Finding finding : result.findings()) {
      Alarm alarm =
          switch (finding.severity()) {
            case ERROR -> Alarm.ERROR;
            case WARNING -> Alarm.WARNING;
            case INFO -> Alarm.NONE;
          };
      if (alarm != Alarm.NONE) {
        for (ElementRef element : finding.elements()) {
          worst.merge(element.id(), alarm, Alarm::worse);
        }
      }
    }
    return worst;
  }

  private void tell() {
    List.copyOf(listeners).forEach(Runnable::run);
  }

  private final class Changes implements OpenDesigns.Listener {
    @Override
    public void designsChanged() {
      states.keySet().retainAll(designs.all());
      tell();
      checkSoon();
    }

    @Override
    public void happened(DesignDocument document, DesignDocument.Event event) {
      if (event == DesignDocument.Event.EDITED) {
        state(document).stale = true;
        checkSoon();
      }
    }
  }
}
