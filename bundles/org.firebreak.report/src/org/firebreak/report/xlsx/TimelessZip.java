package org.firebreak.report.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Packs a workbook anew without the time at which it was made. */
final class TimelessZip {
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String PROPERTIES = "docProps/core.xml";

  private TimelessZip() {}

  static void copy(byte[] raw, OutputStream out) throws IOException {
    ZipOutputStream packed = new ZipOutputStream(out);
    // By the directory at the end, since the headers of the entries do not tell their sizes.
    try (ZipFile entries = ZipFile.builder().setByteArray(raw).get()) {
      for (ZipArchiveEntry entry : Collections.list(entries.getEntriesInPhysicalOrder())) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(EPOCH);
        packed.putNextEntry(copy);
        byte[] content = entries.getInputStream(entry).readAllBytes();
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
