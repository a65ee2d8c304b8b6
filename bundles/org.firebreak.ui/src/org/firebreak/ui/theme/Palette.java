package org.firebreak.ui.theme;

import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;

/**
 * Colours of the current look for what is drawn by hand; widgets get theirs from the style sheets.
 * They are the tokens of the diagram, so that window and canvas agree. Nobody disposes them.
 */
public final class Palette {

  private Palette() {}

  /** The colour of a token in the current look. */
  public static Color color(Token token) {
    return color(hex(token));
  }

  /** One of two colours, each {@code #RRGGBB}, by the current look. */
  public static Color color(String light, String dark) {
    return color(Themes.current() == Look.DARK ? dark : light);
  }

  private static Color color(String hex) {
    ColorRegistry registry = JFaceResources.getColorRegistry();
    String key = "org.firebreak.ui/" + hex;
    if (!registry.hasValueFor(key)) {
      registry.put(key, rgb(hex));
    }
    return registry.get(key);
  }

  /** The colour of a token in the current look as {@code #RRGGBB}. */
  public static String hex(Token token) {
    return token.hex(Themes.current() == Look.DARK ? Theme.DARK : Theme.LIGHT);
  }

  private static RGB rgb(String hex) {
    int value = Integer.parseInt(hex.substring(1), 16);
    return new RGB(value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF);
  }
}
