package org.firebreak.diagram.live;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.core.edit.ModelChange;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.scene.Box;
import org.firebreak.scene.BoxKind;
import org.firebreak.scene.Line;
import org.firebreak.scene.Scene;
import org.firebreak.scene.SceneBuilder;
import org.firebreak.scene.SceneOptions;
import org.firebreak.scene.geometry.Rect;

/**
 * The scene of one open diagram, always that of the model as it is. To be used on the UI thread.
 *
 * <p>Routing many lines takes longer than a hand waits. So above a number of lines the boxes follow
 * an edit at once, with {@linkplain QuickLines quick lines}, and the routed lines follow from the
 * background. The picture that is left is the same either way.
 */
public final class LiveScene {
  /** Is told how the scene differs from the one before, after the scene was exchanged. */
  public interface Listener {
    void changed(SceneDelta delta);
  }

  /** More lines than these are not routed while the user waits. */
  private static final int MANY_LINES = 250;

  private final Diagram diagram;
  private final ModelEdit edit;
  private final Background background;
  private final Supplier<SceneOptions> options;
  private final ModelEdit.Listener follower = this::follow;
  private final Map<String, FlowLine> flowLines = new HashMap<>();
  private final Map<String, Element> models = new HashMap<>();
  private final Map<String, Flow> flows = new HashMap<>();
  private final Badges badges;
  private final List<Listener> listeners = new ArrayList<>();
  private final Emphasis emphasis = new Emphasis();
  private final Set<String> unfolded = new HashSet<>();
  private SoftReference<Diagram> copied = new SoftReference<>(null);
  private SceneIndex index;
  private boolean settled;

  /**
   * A scene that follows the edits until {@link #dispose()}.
   *
   * @param options fonts and findings, asked anew for every scene; badges come from here
   * @param background routes the lines of large diagrams
   */
  public LiveScene(
      Diagram diagram, ModelEdit edit, Supplier<SceneOptions> options, Background background) {
    this.diagram = diagram;
    this.edit = edit;
    this.options = options;
    this.background = background;
    this.badges = new Badges(edit.design());
    build(null);
    edit.addListener(follower);
  }

  /** Ends the following. */
  public void dispose() {
    edit.removeListener(follower);
    listeners.clear();
  }

  public void addListener(Listener listener) {
    listeners.add(listener);
  }

  public void removeListener(Listener listener) {
    listeners.remove(listener);
  }

  /** Adds who is told when other elements than before stand back or stand out. */
  public void addEmphasisListener(Runnable listener) {
    emphasis.addListener(listener);
  }

  public void removeEmphasisListener(Runnable listener) {
    emphasis.removeListener(listener);
  }

  /**
   * Lets elements stand back, for instance those that a filter does not match.
   *
   * @param which is asked for each endpoint, enforcement point and flow that is shown; a line
   *     stands back if all its flows do, a note always; {@code null} if nothing shall stand back
   */
  public void setDimmed(Predicate<Element> which) {
    emphasis.setDimmed(which);
  }

  /** Lets elements stand out, for instance those that were searched for; empty for none. */
  public void setHighlighted(Collection<? extends Element> which) {
    emphasis.setHighlighted(which);
  }

  /** Whether a diagram node or a server in a group's card stands back. */
  public boolean isDimmed(Element model) {
    return emphasis.isDimmed(model);
  }

  /** Whether all flows of a line stand back. */
  public boolean isDimmed(FlowLine line) {
    return emphasis.isDimmed(flows(line));
  }

  /** Whether a diagram node or a server in a group's card stands out. */
  public boolean isHighlighted(Element model) {
    return emphasis.isHighlighted(model);
  }

  /** Whether any flow of a line stands out. */
  public boolean isHighlighted(FlowLine line) {
    return emphasis.isHighlighted(flows(line));
  }

  public Diagram diagram() {
    return diagram;
  }

  public ModelEdit edit() {
    return edit;
  }

  /** Boxes as they are; of lines only their number counts here, see {@link #lines()}. */
  public Scene scene() {
    return index.scene();
  }

  /** The lines that are shown, in the order of the design's flows. */
  public Collection<Line> lines() {
    return index.lines();
  }

  /** The smallest rectangle around all that is shown; empty at the origin if there is nothing. */
  public Rect bounds() {
    return index.bounds();
  }

  /** Whether all lines have their course, which those of a large diagram get a moment later. */
  public boolean isSettled() {
    return settled;
  }

  /** Options with which the scene is built now. */
  public SceneOptions options() {
    return options.get().withBadges(badges.now()).withUnfolded(Set.copyOf(unfolded)::contains);
  }

  /** The box of a diagram node, or of a server in its group's card; {@code null} if not shown. */
  public Box box(Element model) {
    return index.box(model.getId());
  }

  /** The line that a flow line stands for; {@code null} if not shown any more. */
  public Line line(FlowLine line) {
    return index.line(line.id());
  }

  /** The line that carries a flow; {@code null} if none is shown. */
  public FlowLine lineOf(Flow flow) {
    Line line = index.lineOfFlow(flow.getId());
    return line == null ? null : flowLine(line.id());
  }

