package org.firebreak.core.sizing;

import java.util.Optional;
import java.util.OptionalDouble;
import org.firebreak.core.policy.ElementRef;

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
 */
public record CentralSizing(
    ElementRef point,
    CentralDemand demand,
    PolicySize size,
    Redundancy redundancy,
    Optional<ApplianceCheck> chosen,
    String chosenModel,
    OptionalDouble attachedBandwidth,
    Recommendation recommendation) {

  /**
   * The dimension that decides: of the chosen appliance, else of the best one.
   *
   * @return comparison nearest to its ceiling; empty if nothing can be judged
   */
  public Optional<Measure> binding() {
    return chosen.or(recommendation::best).flatMap(ApplianceCheck::binding);
  }

  /**
   * Whether the links of the design carry the demand.
   *
   * @return true or false; empty if the design states no link rates or there is no demand
   */
  public Optional<Boolean> linksSuffice() {
    return attachedBandwidth.isEmpty() || demand.crossingPeak() <= 0
        ? Optional.empty()
        : Optional.of(attachedBandwidth.getAsDouble() >= demand.crossingLinks().perDirection());
  }
}
