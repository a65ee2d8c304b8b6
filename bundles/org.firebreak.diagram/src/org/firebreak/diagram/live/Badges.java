package org.firebreak.diagram.live;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.edit.ModelChange;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.model.Bendpoint;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramConnection;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.scene.Badge;

/** How servers and groups are segmented, as the compiled policy has it. */
final class Badges {
  private final Design design;
  private Set<String> micro = Set.of();
  private boolean stale = true;

  Badges(Design design) {
    this.design = design;
  }

  /** Notes whether a change may have altered the segmentation; it is compiled when next asked. */
  void follow(ModelChange change) {
    stale |= change.affected().stream().anyMatch(Badges::matters);
  }

  /** The segmentation as it is now; the answer never changes and may be asked on any thread. */
  Function<Endpoint, Badge> now() {
    compile();
    Set<String> frozen = micro;
    return endpoint -> badge(endpoint, frozen);
  }

  private static Badge badge(Endpoint endpoint, Set<String> micro) {
    return switch (endpoint) {
      case Server server -> micro.contains(server.getId()) ? Badge.MICRO : Badge.GROUP;
      case ServerGroup group when group.getServers().isEmpty() -> Badge.NONE;
      // A row shows what differs from the card: a card is micro only if all its members are.
      case ServerGroup group ->
          group.getServers().stream().allMatch(server -> micro.contains(server.getId()))
              ? Badge.MICRO
              : Badge.GROUP;
      default -> Badge.NONE;
    };
  }

  private void compile() {
    if (!stale) {
      return;
    }
    CompiledPolicy policy = PolicyCompiler.compile(design, CompileOptions.today());
    micro =
        policy.servers().stream()
            .filter(PolicyServer::micro)
            .map(server -> server.ref().id())
            .collect(Collectors.toUnmodifiableSet());
    stale = false;
  }

  private static boolean matters(EObject changed) {
    return !(changed instanceof Diagram
        || changed instanceof DiagramNode
        || changed instanceof DiagramConnection
        || changed instanceof Bendpoint
        || changed instanceof Flow);
  }
}