  /** Flows of a line, in the order of the design. */
  public List<Flow> flows(FlowLine line) {
    Line shown = line(line);
    return shown == null ? List.of() : shown.flowIds().stream().map(flows::get).toList();
  }

  /**
   * What the edit parts inside a box stand for: diagram nodes, or servers in a group's card.
   *
   * @param parentId id of a box; null for those at the top
   */
  public List<Element> modelsIn(String parentId) {
    List<Element> inside = new ArrayList<>();
    for (Box box : scene().children(parentId)) {
      inside.add(models.get(box.id()));
    }
    return inside;
  }

  /** The diagram node, or the server in a group's card, with this box; {@code null} if none. */
  public Element model(String boxId) {
    return models.get(boxId);
  }

  /** Lines whose client end is the box of a model. */
  public List<FlowLine> linesFrom(Element model) {
    return flowLines(index.linesFrom(model.getId()));
  }

  /** Lines whose server end is the box of a model. */
  public List<FlowLine> linesTo(Element model) {
    return flowLines(index.linesTo(model.getId()));
  }

  /**
   * Draws the flows of a bundle apart, each with a label, or together again. This is no part of the
   * model.
   *
   * @param lineId id of the bundle's line, or of one of those into which it is unfolded
   */
  public void setUnfolded(String lineId, boolean apart) {
    String bundle = bundle(lineId);
    if (apart ? unfolded.add(bundle) : unfolded.remove(bundle)) {
      rebuild();
    }
  }

  /** Whether the flows of a bundle are drawn apart. */
  public boolean isUnfolded(String lineId) {
    return unfolded.contains(bundle(lineId));
  }

  private String bundle(String lineId) {
    Line line = index.line(lineId);
    return line == null ? lineId : line.bundleId();
  }

  /** Builds the scene anew, for instance after the fonts or the findings changed. */
  public void rebuild() {
    SceneIndex before = index;
    build(before);
    tell(before);
  }

  /**
   * Builds the scene anew after other colours and labels are wanted, with all boxes and ends where
   * they are. Many lines keep their look until the background has routed them: a sketch would hold
   * the UI thread for nothing.
   */
  public void restyle() {
    if (index.lines().size() <= MANY_LINES) {
      rebuild();
    } else {
      settled = false;
      background.request(this::snapshot, this::settle);
    }
  }

  private void follow(ModelChange change) {
    copied.clear();
    badges.follow(change);
    rebuild();
  }

  private void tell(SceneIndex before) {
    SceneDelta delta = SceneDelta.between(before, index);
    if (!delta.isEmpty()) {
      List.copyOf(listeners).forEach(listener -> listener.changed(delta));
    }
    emphasis.follow();
  }

  /**
   * @param before what is shown; null when nothing is, and quick lines would only startle
   */
  private void build(SceneIndex before) {
    SceneOptions now = options();
    Scene sketch = SceneBuilder.sketch(diagram, now);
    settled = sketch.lines().size() <= MANY_LINES;
    if (settled) {
      index = new SceneIndex(SceneBuilder.build(diagram, now));
    } else {
      index = new SceneIndex(sketch, before == null ? List.of() : QuickLines.of(before, sketch));
      background.request(this::snapshot, this::settle);
    }
    indexModels();
  }

  /** Both the build and the index of its many lines are made off the UI thread. */
  private Supplier<SceneIndex> snapshot() {
    SceneOptions now = options();
    Diagram copy = copy();
    return () -> new SceneIndex(SceneBuilder.build(copy, now));
  }

  /** A copy for other threads, kept until the next edit: other looks need no other copy. */
  private Diagram copy() {
    Diagram copy = copied.get();
    if (copy == null) {
      EcoreUtil.Copier copier = new EcoreUtil.Copier();
      copier.copy(edit.design());
      copier.copyReferences();
      copy = (Diagram) copier.get(diagram);
      copied = new SoftReference<>(copy);
    }
    return copy;
  }

  private void settle(SceneIndex routed) {
    SceneIndex before = index;
    index = routed;
    settled = true;
    tell(before);
  }

  private void indexModels() {
    models.clear();
    for (DiagramNode node : diagram.getNodes()) {
      models.put(node.getId(), node);
    }
    for (Box box : scene().boxes()) {
      if (box.kind() == BoxKind.GROUP) {
        addMembers((DiagramNode) models.get(box.nodeId()));
      }
    }
    flows.clear();
    edit.design().getFlows().forEach(flow -> flows.put(flow.getId(), flow));
  }

  private void addMembers(DiagramNode node) {
    if (node.getElement() instanceof ServerGroup group) {
      for (Server member : group.getServers()) {
        models.put(member.getId(), member);
      }
    }
  }

  private List<FlowLine> flowLines(List<String> ids) {
    return ids.stream().map(this::flowLine).toList();
  }

  /** One object a line for as long as the diagram is open: GEF finds parts by identity. */
  private FlowLine flowLine(String id) {
    return flowLines.computeIfAbsent(id, FlowLine::new);
  }
}
