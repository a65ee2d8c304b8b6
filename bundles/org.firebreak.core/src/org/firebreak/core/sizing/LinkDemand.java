package org.firebreak.core.sizing;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Bandwidth of a one-arm link bundle (LAG): each bit enters once and leaves once, so each direction
 * carries the sum of both directions of the traffic.
 *
 * @param perDirection bandwidth needed in each direction, bit/s
 * @param options bundles of standard Ethernet rates that are enough, slowest rate first
 */
public record LinkDemand(double perDirection, List<Option> options) {

  /** Most links that a bundle is commonly made of. */
  private static final int MOST_MEMBERS = 8;

  private static final double[] RATES = {10e9, 25e9, 100e9, 400e9};

  /**
   * A bundle of equal links.
   *
   * @param members number of links, at least two so that one may fail
   * @param bitsPerSecond rate of each
   */
  public record Option(int members, double bitsPerSecond) {

    /**
     * The bundle as engineers write it.
     *
     * @return for instance {@code 2 × 100G}
     */
    public String text() {
      return members + " × " + Math.round(bitsPerSecond / 1e9) + "G";
    }
  }

  /** Copies the options. */
  public LinkDemand {
    options = List.copyOf(options);
  }

  /**
   * Link demand of a need.
   *
   * @param need traffic at the end of the horizon with bursts, both directions summed, bit/s
   * @param parameters parameters; the link utilisation ceiling counts
   * @return demand per direction with the bundles that carry it
   */
  public static LinkDemand of(double need, SizingParameters parameters) {
    double perDirection = need / parameters.get(SizingParameter.LINK_UTILISATION);
    List<Option> options =
        DoubleStream.of(RATES)
            .mapToObj(rate -> new Option(members(perDirection, rate), rate))
            .filter(option -> option.members() <= MOST_MEMBERS)
            .toList();
    return new LinkDemand(perDirection, options);
  }

  private static int members(double perDirection, double rate) {
    return (int) Math.max(2, Math.min(Integer.MAX_VALUE, Math.ceil(perDirection / rate)));
  }

  /**
   * The bundle with the fewest links, the slowest rate among those.
   *
   * @return option; a note to split the firewall if even eight of the fastest are too few
   */
  public String recommendation() {
    return options.stream()
        .min((a, b) -> Integer.compare(a.members(), b.members()))
        .map(Option::text)
        .orElse("more than one bundle");
  }
}
