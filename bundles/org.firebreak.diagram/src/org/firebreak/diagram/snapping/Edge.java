package org.firebreak.diagram.snapping;

/** What of a box snaps along one axis. */
public enum Edge {
  START,
  MIDDLE,
  END;

  /** Its place on a box. */
  double of(Span span) {
    return switch (this) {
      case START -> span.start();
      case MIDDLE -> span.middle();
      case END -> span.end();
    };
  }
}
