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
public final class PdfFonts {
  private final PDDocument document;
  private final Map<Typeface, PDFont> fonts = new EnumMap<>(Typeface.class);

  PdfFonts(PDDocument document) {
    this.document = document;
  }

  PDFont of(Typeface typeface) throws IOException {
    PDFont font = fonts.get(typeface);
    if (font == null) {
      font = load(document, typeface);
      fonts.put(typeface, font);
    }
    return font;
  }

  /**
   * A typeface for a document, without ligatures: one would be another character to those who
   * search the text, and looking for them takes longer than all else that is drawn.
   */
  public static PDFont load(PDDocument document, Typeface typeface) throws IOException {
    TrueTypeFont file = new TTFParser().parse(new RandomAccessReadBuffer(typeface.file()));
    document.registerTrueTypeFontForClosing(file);
    file.setEnableGsub(false);
    return PDType0Font.load(document, file, true);
  }
}
