package org.firebreak.diagram.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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

/**
 * The scene of one open diagram, always that of the model as it is. To be used on the UI thread.
 */
public final class LiveScene {
  /** Is told how the scene differs from the one before, after the scene was exchanged. */
  public interface Listener {
    void changed(SceneDelta delta);
  }

  private final Diagram diagram;
  private final ModelEdit edit;
  private final Supplier<SceneOptions> options;
  private final ModelEdit.Listener follower = this::follow;
  private final Map<String, FlowLine> flowLines = new HashMap<>();
  private final Map<String, Element> models = new HashMap<>();
  private final Map<String, Flow> flows = new HashMap<>();
  private final Badges badges;
  private final List<Listener> listeners = new ArrayList<>();
  private SceneIndex index;

  /**
   * A scene that follows the edits until {@link #dispose()}.
   *
   * @param options fonts and findings, asked anew for every scene; badges come from here
   */
  public LiveScene(Diagram diagram, ModelEdit edit, Supplier<SceneOptions> options) {
    this.diagram = diagram;
    this.edit = edit;
    this.options = options;
    this.badges = new Badges(edit.design());
    this.index = build();
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

  public Diagram diagram() {
    return diagram;
  }

  public ModelEdit edit() {
    return edit;
  }

  public Scene scene() {
    return index.scene();
  }

  /** Options with which the scene is built now. */
  public SceneOptions options() {
    return options.get().withBadges(badges.now());
  }

  /** The box of a diagram node, or of a server in its group's card; {@code null} if not shown. */
  public Box box(Element model) {
    return index.box(model.getId());
  }

  /** The line that a flow line stands for; {@code null} if not shown any more. */
  public Line line(FlowLine line) {
    return index.line(line.id());
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

  /** Builds the scene anew, for instance after the fonts or the findings changed. */
  public void rebuild() {
    SceneIndex before = index;
    index = build();
    SceneDelta delta = SceneDelta.between(before, index);
    if (!delta.isEmpty()) {
      List.copyOf(listeners).forEach(listener -> listener.changed(delta));
    }
  }

  private void follow(ModelChange change) {
    badges.follow(change);
    rebuild();
  }

  private SceneIndex build() {
    Scene scene = SceneBuilder.build(diagram, options());
    models.clear();
    for (DiagramNode node : diagram.getNodes()) {
      models.put(node.getId(), node);
    }
    for (Box box : scene.boxes()) {
      if (box.kind() == BoxKind.GROUP) {
        addMembers((DiagramNode) models.get(box.nodeId()));
      }
    }
    flows.clear();
    edit.design().getFlows().forEach(flow -> flows.put(flow.getId(), flow));
    return new SceneIndex(scene);
  }

  private void addMembers(DiagramNode node) {
    if (node.getElement() instanceof ServerGroup group) {
      for (Server member : group.getServers()) {
        models.put(member.getId(), member);
      }
    }
  }

  /** One object a line for as long as the diagram is open: GEF finds parts by identity. */
  private List<FlowLine> flowLines(List<String> ids) {
    return ids.stream().map(id -> flowLines.computeIfAbsent(id, FlowLine::new)).toList();
  }
}
