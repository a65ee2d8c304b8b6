package org.firebreak.report.diagram;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.firebreak.scene.Scene;
import org.firebreak.scene.Theme;
import org.firebreak.scene.svg.SvgWriter;

/** A scene as an SVG file whose text is shown in typefaces as wide as the one it is measured in. */
public final class DiagramSvg {
  private static final String AFTER = "</desc>\n";

  /** A style rule is stronger than the attributes of the single texts. */
  private static final String STYLE =
      "<style>.fb-diagram text { font-family: 'Liberation Sans', Arial, Helvetica, sans-serif }"
          + "</style>\n";

  private DiagramSvg() {}

  /** Writes the file in UTF-8. */
  public static void write(Scene scene, Theme theme, OutputStream out) throws IOException {
    out.write(text(scene, theme).getBytes(StandardCharsets.UTF_8));
  }

  /** The file as text. */
  public static String text(Scene scene, Theme theme) {
    String svg = SvgWriter.write(scene, theme);
    int place = svg.indexOf(AFTER) + AFTER.length();
    return svg.substring(0, place) + STYLE + svg.substring(place);
  }
}
