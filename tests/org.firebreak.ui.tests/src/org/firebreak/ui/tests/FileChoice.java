package org.firebreak.ui.tests;

import java.awt.event.KeyEvent;
import java.nio.file.Path;

/**
 * Types into the file dialog of the desktop. It is no part of the workbench and holds the UI
 * thread, so that only the display tells when it is there.
 */
public final class FileChoice {
  /** Share of the display that the dialog covers at least. */
  private static final double COVERED = 0.1;

  private FileChoice() {}

  /**
   * Opens the dialog, types the whole path and presses Enter.
   *
   * @param open opens it without waiting for the UI thread afterwards
   * @param file its path is of lower-case letters, digits, dots, slashes and hyphens
   */
  public static void type(Hands hands, Runnable open, Path file) {
    hands.untilChanged(COVERED, open);
    hands.replaceApart(file.toString());
    hands.untilStill();
    hands.pressApart(KeyEvent.VK_ENTER);
  }
}
