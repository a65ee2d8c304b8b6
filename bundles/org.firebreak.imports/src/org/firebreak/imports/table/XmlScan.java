package org.firebreak.imports.table;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Watches the bytes of a part of a workbook for what would cost the reader unbounded memory, or
 * make it fetch something: document types and entities, encodings in which these would hide,
 * endless text, cells far to the right. Parts that are not XML (pictures) are left alone.
 */
final class XmlScan {
  private static final int LONGEST_TEXT = 1 << 20;
  private static final int LONGEST_CELL_TAG = 1_024;
  private static final int CELLS_IN_ROW = 16_384;

  /** Shared strings, cell formats, sheets and relationships: what the reader keeps in memory. */
  private static final int MOST_ENTRIES = 2_000_000;

  private static final int MOST_STRING_BYTES = 128 << 20;
  private static final Pattern REFERENCE = Pattern.compile("\\sr\\s*=\\s*[\"']([^\"']*)[\"']");
  private static final Pattern PLACE = Pattern.compile("[A-Z]{1,3}[0-9]{1,7}");

  private enum Kind {
    UNKNOWN,
    XML,
    OTHER
  }

  private final byte[] tag = new byte[LONGEST_CELL_TAG];
  private Kind kind = Kind.UNKNOWN;
  private int tagLength;
  private boolean inTag;
  private int sinceMarkup;
  private int cellsInRow;
  private int entries;
  private boolean sharedStrings;
  private long scanned;

  /**
   * Looks at the next bytes.
   *
   * @return what is wrong with them, or null
   */
  String problemIn(byte[] bytes, int count) {
    scanned += count;
    if (sharedStrings && scanned > MOST_STRING_BYTES) {
      return "the texts of the workbook have more than " + MOST_STRING_BYTES + " bytes";
    }
    for (int i = 0; i < count && kind != Kind.OTHER; i++) {
      byte b = bytes[i];
      if (kind == Kind.UNKNOWN) {
        if (b == 0 || b == (byte) 0xFE || b == (byte) 0xFF) {
          // UTF-16 and UTF-32; pictures that begin so are no XML for the reader either.
          return i == 0 && b == (byte) 0xFF && count > 1 && bytes[1] == (byte) 0xD8
              ? other()
              : "a part of the workbook is not UTF-8";
        }
        decideBy(b);
      }
      if (kind == Kind.XML) {
        String problem = next(b);
        if (problem != null) {
          return problem;
        }
      }
    }
    return null;
  }

  private String other() {
    kind = Kind.OTHER;
    return null;
  }

  private void decideBy(byte b) {
    boolean ignorable = b <= ' ' && b > 0 || b == (byte) 0xEF || b == (byte) 0xBB;
    if (b == '<') {
      kind = Kind.XML;
    } else if (!ignorable && b != (byte) 0xBF) {
      kind = Kind.OTHER;
    }
  }

  private String next(byte b) {
    sinceMarkup++;
    if (b == '<') {
      inTag = true;
      tagLength = 0;
      sinceMarkup = 0;
    } else if (sinceMarkup > LONGEST_TEXT) {
      return "a text in the workbook has more than " + LONGEST_TEXT + " characters";
    } else if (inTag && b == '>') {
      inTag = false;
      return tagProblem();
    } else if (inTag && tagLength < tag.length) {
      tag[tagLength++] = b;
      if (tagLength == 2 && tag[0] == '!' && tag[1] == 'D') {
        return "the workbook declares a document type, as no spreadsheet program does";
      }
    }
    return null;
  }

  private String tagProblem() {
    int end = 0;
    int start = 0;
    while (end < tagLength && tag[end] > ' ' && tag[end] != '/') {
      if (tag[end] == ':') {
        start = end + 1;
      }
      end++;
    }
    int length = end - start;
    if (length == 3 && tag[start] == 'r' && tag[start + 1] == 'o' && tag[start + 2] == 'w') {
      cellsInRow = 0;
    }
    sharedStrings |= length == 2 && tag[start] == 's' && tag[start + 1] == 'i';
    boolean entry = length == 2 && tag[start] != 'i' || length > 4;
    if (entry && ++entries > MOST_ENTRIES) {
      return "a part of the workbook has more than " + MOST_ENTRIES + " entries";
    }
    if (length != 1 || tag[start] != 'c') {
      return null;
    }
    if (tagLength == tag.length || ++cellsInRow > CELLS_IN_ROW) {
      return "a row of the workbook has more cells than a spreadsheet program allows";
    }
    return isPlainCell(end) ? null : referenceProblem();
  }

  /** The usual {@code c r="AB12"}, without a regular expression. */
  private boolean isPlainCell(int at) {
    int i = at;
    if (tagLength < i + 6 || tag[i] != ' ' || tag[i + 1] != 'r' || tag[i + 2] != '=') {
      return false;
    }
    i += 4;
    int letters = i;
    while (i < tagLength && tag[i] >= 'A' && tag[i] <= 'Z') {
      i++;
    }
    int digits = i;
    while (i < tagLength && tag[i] >= '0' && tag[i] <= '9') {
      i++;
    }
    return digits > letters
        && digits - letters <= 3
        && i > digits
        && i - digits <= 7
        && i < tagLength
        && (tag[i] == '"' || tag[i] == '\'');
  }

  private String referenceProblem() {
    String text = new String(tag, 0, tagLength, StandardCharsets.UTF_8);
    Matcher reference = REFERENCE.matcher(text);
    return reference.find() && !PLACE.matcher(reference.group(1)).matches()
        ? "a cell of the workbook has a place that no spreadsheet has"
        : null;
  }
}
