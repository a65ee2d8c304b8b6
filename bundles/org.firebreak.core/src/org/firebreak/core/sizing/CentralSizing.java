package org.firebreak.core.sizing;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.core.sizing.units.Factor;
import org.firebreak.core.sizing.units.Years;

/**
 * Sizing of one central firewall.
 *
 * @param point the enforcement point
 * @param demand traffic that crosses it
 * @param size rules, address objects and zones
 * @param redundancy units and mode
 * @param chosen check of the appliance that the design names; empty if it names none that the
 *     catalogue knows
 * @param chosenModel name of the appliance in the design; empty for none
 * @param attachedBandwidth bandwidth of its links in the design per direction, bit/s; empty if the
 *     design states none
 * @param recommendation ranked catalogue
 * @param links each link bundle of the design with its load
 */
public record CentralSizing(
    ElementRef point,
    CentralDemand demand,
    PolicySize size,
    Redundancy redundancy,
    Optional<ApplianceCheck> chosen,
    String chosenModel,
    Optional<BitRate> attachedBandwidth,
    Recommendation recommendation,
    List<LinkLoad> links) {

  /** Copies the list. */
  public CentralSizing {
    links = List.copyOf(links);
  }

  /**
   * The dimension that decides: of the chosen appliance, else of the best one.
   *
   * @return comparison nearest to its ceiling; empty if nothing can be judged
   */
  public Optional<Measure> binding() {
    return chosen.or(recommendation::best).flatMap(ApplianceCheck::binding);
  }

  /**
   * The appliance that the figures speak of: the one the design names, else the tightest fit.
   *
   * @return check; empty if there is none
   */
  public Optional<ApplianceCheck> choice() {
    return chosen.or(recommendation::best);
  }

  /**
   * Demand and load by year, from today to the end of the horizon.
   *
   * @return one entry a year
   */
  public List<YearLoad> years() {
    int horizon = (int) Math.ceil(demand.parameters().get(SizingParameter.YEARS));
    return IntStream.rangeClosed(0, horizon).mapToObj(this::year).toList();
  }

  private YearLoad year(int year) {
    SizingParameters parameters = demand.parameters();
    double growth = parameters.growthMultiplier(new Years(year)).value();
    // The measures are of the end of the horizon.
    double back = growth / parameters.growthMultiplier().value();
    return new YearLoad(
        year,
        new Factor(growth),
        demand.need().times(new Factor(back)),
        demand.connectionNeed().times(new Factor(back)).valueOrUnknown(),
        demand.sessionNeed().times(new Factor(back)).valueOrUnknown(),
        demand.packetNeed().times(new Factor(back)).valueOrUnknown(),
        choice().map(check -> check.utilisation() * back).orElse(Double.NaN),
        choice().map(check -> check.pressureAfterGrowth(back)).orElse(Double.NaN));
  }

  /**
   * Flows worth an exemption from inspection, if both ends are fixed and they are encrypted end to
   * end: those that take much of the demand, and those of which one connection takes much of a core
   * of the appliance.
   *
   * @return what each saves, the most first
   */
  public List<Elephant> elephants() {
    double core =
        choice()
            .map(check -> check.appliance().rated(Rating.SINGLE_CONNECTION).orElse(Double.NaN))
            .orElse(Double.NaN);
    return Elephant.of(demand, new BitRate(core));
  }

  /**
   * Which input decides: every parameter, figure and large flow a step down and up, one at a time.
   * Reckoned anew at each call.
   *
   * @return those that change the choice first, then by how far they move the need; empty without
   *     demand
   */
  public List<Sensitivity> sensitivity() {
    return new SensitivityTable(this).rows();
  }

  /**
   * Whether the links of the design carry the demand.
   *
   * @return true or false; empty if the design states no link rates or there is no demand
   */
  public Optional<Boolean> linksSuffice() {
    return attachedBandwidth.isEmpty() || demand.crossingPeak().bitsPerSecond() <= 0
        ? Optional.empty()
        : Optional.of(
            attachedBandwidth.get().bitsPerSecond()
                >= demand.crossingLinks().perDirection().bitsPerSecond());
  }
}
