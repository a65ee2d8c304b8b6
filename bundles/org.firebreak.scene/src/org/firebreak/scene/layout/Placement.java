package org.firebreak.scene.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.scene.Box;
import org.firebreak.scene.BoxKind;
import org.firebreak.scene.Line;
import org.firebreak.scene.Measures;
import org.firebreak.scene.Scene;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.geometry.Size;

/**
 * Sets boxes in straight columns: equal widths in a column, edges aligned, and each box as near as
 * it can to the height of those it talks to.
 */
final class Placement {
  private static final int SWEEPS = 6;
  private static final double MOST_STRETCH = 1.6;

  private final SiblingFlows flows;
  private final Scene scene;
  private final ColumnPlan plan;
  private final Spacing spacing;
  private final Map<String, Size> sizes = new HashMap<>();
  private final Map<String, Size> naturals = new HashMap<>();
  private final Map<String, Rect> places = new LinkedHashMap<>();
  private final Map<String, Integer> offsets = new HashMap<>();

  private Placement(SiblingFlows flows, ColumnPlan plan, Spacing spacing) {
    this.flows = flows;
    this.scene = flows.scene();
    this.plan = plan;
    this.spacing = spacing;
  }

  /** Absolute bounds of all boxes but rows, by id. */
  static Map<String, Rect> place(SiblingFlows flows, ColumnPlan plan, Spacing spacing) {
    Placement placement = new Placement(flows, plan, spacing);
    placement.run();
    return placement.places;
  }

