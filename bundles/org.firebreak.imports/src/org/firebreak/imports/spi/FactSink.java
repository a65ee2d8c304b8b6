package org.firebreak.imports.spi;

import org.firebreak.imports.input.Place;

/** Takes what a format reads. */
public interface FactSink {
  /** A server that the file states. */
  void server(ServerFact fact);

  /** A flow that the file states. */
  void flow(FlowFact fact);

  /** A row that is not taken, and why. */
  void reject(Place place, String reason);

  /** Something the user should know. */
  void note(ImportNote.Severity severity, Place place, String message);

  /**
   * Called once for every row, taken or not.
   *
   * @throws org.firebreak.core.progress.CancelledException if the user asked to stop
   */
  void rowDone();
}
