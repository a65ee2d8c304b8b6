package org.firebreak.report.diagram;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of one document, which holds those characters of them that it shows. */
final class PdfFonts {
  private final PDDocument document;
  private final Map<Typeface, PDFont> fonts = new EnumMap<>(Typeface.class);

  PdfFonts(PDDocument document) {
    this.document = document;
  }

  PDFont of(Typeface typeface) throws IOException {
    PDFont font = fonts.get(typeface);
    if (font == null) {
      TrueTypeFont file = new TTFParser().parse(new RandomAccessReadBuffer(typeface.file()));
      document.registerTrueTypeFontForClosing(file);
      // A ligature would be another character to those who search the text.
      file.setEnableGsub(false);
      font = PDType0Font.load(document, file, true);
      fonts.put(typeface, font);
    }
    return font;
  }
}
