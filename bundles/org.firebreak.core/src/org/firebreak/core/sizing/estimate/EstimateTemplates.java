package org.firebreak.core.sizing.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.core.sizing.SemicolonTable;
import org.firebreak.core.sizing.SemicolonTable.Row;
import org.firebreak.core.sizing.TrafficFigure;

/** The templates that ship with the product. */
public final class EstimateTemplates {

  private static final String TABLE = "estimate-templates.csv";

  private static final class Holder {
    static final List<EstimateTemplate> ALL = read();
  }

  private EstimateTemplates() {}

  /**
   * Every template.
   *
   * @return templates in the order of the table
   */
  public static List<EstimateTemplate> all() {
    return Holder.ALL;
  }

  /**
   * Finds a template.
   *
   * @param key its key
   * @return template; empty if there is none
   */
  public static Optional<EstimateTemplate> find(String key) {
    return all().stream().filter(each -> each.key().equals(key)).findFirst();
  }

  private static List<EstimateTemplate> read() {
    Map<String, List<Row>> byKey = new LinkedHashMap<>();
    for (Row row : SemicolonTable.read(EstimateTemplates.class.getResourceAsStream(TABLE), TABLE)) {
      byKey.computeIfAbsent(row.text("template"), key -> new ArrayList<>()).add(row);
    }
    List<EstimateTemplate> templates = new ArrayList<>();
    byKey.forEach(
        (key, rows) -> {
          Row about = rows.get(0);
          templates.add(
              new EstimateTemplate(
                  key,
                  about.text("value"),
                  about.text("scaling"),
                  about.text("source"),
                  rows.stream().skip(1).map(EstimateTemplates::line).toList()));
        });
    return List.copyOf(templates);
  }

  private static EstimateTemplate.Line line(Row row) {
    return new EstimateTemplate.Line(
        TrafficFigure.of(row.text("figure"))
            .orElseThrow(() -> row.mistake("no figure " + row.text("figure"))),
        row.text("scaling").equals("each"),
        row.text("value"),
        row.text("source"));
  }
}
