package org.firebreak.cli;

import java.util.Locale;
import org.firebreak.core.policy.ElementRef;

/** How text output calls model elements. */
final class ElementTexts {
  private ElementTexts() {}

  /** {@code server group} for {@code ServerGroup}. */
  static String type(ElementRef element) {
    return element.type().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
