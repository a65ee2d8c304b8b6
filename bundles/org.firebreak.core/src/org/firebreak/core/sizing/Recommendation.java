package org.firebreak.core.sizing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.sizing.ApplianceCheck.Verdict;

/**
 * Appliances of the catalogue against the demand of a central firewall. Parts, cloud services, host
 * platforms and the installed base are not considered. Without demand all lists are empty but for
 * appliances that the policy is too large for.
 *
 * @param adequate adequate ones, the tightest fit first: the smallest box that passes
 * @param needsVendorTest ones of which nothing fails but a decisive figure is not published, the
 *     fewest open questions first
 * @param inadequate ones that fail, the nearest miss first
 */
public record Recommendation(
    List<ApplianceCheck> adequate,
    List<ApplianceCheck> needsVendorTest,
    List<ApplianceCheck> inadequate) {

  /** Copies the lists. */
  public Recommendation {
    adequate = List.copyOf(adequate);
    needsVendorTest = List.copyOf(needsVendorTest);
    inadequate = List.copyOf(inadequate);
  }

  /**
   * Ranks the catalogue.
   *
   * @param catalogue catalogue
   * @param demand demand at the central firewall
   * @param size rules, objects and zones of the policy
   * @param redundancy units
   * @return the ranking; deterministic for equal input
   */
  public static Recommendation of(
      ApplianceCatalogue catalogue, CentralDemand demand, PolicySize size, Redundancy redundancy) {
    List<ApplianceCheck> checks =
        catalogue.all().stream()
            .filter(each -> each.role() == Appliance.Role.CENTRAL && each.current())
            .map(each -> ApplianceCheck.of(each, demand, size, redundancy))
            .toList();
    Comparator<ApplianceCheck> byName = Comparator.comparing(check -> check.appliance().name());
    Comparator<ApplianceCheck> byLoad =
        Comparator.comparingDouble(
            check -> Double.isNaN(check.utilisation()) ? -1 : check.utilisation());
    Comparator<ApplianceCheck> byPressure = Comparator.comparingDouble(ApplianceCheck::excess);
    Comparator<ApplianceCheck> byQuestions =
        Comparator.comparingLong(ApplianceCheck::openQuestions);
    Comparator<ApplianceCheck> byKnownLoad =
        Comparator.comparingDouble(ApplianceCheck::knownLoad).reversed();
    return new Recommendation(
        select(checks, Verdict.ADEQUATE, byLoad.reversed().thenComparing(byName)),
        select(
            checks,
            Verdict.NEEDS_VENDOR_TEST,
            byQuestions.thenComparing(byKnownLoad).thenComparing(byName)),
        select(checks, Verdict.INADEQUATE, byPressure.thenComparing(byName)));
  }

  private static List<ApplianceCheck> select(
      List<ApplianceCheck> checks, Verdict verdict, Comparator<ApplianceCheck> order) {
    return checks.stream().filter(check -> check.verdict() == verdict).sorted(order).toList();
  }

  /**
   * The first choice.
   *
   * @return tightest adequate appliance; empty if none is adequate
   */
  public Optional<ApplianceCheck> best() {
    return adequate.stream().findFirst();
  }

  /**
   * The smallest cluster of an appliance that carries the demand with one unit out.
   *
   * @param appliance appliance
   * @param demand demand at the central firewall
   * @param size rules, objects and zones of the policy
   * @param most largest cluster to try
   * @return check of the smallest adequate cluster; empty if none up to the limit is
   */
  public static Optional<ApplianceCheck> smallestCluster(
      Appliance appliance, CentralDemand demand, PolicySize size, int most) {
    for (int units = 2; units <= most; units++) {
      ApplianceCheck check =
          ApplianceCheck.of(
              appliance, demand, size, new Redundancy(Redundancy.Mode.CLUSTER, units));
      if (check.verdict() == Verdict.ADEQUATE) {
        return Optional.of(check);
      }
    }
    return Optional.empty();
  }
}
