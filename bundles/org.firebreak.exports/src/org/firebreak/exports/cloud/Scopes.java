package org.firebreak.exports.cloud;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.firebreak.core.policy.RoutingDomain;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.ExportRequest;
import org.firebreak.exports.Slugs;

/** The partitions of a platform: one for what tenants share, one for each tenant. */
public final class Scopes {
  private static final int NAME = 30;

  private Scopes() {}

  /** The rule sets of each partition, by its name: {@code shared} or that of the tenant. */
  public static Map<String, List<RuleSet>> of(ExportRequest request) {
    Map<RoutingDomain, List<RuleSet>> byDomain =
        request.ruleSets().stream()
            .collect(
                Collectors.groupingBy(RuleSet::domain, LinkedHashMap::new, Collectors.toList()));
    Map<String, String> names =
        new Slugs('-', NAME)
            .distinct(
                request.policy().domains(),
                Scopes::id,
                RoutingDomain::name,
                domain -> domain.place().namesake());
    Map<String, List<RuleSet>> scopes = new LinkedHashMap<>();
    byDomain.forEach((domain, sets) -> scopes.put(names.get(id(domain)), sets));
    return scopes;
  }

  private static String id(RoutingDomain domain) {
    return domain.isShared() ? "shared" : domain.tenant().id();
  }
}
