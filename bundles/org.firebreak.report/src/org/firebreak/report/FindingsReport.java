package org.firebreak.report;

import java.util.Map;
import org.firebreak.report.findings.FindingsView;
import org.firebreak.report.html.HtmlTemplate;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Tokens;

/** The findings of a validation as one self-contained HTML page. */
public final class FindingsReport {
  private static final HtmlTemplate TEMPLATE = new HtmlTemplate("findings.ftlh");

  private FindingsReport() {}

  /**
   * The page: counts, findings by rule with their elements and the rule's reasons, and what is
   * accepted. The same input gives the same text.
   */
  public static String html(FindingsView view) {
    return TEMPLATE.fill(
        Map.of("view", view, "light", Tokens.css(Theme.LIGHT), "dark", Tokens.css(Theme.DARK)));
  }
}
