package org.firebreak.core.matrix;

/** What stands at the edges of a matrix; external networks always do. */
public enum MatrixKind {
  /** Zones; a server, a group or a zone belongs to the innermost zone around it. */
  ZONES,
  /** Server groups; servers without a group stand for themselves under the name of their zone. */
  GROUPS
}
