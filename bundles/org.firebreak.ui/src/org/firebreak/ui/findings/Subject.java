package org.firebreak.ui.findings;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.edit.ModelChange;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Bendpoint;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramConnection;
import org.firebreak.model.DiagramNode;

/**
 * An open design as tasks in the background see it: a mirror that stands still while one of them
 * reads it. All methods are for the UI thread.
 */
final class Subject {
  /** More changed objects than these are copied with all the others. */
  private static final int MANY = 5_000;

  private final DesignDocument document;
  private final Set<EObject> changed = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private Mirror mirror;
  private int readers;
  private int revision;

  Subject(DesignDocument document) {
    this.document = document;
  }

  /** Counts the edits that matter, from 0. */
  int revision() {
    return revision;
  }

  /**
   * Notes what an edit has changed.
   *
   * @return whether it matters: a diagram alone does not
   */
  boolean note(ModelChange change) {
    boolean matters = false;
    for (EObject object : change.affected()) {
      if (!isDrawing(object)) {
        changed.add(object);
        matters = true;
      }
    }
    if (matters) {
      revision++;
    }
    return matters;
  }

  /**
   * Starts a task that reads the design as it is now; later, if others still read it as it was.
   *
   * @param start is given the copy; whoever starts must call {@link #done} when it is read
   */
  void read(Consumer<Design> start) {
    if (readers > 0 && !changed.isEmpty()) {
      waiting.add(() -> read(start));
      return;
    }
    if (mirror == null || changed.size() > MANY) {
      mirror = new Mirror(document.design());
    } else {
      mirror.follow(changed);
    }
    changed.clear();
    readers++;
    start.accept(mirror.design());
  }

  /** A task has read the copy. */
  void done() {
    readers--;
    if (readers == 0) {
      Deque<Runnable> next = new ArrayDeque<>(waiting);
      waiting.clear();
      next.forEach(Runnable::run);
    }
  }

  static boolean isDrawing(EObject object) {
    return object instanceof Diagram
        || object instanceof DiagramNode
        || object instanceof DiagramConnection
        || object instanceof Bendpoint;
  }
}
