package org.firebreak.exports.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;

/** Lines of a file that only people read, by its kind. */
enum Remarks {
  HASH("#"),
  SLASHES("//"),
  EXCLAMATION("!"),
  NONE(null);

  private final String sign;

  Remarks(String sign) {
    this.sign = sign;
  }

  static Remarks of(String path) {
    return switch (path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
      case "json", "xml", "csv" -> NONE;
      case "bicep" -> SLASHES;
      case "ios", "nxos", "acl" -> EXCLAMATION;
      default -> HASH;
    };
  }

  boolean isRemark(String line) {
    return sign != null && line.stripLeading().startsWith(sign);
  }

  /** The next line that is none; {@code null} at the end. */
  String nextOther(BufferedReader reader) throws IOException {
    String line = reader.readLine();
    while (line != null && isRemark(line)) {
      line = reader.readLine();
    }
    return line;
  }
}
