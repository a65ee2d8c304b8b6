package org.firebreak.diagram.task;

/** A task that chooses or turns something, which menus show with a mark. */
public interface CheckedTask extends DiagramTask {
  /** Whether it is chosen or on at the moment. */
  boolean isChecked(DiagramContext context);

  /** Whether it is one choice of several that exclude each other. */
  default boolean isChoice() {
    return false;
  }
}
