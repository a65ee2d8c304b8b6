package org.firebreak.scene.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.scene.Box;
import org.firebreak.scene.Measures;
import org.firebreak.scene.geometry.Size;

/**
 * Folds the layers of a long chain of flows into fewer columns, as text is broken into lines, so
 * that a diagram is about as wide as a screen.
 */
final class ColumnPlanner {
  private static final double CONTAINER_RATIO = 0.7;
  private static final double DIAGRAM_RATIO = 1.6;
  private static final int CHANNEL = 110;
  private static final int GAP = 24;
  private static final int MANY = 400;

  private final SiblingFlows flows;
  private final Map<String, List<List<String>>> chosen = new LinkedHashMap<>();
  private final Map<String, Size> sizes = new HashMap<>();

  ColumnPlanner(SiblingFlows flows) {
    this.flows = flows;
  }

  /** Plans that differ at the top, the most promising first; at least one. */
  List<ColumnPlan> plans(int most) {
    List<String> roots = flows.blocks(null);
    roots.forEach(this::measure);
    List<ColumnPlan> plans = new ArrayList<>();
    List<List<List<String>>> candidates = ranked(null, roots, DIAGRAM_RATIO);
    Set<List<List<String>>> tried = new LinkedHashSet<>();
    tried.add(candidates.get(0));
    candidates.stream().filter(connected(null)::equals).forEach(tried::add);
    tried.addAll(candidates);
    for (List<List<String>> columns : tried) {
      if (plans.size() < most) {
        Map<String, List<List<String>>> all = new LinkedHashMap<>(chosen);
        all.put(null, columns);
        plans.add(ColumnPlan.of(all));
      }
    }
    return plans;
  }

  private void measure(String id) {
    Box box = flows.scene().box(id).orElseThrow();
    List<String> blocks = flows.blocks(id);
    if (!box.isContainer() || blocks.isEmpty()) {
      sizes.put(id, flows.sizeOf(id));
      return;
    }
    blocks.forEach(this::measure);
    List<List<String>> columns = ranked(id, blocks, CONTAINER_RATIO).get(0);
    chosen.put(id, columns);
    Size content = extent(columns);
    sizes.put(
        id,
        new Size(
            content.width() + 2 * Measures.ZONE_PADDING,
            content.height() + Measures.ZONE_HEADER + Measures.ZONE_PADDING));
  }

  private List<List<List<String>>> ranked(String container, List<String> blocks, double ratio) {
    List<List<String>> layers = connected(container);
    List<String> idle = blocks.stream().filter(this::isIdle).toList();
    int total = 0;
    int tallest = 0;
    for (String block : blocks) {
      total += sizes.get(block).height() + GAP;
      tallest = Math.max(tallest, sizes.get(block).height());
    }
    Set<List<List<String>>> candidates = new LinkedHashSet<>();
    if (idle.isEmpty()) {
      candidates.add(layers);
    }
    for (int columns = 1; columns <= blocks.size() && columns <= 24; columns++) {
      for (int height : new int[] {total / columns, total * 5 / 4 / columns}) {
        List<List<String>> filled = fill(layers, Math.max(tallest, height));
        filled.addAll(fill(List.of(idle), Math.max(tallest, height)));
        candidates.add(filled);
      }
    }
    List<List<List<String>>> ranked = new ArrayList<>(candidates);
    Map<List<List<String>>, Double> costs = new HashMap<>();
    ranked.forEach(columns -> costs.put(columns, cost(container, columns, ratio)));
    ranked.sort(Comparator.comparingDouble(costs::get));
    return ranked;
  }

  private List<List<String>> fill(List<List<String>> layers, int height) {
    List<List<String>> columns = new ArrayList<>();
    List<String> column = new ArrayList<>();
    int used = 0;
    for (List<String> layer : layers) {
      int whole = layer.stream().mapToInt(block -> sizes.get(block).height() + GAP).sum();
      boolean breaks = used + whole - GAP > height && whole - GAP <= height;
      for (String block : layer) {
        int needed = sizes.get(block).height() + GAP;
        if (!column.isEmpty() && (breaks || used + needed - GAP > height)) {
          columns.add(column);
          column = new ArrayList<>();
          used = 0;
        }
        breaks = false;
        column.add(block);
        used += needed;
      }
    }
    if (!column.isEmpty()) {
      columns.add(column);
    }
    return columns;
  }

  /** Layers of those that have flows; the others stand apart from them, to the right. */
  private List<List<String>> connected(String container) {
    List<List<String>> layers = new ArrayList<>();
    for (List<String> layer : flows.order(container).layers()) {
      List<String> busy = layer.stream().filter(block -> !isIdle(block)).toList();
      if (!busy.isEmpty()) {
        layers.add(busy);
      }
    }
    return layers;
  }

  private boolean isIdle(String block) {
    return flows.touching(block).isEmpty();
  }

  private Size extent(List<List<String>> columns) {
    int width = 0;
    int height = 0;
    for (List<String> column : columns) {
      int columnWidth = 0;
      int columnHeight = 0;
      for (String block : column) {
        columnWidth = Math.max(columnWidth, sizes.get(block).width());
        columnHeight += sizes.get(block).height() + GAP;
      }
      width += columnWidth;
      height = Math.max(height, columnHeight - GAP);
    }
    return new Size(width + (columns.size() - 1) * CHANNEL, height);
  }

  private double cost(String container, List<List<String>> columns, double ratio) {
    Size extent = extent(columns);
    double screen = Math.max(extent.width() / ratio, extent.height());
    int neighbours = 0;
    int turns = 0;
    FlowOrder order = flows.order(container);
    for (List<String> column : columns) {
      for (int i = 0; i < column.size(); i++) {
        for (int j = i + 1; j < column.size(); j++) {
          int lines = order.weight(column.get(i), column.get(j));
          boolean straight = j == i + 1 && lines > 0;
          neighbours += straight ? 1 : 0;
          turns += straight ? lines - 1 : lines;
        }
      }
    }
    double knots = 0.04 * neighbours + 2.0 * turns / order.size();
    return screen * (1 + Math.min(knots, most()));
  }

  /** Among very many flows some turn wherever boxes stand, and the shape matters more. */
  private double most() {
    return flows.scene().lines().size() > MANY ? 0.5 : Double.MAX_VALUE;
  }
}
