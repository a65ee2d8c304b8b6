package org.firebreak.scene;

/**
 * Character widths by class, in thousandths of the font size; a little wider than Helvetica, so
 * that text measured here also fits when a wider typeface stands in.
 */
enum ApproximateMetrics implements TextMetrics {
  INSTANCE;

  private static final int THIN = 255;
  private static final int NARROW = 290;
  private static final int SLIM = 390;
  private static final int SMALL = 565;
  private static final int REGULAR = 620;
  private static final int CAPITAL = 670;
  private static final int BROAD = 745;
  private static final int WIDE = 860;
  private static final int WIDEST = 960;
  private static final int IDEOGRAPH = 1000;

  @Override
  public int width(String text, TextStyle style) {
    long thousandths = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      thousandths += widthOf(character);
      i += Character.charCount(character);
    }
    double bold = style.weight() >= 600 ? 1.03 : 1;
    return (int) Math.ceil(thousandths * style.size() * bold / 1000);
  }

  private static int widthOf(int character) {
    if (character < 0x80) {
      return ascii((char) character);
    }
    boolean ideographic = character >= 0x1100 && Character.isIdeographic(character);
    return ideographic || character > 0xFFFF ? IDEOGRAPH : REGULAR;
  }

  private static int ascii(char character) {
    return switch (character) {
      case 'i', 'j', 'l', '\'', '|' -> THIN;
      case 'I', '.', ',', ':', ';', '!', ' ' -> NARROW;
      case 'f', 't', 'r', '/', '\\', '(', ')', '[', ']', '{', '}', '"' -> SLIM;
      case 'c', 'k', 's', 'v', 'x', 'y', 'z', 'E', 'F', 'J', 'L', '-', '_', '*', '?' -> SMALL;
      case 'C', 'D', 'G', 'H', 'N', 'O', 'Q', 'U' -> BROAD;
      case 'm', 'w', '%', '#' -> WIDE;
      case 'M', 'W', '@' -> WIDEST;
      default -> character >= 'A' && character <= 'Z' ? CAPITAL : REGULAR;
    };
  }
}
