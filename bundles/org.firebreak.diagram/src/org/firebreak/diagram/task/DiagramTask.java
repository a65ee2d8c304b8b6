package org.firebreak.diagram.task;

/**
 * Something that can be done with the diagram of the active editor. A task has no state; menus,
 * keys and toolbars find it by its name.
 */
@FunctionalInterface
public interface DiagramTask {
  /** Whether it can be done now, for instance whether enough is selected. */
  default boolean isEnabled(DiagramContext context) {
    return true;
  }

  void run(DiagramContext context);
}
