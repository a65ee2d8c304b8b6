package org.firebreak.ui.exporting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.firebreak.report.ReportFormat;
import org.firebreak.report.document.Brand;
import org.firebreak.report.document.Logo;

/**
 * A report that is to be written.
 *
 * @param company name on the report; empty for none
 * @param logo file of a picture; empty for none
 * @param file where it goes; its suffix is that of a format
 */
public record ReportOrder(ReportKind kind, String company, String logo, Path file) {
  ReportFormat format() {
    return ReportFormat.ofFile(file.getFileName().toString());
  }

  Brand brand() throws IOException {
    return brand(company, logo);
  }

  /**
   * Whose report it is.
   *
   * @throws IOException if the logo cannot be read
   * @throws IllegalArgumentException if the logo is none that can be used
   */
  static Brand brand(String company, String logo) throws IOException {
    if (logo.isBlank()) {
      return new Brand(company.strip(), null);
    }
    Path file = Path.of(logo.strip());
    if (!Files.isReadable(file)) {
      throw new IOException("The logo " + file + " cannot be read");
    }
    if (Files.size(file) > Logo.MOST_BYTES) {
      throw new IOException("The logo " + file + " is larger than 1 MiB");
    }
    return new Brand(company.strip(), Logo.of(Files.readAllBytes(file)));
  }
}
