package org.firebreak.exports.stored;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.firebreak.exports.ExportException;

/** Refuses to give more bytes than the directory of the ZIP file promised. */
final class BoundedInput extends FilterInputStream {
  private final String name;
  private long left;

  BoundedInput(InputStream in, long size, String name) {
    super(in);
    this.left = size;
    this.name = name;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    count(Math.max(0, read));
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(count);
    count(skipped);
    return skipped;
  }

  private void count(long bytes) throws ExportException {
    left -= bytes;
    if (left < 0) {
      throw new ExportException(name + " is larger than the ZIP file says; it is not read further");
    }
  }
}
