package org.firebreak.core.validation.rules.breadth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.FlowWords;
import org.firebreak.core.validation.facts.PublicAddresses;
import org.firebreak.core.validation.facts.ServiceKinds;
import org.firebreak.model.Endpoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.TrustLevel;

/** Flows from a lower-trust to a higher-trust zone that pass a tier by. */
public final class TierSkipRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-109",
          RuleCategory.BREADTH,
          "Tier skipped",
          FindingSeverity.WARNING,
          "Tiers stand one behind the other, so that who breaks into one still has the next before"
              + " him: outside, perimeter, internal, then data and regulated data. A flow that"
              + " passes a tier by takes that away. The trust levels of the zones say what is what;"
              + " management stands beside the tiers, and where internal may only mean that nobody"
              + " has set a level, nothing is found. A tier is skipped only if the design has it,"
              + " with servers in it. External networks of private addresses (users, offices) are"
              + " judged only where they reach data or regulated zones; those with public addresses"
              + " are FB-112. Databases (FB-206), the way from the Internet and the perimeter to"
              + " data zones (FB-208), and administration, monitoring, backup and the like, which"
              + " cross tiers by nature, are left to the rules on risk.",
          "Flow lb → payment permits tcp/8443 from the perimeter to a regulated zone. Let lb talk"
              + " to the application, and the application to payment.");

  private static final Set<String> ACROSS =
      Set.of(
          "administration",
          "database",
          "monitoring",
          "backup",
          "name-resolution",
          "time",
          "network",
          "security",
          "directory");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      skipped(flow, context).ifPresent(tier -> findings.add(of(flow, tier, context)));
    }
    return findings;
  }

  /** The tier that a flow passes by. */
  private static Optional<TrustLevel> skipped(ActiveFlow flow, ValidationContext context) {
    Tiers tiers = Tiers.in(context);
    TrustLevel from = tiers.from(flow.element().getSource()).orElse(TrustLevel.MANAGEMENT);
    TrustLevel to = tiers.trust(flow.element().getDestination()).orElse(TrustLevel.MANAGEMENT);
    int start = Tiers.depth(from);
    int end = Tiers.depth(to);
    if (start < 0
        || end - start < 2
        || isElsewhere(flow, from, to, context)
        || flow.policy().services().stream()
            .allMatch(
                service ->
                    ACROSS.contains(
                        context.shared(ServiceKinds.class, ServiceKinds::of).category(service)))) {
      return Optional.empty();
    }
    return List.of(TrustLevel.INTERNAL, TrustLevel.PERIMETER).stream()
        .filter(tier -> Tiers.depth(tier) > start && Tiers.depth(tier) < end && tiers.has(tier))
        .findFirst();
  }

  /** Whether another rule says it. */
  private static boolean isElsewhere(
      ActiveFlow flow, TrustLevel from, TrustLevel to, ValidationContext context) {
    PolicyEndpoint source = flow.policy().source();
    if (source.isExternal()) {
      return source.network().isEmpty()
          || PublicAddresses.anyIn(source.network())
          || Tiers.depth(to) < Tiers.depth(TrustLevel.DATA);
    }
    boolean exposed = from == TrustLevel.PERIMETER || InternetFacing.in(context).anyIn(source);
    return to == TrustLevel.DATA && exposed;
  }

  private Finding of(ActiveFlow flow, TrustLevel skipped, ValidationContext context) {
    Endpoint source = flow.element().getSource();
    TrustLevel to =
        Tiers.in(context).trust(flow.element().getDestination()).orElse(TrustLevel.INTERNAL);
    String from =
        source instanceof ExternalNetwork
            ? "outside"
            : Tiers.in(context).from(source).orElse(TrustLevel.INTERNAL).getLiteral();
    return finding(
        "Flow "
            + flow.name()
            + " ("
            + FlowWords.services(flow)
            + ") leads from "
            + from
            + " straight to "
            + to.getLiteral()
            + ", past the "
            + skipped.getLiteral()
            + " tier",
        "Let a server of the tier between hand the requests on",
        flow.ref());
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    return KnownUse.in(context)
        .flow(finding)
        .flatMap(flow -> between(flow, context))
        .map(legs -> new Narrowing(context, legs.get(0)).retire(legs.subList(1, legs.size())))
        .orElse(List.of());
  }

  /** The flow, one to a server of the skipped tier, and one of the same services on from there. */
  private static Optional<List<ActiveFlow>> between(ActiveFlow flow, ValidationContext context) {
    Optional<TrustLevel> tier = skipped(flow, context);
    for (ActiveFlow on : tier.isEmpty() ? List.<ActiveFlow>of() : context.activeFlows()) {
      boolean leads =
          Permitted.holds(on.policy().destination(), flow.policy().destination())
              && Tiers.in(context).trust(on.element().getSource()).equals(tier)
              && flow.policy().services().stream()
                  .allMatch(
                      mine ->
                          on.policy().services().stream()
                              .map(PolicyService::match)
                              .anyMatch(theirs -> theirs.coversAll(mine.match())));
      Optional<ActiveFlow> first =
          leads
              ? context.activeFlows().stream()
                  .filter(
                      to ->
                          Permitted.holds(to.policy().source(), flow.policy().source())
                              && to.policy().destination().index() == on.policy().source().index())
                  .findFirst()
              : Optional.empty();
      if (first.isPresent()) {
        return Optional.of(List.of(flow, first.get(), on));
      }
    }
    return Optional.empty();
  }
}
