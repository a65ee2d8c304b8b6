package org.firebreak.exports.nsx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.RoutingDomain;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.Slugs;
import org.firebreak.model.EnforcementKind;

/**
 * Where the objects of one routing domain live: the default space for what is shared, a project for
 * each tenant.
 *
 * @param folder folder of its files
 * @param root path of its objects, without the leading {@code /policy/api/v1}
 * @param tagScope scope of the tags of its VMs
 */
record Partition(
    RoutingDomain domain, List<RuleSet> sets, String folder, String root, String tagScope) {
  private static final int NAME = 40;

  /** The partitions of rule sets of hosts, in the order of their domains. */
  static List<Partition> of(List<RuleSet> ruleSets, List<RoutingDomain> domains, String tagScope) {
    List<RoutingDomain> tenants = domains.stream().filter(each -> !each.isShared()).toList();
    Map<String, String> slugs =
        new Slugs('-', NAME)
            .distinct(
                tenants,
                each -> each.tenant().id(),
                RoutingDomain::name,
                each -> each.place().namesake());
    Map<RoutingDomain, List<RuleSet>> byDomain = new LinkedHashMap<>();
    domains.forEach(domain -> byDomain.put(domain, new ArrayList<>()));
    for (RuleSet set : ruleSets) {
      if (set.kind() == EnforcementKind.HOST) {
        byDomain.get(set.domain()).add(set);
      }
    }
    List<Partition> partitions = new ArrayList<>();
    byDomain.forEach(
        (domain, sets) -> {
          if (!sets.isEmpty()) {
            partitions.add(of(domain, sets, slugs, tagScope));
          }
        });
    return partitions;
  }

  private static Partition of(
      RoutingDomain domain, List<RuleSet> sets, Map<String, String> slugs, String tagScope) {
    if (domain.isShared()) {
      return new Partition(domain, sets, "shared", "/infra", tagScope);
    }
    String slug = slugs.get(domain.tenant().id());
    // a group of the default space sees VMs of projects too, so their tags must differ
    return new Partition(
        domain,
        sets,
        "project-" + slug,
        "/orgs/default/projects/" + slug + "/infra",
        tagScope + ":" + slug);
  }

  String groupPath(String id) {
    return root + "/domains/default/groups/" + id;
  }

  String servicePath(String id) {
    return root + "/services/" + id;
  }
}
