package org.firebreak.report;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.scene.Badge;
import org.firebreak.scene.SceneBuilder;
import org.firebreak.scene.SceneOptions;
import org.firebreak.scene.Theme;
import org.firebreak.scene.layout.DiagramPopulator;
import org.firebreak.scene.svg.SvgWriter;

/** The data-flow diagram of a design as SVG: its first diagram, or one laid out for the report. */
final class DiagramPicture {
  private static final int MOST_FLOWS = 600;

  private final Map<String, PolicyServer> servers;

  private DiagramPicture(CompiledPolicy policy) {
    servers =
        policy.servers().stream()
            .collect(Collectors.toMap(server -> server.ref().id(), Function.identity()));
  }

  /**
   * The picture in light colours, which print well; empty if the design has no diagram and is too
   * large to draw one that could be read. The design is not changed.
   */
  static String svg(Design design, CompiledPolicy policy) {
    if (design.getDiagrams().isEmpty() && design.getFlows().size() > MOST_FLOWS) {
      return "";
    }
    DiagramPicture picture = new DiagramPicture(policy);
    SceneOptions options = SceneOptions.plain().withBadges(picture::badge);
    Diagram diagram =
        design.getDiagrams().isEmpty() ? overview(design, options) : design.getDiagrams().get(0);
    return SvgWriter.write(SceneBuilder.build(diagram, options), Theme.LIGHT);
  }

  /** A diagram belongs to a design, so it is laid out in a copy. */
  private static Diagram overview(Design design, SceneOptions options) {
    Design copy = EcoreUtil.copy(design);
    Diagram diagram = DiagramPopulator.populate(copy, "Overview", options);
    copy.getDiagrams().add(diagram);
    // New elements have random ids, and the ids are in the picture.
    diagram.getNodes().forEach(node -> node.setId("node-" + node.getElement().getId()));
    return diagram;
  }

  private Badge badge(Endpoint endpoint) {
    return switch (endpoint) {
      case ServerGroup group when !group.getServers().isEmpty() ->
          group.getServers().stream().allMatch(this::isMicro) ? Badge.MICRO : Badge.GROUP;
      case Server server -> isMicro(server) ? Badge.MICRO : Badge.GROUP;
      default -> Badge.NONE;
    };
  }

  private boolean isMicro(Server server) {
    PolicyServer compiled = servers.get(server.getId());
    return compiled != null && compiled.micro();
  }
}
