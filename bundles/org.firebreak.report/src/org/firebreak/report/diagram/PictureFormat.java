package org.firebreak.report.diagram;

import java.util.Locale;
import java.util.Optional;

/** File formats of pictures. */
public enum PictureFormat {
  SVG,
  PNG,
  PDF;

  /** File name ending without the dot, also the name of the format in lower case. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format that a file name ends in; empty for another ending or none. */
  public static Optional<PictureFormat> of(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    for (PictureFormat format : values()) {
      if (lower.endsWith("." + format.ending())) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
