package org.firebreak.report;

import java.util.Optional;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.model.Design;
import org.firebreak.report.document.Brand;
import org.firebreak.report.html.HtmlPage;
import org.firebreak.report.sizing.SizingDocument;
import org.firebreak.report.sizing.workbook.SizingWorkbook;

/** The firewall sizing report. */
public final class SizingReport {

  private SizingReport() {}

  /**
   * The report with a picture of the design: need of each central firewall and of the hosts,
   * appliances ranked with the reasons, load by year, flows without an estimate, and every
   * parameter with its source. The same study gives the same document.
   */
  public static Report of(Design design, CompiledPolicy policy, SizingStudy study) {
    return new Report(
        SizingDocument.of(study, DiagramPicture.of(design, policy)), new SizingWorkbook(study));
  }

  /** The report without a picture, as one self-contained HTML page. */
  public static String html(SizingStudy study) {
    return HtmlPage.of(SizingDocument.of(study, Optional.empty()).shortened(), Brand.NONE);
  }
}
