package org.firebreak.ui.tests;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;

/** Reaches the workbench from a test thread. */
public final class Ui {
  /** When the first test began, as the error log writes it. */
  static final String FIRST_USE =
      LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS"));

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Ui() {}

  public static Display display() {
    return PlatformUI.getWorkbench().getDisplay();
  }

  /** Runs on the UI thread and waits for the result. */
  public static <T> T get(Callable<T> call) {
    Object[] result = new Object[1];
    Throwable[] failure = new Throwable[1];
    display()
        .syncExec(
            () -> {
              try {
                result[0] = call.call();
              } catch (Exception | AssertionError e) {
                failure[0] = e;
              }
            });
    if (failure[0] != null) {
      throw new AssertionError("on the UI thread: " + failure[0], failure[0]);
    }
    @SuppressWarnings("unchecked")
    T value = (T) result[0];
    return value;
  }

  /** Runs on the UI thread and waits for its end. */
  public static void run(Runnable action) {
    get(
        () -> {
          action.run();
          return null;
        });
  }

  /**
   * Waits until something is true on the UI thread.
   *
   * @param what what is waited for, for the message of a failure
   */
  public static void until(String what, Callable<Boolean> condition) {
    awaitPresent(what, () -> condition.call() ? Optional.of(true) : Optional.empty());
  }

  /** Whether something becomes true on the UI thread within a time. */
  static boolean within(Duration time, Callable<Boolean> condition) {
    return await(time, () -> condition.call() ? Optional.of(true) : Optional.empty()).isPresent();
  }

  /** Waits until something is there, and gives it. */
  public static <T> T awaitPresent(String what, Callable<Optional<T>> source) {
    return await(PATIENCE, source)
        .orElseThrow(
            () ->
                new AssertionError(
                    "did not happen within " + PATIENCE.toSeconds() + " s: " + what));
  }

  /** Waits until something is there and the same as a frame before, and gives it. */
  public static <T> T steady(String what, Callable<Optional<T>> source) {
    AtomicReference<Optional<T>> before = new AtomicReference<>(Optional.empty());
    return awaitPresent(
        what + " stays as it is",
        () -> {
          Optional<T> now = source.call();
          return now.equals(before.getAndSet(now)) ? now : Optional.empty();
        });
  }

  private static <T> Optional<T> await(Duration time, Callable<Optional<T>> source) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      Optional<T> found = get(source);
      if (found.isPresent()) {
        return found;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    return Optional.empty();
  }

  public static IWorkbenchWindow window() {
    return get(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0]);
  }

  public static IWorkbenchPage page() {
    return get(() -> window().getActivePage());
  }

  public static IEditorPart activeEditor() {
    return get(() -> window().getActivePage().getActiveEditor());
  }

  /** Shows a view and gives it. */
  public static IViewPart view(String id) {
    return get(
        () -> {
          try {
            return window().getActivePage().showView(id);
          } catch (PartInitException e) {
            throw new AssertionError(e);
          }
        });
  }

  /** Closes all editors without saving, and what dialogs are left over. */
  public static void closeAll() {
    run(
        () -> {
          for (Shell shell : display().getShells()) {
            if (!shell.isDisposed() && shell != window().getShell() && shell.getParent() != null) {
              shell.close();
            }
          }
          window().getActivePage().closeAllEditors(false);
          window().getShell().forceActive();
        });
    until(
        "all editors are closed", () -> window().getActivePage().getEditorReferences().length == 0);
  }

  /** Starts a command and does not wait: it may open a dialog. */
  public static void start(String command, Map<String, String> parameters) {
    display()
        .asyncExec(
            () -> {
              try {
                execute(command, parameters);
              } catch (CommandException e) {
                throw new IllegalStateException(command, e);
              }
            });
  }

  /** Executes a command and waits for its end. */
  public static void command(String command, Map<String, String> parameters) {
    get(
        () -> {
          execute(command, parameters);
          return null;
        });
  }

  private static void execute(String id, Map<String, String> parameters) throws CommandException {
    ICommandService commands = window().getService(ICommandService.class);
    Command command = commands.getCommand(id);
    window()
        .getService(IHandlerService.class)
        .executeCommand(ParameterizedCommand.generateCommand(command, parameters), null);
  }

  /** Waits for a dialog whose title begins with a text. */
  public static Shell dialog(String title) {
    return awaitPresent(
        "dialog " + title,
        () ->
            Arrays.stream(display().getShells())
                .filter(shell -> shell.isVisible() && shell.getText().startsWith(title))
                .filter(shell -> shell.getParent() != null)
                .findFirst());
  }

  /** The controls inside a composite at any depth; on the UI thread. */
  public static Stream<Control> controls(Composite composite) {
    return Arrays.stream(composite.getChildren())
        .flatMap(
            child ->
                child instanceof Composite inner
                    ? Stream.concat(Stream.of(child), controls(inner))
                    : Stream.of(child));
  }

  /** Waits for a visible control inside a composite. */
  public static <T extends Control> T find(
      Composite root, Class<T> type, String what, Predicate<T> which) {
    return awaitPresent(
        what,
        () ->
            controls(root)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(control -> control.isVisible() && which.test(control))
                .findFirst());
  }

  /**
   * Chooses an item of a combo. Its list is a window of the system's own, which tells nobody when
   * it is open; so this does to the combo what the list does.
   */
  public static void choose(Combo combo, String item) {
    run(
        () -> {
          int index = combo.indexOf(item);
          if (index < 0) {
            throw new AssertionError(item + " is not among " + List.of(combo.getItems()));
          }
          combo.select(index);
          combo.notifyListeners(SWT.Selection, new Event());
        });
  }

  /** The middle of an item of a tool bar of the window, by its tooltip. */
  public static Point toolItem(String tip) {
    return steady(
        "the tool " + tip,
        () ->
            controls(window().getShell())
                .filter(ToolBar.class::isInstance)
                .map(ToolBar.class::cast)
                .filter(Control::isVisible)
                .flatMap(bar -> Arrays.stream(bar.getItems()))
                .filter(
                    item -> item.getToolTipText() != null && item.getToolTipText().startsWith(tip))
                .findFirst()
                .map(
                    item -> {
                      Rectangle at = item.getBounds();
                      return item.getParent().toDisplay(at.x + at.width / 2, at.y + at.height / 2);
                    }));
  }

  /** What is on the clipboard; {@code null} if it is nothing of this kind. */
  public static Object clipboard(Transfer transfer) {
    return get(
        () -> {
          Clipboard clipboard = new Clipboard(display());
          try {
            return clipboard.getContents(transfer);
          } finally {
            clipboard.dispose();
          }
        });
  }

  /** The middle of a control on the display, once it is laid out. */
  public static Point middle(Control control) {
    return steady(
        "the place of " + control,
        () -> {
          Rectangle bounds = control.getBounds();
          return Optional.of(
              control
                  .getParent()
                  .toDisplay(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2));
        });
  }
}
