package org.firebreak.cli.io;

import picocli.CommandLine.Help.Ansi;

/** How a part of a line looks on a terminal in colour. */
public enum Style {
  PLAIN,
  STRONG(Ansi.Style.bold),
  FAINT(Ansi.Style.faint),
  ERROR(Ansi.Style.bold, Ansi.Style.fg_red),
  WARNING(Ansi.Style.bold, Ansi.Style.fg_yellow),
  INFO(Ansi.Style.bold, Ansi.Style.fg_blue),
  ADDED(Ansi.Style.fg_green),
  REMOVED(Ansi.Style.fg_red);

  private final Ansi.IStyle[] styles;

  Style(Ansi.IStyle... styles) {
    this.styles = styles;
  }

  /** The text between the sequences that begin and end the style. */
  String apply(String text) {
    return styles.length == 0 ? text : Ansi.Style.on(styles) + text + Ansi.Style.reset.off();
  }
}
