package org.firebreak.report;

import java.util.Map;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.report.sizing.SizingViewBuilder;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Tokens;

/** The firewall sizing report as one self-contained HTML page. */
public final class SizingReport {
  private static final HtmlTemplate TEMPLATE = new HtmlTemplate("sizing.ftlh");

  private SizingReport() {}

  /**
   * The report: need of each central firewall and of the hosts, appliances ranked with the reasons,
   * flows without an estimate, and every parameter with its source. The same study gives the same
   * text.
   */
  public static String html(SizingStudy study) {
    return TEMPLATE.fill(
        Map.of(
            "sizing", SizingViewBuilder.build(study),
            "light", Tokens.css(Theme.LIGHT),
            "dark", Tokens.css(Theme.DARK)));
  }
}
