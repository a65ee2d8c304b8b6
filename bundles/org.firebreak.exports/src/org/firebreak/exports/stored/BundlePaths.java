package org.firebreak.exports.stored;

import java.util.regex.Pattern;

/** Which paths files of a bundle may have. */
public final class BundlePaths {
  private static final int LONGEST = 1_000;

  private static final Pattern VALID =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*+(/[A-Za-z0-9_][A-Za-z0-9_.-]*+)*+");

  private BundlePaths() {}

  /**
   * Whether it is a path below the bundle's folder, with {@code /} between segments of letters,
   * digits, {@code . _ -}.
   */
  public static boolean isValid(String path) {
    return path.length() <= LONGEST && VALID.matcher(path).matches();
  }
}
