package org.firebreak.core.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The profiles that ship with the product. */
public final class ShippedProfiles {
  private static final List<ShippedProfile> ALL =
      List.of(
          new ShippedProfile(
              ValidationProfile.BASELINE,
              "Baseline",
              "What a reviewer would flag in any data centre, with the severities of the rules.",
              Map.of()),
          StrictProfile.create(),
          PciDssProfile.create());

  private ShippedProfiles() {}

  /** All, the mildest first. */
  public static List<ShippedProfile> all() {
    return ALL;
  }

  /** Their names: {@code baseline}, {@code strict}, {@code pci-dss}. */
  public static List<String> names() {
    return ALL.stream().map(shipped -> shipped.profile().name()).toList();
  }

  /** The profile with a name, in any case. */
  public static Optional<ValidationProfile> byName(String name) {
    return find(name).map(ShippedProfile::profile);
  }

  /** The same with its reasons. */
  public static Optional<ShippedProfile> find(String name) {
    return ALL.stream()
        .filter(shipped -> shipped.profile().name().equalsIgnoreCase(name))
        .findFirst();
  }
}