  private void run() {
    measure(null);
    stack(null);
    settle(null, 0, 0);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      align(null, sweep % 2 == 0);
      settle(null, 0, 0);
    }
  }

  /** Sizes from the inside out; in a column all are as wide as the widest. */
  private Size measure(String container) {
    int width = 0;
    int height = 0;
    List<List<String>> columns = plan.columns().get(container);
    for (int c = 0; c < columns.size(); c++) {
      int widest = 0;
      int stacked = 0;
      for (int i = 0; i < columns.get(c).size(); i++) {
        String id = columns.get(c).get(i);
        Size size = plan.columns().containsKey(id) ? measure(id) : flows.sizeOf(id);
        sizes.put(id, size);
        widest = Math.max(widest, size.width());
        stacked += size.height() + (i == 0 ? 0 : spacing.gap(container, c, i - 1));
      }
      stretch(columns.get(c), widest);
      width += widest + (c == 0 ? 0 : spacing.channel(container, c - 1));
      height = Math.max(height, stacked);
    }
    width += spacing.channel(container, columns.size() - 1);
    return container == null
        ? new Size(width, height)
        : new Size(
            Math.max(width, spacing.titleWidth(container)) + 2 * Measures.ZONE_PADDING,
            height + Measures.ZONE_HEADER + Measures.ZONE_PADDING);
  }

  /** Makes zones as wide as the column, cards as wide as the widest card. */
  private void stretch(List<String> column, int widest) {
    int widestCard = 0;
    for (String id : column) {
      if (!plan.columns().containsKey(id)) {
        widestCard = Math.max(widestCard, sizes.get(id).width());
      }
    }
    for (String id : column) {
      stretch(id, plan.columns().containsKey(id) ? widest : widestCard);
    }
  }

  /** Widens a box, unless it would become much wider than it needs to be. */
  private void stretch(String id, int width) {
    Size size = sizes.get(id);
    Size natural = naturals.computeIfAbsent(id, key -> size);
    if (stretches(scene.box(id).orElseThrow()) && width <= natural.width() * MOST_STRETCH) {
      sizes.put(id, new Size(width, size.height()));
    }
  }

  private static boolean stretches(Box box) {
    boolean card =
        box.kind() == BoxKind.ZONE || box.kind() == BoxKind.GROUP || box.kind() == BoxKind.SERVER;
    // The size of a collapsed box is not stored, so it cannot be changed.
    return card && !box.look().collapsed();
  }

  /** Every column from the top, to begin with. */
  private void stack(String container) {
    List<List<String>> columns = plan.columns().get(container);
    for (int c = 0; c < columns.size(); c++) {
      int y = 0;
      for (int i = 0; i < columns.get(c).size(); i++) {
        String id = columns.get(c).get(i);
        offsets.put(id, y);
        y += sizes.get(id).height() + spacing.gap(container, c, i);
        if (plan.columns().containsKey(id)) {
          stack(id);
        }
      }
    }
  }

  private void settle(String container, int x, int y) {
    List<List<String>> columns = plan.columns().get(container);
    int inner = container == null ? 0 : Measures.ZONE_PADDING;
    int left = x + inner;
    int top = y + (container == null ? 0 : Measures.ZONE_HEADER);
    boolean single = columns.size() == 1;
    for (int c = 0; c < columns.size(); c++) {
      int widest = 0;
      for (String id : columns.get(c)) {
        widest = Math.max(widest, sizes.get(id).width());
      }
      // The only column of a zone that is wider than it fills the zone.
      int room =
          container != null && single
              ? sizes.get(container).width() - 2 * inner - spacing.channel(container, c)
              : widest;
      for (String id : columns.get(c)) {
        if (room > widest && stretches(scene.box(id).orElseThrow())) {
          sizes.put(id, new Size(room, sizes.get(id).height()));
        }
        Size size = sizes.get(id);
        int at = left + (room - size.width()) / 2;
        places.put(id, new Rect(at, top + offsets.get(id), size.width(), size.height()));
        if (plan.columns().containsKey(id)) {
          settle(id, at, top + offsets.get(id));
        }
      }
      left += room + spacing.channel(container, c);
    }
  }

  /** Moves the boxes of each column towards the other ends of their lines. */
  private void align(String container, boolean rightwards) {
    List<List<String>> columns = plan.columns().get(container);
    int height = 0;
    for (List<String> column : columns) {
      String last = column.get(column.size() - 1);
      height = Math.max(height, offsets.get(last) + sizes.get(last).height());
    }
    for (int k = 0; k < columns.size(); k++) {
      int c = rightwards ? k : columns.size() - 1 - k;
      List<String> column = columns.get(c);
      double[] wanted = new double[column.size()];
      double[] weight = new double[column.size()];
      int[] lead = new int[column.size()];
      int used = 0;
      for (int i = 0; i < column.size(); i++) {
        lead[i] = used;
        used += sizes.get(column.get(i)).height() + spacing.gap(container, c, i);
        Wish wish = wish(column.get(i));
        wanted[i] = offsets.get(column.get(i)) + wish.shift - lead[i];
        weight[i] = wish.weight;
      }
      used -= spacing.gap(container, c, column.size() - 1);
      double[] fitted = Isotonic.fit(wanted, weight);
      for (int i = 0; i < column.size(); i++) {
        int slack = Math.max(0, height - used);
        int offset = (int) Math.round(Math.max(0, Math.min(slack, fitted[i])));
        offsets.put(column.get(i), lead[i] + offset);
      }
      for (String id : column) {
        if (plan.columns().containsKey(id)) {
          align(id, rightwards);
        }
      }
      settle(null, 0, 0);
    }
  }

  private record Wish(double shift, double weight) {}

  /** How far a box would like to move, and how much. */
  private Wish wish(String id) {
    List<Integer> shifts = new ArrayList<>();
    for (Line line : flows.touching(id)) {
      boolean source = flows.path(line.sourceId()).contains(id);
      boolean destination = flows.path(line.destinationId()).contains(id);
      if (source != destination) {
        int here = middle(source ? line.sourceId() : line.destinationId());
        int there = middle(source ? line.destinationId() : line.sourceId());
        shifts.add(there - here);
      }
    }
    if (shifts.isEmpty()) {
      return new Wish(0, 0.01);
    }
    shifts.sort(null);
    int n = shifts.size();
    return new Wish((shifts.get((n - 1) / 2) + shifts.get(n / 2)) / 2.0, n);
  }

  private int middle(String id) {
    Box box = scene.box(id).orElseThrow();
    if (box.kind() == BoxKind.MEMBER) {
      Rect card = scene.box(box.parentId()).orElseThrow().bounds();
      return places.get(box.parentId()).y() + box.bounds().centerY() - card.y();
    }
    return places.get(id).centerY();
  }
}
