package org.firebreak.cli.diff;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.firebreak.cli.io.StyledLine;
import org.firebreak.report.difference.DifferenceView;

/** Two things of one kind, compared. */
public sealed interface Difference permits DesignsDifference, BundlesDifference {
  /** Whether both say the same. */
  boolean isEmpty();

  /** The counts in words. */
  String summary();

  /** For people, on a terminal. */
  List<StyledLine> lines();

  /** For machines: fields of the object that is open. */
  void write(JsonGenerator json) throws IOException;

  /** Side by side, for reviews. */
  DifferenceView view();
}
