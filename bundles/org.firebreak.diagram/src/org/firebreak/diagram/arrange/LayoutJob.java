package org.firebreak.diagram.arrange;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/**
 * Computes something in the background and hands it over on the UI thread.
 *
 * @param <T> what is computed
 */
public final class LayoutJob<T> extends Job {
  private final Display display;
  private final Supplier<T> compute;
  private final Consumer<T> apply;

  /**
   * @param name what is done, as the progress view shows it
   * @param display whose thread gets the result
   * @param compute is called once, in the background
   * @param apply gets the result, unless the job was cancelled
   */
  public LayoutJob(String name, Display display, Supplier<T> compute, Consumer<T> apply) {
    super(name);
    this.display = display;
    this.compute = compute;
    this.apply = apply;
    setUser(true);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    monitor.beginTask(getName(), IProgressMonitor.UNKNOWN);
    T result = compute.get();
    if (monitor.isCanceled() || display.isDisposed()) {
      return Status.CANCEL_STATUS;
    }
    display.asyncExec(
        () -> {
          if (!monitor.isCanceled()) {
            apply.accept(result);
          }
        });
    return Status.OK_STATUS;
  }
}
