package org.firebreak.imports.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputFile;

/**
 * Goes through all parts of a workbook before it is opened, because the reader itself sets no
 * bounds: decompressed size, document types, and whatever {@link XmlScan} watches. It reads the ZIP
 * archive with the same library as the reader, so that both see the same parts.
 */
final class XlsxGuard {
  private static final int PARTS = 10_000;
  private static final String SAVE_AGAIN = "open it in a spreadsheet program and save it again";

  private final InputFile file;
  private long expanded;

  private XlsxGuard(InputFile file) {
    this.file = file;
  }

  static void check(InputFile file) throws ImportException {
    try (ZipFile zip = ZipFile.builder().setPath(file.path()).get()) {
      new XlsxGuard(file).checkParts(zip);
    } catch (ImportException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(file, e);
    }
  }

  static ImportException damaged(InputFile file, Exception cause) {
    return new ImportException(
        file.place(),
        "the workbook is damaged (" + cause.getMessage() + ")",
        "copy or export it again",
        cause);
  }

  private void checkParts(ZipFile zip) throws IOException {
    Set<String> names = new HashSet<>();
    for (Enumeration<ZipArchiveEntry> parts = zip.getEntries(); parts.hasMoreElements(); ) {
      ZipArchiveEntry part = parts.nextElement();
      if (!names.add(part.getName()) || names.size() > PARTS) {
        throw refused("the workbook has a part twice, or more than " + PARTS + " parts");
      }
      if (!zip.canReadEntryData(part)) {
        throw refused("a part of the workbook is encrypted or compressed in an unusual way");
      }
      try (InputStream in = zip.getInputStream(part)) {
        checkPart(in);
      }
    }
    if (!names.contains("[Content_Types].xml")) {
      throw new ImportException(
          file.place(), "is a ZIP archive, not a workbook", "unpack it and import its files");
    }
  }

  private void checkPart(InputStream in) throws IOException {
    XmlScan scan = new XmlScan();
    byte[] buffer = new byte[1 << 16];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      expanded += count;
      if (expanded > file.limits().expandedBytes()) {
        throw new ImportException(
            file.place(),
            "the workbook expands to more than " + file.limits().expandedBytes() + " bytes",
            "keep only the sheet to import, or export it as CSV");
      }
      String problem = scan.problemIn(buffer, count);
      if (problem != null) {
        throw refused(problem);
      }
    }
  }

  private ImportException refused(String what) {
    return new ImportException(file.place(), what, SAVE_AGAIN);
  }
}
