package org.firebreak.cli;

import java.io.IOException;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.model.Design;

/** What sizing takes from a design besides its traffic. */
final class SizingInputs {
  private SizingInputs() {}

  /**
   * The sizing parameters of a design.
   *
   * @throws IOException if one is unknown or out of range; the message names the file
   */
  static SizingParameters parameters(DesignArgument argument, Design design) throws IOException {
    try {
      return SizingParameters.of(design);
    } catch (IllegalArgumentException e) {
      throw new IOException(argument.name() + ": sizing parameter " + e.getMessage(), e);
    }
  }
}
