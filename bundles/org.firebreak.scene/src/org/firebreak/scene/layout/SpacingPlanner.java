package org.firebreak.scene.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.scene.Box;
import org.firebreak.scene.BoxKind;
import org.firebreak.scene.Line;
import org.firebreak.scene.Measures;
import org.firebreak.scene.Scene;
import org.firebreak.scene.TextStyle;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.layout.SiblingFlows.SiblingFlow;

/** Decides how much room lines and their labels need, first by guess, then as they were routed. */
final class SpacingPlanner {
  private static final int CHANNEL = 44;

  /** Between zones, where most labels are. */
  private static final int OUTER_CHANNEL = 120;

  private static final int BESIDE_LABEL = 44;
  private static final int LANE = 10;
  private static final int GAP = 26;
  private static final int CARD_GAP = 14;
  private static final int CHAINED_GAP = 48;

  private final SiblingFlows flows;
  private final ColumnPlan plan;
  private final Map<String, Map<Integer, Integer>> labels = new HashMap<>();
  private final Map<String, Map<Integer, Integer>> loops = new HashMap<>();

  SpacingPlanner(SiblingFlows flows, ColumnPlan plan) {
    this.flows = flows;
    this.plan = plan;
    for (SiblingFlow flow : flows.all()) {
      int a = plan.column().get(flow.source());
      int b = plan.column().get(flow.destination());
      if (Math.abs(a - b) == 1) {
        labels
            .computeIfAbsent(flow.container(), id -> new HashMap<>())
            .merge(Math.min(a, b), flow.line().label().bounds().width(), Math::max);
      }
    }
    for (Line line : flows.scene().lines()) {
      String card = flows.path(line.sourceId()).getLast();
      if (card.equals(flows.path(line.destinationId()).getLast())) {
        String container = flows.scene().box(card).orElseThrow().parentId();
        loops
            .computeIfAbsent(container, id -> new HashMap<>())
            .merge(plan.column().get(card), line.label().bounds().width() + 12, Math::max);
      }
    }
  }

  /** Room before anything is routed. */
  Spacing guess() {
    Spacing spacing = new Spacing();
    plan.columns()
        .forEach(
            (container, columns) -> {
              if (container != null) {
                spacing.setTitleWidth(container, titleWidth(container));
              }
              for (int c = 0; c < columns.size(); c++) {
                spacing.setChannel(container, c, channel(container, c, 2));
                for (int i = 0; i + 1 < columns.get(c).size(); i++) {
                  spacing.setGap(container, c, i, gap(container, columns.get(c), i, 0));
                }
              }
            });
    return spacing;
  }

  /** Room for the lines as they run in a routed scene. */
  Spacing measured(Scene routed) {
    Spacing spacing = new Spacing();
    plan.columns()
        .forEach(
            (container, columns) -> {
              if (container != null) {
                spacing.setTitleWidth(container, titleWidth(container));
              }
              for (int c = 0; c < columns.size(); c++) {
                int lanes =
                    c + 1 < columns.size() ? lanes(between(routed, columns, c), routed, true) : 0;
                spacing.setChannel(container, c, channel(container, c, lanes));
                for (int i = 0; i + 1 < columns.get(c).size(); i++) {
                  int rows = lanes(under(routed, columns.get(c), i), routed, false);
                  spacing.setGap(container, c, i, gap(container, columns.get(c), i, rows));
                }
              }
            });
    return spacing;
  }

  private int titleWidth(String container) {
    Box box = flows.scene().box(container).orElseThrow();
    int title = flows.scene().metrics().width(box.text().title(), TextStyle.TITLE);
    return Math.min(title, Measures.ZONE_TITLE)
        + flows.scene().metrics().width(box.text().secondary(), TextStyle.CAPTION)
        + 20;
  }

  private int channel(String container, int column, int lanes) {
    int loop = loops.getOrDefault(container, Map.of()).getOrDefault(column, 0);
    if (column + 1 == plan.columns().get(container).size()) {
      return loop;
    }
    int label = labels.getOrDefault(container, Map.of()).getOrDefault(column, 0);
    int least = container == null ? OUTER_CHANNEL : CHANNEL;
    int room = label == 0 ? least : Math.max(least, label + BESIDE_LABEL);
    return room + Math.max(0, lanes - 1) * LANE + loop;
  }

  private int gap(String container, List<String> column, int index, int rows) {
    boolean chained = flows.order(container).isConnected(column.get(index), column.get(index + 1));
    boolean card = flows.scene().box(column.get(index)).orElseThrow().kind() != BoxKind.ZONE;
    int room = card ? (chained ? CHAINED_GAP : CARD_GAP) : GAP;
    return room + (rows == 0 ? 0 : rows * LANE + 4);
  }

  private static Rect between(Scene routed, List<List<String>> columns, int c) {
    Rect left = hull(routed, columns.get(c));
    Rect right = hull(routed, columns.get(c + 1));
    Rect both = left.union(right);
    return Rect.ofEdges(left.right(), both.y(), right.x(), both.bottom());
  }

  private static Rect under(Scene routed, List<String> column, int index) {
    Rect all = hull(routed, column);
    Rect above = routed.box(column.get(index)).orElseThrow().bounds();
    Rect below = routed.box(column.get(index + 1)).orElseThrow().bounds();
    return Rect.ofEdges(all.x(), above.bottom(), all.right(), below.y());
  }

  private static Rect hull(Scene routed, List<String> boxes) {
    Rect hull = routed.box(boxes.get(0)).orElseThrow().bounds();
    for (String box : boxes) {
      hull = hull.union(routed.box(box).orElseThrow().bounds());
    }
    return hull;
  }

  /** The greatest number of segments of one orientation side by side in an area. */
  private static int lanes(Rect area, Scene routed, boolean vertical) {
    List<int[]> spans = new ArrayList<>();
    for (Line line : routed.lines()) {
      List<Point> route = line.route();
      for (int i = 1; i < route.size(); i++) {
        Rect segment = Rect.spanning(route.get(i - 1), route.get(i));
        boolean fits = vertical ? segment.width() == 0 : segment.height() == 0;
        Rect thick = segment.grown(1);
        if (fits && thick.intersects(area)) {
          spans.add(
              vertical
                  ? new int[] {segment.y(), segment.bottom()}
                  : new int[] {
                    Math.max(segment.x(), area.x()), Math.min(segment.right(), area.right())
                  });
        }
      }
    }
    return deepest(spans);
  }

  private static int deepest(List<int[]> spans) {
    List<int[]> events = new ArrayList<>();
    for (int[] span : spans) {
      events.add(new int[] {span[0], 1});
      events.add(new int[] {span[1] + 1, -1});
    }
    events.sort(Comparator.<int[]>comparingInt(e -> e[0]).thenComparingInt(e -> e[1]));
    int open = 0;
    int most = 0;
    for (int[] event : events) {
      open += event[1];
      most = Math.max(most, open);
    }
    return most;
  }
}
