package org.firebreak.cli;

/** What a run tells the process that started it. */
final class ExitCode {
  /** Done, nothing to report. */
  static final int DONE = 0;

  /** Done, and there are findings. */
  static final int FINDINGS = 1;

  /** The command line is not valid. */
  static final int USAGE = 2;

  /** A file cannot be read or written, or its content is not valid; nothing was changed. */
  static final int BAD_INPUT = 3;

  /** A defect of the program; a log file tells more. */
  static final int INTERNAL_ERROR = 4;

  private ExitCode() {}
}
