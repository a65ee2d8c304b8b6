package org.firebreak.scene.layout;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.firebreak.scene.Box;
import org.firebreak.scene.Measures;
import org.firebreak.scene.layout.SiblingFlows.SiblingFlow;

/**
 * Runs ELK's layered algorithm over containers and cards at once, with the columns of a plan as
 * layers, to learn in which order boxes should stand in their columns so that few lines cross.
 *
 * <p>Layers are given by position (interactive layering): with partitions instead, ELK gives
 * different answers for the same graph.
 *
 * @see <a href="https://eclipse.dev/elk/reference/algorithms/org-eclipse-elk-layered.html">ELK
 *     Layered</a>
 */
final class LayeredGraph {
  /** Wider than any card, so that positions tell columns apart. */
  private static final int COLUMN = 1000;

  private final ColumnPlan plan;
  private final ElkNode root = ElkGraphUtil.createGraph();
  private final Map<String, ElkNode> nodes = new HashMap<>();

  private LayeredGraph(SiblingFlows flows, ColumnPlan plan) {
    this.plan = plan;
    configure(root);
    for (Box box : flows.scene().boxes()) {
      if (SiblingFlows.isArranged(box)) {
        add(box, flows);
      }
    }
    flows.all().forEach(flow -> add(flow, flows));
  }

  /** The plan with its columns in the order that ELK finds. */
  static ColumnPlan ordered(SiblingFlows flows, ColumnPlan plan) {
    LayeredGraph graph = new LayeredGraph(flows, plan);
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    new RecursiveGraphLayoutEngine().layout(graph.root, new BasicProgressMonitor());
    return plan.ordered(flows, box -> graph.nodes.get(box).getY());
  }

  private void add(Box box, SiblingFlows flows) {
    ElkNode parent = box.parentId() == null ? root : nodes.get(box.parentId());
    ElkNode node = ElkGraphUtil.createNode(parent);
    node.setIdentifier(box.id());
    node.setX((double) COLUMN * plan.column().get(box.id()));
    if (plan.columns().containsKey(box.id())) {
      configure(node);
      int padding = Measures.ZONE_PADDING;
      node.setProperty(
          LayeredOptions.PADDING, new ElkPadding(Measures.ZONE_HEADER, padding, padding, padding));
    } else {
      node.setDimensions(flows.sizeOf(box.id()).width(), flows.sizeOf(box.id()).height());
    }
    nodes.put(box.id(), node);
  }

  private static void configure(ElkNode node) {
    node.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    node.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
    node.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    node.setProperty(LayeredOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    node.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.INTERACTIVE);
    node.setProperty(LayeredOptions.RANDOM_SEED, 1);
    node.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
    node.setProperty(LayeredOptions.SPACING_NODE_NODE, 24.0);
    node.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 32.0);
    node.setProperty(LayeredOptions.SPACING_EDGE_NODE, 14.0);
    node.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 10.0);
  }

  /** All edges point to a later column, so that ELK has no cycle to break. */
  private void add(SiblingFlow flow, SiblingFlows flows) {
    int from = plan.column().get(flow.source());
    int to = plan.column().get(flow.destination());
    if (from == to) {
      return;
    }
    ElkNode source = nodes.get(flows.path(flow.line().sourceId()).getLast());
    ElkNode destination = nodes.get(flows.path(flow.line().destinationId()).getLast());
    ElkEdge edge =
        from < to
            ? ElkGraphUtil.createSimpleEdge(source, destination)
            : ElkGraphUtil.createSimpleEdge(destination, source);
    ElkLabel label = ElkGraphUtil.createLabel(flow.line().label().text(), edge);
    label.setDimensions(
        flow.line().label().bounds().width(), flow.line().label().bounds().height());
    label.setProperty(LayeredOptions.EDGE_LABELS_INLINE, true);
    label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
  }
}
