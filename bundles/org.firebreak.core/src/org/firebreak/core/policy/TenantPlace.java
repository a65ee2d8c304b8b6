package org.firebreak.core.policy;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.firebreak.model.Tenant;

/**
 * What platforms have to know of a tenant beside the others of the whole design, so that its
 * partition is the same in a bundle that knows of this tenant alone.
 *
 * @param number position among the tenants, from 1; 0 for what they share
 * @param namesake whether another one is called alike: the same letters and digits, without regard
 *     to case and accents
 */
public record TenantPlace(int number, boolean namesake) {
  static final TenantPlace SHARED = new TenantPlace(0, false);

  static TenantPlace of(Tenant tenant, List<Tenant> all) {
    String name = plain(tenant);
    boolean namesake = all.stream().anyMatch(other -> other != tenant && plain(other).equals(name));
    return new TenantPlace(all.indexOf(tenant) + 1, namesake);
  }

  private static String plain(Tenant tenant) {
    return Normalizer.normalize(String.valueOf(tenant.getName()), Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]", "");
  }
}
