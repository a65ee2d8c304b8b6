package org.firebreak.imports.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file to import, whose size and kind are known.
 *
 * @param path where it is
 * @param name its name without folders, fit for messages and for {@code origin} in the model
 * @param kind what it is by its content
 * @param limits bounds to hold it to
 */
public record InputFile(Path path, String name, FileKind kind, InputLimits limits) {
  private static final int HEAD = 64;
  private static final String SAVE_AGAIN =
      "open it in a spreadsheet program and save it as .xlsx or as CSV UTF-8";

  /**
   * Looks at a file.
   *
   * @throws ImportException if it is missing, not a file, unreadable, empty, too large or of a kind
   *     that is not imported
   */
  public static InputFile of(Path path, InputLimits limits) throws ImportException {
    Path last = path.getFileName();
    String name = CleanText.printable(last == null ? path.toString() : last.toString());
    Place place = Place.of(name);
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        throw new ImportException(place, "is not a file", "name a file, not a folder or a device");
      }
      long size = Files.size(path);
      if (size == 0) {
        throw new ImportException(place, "the file is empty", "export it again");
      }
      if (size > limits.fileBytes()) {
        throw new ImportException(
            place,
            "the file has " + size + " bytes, more than " + limits.fileBytes(),
            "split it and import the parts one after the other");
      }
      return new InputFile(path, name, kind(path, place), limits);
    } catch (ImportException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw new ImportException(place, "no such file", "check the path and the spelling", e);
    } catch (IOException e) {
      throw unreadable(place, e);
    }
  }

  /** The whole file as a place. */
  public Place place() {
    return Place.of(name);
  }

  /** A file that the operating system does not let us read. */
  public static ImportException unreadable(Place place, IOException cause) {
    return new ImportException(
        place,
        "cannot be read (" + cause.getMessage() + ")",
        "check its permissions and the disk",
        cause);
  }

  private static FileKind kind(Path path, Place place) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(HEAD);
    }
    if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
      return FileKind.WORKBOOK;
    }
    if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new ImportException(
          place, "is a workbook of Excel 97-2003 or an encrypted one", SAVE_AGAIN);
    }
    if (startsWith(head, 0x1F, 0x8B)) {
      throw new ImportException(place, "is compressed with gzip", "decompress it first");
    }
    if (startsWith(head, '%', 'P', 'D', 'F')) {
      throw new ImportException(place, "is a PDF", "export the table itself as .xlsx or CSV");
    }
    boolean json = isJson(head);
    String lower = String.valueOf(path).toLowerCase(Locale.ROOT);
    if (!json && (lower.endsWith(".xlsx") || lower.endsWith(".xlsm"))) {
      throw new ImportException(
          place, "is no workbook, though its name ends like one", "export it again");
    }
    return json ? FileKind.JSON : FileKind.TEXT;
  }

  private static boolean isJson(byte[] head) {
    int at = startsWith(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    while (at < head.length && " \t\r\n".indexOf(head[at]) >= 0) {
      at++;
    }
    return at < head.length && (head[at] == '[' || head[at] == '{');
  }

  private static boolean startsWith(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
