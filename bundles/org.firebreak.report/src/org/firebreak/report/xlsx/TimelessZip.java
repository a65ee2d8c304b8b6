package org.firebreak.report.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Packs a workbook anew without the time at which it was made. */
final class TimelessZip {
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String PROPERTIES = "docProps/core.xml";

  private TimelessZip() {}

  static void copy(byte[] raw, OutputStream out) throws IOException {
    ZipOutputStream packed = new ZipOutputStream(out);
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(raw))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(EPOCH);
        packed.putNextEntry(copy);
        byte[] content = entries.readAllBytes();
        packed.write(entry.getName().equals(PROPERTIES) ? timeless(content) : content);
        packed.closeEntry();
      }
    }
    packed.finish();
  }

  private static byte[] timeless(byte[] xml) {
    return new String(xml, StandardCharsets.UTF_8)
        .replaceAll("<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\\1>", "")
        .getBytes(StandardCharsets.UTF_8);
  }
}
