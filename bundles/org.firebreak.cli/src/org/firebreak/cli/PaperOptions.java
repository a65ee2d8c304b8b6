package org.firebreak.cli;

import org.firebreak.report.diagram.Orientation;
import org.firebreak.report.diagram.PageSetup;
import org.firebreak.report.diagram.Paper;
import org.firebreak.report.diagram.Picture;
import org.firebreak.report.diagram.PictureFormat;
import org.firebreak.report.diagram.Scaling;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Size of a picture, and the paper of a PDF. */
final class PaperOptions {
  @Option(
      names = "--scale",
      paramLabel = "FACTOR",
      description =
          "PNG: pixels for one px of the diagram (default: 2). PDF: size, 1 for 96 px an inch"
              + " (default: 1, or as large as one page of --paper holds).")
  private Double scale;

  @Option(
      names = "--paper",
      paramLabel = "PAPER",
      description =
          "PDF on pages of a0 to a5, letter, legal or tabloid, with head and foot (default: one"
              + " page of the diagram's own size).")
  private Paper paper;

  @Option(
      names = "--orientation",
      paramLabel = "ORIENTATION",
      description = "portrait, landscape or auto, whichever shows more (default: auto).")
  private Orientation orientation;

  @Option(
      names = "--pages-wide",
      paramLabel = "N",
      description = "As large as N pages side by side hold; the pages overlap by 10 mm.")
  private Integer pagesWide;

  @Option(
      names = "--margin",
      paramLabel = "MM",
      description = "Margin of the paper on all sides, 0 to 50 mm (default: 10).")
  private Double margin;

  /** Refuses options that the format has no use for. */
  void check(PictureFormat format, CommandLine command) {
    if (format == PictureFormat.SVG && scale != null) {
      throw new ParameterException(
          command, "--scale has no meaning for SVG, which is sharp at any");
    }
    boolean pages = paper != null || orientation != null || pagesWide != null || margin != null;
    if (pages && format != PictureFormat.PDF) {
      throw new ParameterException(command, "only PDF has pages; name a .pdf file");
    }
    if (pages && paper == null) {
      throw new ParameterException(command, "--paper is missing, for instance --paper a4");
    }
    if (scale != null && pagesWide != null) {
      throw new ParameterException(command, "choose --scale or --pages-wide, not both");
    }
    if (scale != null && !(scale > 0 && scale <= 100)) {
      throw new ParameterException(command, "--scale is a number above 0, at most 100");
    }
    try {
      setup();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, e.getMessage(), e);
    }
  }

  double scale(PictureFormat format) {
    return scale != null ? scale : format == PictureFormat.PNG ? Picture.SHARP : 1;
  }

  /** Null for a page of the diagram's own size. */
  PageSetup setup() {
    if (paper == null) {
      return null;
    }
    Scaling scaling =
        scale != null
            ? new Scaling.Fixed(scale)
            : pagesWide != null ? new Scaling.PagesWide(pagesWide) : new Scaling.OnePage();
    return new PageSetup(
        paper,
        orientation == null ? Orientation.AUTO : orientation,
        scaling,
        margin == null ? PageSetup.DEFAULT_MARGIN : margin,
        true);
  }
}
