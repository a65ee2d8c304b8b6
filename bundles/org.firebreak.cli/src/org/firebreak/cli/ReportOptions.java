package org.firebreak.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.firebreak.cli.io.OutputFile;
import org.firebreak.report.Report;
import org.firebreak.report.ReportFormat;
import org.firebreak.report.document.Brand;
import org.firebreak.report.document.Document;
import org.firebreak.report.document.Logo;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where a report goes, in which format, and whose it is. */
final class ReportOptions {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Where the report goes, as .html, .pdf, .xlsx, .md or .json: the end of the name tells"
              + " the format.")
  private Path output;

  @Option(names = "--company", paramLabel = "NAME", description = "Company named in the report.")
  private String company = "";

  @Option(
      names = "--logo",
      paramLabel = "FILE",
      description = "Logo of the company: an SVG without scripts and links, or a PNG.")
  private Path logo;

  @Option(
      names = "--dated",
      description =
          "State the day on which the report is made; without it, same input, same bytes.")
  private boolean dated;

  /** Whether a file is named. */
  boolean isAsked() {
    return output != null;
  }

  /** The file; null for none. */
  Path output() {
    return output;
  }

  /**
   * Fails before the work begins.
   *
   * @throws ParameterException if there is no format for the name, or no file where one is needed
   */
  void check(boolean needed) {
    if (output == null) {
      if (needed) {
        throw new ParameterException(spec.commandLine(), "Missing required option: '-o=FILE'");
      }
      return;
    }
    format();
  }

  private ReportFormat format() {
    Path name = output.getFileName(); // the root has none
    try {
      return ReportFormat.ofFile(String.valueOf(name == null ? output : name));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /**
   * Writes the report, whole or not at all.
   *
   * @throws IOException if the logo cannot be used or the file not be written
   */
  void write(Report report) throws IOException {
    Brand brand = new Brand(company.strip(), logo());
    Report written =
        dated ? report.with(new Document.Fact("date", "Date", LocalDate.now().toString())) : report;
    try (OutputFile file = OutputFile.create(output)) {
      written.write(format(), brand, file.stream());
      file.commit();
    }
  }

  private Logo logo() throws IOException {
    if (logo == null) {
      return null;
    }
    try (InputStream stream = Files.newInputStream(logo)) {
      return Logo.of(stream.readNBytes(Logo.MOST_BYTES + 1));
    } catch (FileSystemException e) {
      throw e; // it names the file
    } catch (IOException e) {
      throw new IOException(logo + ": " + e.getMessage() + "; name a PNG or SVG file", e);
    } catch (IllegalArgumentException e) {
      throw new IOException(logo + ": " + e.getMessage(), e);
    }
  }
}
