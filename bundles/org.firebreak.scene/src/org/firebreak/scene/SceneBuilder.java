package org.firebreak.scene;

import java.util.List;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;

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
   */
  public static Scene build(Diagram diagram, SceneOptions options) {
    NaturalSize naturalSize = new NaturalSize(options);
    ShownTree tree = new ShownTree(diagram);
    new BoxArranger(naturalSize).arrange(tree);
    List<Box> boxes = new BoxBuilder(options, naturalSize).build(tree);
    List<Bundle> bundles = new FlowBundler(boxes).bundle(diagram);
    List<Line> lines = new LineBuilder(options, boxes).build(bundles, diagram.getRouting());
    return new Scene(name(diagram), description(boxes, bundles), options.metrics(), boxes, lines);
  }

  private static String name(Diagram diagram) {
    if (diagram.getName() != null && !diagram.getName().isBlank()) {
      return diagram.getName().strip();
    }
    return diagram.eContainer() instanceof Design design ? Texts.name(design) : "Diagram";
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
