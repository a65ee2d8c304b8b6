package org.firebreak.core.sizing;

import java.util.List;
import java.util.Optional;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.core.sizing.units.Cores;

/**
 * How much one input matters to the hosts: what virtual firewalls and packet filters take of them,
 * and which platforms carry the busiest one, if that input alone is a step smaller or larger.
 *
 * @param key key of the parameter, or {@code flows.connections} and the like
 * @param label name for people
 * @param unit unit of the value
 * @param value value in use; NaN where all flows are meant
 * @param base as it is
 * @param lower with the smaller value
 * @param higher with the larger value
 */
public record HostSensitivity(
    String key, String label, Unit unit, double value, Result base, Result lower, Result higher)
    implements SensitiveInput {

  /**
   * What comes of one value.
   *
   * @param value the value, limited to what the parameter may be; NaN where all flows are meant
   * @param need load of the busiest host at the end of the horizon, bit/s
   * @param firewall the virtual firewall that takes the fewest processors for what asks for more
   *     than layer 4, with its instances; empty if nothing does, or no figure is published
   * @param reserved virtual processors of virtual firewalls on all hosts; NaN if not known
   * @param cores cores that packet filters take of all hosts; NaN if not known
   * @param hostsOver hosts that carry more than a platform for hosts is limited to, by their own
   *     servers, at the end of the horizon
   * @param platformsOver platforms whose limit the busiest host passes
   */
  public record Result(
      double value,
      BitRate need,
      Optional<HostSizing.VirtualFirewall> firewall,
      Cores reserved,
      Cores cores,
      int hostsOver,
      List<String> platformsOver) {
    /** Copies the list. */
    public Result {
      platformsOver = List.copyOf(platformsOver);
    }

    private boolean differs(Result other) {
      return !choice().equals(other.choice()) || !platformsOver.equals(other.platformsOver);
    }

    private String choice() {
      return firewall
          .map(each -> each.instances() + " × " + each.appliance().name() + " on each host")
          .orElse("packet filters alone");
    }

    /** Need and choice in words. */
    public String text() {
      return Unit.BITS_PER_SECOND.format(need.bitsPerSecond())
          + ", "
          + choice()
          + (firewall.isPresent() ? ", " + Unit.COUNT.format(reserved.count()) + " vCPU" : "")
          + (Double.isNaN(cores.count())
              ? ""
              : ", " + Unit.CORES.format(cores.count()) + " for filters")
          + (platformsOver.isEmpty()
              ? ""
              : "; over the limit of "
                  + String.join(", ", platformsOver)
                  + " ("
                  + hostsOver
                  + (hostsOver == 1 ? " host)" : " hosts)"));
    }
  }

  @Override
  public boolean changesTheChoice() {
    return base.differs(lower) || base.differs(higher);
  }

  /** Of what is taken of the hosts, or where that is not known of the load of the busiest one. */
  @Override
  public double swing() {
    double now = taken(base);
    if (!Double.isNaN(now) && !Double.isNaN(taken(lower)) && !Double.isNaN(taken(higher))) {
      return swing(now, taken(lower), taken(higher));
    }
    return swing(
        base.need().bitsPerSecond(), lower.need().bitsPerSecond(), higher.need().bitsPerSecond());
  }

  private static double taken(Result result) {
    return result.reserved().count() + result.cores().count();
  }

  private static double swing(double now, double less, double more) {
    return now > 0 ? Math.max(Math.abs(less - now), Math.abs(more - now)) / now : 0;
  }

  @Override
  public String lowerText() {
    return lower.text();
  }

  @Override
  public String higherText() {
    return higher.text();
  }
}
