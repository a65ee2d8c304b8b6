package org.firebreak.core.validation.rules.platform;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.function.ToLongFunction;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.sizing.ApplianceCatalogue;
import org.firebreak.core.sizing.Rating;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.Words;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;

/** More rules than a chosen platform takes. */
public final class PlatformRuleCountRule implements ValidationRule {
  private static final int NAMED = 3;

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-804",
          RuleCategory.PLATFORM,
          "More rules than the platform takes",
          FindingSeverity.WARNING,
          "Every platform ends somewhere: an AWS security group at 60 entries in a direction, an"
              + " Azure network security group at 1,000 rules, an NSX interface at 4,000 supported"
              + " rules, a firewall at what its model holds. The rules of the compiled policy are"
              + " counted for each firewall and each host; AWS entries are counted with one group"
              + " for each server group, and a reference as one.",
          "A database of a shared platform is reached from 90 groups, and the platform is AWS. Let"
              + " the clients share a group, or raise the quota before the roll-out.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (PlatformUse use : PlatformUse.of(context)) {
      for (EnforcementPoint firewall : use.firewalls()) {
        firewall(context, use, firewall).ifPresent(findings::add);
      }
      if (!use.hosts().isEmpty()) {
        hosts(context, use).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Optional<Finding> firewall(
      ValidationContext context, PlatformUse use, EnforcementPoint firewall) {
    Optional<Double> ofModel = modelLimit(firewall);
    long limit =
        ofModel
            .map(Double::longValue)
            .or(
                () ->
                    use.limit(PlatformLimit.Quantity.RULES_PER_FIREWALL)
                        .map(each -> (long) each.value()))
            .orElse(Long.MAX_VALUE);
    // A firewall that serves several routing domains holds the rules of all.
    long most =
        context.policy().domains().size()
            * ((long) context.policy().flows().size()
                + context.policy().groups().size()
                + context.policy().tripwires().size()
                + 3);
    if (most <= limit) {
      return Optional.empty();
    }
    long rules =
        context.policy().ruleSets().stream()
            .filter(set -> set.kind() == EnforcementKind.CENTRAL)
            .filter(set -> set.enforcementPoint().id().equals(firewall.getId()))
            .mapToLong(set -> set.rules().size())
            .sum();
    return rules <= limit
        ? Optional.empty()
        : Optional.of(
            finding(
                "Firewall "
                    + context.ref(firewall).name()
                    + " needs "
                    + rules
                    + " rules; "
                    + ofModel
                        .map(known -> firewall.getModel().strip())
                        .orElse("the largest of " + use.platform().title())
                    + " takes "
                    + limit,
                "Draw flows between groups instead of servers, or divide the design among several"
                    + " firewalls",
                context.ref(firewall)));
  }

  private static Optional<Double> modelLimit(EnforcementPoint firewall) {
    return firewall.getModel() == null || firewall.getModel().isBlank()
        ? Optional.empty()
        : ApplianceCatalogue.shipped()
            .find(firewall.getModel())
            .map(appliance -> appliance.ratings().get(Rating.RULES));
  }

  private Optional<Finding> hosts(ValidationContext context, PlatformUse use) {
    Optional<PlatformLimit> entries = use.limit(PlatformLimit.Quantity.ENTRIES_PER_DIRECTION);
    if (entries.isPresent()) {
      HostLoad v4 = HostLoad.entries(context, use, false);
      HostLoad v6 = HostLoad.entries(context, use, true);
      return of(
          context,
          entries.get(),
          use.hosts(),
          server ->
              Math.max(
                  Math.max(v4.inbound(server), v4.outbound(server)),
                  Math.max(v6.inbound(server), v6.outbound(server))),
          " entries in one direction, more than the %d of a security group of ");
    }
    Optional<PlatformLimit> total = use.limit(PlatformLimit.Quantity.RULES_PER_HOST);
    Optional<PlatformLimit> directed = use.limit(PlatformLimit.Quantity.RULES_PER_DIRECTION);
    if (total.isEmpty() && directed.isEmpty()) {
      return Optional.empty();
    }
    PlatformLimit limit = total.or(() -> directed).get();
    HostLoad load = HostLoad.rules(context, use);
    int denials = 2 * (context.policy().tripwires().size() + 1);
    BitSet beyond = new BitSet();
    use.hosts().stream()
        .filter(server -> load.inbound(server) + load.outbound(server) + denials > limit.value())
        .forEach(beyond::set);
    if (beyond.isEmpty()) {
      return Optional.empty();
    }
    ToLongFunction<RuleSet> size =
        total.isPresent()
            ? set -> set.rules().size()
            : set ->
                Math.max(
                    set.rules(Rule.Direction.INBOUND).size(),
                    set.rules(Rule.Direction.OUTBOUND).size());
    long[] exact = exact(context, beyond, size);
    return of(
        context,
        limit,
        beyond,
        server -> exact[server],
        (total.isPresent() ? " rules" : " rules in one direction")
            + ", more than the %d of one interface or host of ");
  }

  private static long[] exact(
      ValidationContext context, BitSet servers, ToLongFunction<RuleSet> size) {
    long[] rules = new long[context.servers().size()];
    for (RuleSet set : context.policy().ruleSets()) {
      for (PolicyServer server : set.servers()) {
        if (servers.get(server.index())) {
          rules[server.index()] = size.applyAsLong(set);
        }
      }
    }
    return rules;
  }

  private Optional<Finding> of(
      ValidationContext context,
      PlatformLimit limit,
      BitSet servers,
      IntToLongFunction load,
      String what) {
    List<Integer> beyond =
        servers.stream()
            .filter(server -> load.applyAsLong(server) > limit.value())
            .boxed()
            .sorted(Comparator.comparingLong(server -> -load.applyAsLong(server)))
            .toList();
    if (beyond.isEmpty()) {
      return Optional.empty();
    }
    List<ElementRef> elements =
        beyond.stream().map(server -> context.policy().servers().get(server).ref()).toList();
    return Optional.of(
        new Finding(
            INFO.id(),
            limit.hard() ? INFO.severity() : FindingSeverity.INFO,
            elements,
            Words.list(elements, NAMED)
                + (beyond.size() == 1 ? " needs " : " need up to ")
                + load.applyAsLong(beyond.get(0))
                + what.formatted(limit.value())
                + limit.platform().title(),
            "Draw flows between groups instead of servers, and let groups share services"));
  }
}
