package org.firebreak.ui.properties;

import java.util.Locale;
import org.eclipse.swt.graphics.Image;

/**
 * One thing to choose.
 *
 * @param value element of the design, or a well-known service that becomes one when it is chosen
 * @param label its name
 * @param detail what it is
 * @param image its picture
 */
record Candidate(Object value, String label, String detail, Image image) {

  /** Whether label or detail contains a text in lower case. */
  boolean contains(String text) {
    return label.toLowerCase(Locale.ROOT).contains(text)
        || detail.toLowerCase(Locale.ROOT).contains(text);
  }
}
