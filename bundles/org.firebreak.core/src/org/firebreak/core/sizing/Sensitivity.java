package org.firebreak.core.sizing;

import java.util.Optional;
import org.firebreak.core.sizing.units.BitRate;

/**
 * How much one input matters: what the central firewall needs, and which appliance is chosen, if
 * that input alone is a step smaller or larger.
 *
 * @param key key of the parameter, or {@code flows.connections} and the like for a figure of all
 *     flows, or {@code flow.} with the id of one flow
 * @param label name for people
 * @param unit unit of the value
 * @param value value in use; NaN where all flows are meant
 * @param base need and choice as they are
 * @param lower need and choice with the smaller value
 * @param higher need and choice with the larger value
 */
public record Sensitivity(
    String key, String label, Unit unit, double value, Result base, Result lower, Result higher)
    implements SensitiveInput {

  /**
   * What comes of one value.
   *
   * @param value the value, limited to what the parameter may be; NaN where all flows are meant
   * @param rated datasheet throughput needed, bit/s
   * @param best tightest adequate appliance; empty if none is
   * @param chosen verdict on the appliance that the design names; empty if it names none
   */
  public record Result(
      double value,
      BitRate rated,
      Optional<Appliance> best,
      Optional<ApplianceCheck.Verdict> chosen) {

    private boolean differs(Result other) {
      return !best.equals(other.best) || !chosen.equals(other.chosen);
    }

    /**
     * The choice in words.
     *
     * @return appliance, and the verdict on the one that the design names
     */
    public String text() {
      String fit = best.map(Appliance::name).orElse("no adequate appliance");
      return chosen.map(verdict -> verdict.label() + "; tightest fit " + fit).orElse(fit);
    }
  }

  /**
   * Whether the step changes the choice, in either direction.
   *
   * @return true if another appliance fits tightest, or the verdict on the chosen one changes
   */
  @Override
  public boolean changesTheChoice() {
    return base.differs(lower) || base.differs(higher);
  }

  /**
   * How far the throughput needed moves.
   *
   * @return larger of both changes over the need, 0 for none
   */
  @Override
  public double swing() {
    return base.rated().bitsPerSecond() > 0
        ? Math.max(
                Math.abs(lower.rated().bitsPerSecond() - base.rated().bitsPerSecond()),
                Math.abs(higher.rated().bitsPerSecond() - base.rated().bitsPerSecond()))
            / base.rated().bitsPerSecond()
        : 0;
  }

  @Override
  public String lowerText() {
    return words(lower);
  }

  @Override
  public String higherText() {
    return words(higher);
  }

  private static String words(Result result) {
    return Unit.BITS_PER_SECOND.format(result.rated().bitsPerSecond()) + ", " + result.text();
  }
}
