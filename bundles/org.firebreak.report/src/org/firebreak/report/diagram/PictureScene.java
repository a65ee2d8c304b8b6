package org.firebreak.report.diagram;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.ValidationResult;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.scene.Alarm;
import org.firebreak.scene.Badge;
import org.firebreak.scene.Box;
import org.firebreak.scene.Line;
import org.firebreak.scene.Scene;
import org.firebreak.scene.SceneBuilder;
import org.firebreak.scene.SceneOptions;
import org.firebreak.scene.layout.DiagramPopulator;

/** The scenes of pictures: what the canvas shows, measured in the typeface of the pictures. */
public final class PictureScene {
  private static final String OVERVIEW = "Overview";

  private PictureScene() {}

  /**
   * Options with the segmentation and without findings.
   *
   * @param policy the compiled policy of the design
   */
  public static SceneOptions options(CompiledPolicy policy) {
    return SceneOptions.plain().withMetrics(PictureMetrics.INSTANCE).withBadges(badges(policy));
  }

  /** The segmentation of groups and servers as the compiled policy has it. */
  public static Function<Endpoint, Badge> badges(CompiledPolicy policy) {
    Set<String> micro = new HashSet<>();
    for (PolicyServer server : policy.servers()) {
      if (server.micro()) {
        micro.add(server.ref().id());
      }
    }
    return endpoint ->
        switch (endpoint) {
          case ServerGroup group when !group.getServers().isEmpty() ->
              group.getServers().stream().allMatch(server -> micro.contains(server.getId()))
                  ? Badge.MICRO
                  : Badge.GROUP;
          case Server server -> micro.contains(server.getId()) ? Badge.MICRO : Badge.GROUP;
          default -> Badge.NONE;
        };
  }

  /** The worst finding on each element, as the canvas marks it. */
  public static Function<Element, Alarm> alarms(ValidationResult findings) {
    Map<String, Alarm> worst = new HashMap<>();
    for (Finding finding : findings.findings()) {
      Alarm alarm =
          switch (finding.severity()) {
            case ERROR -> Alarm.ERROR;
            case WARNING -> Alarm.WARNING;
            case INFO -> Alarm.NONE;
          };
      for (ElementRef element : finding.elements()) {
        worst.merge(element.id(), alarm, Alarm::worse);
      }
    }
    return element -> worst.getOrDefault(element.getId(), Alarm.NONE);
  }

  /**
   * A diagram of the whole design, laid out anew. A diagram belongs to a design, so this one
   * belongs to a copy; its elements have the ids of the design's.
   */
  public static Diagram overview(Design design, SceneOptions options) {
    Design copy = EcoreUtil.copy(design);
    Diagram diagram = DiagramPopulator.populate(copy, OVERVIEW, options);
    copy.getDiagrams().add(diagram);
    // New elements have random ids, and the ids are in the picture.
    diagram.getNodes().forEach(node -> node.setId("node-" + node.getElement().getId()));
    return diagram;
  }

  /**
   * Only some of what a scene shows: the boxes of these elements with all that is in them, both
   * ends of the flows among them, and the lines between what is left.
   *
   * @param elementIds ids of elements, or of notes' nodes; empty for everything
   * @throws IllegalArgumentException if none of them is shown
   */
  public static Scene selection(Scene scene, Set<String> elementIds) {
    if (elementIds.isEmpty()) {
      return scene;
    }
    Set<String> kept = new HashSet<>();
    for (Line line : scene.lines()) {
      if (line.flowIds().stream().anyMatch(elementIds::contains)) {
        kept.add(line.sourceId());
        kept.add(line.destinationId());
      }
    }
    for (Box box : scene.boxes()) {
      boolean named =
          elementIds.contains(String.valueOf(box.elementId())) || elementIds.contains(box.id());
      if (named || kept.contains(String.valueOf(box.parentId()))) {
        kept.add(box.id());
      }
    }
    if (kept.isEmpty()) {
      throw new IllegalArgumentException("nothing of the selection is shown in the diagram");
    }
    return scene.restricted(box -> kept.contains(box.id()));
  }

  /** The scene of a diagram. */
  public static Scene of(Diagram diagram, SceneOptions options) {
    return SceneBuilder.build(diagram, options);
  }
}
