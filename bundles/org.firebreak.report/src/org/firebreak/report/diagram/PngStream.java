package org.firebreak.report.diagram;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a PNG file row by row, so that its size is not bounded by the memory.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">Portable Network Graphics, third edition</a>
 */
final class PngStream {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int CHUNK = 1 << 16;
  private static final byte FILTER_UP = 2;
  private static final byte TRUE_COLOR = 2;

  private final OutputStream out;
  private final Deflater deflater = new Deflater(6);
  private final byte[] chunk = new byte[CHUNK];
  private final byte[] row;
  private final byte[] above;
  private int filled;

  /**
   * Begins a file of opaque pixels.
   *
   * @param resolution pixels a metre
   * @param title of the picture
   */
  PngStream(OutputStream out, int width, int height, int resolution, String title)
      throws IOException {
    this.out = out;
    row = new byte[1 + 3 * width];
    above = new byte[1 + 3 * width];
    out.write(SIGNATURE);
    chunk(
        "IHDR",
        data -> {
          data.writeInt(width);
          data.writeInt(height);
          data.write(new byte[] {8, TRUE_COLOR, 0, 0, 0});
        });
    chunk("sRGB", data -> data.writeByte(0));
    chunk(
        "pHYs",
        data -> {
          data.writeInt(resolution);
          data.writeInt(resolution);
          data.writeByte(1);
        });
    chunk(
        "iTXt",
        data -> {
          data.write("Title".getBytes(StandardCharsets.ISO_8859_1));
          data.write(new byte[5]);
          data.write(title.getBytes(StandardCharsets.UTF_8));
        });
  }

  /**
   * The next row.
   *
   * @param pixels {@code 0xRRGGBB}
   * @param from index of the first
   */
  void row(int[] pixels, int from) throws IOException {
    row[0] = FILTER_UP;
    for (int i = 1, pixel = from; i < row.length; i += 3, pixel++) {
      byte red = (byte) (pixels[pixel] >> 16);
      byte green = (byte) (pixels[pixel] >> 8);
      byte blue = (byte) pixels[pixel];
      row[i] = (byte) (red - above[i]);
      row[i + 1] = (byte) (green - above[i + 1]);
      row[i + 2] = (byte) (blue - above[i + 2]);
      above[i] = red;
      above[i + 1] = green;
      above[i + 2] = blue;
    }
    deflater.setInput(row);
    while (!deflater.needsInput()) {
      deflate();
    }
  }

  /** Ends the file after the last row; the stream stays open. */
  void finish() throws IOException {
    deflater.finish();
    while (!deflater.finished()) {
      deflate();
    }
    flush();
    chunk("IEND", data -> {});
  }

  /** Frees what the compression holds. */
  void release() {
    deflater.end();
  }

  private void deflate() throws IOException {
    filled += deflater.deflate(chunk, filled, chunk.length - filled);
    if (filled == chunk.length) {
      flush();
    }
  }

  private void flush() throws IOException {
    if (filled > 0) {
      int length = filled;
      filled = 0;
      chunk("IDAT", data -> data.write(chunk, 0, length));
    }
  }

  /** Content of a chunk. */
  private interface Content {
    void write(DataOutputStream data) throws IOException;
  }

  private void chunk(String type, Content content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(type.getBytes(StandardCharsets.ISO_8859_1));
    content.write(new DataOutputStream(bytes));
    CRC32 check = new CRC32();
    check.update(bytes.toByteArray());
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(bytes.size() - 4);
    bytes.writeTo(data);
    data.writeInt((int) check.getValue());
    data.flush();
  }
}
