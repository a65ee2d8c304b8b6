package org.firebreak.core.matrix;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;

/**
 * Who may talk to whom: rows open connections, columns accept them, and the diagonal is inside one
 * zone or group. A flow counts in every cell whose row and column hold members of its ends; a
 * retired or expired one permits nothing and counts nowhere, as in the compiled policy.
 */
public final class FlowMatrix {
  private final MatrixAxis axis;
  private final Map<Long, List<Flow>> found = new HashMap<>();
  private final Map<Long, MatrixCell> cells = new HashMap<>();
  private final int[] out;
  private final int[] in;

  private FlowMatrix(MatrixKind kind, Design design, LocalDate day) {
    axis = new MatrixAxis(kind, design);
    out = new int[axis.heads().size()];
    in = new int[axis.heads().size()];
    for (Flow flow : design.getFlows()) {
      if (permits(flow, day)) {
        int[] rows = axis.covered(flow.getSource());
        int[] columns = axis.covered(flow.getDestination());
        for (int row : rows) {
          out[row]++;
          for (int column : columns) {
            found.computeIfAbsent(key(row, column), key -> new ArrayList<>()).add(flow);
          }
        }
        for (int column : columns) {
          in[column]++;
        }
      }
    }
  }

  /**
   * The matrix of a design as it is now.
   *
   * @param day on which flows have to be permitted
   */
  public static FlowMatrix of(MatrixKind kind, Design design, LocalDate day) {
    return new FlowMatrix(kind, design, day);
  }

  private static boolean permits(Flow flow, LocalDate day) {
    return flow.getState() != FlowState.RETIRED
        && flow.getSource() != null
        && flow.getDestination() != null
        && (flow.getExpiresOn() == null || !flow.getExpiresOn().isBefore(day));
  }

  private static long key(int row, int column) {
    return (long) row << 32 | column;
  }

  /** What stands at both edges, in their order. */
  public List<Endpoint> heads() {
    return List.copyOf(axis.heads());
  }

  public int size() {
    return axis.heads().size();
  }

  /** What a head is called, with the zones around it. */
  public String label(int head) {
    return axis.labels().get(head);
  }

  /** What is permitted from the members of a row to those of a column. */
  public MatrixCell cell(int row, int column) {
    List<Flow> flows = found.get(key(row, column));
    return flows == null
        ? MatrixCell.EMPTY
        : cells.computeIfAbsent(key(row, column), key -> MatrixCell.of(flows));
  }

  /** Flows that start at members of a row. */
  public int flowsOut(int row) {
    return out[row];
  }

  /** Flows that end at members of a column. */
  public int flowsIn(int column) {
    return in[column];
  }
}
