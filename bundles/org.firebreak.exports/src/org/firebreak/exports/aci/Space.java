package org.firebreak.exports.aci;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.RoutingDomain;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.Slugs;
import org.firebreak.model.EnforcementKind;

/**
 * The tenant and VRF of one routing domain.
 *
 * @param sets rule sets of its hosts
 * @param tenant name of the tenant
 * @param folder folder of its files
 */
record Space(RoutingDomain domain, List<RuleSet> sets, String tenant, String folder) {
  private static final int NAME = 40;

  /** The spaces of rule sets of hosts, in the order of their domains. */
  static List<Space> of(CompiledPolicy policy, List<RuleSet> ruleSets, AciSettings settings) {
    List<RoutingDomain> domains = policy.domains();
    String design = Slugs.plain(policy.design().name(), '-', NAME);
    String shared =
        settings.tenant().isEmpty() ? design.isEmpty() ? "firebreak" : design : settings.tenant();
    Map<String, String> names =
        new Slugs('-', NAME)
            .distinct(
                domains,
                each -> each.isShared() ? "" : each.tenant().id(),
                each -> each.isShared() ? shared : each.name(),
                each -> each.place().namesake());
    Map<RoutingDomain, List<RuleSet>> byDomain = new LinkedHashMap<>();
    for (RuleSet set : ruleSets) {
      if (set.kind() == EnforcementKind.HOST) {
        byDomain.computeIfAbsent(set.domain(), domain -> new ArrayList<>()).add(set);
      }
    }
    List<Space> spaces = new ArrayList<>();
    for (RoutingDomain domain : domains) {
      if (byDomain.containsKey(domain)) {
        String slug = names.get(domain.isShared() ? "" : domain.tenant().id());
        String tenant = domain.isShared() && !settings.tenant().isEmpty() ? shared : slug;
        String folder = domain.isShared() ? "shared" : "tenant-" + slug;
        spaces.add(new Space(domain, byDomain.get(domain), tenant, folder));
      }
    }
    return spaces;
  }
}
