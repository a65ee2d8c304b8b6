package org.firebreak.core.validation.rules.identity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.validation.DesignElements;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;

/** One machine that the design has twice. */
public final class DuplicateServerRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-603",
          RuleCategory.IDENTITY,
          "Server entered twice",
          FindingSeverity.ERROR,
          "A server is a member of one group. The same machine in two groups would get the flows of"
              + " both, and the address of a machine decides for one of the entries only. Two"
              + " entries are taken for one machine if they have the same name in one routing"
              + " domain and an address in common, or one of them has no address; or the same"
              + " addresses on the same hypervisor host.",
          "app1 with 10.0.1.5 is in group app, and app1 with 10.0.1.5 is in group batch too. Decide"
              + " which role it has, or split the roles over two servers.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (ServerTwins.Twin twin : context.shared(ServerTwins.class, ServerTwins::of).all()) {
      findings.add(
          finding(
              "Server "
                  + twin.first().ref().name()
                  + place(context, twin.first())
                  + " and server "
                  + twin.second().ref().name()
                  + place(context, twin.second())
                  + " are the same machine: they have "
                  + twin.evidence(),
              "Keep the entry in the group of its role, with the flows of both",
              twin.first().ref(),
              twin.second().ref()));
    }
    return findings;
  }

  private static String place(ValidationContext context, PolicyServer server) {
    NamedElement parent = (NamedElement) context.servers().get(server.index()).eContainer();
    return parent instanceof ServerGroup ? " of group " + parent.getName() : "";
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    for (ServerTwins.Twin twin : context.shared(ServerTwins.class, ServerTwins::of).all()) {
      if (twin.first().ref().equals(finding.elements().get(0))
          && twin.second().ref().equals(finding.elements().get(1))) {
        List<Fix> fixes = new ArrayList<>();
        addMerge(context, twin.first(), twin.second(), fixes);
        addMerge(context, twin.second(), twin.first(), fixes);
        return fixes;
      }
    }
    return List.of();
  }

  /** Not if the group of the other would be empty. */
  private static void addMerge(
      ValidationContext context, PolicyServer kept, PolicyServer other, List<Fix> into) {
    Server server = context.servers().get(other.index());
    if (server.eContainer() instanceof ServerGroup group && group.getServers().size() < 2) {
      return;
    }
    String keptId = kept.ref().id();
    String otherId = other.ref().id();
    into.add(
        new Fix(
            "Delete "
                + other.ref().name()
                + place(context, other)
                + " and move its flows to "
                + kept.ref().name()
                + place(context, kept),
            false,
            design -> merge(design, keptId, otherId)));
  }

  private static void merge(DesignElements design, String keptId, String otherId) {
    Server kept = design.get(Server.class, keptId);
    Server other = design.get(Server.class, otherId);
    if (other.eContainer() instanceof ServerGroup group && group.getServers().size() < 2) {
      throw new OutdatedFixException("group " + group.getName() + " would be empty");
    }
    EndpointMerge merge = EndpointMerge.of(design, keptId, List.of(otherId));
    Set<String> addresses = new LinkedHashSet<>(kept.getAddresses());
    if (addresses.addAll(other.getAddresses())) {
      kept.setAddresses(List.copyOf(addresses));
    }
    if (kept.getHypervisorHost() == null) {
      kept.setHypervisorHost(other.getHypervisorHost());
    }
    if (kept.getOperatingSystem() == null) {
      kept.setOperatingSystem(other.getOperatingSystem());
    }
    merge.carryOut();
  }
}
