package org.firebreak.core.sizing;

import java.util.List;
import java.util.stream.DoubleStream;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.core.sizing.units.Share;

/**
 * Bandwidth that a central firewall needs of its attachment and of the leaf pair it stands behind.
 * One-arm: each bit enters once and leaves once over the same bundle, so each direction carries the
 * sum of both directions of the traffic. Two-arm: each of two bundles carries the requests one way
 * and the replies the other.
 *
 * @param perDirection bandwidth of a one-arm bundle (LAG) in each direction, bit/s
 * @param options bundles of standard Ethernet rates that are enough for it, slowest rate first
 * @param perArm bandwidth of each of two bundles in its busier direction, bit/s; at least half of
 *     perDirection
 * @param armOptions bundles that are enough for each arm
 * @param leafUplinks what the detour adds to the uplinks of the services leaf in each direction,
 *     bit/s: everything comes up and goes down once more
 */
public record LinkDemand(
    BitRate perDirection,
    List<Option> options,
    BitRate perArm,
    List<Option> armOptions,
    BitRate leafUplinks) {

  /** Rates of Ethernet that firewalls and leaf switches have today (IEEE 802.3). */
  private static final double[] RATES = {10e9, 25e9, 100e9, 400e9};

  /**
   * A bundle of equal links.
   *
   * @param members number of links, at least two so that one may fail
   * @param rate rate of each
   */
  public record Option(int members, BitRate rate) {

    /**
     * The bundle as engineers write it.
     *
     * @return for instance {@code 2 × 100G}
     */
    public String text() {
      return members + " × " + Math.round(rate.giga()) + "G";
    }
  }

  /** Copies the options. */
  public LinkDemand {
    options = List.copyOf(options);
    armOptions = List.copyOf(armOptions);
  }

  /**
   * Link demand of a need.
   *
   * @param need traffic at the end of the horizon with bursts, both directions summed, bit/s
   * @param parameters parameters; the link utilisation ceiling counts
   * @return demand per direction with the bundles that carry it
   */
  public static LinkDemand of(BitRate need, SizingParameters parameters) {
    Share ceiling = parameters.share(SizingParameter.LINK_UTILISATION);
    double oneArm = Formulas.oneArm(need, ceiling).bitsPerSecond();
    double twoArm =
        Formulas.twoArm(need, parameters.share(SizingParameter.LARGER_DIRECTION), ceiling)
            .bitsPerSecond();
    return new LinkDemand(
        new BitRate(oneArm),
        bundles(oneArm, parameters),
        new BitRate(twoArm),
        bundles(twoArm, parameters),
        new BitRate(oneArm));
  }

  private static List<Option> bundles(double perDirection, SizingParameters parameters) {
    double most = parameters.get(SizingParameter.LINK_MEMBERS);
    return DoubleStream.of(RATES)
        .mapToObj(rate -> new Option(members(perDirection, rate), new BitRate(rate)))
        .filter(option -> option.members() <= most)
        .toList();
  }

  private static int members(double perDirection, double rate) {
    return (int) Math.max(2, Math.min(Integer.MAX_VALUE, Math.ceil(perDirection / rate)));
  }

  /**
   * The bundle with the fewest links, the slowest rate among those.
   *
   * @return option; a note if even the largest bundle of the fastest is too small
   */
  public String recommendation() {
    return options.stream()
        .min((a, b) -> Integer.compare(a.members(), b.members()))
        .map(Option::text)
        .orElse("more than one bundle");
  }
}
