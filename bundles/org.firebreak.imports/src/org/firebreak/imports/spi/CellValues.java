package org.firebreak.imports.spi;

import java.util.Map;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.table.Cell;
import org.firebreak.imports.table.RowProblem;
import org.firebreak.imports.table.Vocabulary;

/** Cells as values: a blank cell says nothing, a single dash says that there is none. */
public final class CellValues {
  private static final Map<String, Boolean> FLAGS =
      Map.ofEntries(
          Map.entry("yes", true),
          Map.entry("no", false),
          Map.entry("true", true),
          Map.entry("false", false),
          Map.entry("y", true),
          Map.entry("n", false),
          Map.entry("1", true),
          Map.entry("0", false),
          Map.entry("on", true),
          Map.entry("off", false),
          Map.entry("x", true));

  /** Makes a value of a cell that is neither blank nor a dash. */
  public interface Parser<T> {
    /** The value. */
    T parse(Cell cell) throws RowProblem;
  }

  private CellValues() {}

  /** What a cell says. */
  public static <T> Given<T> given(Cell cell, Parser<T> parser) throws RowProblem {
    if (cell.isBlank()) {
      return Given.nothing();
    }
    return cell.isNone() ? Given.none() : Given.of(parser.parse(cell));
  }

  /** A name of one line. */
  public static Given<String> name(Cell cell) throws RowProblem {
    return given(cell, Cell::name);
  }

  /** A text that may have several lines. */
  public static Given<String> prose(Cell cell) throws RowProblem {
    return given(cell, Cell::prose);
  }

  /** Yes or no. */
  public static Given<Boolean> flag(Cell cell) throws RowProblem {
    return choice(cell, FLAGS, "yes or no");
  }

  /**
   * One of several words, compared like headers.
   *
   * @param words normalised words and what they mean
   * @param hint what to write instead of a word that is not known
   */
  public static <T> Given<T> choice(Cell cell, Map<String, T> words, String hint)
      throws RowProblem {
    return given(
        cell,
        c -> {
          T value = words.get(Vocabulary.normalise(c.text()));
          if (value == null) {
            throw c.problem(CleanText.quote(c.text()) + " is not understood; write " + hint);
          }
          return value;
        });
  }
}
