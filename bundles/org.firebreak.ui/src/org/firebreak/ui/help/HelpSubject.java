package org.firebreak.ui.help;

/** A part that knows better than its kind which section of the guide helps now. */
public interface HelpSubject {
  /** Address {@code page#anchor}; {@code null} if the part has nothing in particular to say. */
  String helpAddress();
}
