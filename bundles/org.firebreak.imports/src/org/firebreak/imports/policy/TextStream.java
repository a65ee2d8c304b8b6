package org.firebreak.imports.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A file as UTF-8 without a byte order mark, whatever editor or shell wrote it: a mark tells UTF-16
 * from UTF-8.
 */
final class TextStream extends InputStream {
  private static final int CHUNK = 8192;
  private static final int MARK = 3;

  private final Reader reader;
  private final char[] chars = new char[CHUNK];
  private byte[] bytes = new byte[0];
  private int at;
  private int kept;
  private boolean first = true;

  private TextStream(Reader reader) {
    this.reader = reader;
  }

  static InputStream of(InputStream file) throws IOException {
    PushbackInputStream in = new PushbackInputStream(file, MARK);
    byte[] mark = in.readNBytes(MARK);
    boolean utf8 = mark.length == MARK && starts(mark, 0xEF, 0xBB) && (mark[2] & 0xFF) == 0xBF;
    Charset wide =
        starts(mark, 0xFE, 0xFF)
            ? StandardCharsets.UTF_16BE
            : starts(mark, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
    if (wide != null) {
      in.unread(mark, 2, mark.length - 2);
      return new TextStream(new InputStreamReader(in, wide));
    }
    if (!utf8) {
      in.unread(mark);
    }
    return in;
  }

  private static boolean starts(byte[] mark, int one, int two) {
    return mark.length > 1 && (mark[0] & 0xFF) == one && (mark[1] & 0xFF) == two;
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, into, offset, count);
    at += count;
    return count;
  }

  /** Reads on if all has been given; the first half of a pair waits for the second. */
  private boolean fill() throws IOException {
    while (at == bytes.length) {
      int count = reader.read(chars, kept, CHUNK - kept);
      if (count < 0) {
        return false;
      }
      int all = kept + count;
      kept = Character.isHighSurrogate(chars[all - 1]) ? 1 : 0;
      String text = new String(chars, 0, all - kept);
      if (kept > 0) {
        chars[0] = chars[all - 1];
      }
      // what XML says of its own encoding holds no longer
      String now = first ? text.replaceFirst("(?i)(<[?]xml[^>]*)UTF-16(LE|BE)?", "$1UTF-8") : text;
      first = false;
      bytes = now.getBytes(StandardCharsets.UTF_8);
      at = 0;
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
