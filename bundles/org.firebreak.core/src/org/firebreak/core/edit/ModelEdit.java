package org.firebreak.core.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.change.ChangeDescription;
import org.eclipse.emf.ecore.resource.impl.ResourceImpl;
import org.firebreak.model.Design;

/**
 * The only way to change a loaded design: records what a change does to the model, and takes it
 * back exactly. One stack per design, shared by all its diagrams, tables, wizards and imports.
 *
 * <p>Not thread-safe: one thread at a time may change a design, and nobody reads it meanwhile.
 */
public final class ModelEdit {
  /** Is told of every change after it happened, on the thread that made it. */
  public interface Listener {
    void changed(ModelChange change);
  }

  private record Step(String label, ChangeDescription change) {}

  private final Design design;
  private final DesignRecorder recorder;
  private final Deque<Step> undo = new ArrayDeque<>();
  private final Deque<Step> redo = new ArrayDeque<>();
  private final List<Listener> listeners = new ArrayList<>();
  private Step saved;
  private boolean savedStateLost;
  private boolean running;

  /** Attaches a recorder to the whole design; this costs one walk over it. */
  public ModelEdit(Design design) {
    this.design = Objects.requireNonNull(design);
    if (design.eResource() == null) {
      // Otherwise the first change description would take the design for detached, and contain it.
      new ResourceImpl().getContents().add(design);
    }
    recorder = new DesignRecorder(design);
  }

  public Design design() {
    return design;
  }

  /**
   * Changes the design as one undoable step. A run inside a run joins the outer one; a run that
   * changes nothing leaves no step. If the change throws, the design is put back as it was and the
   * exception goes on to the caller.
   *
   * @param label what is done, as the Undo menu shows it
   */
  public void run(String label, Runnable change) {
    if (running) {
      change.run();
      return;
    }
    ChangeDescription description;
    running = true;
    recorder.begin();
    try {
      change.run();
      description = recorder.end();
    } catch (RuntimeException | Error e) {
      recorder.end().apply();
      throw e;
    } finally {
      running = false;
    }
    if (isEmpty(description)) {
      return;
    }
    Step step = new Step(label, description);
    undo.push(step);
    if (redo.contains(saved)) {
      savedStateLost = true;
    }
    redo.clear();
    tell(step, ModelChange.Kind.RUN);
  }

  public boolean canUndo() {
    return !undo.isEmpty();
  }

  public boolean canRedo() {
    return !redo.isEmpty();
  }

  /** What {@link #undo()} would take back; {@code null} if nothing. */
  public String undoLabel() {
    return undo.isEmpty() ? null : undo.peek().label();
  }

  /** What {@link #redo()} would do again; {@code null} if nothing. */
  public String redoLabel() {
    return redo.isEmpty() ? null : redo.peek().label();
  }

  /** Takes the last step back exactly; does nothing if there is none. */
  public void undo() {
    move(undo, redo, ModelChange.Kind.UNDO);
  }

  /** Does the step that was undone last again; does nothing if there is none. */
  public void redo() {
    move(redo, undo, ModelChange.Kind.REDO);
  }

  /** Whether the design differs from the state at the last {@link #markSaved()}. */
  public boolean isDirty() {
    return savedStateLost || saved != undo.peek();
  }

  /** The design as it is now is on the disk. */
  public void markSaved() {
    saved = undo.peek();
    savedStateLost = false;
  }

  public void addListener(Listener listener) {
    listeners.add(listener);
  }

  public void removeListener(Listener listener) {
    listeners.remove(listener);
  }

  private void move(Deque<Step> from, Deque<Step> to, ModelChange.Kind kind) {
    if (running) {
      throw new IllegalStateException("undo and redo are not possible inside an edit");
    }
    if (from.isEmpty()) {
      return;
    }
    Step step = from.pop();
    step.change().applyAndReverse();
    to.push(step);
    tell(step, kind);
  }

  private void tell(Step step, ModelChange.Kind kind) {
    Set<EObject> affected = new LinkedHashSet<>(step.change().getObjectChanges().keySet());
    ModelChange change = new ModelChange(step.label(), kind, affected);
    for (Listener listener : List.copyOf(listeners)) {
      listener.changed(change);
    }
  }

  private static boolean isEmpty(ChangeDescription description) {
    return description.getObjectChanges().isEmpty() && description.getResourceChanges().isEmpty();
  }
}
