package org.firebreak.core.sizing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
 * @param clusters of those that are not adequate in the redundancy wanted: the smallest N+1 cluster
 *     of each that is, the fewest units first; whether the vendor supports it has to be checked
 */
public record Recommendation(
    List<ApplianceCheck> adequate,
    List<ApplianceCheck> needsVendorTest,
    List<ApplianceCheck> inadequate,
    List<ApplianceCheck> clusters) {

  private static final Comparator<ApplianceCheck> TIGHTEST =
      Comparator.comparingDouble(
              (ApplianceCheck check) ->
                  Double.isNaN(check.utilisation()) ? -1 : check.utilisation())
          .reversed()
          .thenComparing(check -> check.appliance().name());

  /** Copies the lists. */
  public Recommendation {
    adequate = List.copyOf(adequate);
    needsVendorTest = List.copyOf(needsVendorTest);
    inadequate = List.copyOf(inadequate);
    clusters = List.copyOf(clusters);
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
    List<ApplianceCheck> checks = checks(candidates(catalogue), demand, size, redundancy);
    Comparator<ApplianceCheck> byName = Comparator.comparing(check -> check.appliance().name());
    Comparator<ApplianceCheck> byPressure = Comparator.comparingDouble(ApplianceCheck::excess);
    Comparator<ApplianceCheck> byQuestions =
        Comparator.comparingLong(ApplianceCheck::openQuestions);
    Comparator<ApplianceCheck> byKnownLoad =
        Comparator.comparingDouble(ApplianceCheck::knownLoad).reversed();
    return new Recommendation(
        select(checks, Verdict.ADEQUATE, TIGHTEST),
        select(
            checks,
            Verdict.NEEDS_VENDOR_TEST,
            byQuestions.thenComparing(byKnownLoad).thenComparing(byName)),
        select(checks, Verdict.INADEQUATE, byPressure.thenComparing(byName)),
        clusters(checks, demand, size));
  }

  /** What a central pair may be made of. */
  private static List<Appliance> candidates(ApplianceCatalogue catalogue) {
    return catalogue.all().stream()
        .filter(each -> each.role() == Appliance.Role.CENTRAL && each.current())
        .toList();
  }

  private static List<ApplianceCheck> checks(
      List<Appliance> appliances, CentralDemand demand, PolicySize size, Redundancy redundancy) {
    return appliances.stream()
        .map(each -> ApplianceCheck.of(each, demand, size, redundancy))
        .toList();
  }

  private static List<ApplianceCheck> clusters(
      List<ApplianceCheck> checks, CentralDemand demand, PolicySize size) {
    int most = (int) demand.parameters().get(SizingParameter.CLUSTER_UNITS);
    return checks.stream()
        .filter(check -> check.verdict() == Verdict.INADEQUATE)
        .flatMap(check -> smallestCluster(check.appliance(), demand, size, most).stream())
        .sorted(
            Comparator.comparingInt((ApplianceCheck check) -> check.redundancy().units())
                .thenComparing(TIGHTEST))
        .toList();
  }

  /** The tightest adequate one of some appliances. */
  static Optional<ApplianceCheck> tightest(
      List<Appliance> appliances, CentralDemand demand, PolicySize size, Redundancy redundancy) {
    return checks(appliances, demand, size, redundancy).stream()
        .filter(check -> check.verdict() == Verdict.ADEQUATE)
        .min(TIGHTEST);
  }

  /** Every appliance that was judged. */
  List<Appliance> considered() {
    return Stream.of(adequate, needsVendorTest, inadequate)
        .flatMap(List::stream)
        .map(ApplianceCheck::appliance)
        .toList();
  }

  /**
   * Everything that carries the demand: pairs and clusters, the fewest units first, among those the
   * tightest fit; {@link ApplianceCheck#headroom} says how much room each leaves.
   *
   * @return adequate appliances with the number of units of each
   */
  public List<ApplianceCheck> ranked() {
    return Stream.concat(adequate.stream(), clusters.stream())
        .sorted(
            Comparator.comparingInt((ApplianceCheck check) -> check.redundancy().units())
                .thenComparing(TIGHTEST))
        .toList();
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
