package org.firebreak.report;

import java.util.Map;
import org.firebreak.report.difference.DifferenceView;
import org.firebreak.report.html.HtmlTemplate;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Tokens;

/** What differs between two designs or two policy bundles, side by side on one HTML page. */
public final class DifferenceReport {
  private static final HtmlTemplate TEMPLATE = new HtmlTemplate("difference.ftlh");

  private DifferenceReport() {}

  /** The page, which needs no other file. The same input gives the same text. */
  public static String html(DifferenceView view) {
    return TEMPLATE.fill(
        Map.of("view", view, "light", Tokens.css(Theme.LIGHT), "dark", Tokens.css(Theme.DARK)));
  }
}
