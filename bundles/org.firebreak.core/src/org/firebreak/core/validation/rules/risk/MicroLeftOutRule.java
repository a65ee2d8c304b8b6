package org.firebreak.core.validation.rules.risk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.Words;
import org.firebreak.model.Risk;
import org.firebreak.model.Segmentation;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;

/** Servers that the hybrid strategy is there for, and that are not microsegmented. */
public final class MicroLeftOutRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-402",
          RuleCategory.SEGMENTATION,
          "High-risk server that is not microsegmented",
          FindingSeverity.WARNING,
          "The hybrid strategy spends microsegmentation where it pays most: at the servers that the"
              + " Internet reaches and at those whose loss is critical. An override of the server"
              + " or of its group, or a strategy that does not count internet-facing servers,"
              + " leaves such a server open to every other of its group: the intruder who holds one"
              + " holds them all. Reported under hybrid only; an override is reported at the"
              + " servers or the group that has it, the setting of the strategy once for the"
              + " design.",
          "Group web is internet-facing, and its segmentation is group. Let it follow the"
              + " strategy.");

  private static final int NAMED = 3;

  /** What leaves a server out. */
  enum Cause {
    SERVER,
    GROUP,
    STRATEGY
  }

  private record Place(Cause cause, int group) {}

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    leftOut(context).forEach((place, servers) -> findings.add(of(place, servers, context)));
    return findings;
  }

  /** The servers left out, by what leaves them out and where. */
  private static Map<Place, List<PolicyServer>> leftOut(ValidationContext context) {
    Map<Place, List<PolicyServer>> places = new LinkedHashMap<>();
    if (context.policy().strategy() != StrategyKind.HYBRID) {
      return places;
    }
    List<PolicyServer> servers = context.policy().servers();
    for (int i = 0; i < servers.size(); i++) {
      Server server = context.servers().get(i);
      PolicyServer compiled = servers.get(i);
      if (!compiled.micro() && (server.isInternetFacing() || server.getRisk() == Risk.CRITICAL)) {
        Cause cause = cause(server);
        Place place = new Place(cause, cause == Cause.STRATEGY ? -1 : compiled.group());
        places.computeIfAbsent(place, each -> new ArrayList<>()).add(compiled);
      }
    }
    return places;
  }

  private static Cause cause(Server server) {
    if (server.getSegmentation() == Segmentation.GROUP) {
      return Cause.SERVER;
    }
    return server.eContainer() instanceof ServerGroup group
            && group.getSegmentation() == Segmentation.GROUP
        ? Cause.GROUP
        : Cause.STRATEGY;
  }

  private Finding of(Place place, List<PolicyServer> servers, ValidationContext context) {
    List<ElementRef> refs = servers.stream().map(PolicyServer::ref).toList();
    String what =
        (servers.size() == 1 ? "Server " : Words.count(servers.size(), "server") + " ")
            + (servers.size() == 1
                ? refs.get(0).name() + " is "
                : "(" + Words.list(refs, NAMED) + ") are ")
            + why(servers, context)
            + ", but not microsegmented: ";
    return switch (place.cause()) {
      case SERVER ->
          new Finding(
              INFO.id(),
              INFO.severity(),
              refs,
              what + "an override at the server says group segmentation",
              "Let it follow the strategy");
      case GROUP -> {
        ElementRef group = context.policy().groups().get(place.group()).ref();
        yield finding(
            what + "group " + group.name() + " says group segmentation",
            "Let the group follow the strategy",
            group);
      }
      case STRATEGY ->
          finding(
              what + "the strategy does not count internet-facing servers",
              "Let the strategy microsegment internet-facing servers",
              context.policy().design());
    };
  }

  private static String why(List<PolicyServer> servers, ValidationContext context) {
    boolean facing = false;
    boolean critical = false;
    for (PolicyServer server : servers) {
      facing |= context.servers().get(server.index()).isInternetFacing();
      critical |= context.servers().get(server.index()).getRisk() == Risk.CRITICAL;
    }
    return facing ? critical ? "internet-facing or critical" : "internet-facing" : "critical";
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    for (Map.Entry<Place, List<PolicyServer>> entry : leftOut(context).entrySet()) {
      if (of(entry.getKey(), entry.getValue(), context)
          .fingerprint()
          .equals(finding.fingerprint())) {
        return MicroFixes.of(entry.getKey().cause(), entry.getValue(), context);
      }
    }
    return List.of();
  }
}
