package org.firebreak.report.diagram;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.geom.GeneralPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.firebreak.scene.TextStyle;

/**
 * The two fonts of a picture. They are as wide as Arial and Helvetica, which most machines have.
 *
 * <p>Liberation Sans is under the SIL Open Font License 1.1; the regular font comes in the jar of
 * PDFBox, the bold one beside this class.
 */
public enum Typeface {
  REGULAR(PDDocument.class, "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"),
  BOLD(Typeface.class, "fonts/LiberationSans-Bold.ttf");

  private static final int SEMIBOLD = 600;
  private static final int QUICK = 0x500;
  private static final float UNKNOWN = -1;
  private static final float MISSING = -2;

  private final byte[] file;
  private final CmapLookup characters;
  private final TrueTypeFont font;
  private final float em;
  private Font drawn;
  private final float[] quick = new float[QUICK];
  private final Map<Integer, GeneralPath> outlines = new HashMap<>();

  Typeface(Class<?> beside, String path) {
    try (InputStream stream = beside.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("the font " + path + " is missing");
      }
      file = stream.readAllBytes();
      font = new TTFParser().parse(new RandomAccessReadBuffer(file));
      characters = font.getUnicodeCmapLookup();
      em = font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException("the font " + path + " cannot be read", e);
    }
    Arrays.fill(quick, UNKNOWN);
  }

  /** The font for a style of the scene. */
  public static Typeface of(TextStyle style) {
    return style.weight() >= SEMIBOLD ? BOLD : REGULAR;
  }

  /** The font's file. */
  public byte[] file() {
    return file.clone();
  }

  /**
   * The font for drawing with Java 2D.
   *
   * @param size size in the units of what is drawn
   * @throws IllegalStateException if this machine has no font library; the message names it
   */
  public synchronized Font font(float size) {
    if (drawn == null) {
      try (InputStream stream = new ByteArrayInputStream(file)) {
        drawn = Font.createFont(Font.TRUETYPE_FONT, stream);
      } catch (FontFormatException | IOException | LinkageError | RuntimeException e) {
        throw new IllegalStateException(
            "charts need the font library of the system (on Linux: libfreetype and fontconfig)", e);
      }
    }
    return drawn.deriveFont(size);
  }

  /** Whether the font can show a character by itself, from the left to the right. */
  public boolean has(int character) {
    return advance(character) >= 0;
  }

  /** Width of a character in ems; negative if the font cannot show it. */
  public synchronized float advance(int character) {
    if (character >= QUICK) {
      return measured(character);
    }
    if (quick[character] == UNKNOWN) {
      quick[character] = measured(character);
    }
    return quick[character];
  }

  private float measured(int character) {
    int glyph = characters.getGlyphId(character);
    if (glyph == 0 || isRightToLeft(character)) {
      return MISSING;
    }
    try {
      return font.getAdvanceWidth(glyph) / em;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isRightToLeft(int character) {
    byte direction = Character.getDirectionality(character);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  /**
   * Outline of a character, in ems, y upwards; that of a missing character is a box. Not to be
   * changed.
   */
  synchronized GeneralPath outline(int character) {
    return outlines.computeIfAbsent(has(character) ? character : 0, this::read);
  }

  private GeneralPath read(int character) {
    try {
      GlyphData glyph =
          font.getGlyph().getGlyph(character == 0 ? 0 : characters.getGlyphId(character));
      GeneralPath path = glyph == null ? new GeneralPath() : glyph.getPath();
      path.transform(java.awt.geom.AffineTransform.getScaleInstance(1 / em, 1 / em));
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
