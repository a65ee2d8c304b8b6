package org.firebreak.core.validation.rules.breadth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.FlowWords;
import org.firebreak.core.validation.facts.Words;

/** Flows from or to a network that is much larger than the hosts it is meant for. */
public final class SparseNetworkRule implements ValidationRule {
  private static final int NAMED = 3;

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-107",
          RuleCategory.BREADTH,
          "Network much larger than its hosts",
          FindingSeverity.WARNING,
          "A subnet as an end of a flow also covers every address that is free today and somebody's"
              + " tomorrow. Found is an external network of which known hosts have less than a"
              + " tenth of the IPv4 addresses (the limit is a parameter), where the design says for"
              + " whom it stands: it lies in the address ranges of a zone with servers; or servers"
              + " inside it or smaller external networks of up to eight addresses inside it are"
              + " named by other flows of the same service on the same side. Networks of which no"
              + " host is known, such as offices, are not found, nor IPv6, where every subnet is"
              + " sparse. That a network holds servers at all is FB-203.",
          "Flow app → Backend net (10.0.2.0/24) permits tcp/5432, and only db1 and db2 have"
              + " addresses there. Draw it to the group db.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    SparseNetworks networks = SparseNetworks.in(context);
    List<Finding> findings = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      networks
          .of(flow, true)
          .ifPresent(sparse -> findings.add(of(flow, flow.policy().source(), sparse, "from")));
      networks
          .of(flow, false)
          .ifPresent(sparse -> findings.add(of(flow, flow.policy().destination(), sparse, "to")));
    }
    return findings;
  }

  private Finding of(
      ActiveFlow flow, PolicyEndpoint network, SparseNetworks.Sparse sparse, String way) {
    List<ElementRef> hosts = sparse.hosts().stream().map(PolicyEndpoint::ref).toList();
    return finding(
        "Flow "
            + flow.name()
            + " permits "
            + FlowWords.services(flow)
            + " "
            + way
            + " all "
            + sparse.addresses()
            + " addresses of "
            + network.ref().name()
            + ", of which "
            + Words.list(hosts, NAMED)
            + ", "
            + sparse.evidence()
            + ", have "
            + sparse.used()
            + " ("
            + share(sparse)
            + ")",
        "Draw it " + way + " the hosts that are meant",
        flow.ref(),
        network.ref());
  }

  private static String share(SparseNetworks.Sparse sparse) {
    double percent = 100.0 * sparse.used() / sparse.addresses();
    return percent < 0.1 ? "less than 0.1 %" : String.format(Locale.ROOT, "%.1f %%", percent);
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    return KnownUse.in(context)
        .flow(finding)
        .map(
            flow -> {
              boolean client = flow.policy().source().ref().equals(finding.elements().get(1));
              Narrowing narrowing = new Narrowing(context, flow);
              return SparseNetworks.in(context)
                  .of(flow, client)
                  .map(
                      sparse ->
                          client
                              ? narrowing.toClients(sparse.hosts())
                              : narrowing.toServers(sparse.hosts()))
                  .orElse(List.of());
            })
        .orElse(List.of());
  }
}
