package org.firebreak.ui.help;

/** A part that knows better than its kind which section of the guide helps now. */
public interface HelpSubject {
  /** Key under which a control keeps the id by which its section of the guide is found. */
  String ID = "org.firebreak.ui.help";

  /** Address {@code page#anchor}; {@code null} if the part has nothing in particular to say. */
  String helpAddress();
}
