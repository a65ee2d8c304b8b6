package org.firebreak.report.html;

import java.util.HashMap;
import java.util.Map;
import org.firebreak.report.chart.ChartSvg;
import org.firebreak.report.diagram.DiagramSvg;
import org.firebreak.report.document.Block;
import org.firebreak.report.document.Brand;
import org.firebreak.report.document.Document;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Tokens;

/**
 * A document as one HTML page that needs no other file, follows the theme of the reader and prints
 * well; or as the page that the PDF is laid out from.
 */
public final class HtmlPage {
  private static final HtmlTemplate TEMPLATE = new HtmlTemplate("document.ftlh");

  private HtmlPage() {}

  /** The page for a browser. The same document gives the same text. */
  public static String of(Document document, Brand brand) {
    Map<String, Object> values = values(document, brand);
    Map<String, String> pictures = new HashMap<>();
    for (Document.Section section : document.sections()) {
      for (Block block : section.blocks()) {
        if (block instanceof Block.Graph graph) {
          pictures.put(graph.chart().id(), ChartSvg.inPage(graph.chart()));
        } else if (block instanceof Block.Drawing drawing) {
          pictures.put(drawing.id(), DiagramSvg.text(drawing.scene(), Theme.LIGHT));
          pictures.put(drawing.id() + "-dark", DiagramSvg.text(drawing.scene(), Theme.DARK));
        }
      }
    }
    values.put("pictures", pictures);
    values.put("paper", false);
    return LongTexts.words(TEMPLATE.fill(values));
  }

  /**
   * The same as XML for a formatter of pages, in light colours, with places for the pictures: an
   * {@code object} each, whose {@code data} is the id of the block.
   */
  public static String forPaper(Document document, Brand brand) {
    Map<String, Object> values = values(document, brand);
    values.put("pictures", Map.of());
    values.put("widths", ColumnWidths.of(document));
    values.put("paper", true);
    return PaperText.of(LongTexts.words(TEMPLATE.fill(values)));
  }

  private static Map<String, Object> values(Document document, Brand brand) {
    Map<String, Object> values = new HashMap<>();
    values.put("document", document);
    values.put("company", brand.company());
    if (brand.logo() != null) {
      values.put("logo", brand.logo());
    }
    values.put("light", Tokens.css(Theme.LIGHT));
    values.put("dark", Tokens.css(Theme.DARK));
    return values;
  }
}
