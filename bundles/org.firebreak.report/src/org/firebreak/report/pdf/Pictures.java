package org.firebreak.report.pdf;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.io.Closeable;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.firebreak.report.chart.Chart;
import org.firebreak.report.diagram.ScenePainter;
import org.firebreak.report.document.Block;
import org.firebreak.report.document.Brand;
import org.firebreak.report.document.Document;
import org.firebreak.report.document.LogoPainter;
import org.firebreak.scene.Scene;
import org.firebreak.scene.Theme;
import org.w3c.dom.Element;

/** Draws the pictures of a document where the page leaves places for them. */
final class Pictures implements FSObjectDrawerFactory, Closeable {
  private static final String LOGO = "logo";

  private final Map<String, Picture> pictures = new HashMap<>();
  private final PictureText text;

  /** Draws into an area that begins at the origin. */
  @FunctionalInterface
  private interface Picture {
    void draw(Graphics2D graphics, double width, double height);
  }

  Pictures(Document document, Brand brand, PDDocument pdf) {
    text = new PictureText(pdf);
    for (Document.Section section : document.sections()) {
      for (Block block : section.blocks()) {
        if (block instanceof Block.Graph graph) {
          pictures.put(graph.chart().id(), (g, w, h) -> draw(graph.chart(), g, w));
        } else if (block instanceof Block.Drawing drawing) {
          pictures.put(drawing.id(), (g, w, h) -> draw(drawing.scene(), g, w, h));
        }
      }
    }
    if (brand.logo() != null) {
      pictures.put(LOGO, (g, w, h) -> LogoPainter.paint(brand.logo(), g, w, h));
    }
  }

  /** In its preferred size, scaled as a whole. */
  private static void draw(Chart chart, Graphics2D graphics, double width) {
    double scale = width / chart.width();
    graphics.scale(scale, scale);
    chart.draw(graphics, new Rectangle2D.Double(0, 0, chart.width(), chart.height()), Theme.LIGHT);
  }

  private static void draw(Scene scene, Graphics2D graphics, double width, double height) {
    ScenePainter.paint(scene, Theme.LIGHT, graphics, new Rectangle2D.Double(0, 0, width, height));
  }

  @Override
  public FSObjectDrawer createDrawer(Element element) {
    Picture picture = pictures.get(element.getAttribute("data"));
    return (place, x, y, width, height, device, context, dotsPerPixel) -> {
      double w = width / dotsPerPixel;
      double h = height / dotsPerPixel;
      device.drawWithGraphics(
          (float) x,
          (float) y,
          (float) w,
          (float) h,
          graphics -> {
            if (graphics instanceof PdfBoxGraphics2D pdf) {
              pdf.setFontTextDrawer(text);
            }
            picture.draw(graphics, w, h);
          });
      return Map.<Shape, String>of();
    };
  }

  @Override
  public boolean isReplacedObject(Element element) {
    return element.getTagName().equals("object")
        && pictures.containsKey(element.getAttribute("data"));
  }

  @Override
  public void close() {
    text.close();
  }
}
