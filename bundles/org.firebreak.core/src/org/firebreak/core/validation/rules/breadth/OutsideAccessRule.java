package org.firebreak.core.validation.rules.breadth;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.FlowWords;
import org.firebreak.core.validation.facts.PublicAddresses;
import org.firebreak.core.validation.facts.ServerAddresses;
import org.firebreak.core.validation.facts.ServiceKinds;
import org.firebreak.core.validation.facts.Words;
import org.firebreak.model.Server;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.TrustLevel;

/** Flows from networks outside to servers that are not meant to face the Internet. */
public final class OutsideAccessRule implements ValidationRule {
  private static final int NAMED = 3;
  private static final int MOST_MARKED = 20;
  private static final String DATABASE = "database";

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-112",
          RuleCategory.BREADTH,
          "Outside network reaches inner servers",
          FindingSeverity.WARNING,
          "What the Internet reaches is attacked all day; servers that face it are hardened,"
              + " watched and kept apart, and the design marks them as internet-facing. Found are"
              + " flows from an external network with public addresses to servers that are not"
              + " marked. A network of private (RFC 1918), unique local (RFC 4193) or shared (RFC"
              + " 6598) addresses is not the Internet but offices, users or partners behind a"
              + " tunnel, and not found; nor is a network that lies over servers of the design"
              + " (FB-203). Any address is FB-101 alone; what leads to data zones and databases is"
              + " FB-208.",
          "Flow partner (203.0.113.0/24) → app permits tcp/8443, and app is not internet-facing."
              + " Let the partner reach a gateway in the perimeter; or mark the servers, if they"
              + " are meant to be reached.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      PolicyEndpoint from = flow.policy().source();
      PolicyEndpoint to = flow.policy().destination();
      if (from.isExternal()
          && !to.isExternal()
          && !flow.policy().services().isEmpty()
          && !InternetFacing.in(context).allIn(to)
          && isOutside(from, context)
          && !isData(flow, context)) {
        findings.add(of(flow, context));
      }
    }
    return findings;
  }

  private static boolean isOutside(PolicyEndpoint network, ValidationContext context) {
    return !context.isAnyAddress(network)
        && PublicAddresses.anyIn(network.network())
        && !context.shared(ServerAddresses.class, ServerAddresses::of).anyIn(network.network());
  }

  private static boolean isData(ActiveFlow flow, ValidationContext context) {
    Optional<TrustLevel> trust = Tiers.in(context).trust(flow.element().getDestination());
    return trust.equals(Optional.of(TrustLevel.DATA)) || isDatabase(flow, context);
  }

  private static boolean isDatabase(ActiveFlow flow, ValidationContext context) {
    return flow.policy().services().stream()
        .anyMatch(
            service ->
                context
                    .shared(ServiceKinds.class, ServiceKinds::of)
                    .category(service)
                    .equals(DATABASE));
  }

  private Finding of(ActiveFlow flow, ValidationContext context) {
    List<ElementRef> servers =
        InternetFacing.in(context).others(flow.policy().destination()).stream()
            .map(index -> context.policy().servers().get(index).ref())
            .toList();
    return finding(
        "Flow "
            + flow.name()
            + " ("
            + FlowWords.services(flow)
            + ") lets public addresses of "
            + flow.policy().source().ref().name()
            + " reach "
            + Words.list(servers, NAMED)
            + (servers.size() == 1 ? ", which is" : ", which are")
            + " not internet-facing",
        "Let them reach a server in the perimeter that is; or mark these, if they are meant to be",
        flow.ref(),
        flow.policy().source().ref());
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    return KnownUse.in(context).flow(finding).map(flow -> fixes(flow, context)).orElse(List.of());
  }

  private static List<Fix> fixes(ActiveFlow flow, ValidationContext context) {
    PolicyEndpoint to = flow.policy().destination();
    BitSet facing = new BitSet();
    InternetFacing.in(context).those(to).forEach(facing::set);
    List<Fix> fixes =
        new ArrayList<>(new Narrowing(context, flow).toServers(GroupEnds.in(context).of(facing)));
    List<Integer> others = InternetFacing.in(context).others(to);
    if (others.size() <= MOST_MARKED
        && context.policy().strategy() == StrategyKind.GROUP
        && others.stream().noneMatch(server -> reachesData(server, context))) {
      fixes.add(mark(others.stream().map(index -> context.servers().get(index)).toList(), context));
    }
    return fixes;
  }

  /** An internet-facing server that talks to data is another finding. */
  private static boolean reachesData(int server, ValidationContext context) {
    return context.activeFlows().stream()
        .filter(flow -> flow.policy().source().holds(server))
        .anyMatch(flow -> isData(flow, context));
  }

  private static Fix mark(List<Server> servers, ValidationContext context) {
    List<String> ids = servers.stream().map(Server::getId).toList();
    List<ElementRef> names = servers.stream().map(context::ref).toList();
    return new Fix(
        "Mark " + Words.list(names, NAMED) + " as internet-facing",
        false,
        elements -> {
          List<Server> marked = ids.stream().map(id -> elements.get(Server.class, id)).toList();
          if (marked.stream().allMatch(Server::isInternetFacing)) {
            throw new OutdatedFixException("the servers are marked already");
          }
          marked.forEach(server -> server.setInternetFacing(true));
        });
  }
}
