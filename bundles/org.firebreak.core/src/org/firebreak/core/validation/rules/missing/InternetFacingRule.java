package org.firebreak.core.validation.rules.missing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyGroup;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.DesignElements;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.ServerAddresses;
import org.firebreak.core.validation.facts.Words;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Server;
import org.firebreak.model.TrustLevel;
import org.firebreak.model.Zone;

/** Internet-facing servers to which nothing leads from outside. */
public final class InternetFacingRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-015",
          RuleCategory.COMPLETENESS,
          "Internet-facing server without a flow from outside",
          FindingSeverity.WARNING,
          "A server is marked as internet-facing, but no flow leads to it from an external network"
              + " or an external zone. Either its most important flow was forgotten, and users"
              + " cannot reach it once the policy is enforced; or the mark is wrong, and the server"
              + " is microsegmented and inspected for nothing. Servers of a group are reported"
              + " together.",
          "The servers of vpn are marked as internet-facing; the port matrix has only their flows"
              + " inward. Draw Internet → vpn udp/500, udp/4500.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    BitSet facing = new BitSet();
    for (int i = 0; i < context.servers().size(); i++) {
      facing.set(i, context.servers().get(i).isInternetFacing());
    }
    if (!facing.isEmpty()) {
      facing.andNot(reachedFromOutside(context));
    }
    List<Finding> findings = new ArrayList<>();
    for (int i = facing.nextSetBit(0); i >= 0; ) {
      PolicyGroup group = context.policy().groups().get(context.policy().servers().get(i).group());
      List<ElementRef> servers = new ArrayList<>();
      for (; i >= 0 && i < group.to(); i = facing.nextSetBit(i + 1)) {
        servers.add(context.policy().servers().get(i).ref());
      }
      findings.add(of(group, servers));
    }
    return findings;
  }

  private static BitSet reachedFromOutside(ValidationContext context) {
    BitSet reached = new BitSet();
    List<Zone> outside =
        context.zones().stream().filter(zone -> zone.getTrust() == TrustLevel.EXTERNAL).toList();
    ServerAddresses addresses = context.shared(ServerAddresses.class, ServerAddresses::of);
    for (ActiveFlow flow : context.activeFlows()) {
      PolicyEndpoint destination = flow.policy().destination();
      if (!flow.policy().services().isEmpty()
          && isOutside(flow.element().getSource(), flow.policy().source(), outside)) {
        if (!destination.isExternal()) {
          reached.set(destination.from(), destination.to());
        } else if (!context.isAnyAddress(destination)) {
          reached.or(addresses.serversIn(destination.network()));
        }
      }
    }
    return reached;
  }

  private static boolean isOutside(Endpoint element, PolicyEndpoint end, List<Zone> outside) {
    if (end.isExternal()) {
      return true;
    }
    for (EObject at = element; !outside.isEmpty() && at != null; at = at.eContainer()) {
      if (outside.contains(at)) {
        return true;
      }
    }
    return false;
  }

  private Finding of(PolicyGroup group, List<ElementRef> servers) {
    List<ElementRef> elements = new ArrayList<>(servers);
    boolean single = group.ref().type().equals("Server");
    if (!single) {
      elements.add(0, group.ref());
    }
    return new Finding(
        INFO.id(),
        INFO.severity(),
        elements,
        (single
                ? "Server " + group.ref().name()
                : Words.count(servers.size(), "server")
                    + " of group "
                    + group.ref().name()
                    + " ("
                    + Words.list(servers, 3)
                    + ")")
            + (servers.size() == 1 ? " is" : " are")
            + " marked as internet-facing, but no flow leads there from outside",
        "Draw the flow from the Internet or the partners, or take the mark away");
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    List<String> servers =
        finding.elements().stream()
            .filter(element -> element.type().equals("Server"))
            .map(ElementRef::id)
            .toList();
    return List.of(
        new Fix(
            "Mark "
                + (servers.size() == 1 ? "the server" : "the " + servers.size() + " servers")
                + " as not internet-facing",
            false,
            elements -> unmark(servers, elements)));
  }

  private static void unmark(List<String> ids, DesignElements elements) {
    List<Server> servers = ids.stream().map(id -> elements.get(Server.class, id)).toList();
    if (servers.stream().noneMatch(Server::isInternetFacing)) {
      throw new OutdatedFixException("the servers are not marked any more");
    }
    servers.forEach(server -> server.setInternetFacing(false));
  }
}
