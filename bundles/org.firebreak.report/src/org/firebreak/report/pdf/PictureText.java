package org.firebreak.report.pdf;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.firebreak.report.diagram.Typeface;

/** Text of pictures as text, in the two fonts of the document. */
final class PictureText extends PdfBoxGraphics2DFontTextDrawer {
  private final PDDocument pdf;
  private final Map<Typeface, PDFont> fonts = new EnumMap<>(Typeface.class);

  PictureText(PDDocument pdf) {
    this.pdf = pdf;
  }

  @Override
  protected boolean hasDynamicFontMapping() {
    return true;
  }

  @Override
  protected PDFont mapFont(Font font, IFontTextDrawerEnv env) throws IOException {
    Typeface typeface =
        font.isBold() || font.getFontName().endsWith("Bold") ? Typeface.BOLD : Typeface.REGULAR;
    PDFont mapped = fonts.get(typeface);
    if (mapped == null) {
      mapped = PDType0Font.load(pdf, new ByteArrayInputStream(typeface.file()), true);
      fonts.put(typeface, mapped);
    }
    return mapped;
  }
}
