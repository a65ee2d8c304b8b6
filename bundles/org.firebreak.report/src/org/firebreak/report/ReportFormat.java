package org.firebreak.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A format of documents, known by the suffix of its files. */
public enum ReportFormat {
  HTML("html", "HTML page", "htm"),
  PDF("pdf", "PDF"),
  XLSX("xlsx", "Excel workbook"),
  MARKDOWN("md", "Markdown text", "markdown"),
  JSON("json", "JSON");

  private final String suffix;
  private final String label;
  private final List<String> others;

  ReportFormat(String suffix, String label, String... others) {
    this.suffix = suffix;
    this.label = label;
    this.others = List.of(others);
  }

  /** Suffix of its files, without a dot. */
  public String suffix() {
    return suffix;
  }

  /** Name for people. */
  public String label() {
    return label;
  }

  /**
   * The format of a file.
   *
   * @throws IllegalArgumentException if its suffix is that of none; the message lists them
   */
  public static ReportFormat ofFile(String name) {
    String suffix = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> format.suffix.equals(suffix) || format.others.contains(suffix))
        .filter(format -> name.indexOf('.') >= 0)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the format of " + name + " is not known; end its name with " + suffixes()));
  }

  private static String suffixes() {
    String all =
        Arrays.stream(values()).map(each -> "." + each.suffix).collect(Collectors.joining(", "));
    int last = all.lastIndexOf(", ");
    return all.substring(0, last) + " or" + all.substring(last + 1);
  }
}
