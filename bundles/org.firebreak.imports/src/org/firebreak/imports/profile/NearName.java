package org.firebreak.imports.profile;

import java.util.Collection;
import java.util.Locale;
import org.firebreak.imports.input.CleanText;

/** Which of the possible names somebody meant who wrote another. */
final class NearName {
  private NearName() {}

  /** {@code did you mean max-port-range?}, or what is possible if nothing is near. */
  static String mend(String written, Collection<String> possible) {
    String best = null;
    int least = Math.max(2, written.length() / 3) + 1;
    int longest = Math.max(2, written.length() * 2 / 3);
    for (String name : possible) {
      int distance = distance(lower(written), lower(name));
      int prefix = commonPrefix(lower(written), lower(name));
      if (distance < least) {
        least = distance;
        longest = Integer.MAX_VALUE;
        best = name;
      } else if (prefix > longest) {
        longest = prefix;
        best = name;
      }
    }
    return best == null
        ? "possible are " + String.join(", ", possible)
        : "did you mean " + best + "?";
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static int commonPrefix(String a, String b) {
    int length = 0;
    while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return length;
  }

  /** {@code there is no threshold 'x'; did you mean y?} */
  static String message(String kind, String written, Collection<String> possible) {
    return "there is no " + kind + " " + CleanText.quote(written) + "; " + mend(written, possible);
  }

  /** Insertions, deletions, replacements and swaps of neighbours that make one the other. */
  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 40) {
      return Integer.MAX_VALUE;
    }
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + same, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
