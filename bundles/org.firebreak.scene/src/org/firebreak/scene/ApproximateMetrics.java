package org.firebreak.scene;

/**
 * Character widths by class, in thousandths of the font size; a little wider than Helvetica, so
 * that text measured here also fits when a wider typeface stands in.
 */
enum ApproximateMetrics implements TextMetrics {
  INSTANCE;

  private static final int NARROW = 310;
  private static final int SLIM = 390;
  private static final int FIGURE = 610;
  private static final int REGULAR = 600;
  private static final int CAPITAL = 700;
  private static final int WIDE = 900;
  private static final int IDEOGRAPH = 1000;

  @Override
  public int width(String text, TextStyle style) {
    long thousandths = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      thousandths += widthOf(character);
      i += Character.charCount(character);
    }
    double bold = style.weight() >= 600 ? 1.06 : 1;
    return (int) Math.ceil(thousandths * style.size() * bold / 1000);
  }

  private static int widthOf(int character) {
    if (character < 0x80) {
      return ascii((char) character);
    }
    boolean ideographic = character >= 0x1100 && Character.isIdeographic(character);
    return ideographic || character > 0xFFFF ? IDEOGRAPH : FIGURE;
  }

  private static int ascii(char character) {
    if (character >= '0' && character <= '9') {
      return FIGURE;
    }
    return switch (character) {
      case 'i', 'j', 'l', '.', ',', ':', ';', '\'', '|', '!', 'I' -> NARROW;
      case 'f', 't', 'r', ' ', '/', '\\', '(', ')', '[', ']', '-', '"', '`' -> SLIM;
      case 'm', 'w', 'M', 'W', '@', '%' -> WIDE;
      default -> character >= 'A' && character <= 'Z' ? CAPITAL : REGULAR;
    };
  }
}
