package org.firebreak.scene;

import java.util.Locale;

/** A colour: one of the visual language, or one that the user chose. */
public sealed interface Paint {

  /** The colour in a theme as {@code #RRGGBB}. */
  String hex(Theme theme);

  /** A colour of the visual language. */
  record Themed(Token token) implements Paint {
    @Override
    public String hex(Theme theme) {
      return token.hex(theme);
    }
  }

  /**
   * A light tint that the user chose; in the dark theme a quarter of it lies over the canvas.
   *
   * @param light {@code #rrggbb}
   */
  record Chosen(String light) implements Paint {
    @Override
    public String hex(Theme theme) {
      return theme == Theme.LIGHT ? light : mix(light, Token.CANVAS.hex(Theme.DARK));
    }

    private static String mix(String tint, String ground) {
      StringBuilder mixed = new StringBuilder("#");
      for (int i = 1; i < 7; i += 2) {
        int a = Integer.parseInt(tint.substring(i, i + 2), 16);
        int b = Integer.parseInt(ground.substring(i, i + 2), 16);
        mixed.append(String.format(Locale.ROOT, "%02X", (a + 5 * b) / 6));
      }
      return mixed.toString();
    }
  }

  static Paint of(Token token) {
    return new Themed(token);
  }

  /** Whether the text is a colour {@code #rrggbb}. */
  static boolean isHex(String text) {
    return text != null && text.matches("#[0-9A-Fa-f]{6}");
  }
}
