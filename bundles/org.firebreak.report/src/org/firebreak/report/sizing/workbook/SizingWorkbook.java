package org.firebreak.report.sizing.workbook;

import org.dhatim.fastexcel.Workbook;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.report.xlsx.WorkbookPart;

/** The sheets that calculate a sizing study. */
public final class SizingWorkbook implements WorkbookPart {
  private final SizingStudy study;

  /** The sheets of a study. */
  public SizingWorkbook(SizingStudy study) {
    this.study = study;
  }

  @Override
  public void addTo(Workbook workbook) {
    ParameterSheet parameters =
        ParameterSheet.write(workbook.newWorksheet("Parameters"), study.parameters());
    int number = 0;
    for (CentralSizing central : study.central()) {
      number++;
      FlowSheet flows =
          FlowSheet.write(
              workbook.newWorksheet("Flows " + number), "Flows " + number, central, parameters);
      HourSheet hours =
          HourSheet.write(workbook.newWorksheet("Hours " + number), "Hours " + number, flows);
      NeedSheet need =
          NeedSheet.write(
              workbook.newWorksheet("Need " + number),
              "Need " + number,
              central,
              flows,
              hours,
              parameters);
      ApplianceSheet.write(
          workbook.newWorksheet("Appliances " + number), central, hours, need, parameters);
    }
  }
}
