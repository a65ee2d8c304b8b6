package org.firebreak.report.document;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.report.document.Block.Heading;
import org.firebreak.report.document.Block.Paragraph;
import org.firebreak.report.document.Block.Rows;
import org.firebreak.report.document.Document.Section;
import org.firebreak.report.table.Table;
import org.firebreak.report.table.Tone;

/**
 * Cuts what nobody reads on paper: the tables of a design with tens of thousands of rules. Nothing
 * else of a section is left out.
 */
final class Shortening {
  /** Rows of a section. */
  static final int MOST_ROWS = 2000;

  /** Tables of a section. */
  static final int MOST_TABLES = 100;

  private final List<Block> blocks = new ArrayList<>();
  private int room = MOST_ROWS;
  private int tables;
  private int tablesLeftOut;
  private int rowsLeftOut;

  private Shortening() {}

  static Section of(Section section) {
    Shortening shortening = new Shortening();
    for (Block block : section.blocks()) {
      if (block instanceof Rows rows) {
        shortening.add(rows);
      } else {
        if (block instanceof Heading) {
          shortening.tell();
        }
        shortening.blocks.add(block);
      }
    }
    shortening.tell();
    return new Section(section.id(), section.title(), shortening.blocks);
  }

  private void add(Rows rows) {
    Table table = rows.table();
    int size = table.rows().size();
    if (tables == MOST_TABLES || room == 0 && size > 0) {
      tablesLeftOut++;
      rowsLeftOut += size;
    } else if (size > room) {
      String more = (size - room) + " more are left out here; the workbook and JSON have all.";
      String note = table.note().isEmpty() ? more : table.note() + " " + more;
      blocks.add(
          new Rows(
              new Table(
                  table.id(),
                  table.caption(),
                  table.columns(),
                  table.rows().subList(0, room),
                  note)));
      tables++;
      room = 0;
    } else {
      blocks.add(rows);
      tables++;
      room -= size;
    }
  }

  private void tell() {
    if (tablesLeftOut > 0) {
      blocks.add(
          new Paragraph(
              tablesLeftOut
                  + (tablesLeftOut == 1 ? " table with " : " tables with ")
                  + rowsLeftOut
                  + " rows more are left out here; the workbook and JSON have all.",
              Tone.MUTED));
      tablesLeftOut = 0;
      rowsLeftOut = 0;
    }
  }
}
