package org.firebreak.diagram.live;

import java.util.HashMap;
import java.util.Map;
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
  private final Map<String, Boolean> micro = new HashMap<>();
  private boolean stale = true;

  Badges(Design design) {
    this.design = design;
  }

  /** Notes whether a change may have altered the segmentation; it is compiled when next asked. */
  void follow(ModelChange change) {
    stale |= change.affected().stream().anyMatch(Badges::matters);
  }

  Badge of(Endpoint endpoint) {
    compile();
    return switch (endpoint) {
      case Server server -> badge(server);
      case ServerGroup group when group.getServers().isEmpty() -> Badge.NONE;
      // A row shows what differs from the card: a card is micro only if all its members are.
      case ServerGroup group ->
          group.getServers().stream().allMatch(server -> badge(server) == Badge.MICRO)
              ? Badge.MICRO
              : Badge.GROUP;
      default -> Badge.NONE;
    };
  }

  private Badge badge(Server server) {
    return micro.getOrDefault(server.getId(), false) ? Badge.MICRO : Badge.GROUP;
  }

  private void compile() {
    if (!stale) {
      return;
    }
    CompiledPolicy policy = PolicyCompiler.compile(design, CompileOptions.today());
    micro.clear();
    for (PolicyServer server : policy.servers()) {
      micro.put(server.ref().id(), server.micro());
    }
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
