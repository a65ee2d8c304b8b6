package org.firebreak.cli.io;

import java.util.Locale;
import org.firebreak.core.policy.ElementRef;

/** How text output calls model elements. */
public final class ElementTexts {
  private ElementTexts() {}

  /** {@code server group} for {@code ServerGroup}. */
  public static String type(ElementRef element) {
    return element.type().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
