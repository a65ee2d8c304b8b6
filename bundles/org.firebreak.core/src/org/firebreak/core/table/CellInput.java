package org.firebreak.core.table;

import java.util.List;
import java.util.function.Function;

/**
 * How a cell is filled in.
 *
 * @param kind the control
 * @param proposals what to choose from; empty for free text
 */
public record CellInput(Kind kind, Function<TableData, List<String>> proposals) {
  /** Free text. */
  public static final CellInput TEXT = new CellInput(Kind.TEXT, data -> List.of());

  /** A number with its unit, aligned at the right. */
  public static final CellInput NUMBER = new CellInput(Kind.NUMBER, data -> List.of());

  /** Controls of cells. */
  public enum Kind {
    TEXT,
    NUMBER,
    /** One of a few values. */
    CHOICE,
    /** Text for which names are proposed. */
    COMPLETION
  }

  static CellInput choice(List<String> values) {
    return new CellInput(Kind.CHOICE, data -> values);
  }

  static CellInput completion(Function<TableData, List<String>> names) {
    return new CellInput(Kind.COMPLETION, names);
  }
}
