package org.firebreak.exports.panos;

import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.RoutingDomain;
import org.firebreak.exports.Slugs;

/** Which partition of the platform a routing domain has. */
final class Places {
  private static final int MOST_VSYS = 255;

  private Places() {}

  /**
   * The place of a configuration.
   *
   * @param name what tells its device group from others; empty if there are no others
   */
  static Place of(
      PanOsSettings settings, CompiledPolicy policy, RoutingDomain domain, String name) {
    if (settings.onPanorama()) {
      String group = settings.deviceGroup();
      if (!name.isEmpty()) {
        // cut together, so that the hash at the end of a long name does not get lost
        String full = group + "-" + name;
        group =
            full.length() <= PanOsNames.DEVICE_GROUP
                ? full
                : full.substring(0, PanOsNames.DEVICE_GROUP - 9) + "-" + Slugs.shortHash(full);
      }
      return new Place(group, settings.template(), "vsys" + settings.vsys(), false);
    }
    int vsys = settings.vsys() + domain.place().number();
    if (vsys > MOST_VSYS) {
      throw new IllegalArgumentException(
          "there is no virtual system for " + domain.name() + ": the last one is vsys255");
    }
    return new Place(null, null, "vsys" + vsys, vsys != 1 || policy.domains().size() > 1);
  }
}
