package org.firebreak.imports.appliances;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.firebreak.core.sizing.ApplianceCatalogue;
import org.firebreak.core.sizing.InvalidTableException;

/** Finds the catalogue of a design. The command line and the window both ask here. */
public final class ApplianceFiles {
  /** Name of a project's own table of appliances, which lies in the folder of its designs. */
  public static final String FILE_NAME = "firebreak-appliances.csv";

  private static final int MOST_BYTES = 1 << 24;

  private ApplianceFiles() {}

  /**
   * The catalogue of a design: that of the product, and the entries of the file {@value #FILE_NAME}
   * in its folder.
   *
   * @param design the file of the design, which need not exist; {@code null} if it has none
   * @return catalogue in which own entries are marked
   * @throws IOException if there is a file that cannot be used; the message names line and mend
   */
  public static ApplianceCatalogue of(Path design) throws IOException {
    Optional<Path> file = beside(design);
    return file.isPresent() ? read(file.get()) : ApplianceCatalogue.shipped();
  }

  /**
   * The project's own table in the folder of a design.
   *
   * @param design {@code null} if it has no file
   * @return the file; empty if there is none
   */
  public static Optional<Path> beside(Path design) {
    if (design == null) {
      return Optional.empty();
    }
    return Optional.of(design.toAbsolutePath().normalize().resolveSibling(FILE_NAME))
        .filter(Files::exists);
  }

  /**
   * The catalogue of the product with the entries of a table of at most 16 MiB.
   *
   * @param file the table
   * @return catalogue in which own entries are marked
   * @throws IOException if it cannot be used; the message names line and mend
   */
  public static ApplianceCatalogue read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a folder; name a table of appliances");
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      byte[] content = in.readNBytes(MOST_BYTES + 1);
      if (content.length > MOST_BYTES) {
        throw new IOException(file + " is larger than 16 MiB; is it a table of appliances?");
      }
      return ApplianceCatalogue.shipped().with(new ByteArrayInputStream(content), file.toString());
    } catch (InvalidTableException e) {
      throw new IOException(e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
