package org.firebreak.report.sizing.workbook;

import java.util.EnumMap;
import java.util.Map;
import org.dhatim.fastexcel.Worksheet;
import org.firebreak.core.sizing.SizingParameter;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.core.sizing.Unit;
import org.firebreak.report.xlsx.SheetStyle;
import org.firebreak.report.xlsx.WorkbookDocument;

/** Every parameter, to be changed; and growth over the horizon. */
final class ParameterSheet {
  /** Width of the column of meanings and sources. */
  private static final double SOURCE = 90;

  private static final String SHEET = "Parameters";
  private static final int VALUE = 2;
  private static final String[] HEADS = {
    "Parameter", "Key", "Value", "Least", "Most", "Meaning and source"
  };

  private final Map<SizingParameter, String> cells = new EnumMap<>(SizingParameter.class);
  private String growth;

  private ParameterSheet() {}

  static ParameterSheet write(Worksheet sheet, SizingParameters parameters) {
    ParameterSheet result = new ParameterSheet();
    int row = 0;
    sheet.value(row, 0, "Yellow cells may be changed; every other figure follows.");
    sheet.style(row, 0).italic().set();
    row++;
    for (int i = 0; i < HEADS.length; i++) {
      sheet.value(row, i, HEADS[i]);
      SheetStyle.head(sheet, row, i);
    }
    for (SizingParameters.Setting setting : parameters.settings()) {
      row++;
      SizingParameter parameter = setting.parameter();
      sheet.value(row, 0, parameter.label());
      sheet.value(row, 1, parameter.key());
      sheet.value(row, VALUE, setting.value());
      SheetStyle.input(sheet, row, VALUE, parameter.unit());
      sheet.value(row, 3, parameter.least());
      SheetStyle.figure(sheet, row, 3, parameter.unit());
      sheet.value(row, 4, parameter.most());
      SheetStyle.figure(sheet, row, 4, parameter.unit());
      String source = setting.source() == null ? "" : setting.source();
      String meaning = parameter.description() + (source.isBlank() ? "" : " Source: " + source);
      sheet.value(row, 5, WorkbookDocument.text(meaning));
      SheetStyle.wrapped(sheet, row, meaning.length(), SOURCE);
      sheet.style(row, 5).wrapText(true).verticalAlignment("top").set();
      result.cells.put(parameter, Ref.fixed(SHEET, row, VALUE));
    }
    row += 2;
    sheet.value(row, 0, "Growth multiplier G = (1 + g)^n");
    sheet.formula(
        row,
        VALUE,
        "(1+" + result.of(SizingParameter.GROWTH) + ")^" + result.of(SizingParameter.YEARS));
    SheetStyle.figure(sheet, row, VALUE, Unit.FACTOR);
    result.growth = Ref.fixed(SHEET, row, VALUE);
    sheet.width(0, 34);
    sheet.width(1, 22);
    sheet.width(VALUE, 14);
    sheet.width(5, SOURCE);
    SheetStyle.paper(sheet, 1);
    sheet.freezePane(0, 2);
    return result;
  }

  String of(SizingParameter parameter) {
    return cells.get(parameter);
  }

  String growth() {
    return growth;
  }
}
