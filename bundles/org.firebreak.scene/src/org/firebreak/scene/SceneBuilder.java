package org.firebreak.scene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.scene.geometry.Point;

/** Builds the scene of a diagram: a pure function of the model and the options. */
public final class SceneBuilder {

  private SceneBuilder() {}

  /** The scene with approximate text widths, no badges and no findings. */
  public static Scene build(Diagram diagram) {
    return build(diagram, SceneOptions.plain());
  }

  /**
   * The scene of a diagram as it stands.
   *
   * @param diagram diagram in a design; it is read only
   * @param options fonts, badges, findings
   * @return the scene; empty if nothing is shown
   * @throws IllegalArgumentException if a shown element has no id; the message names its class
   * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile
   */
  public static Scene build(Diagram diagram, SceneOptions options) {
    return build(diagram, options, true);
  }

  /**
   * The boxes and lines of a diagram without routes: every line is a point at the origin. For those
   * who are about to arrange it, as routing is what takes time.
   */
  public static Scene sketch(Diagram diagram, SceneOptions options) {
    return build(diagram, options, false);
  }

  /** The design that a diagram shows, even if the diagram is not (yet) contained in it. */
  public static Optional<Design> designOf(Diagram diagram) {
    if (diagram.eContainer() instanceof Design design) {
      return Optional.of(design);
    }
    return diagram.getNodes().stream()
        .filter(node -> node.getElement() != null)
        .map(node -> EcoreUtil.getRootContainer(node.getElement()))
        .filter(Design.class::isInstance)
        .map(Design.class::cast)
        .findFirst();
  }

  private static Scene build(Diagram diagram, SceneOptions options, boolean routed) {
    NaturalSize naturalSize = new NaturalSize(options);
    ShownTree tree = new ShownTree(diagram);
    BoxArranger arranger = new BoxArranger(naturalSize);
    arranger.arrange(tree);
    List<Box> boxes = new BoxBuilder(options, naturalSize).build(tree);
    List<Bundle> bundles =
        new FlowBundler(boxes, options.unfolded()).bundle(diagram, designOf(diagram));
    if (arranger.makeRoom(tree, bundles)) {
      boxes = new BoxBuilder(options, naturalSize).build(tree);
    }
    List<Line> lines = bundles.stream().map(new LineBuilder(options)::build).toList();
    Map<String, List<Point>> corners = new HashMap<>();
    bundles.forEach(bundle -> corners.put(bundle.id(), bundle.stored));
    Scene.Heading heading =
        new Scene.Heading(
            name(diagram),
            description(boxes, bundles),
            options.overlay() == null ? null : options.overlay().legend());
    return routed
        ? Scene.routed(heading, options.metrics(), diagram.getRouting(), boxes, lines, corners)
        : new Scene(heading, options.metrics(), diagram.getRouting(), boxes, lines);
  }

  private static String name(Diagram diagram) {
    if (diagram.getName() != null && !diagram.getName().isBlank()) {
      return diagram.getName().strip();
    }
    return designOf(diagram).map(Texts::name).orElse("Diagram");
  }

  private static String description(List<Box> boxes, List<Bundle> bundles) {
    int flows = bundles.stream().mapToInt(bundle -> bundle.flows.size()).sum();
    return "Data-flow diagram with "
        + Texts.counted(count(boxes, BoxKind.ZONE), "zone")
        + ", "
        + Texts.counted(count(boxes, BoxKind.GROUP), "server group")
        + ", "
        + Texts.counted(count(boxes, BoxKind.SERVER) + count(boxes, BoxKind.MEMBER), "server")
        + ", "
        + Texts.counted(count(boxes, BoxKind.EXTERNAL_NETWORK), "external network")
        + " and "
        + Texts.counted(flows, "flow")
        + ".";
  }

  private static int count(List<Box> boxes, BoxKind kind) {
    return (int) boxes.stream().filter(box -> box.kind() == kind).count();
  }
}
