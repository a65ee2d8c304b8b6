package org.firebreak.core.sizing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.sizing.Measure.Outcome;
import org.firebreak.core.sizing.units.Factor;
import org.firebreak.core.sizing.units.Years;

/**
 * One appliance against the demand of a central firewall, in every dimension.
 *
 * @param appliance the appliance
 * @param redundancy how many units back each other up
 * @param measures comparisons in the order of {@link Dimension}
 * @param verdict outcome over all dimensions
 * @param binding the dimension nearest to its ceiling, or furthest above it; empty if none can be
 *     judged
 * @param yearOutgrown year from now in which the throughput passes the utilisation ceiling;
 *     infinite for never, NaN if it cannot be judged
 * @param knownLoad load at the end of the horizon by the part of the traffic for which a figure is
 *     published, 1 for fully loaded: a lower bound of the utilisation
 * @param headline note on a layer-4 headline that misleads; empty for none
 */
public record ApplianceCheck(
    Appliance appliance,
    Redundancy redundancy,
    List<Measure> measures,
    Verdict verdict,
    Optional<Measure> binding,
    Years yearOutgrown,
    double knownLoad,
    String headline) {

  /** Outcome over all dimensions. */
  public enum Verdict {
    /** Every decisive dimension passes and none fails. */
    ADEQUATE("adequate"),
    /** Nothing fails, but a decisive figure is not published. */
    NEEDS_VENDOR_TEST("needs a vendor test"),
    /** Some dimension fails. */
    INADEQUATE("inadequate"),
    /** No traffic is stated, so that nothing can be said. */
    NO_DEMAND("no demand stated");

    private final String label;

    Verdict(String label) {
      this.label = label;
    }

    /**
     * Name for people.
     *
     * @return lower-case words
     */
    public String label() {
      return label;
    }
  }

  /** Copies the measures. */
  public ApplianceCheck {
    measures = List.copyOf(measures);
  }

  /**
   * Checks an appliance.
   *
   * @param appliance appliance
   * @param demand demand at the central firewall
   * @param size rules, objects and zones of the policy
   * @param redundancy units
   * @return the check
   */
  public static ApplianceCheck of(
      Appliance appliance, CentralDemand demand, PolicySize size, Redundancy redundancy) {
    MeasureBook book = new MeasureBook(appliance, demand, size, redundancy);
    List<Measure> measures = book.measures();
    return new ApplianceCheck(
        appliance,
        redundancy,
        measures,
        verdict(measures),
        measures.stream()
            .filter(measure -> !Double.isNaN(measure.pressure()))
            .filter(measure -> measure.verdict() != Outcome.NO_DEMAND)
            .max(Comparator.comparingDouble(Measure::pressure)),
        book.yearOutgrown(),
        book.knownLoad(),
        book.headline());
  }

  private static Verdict verdict(List<Measure> measures) {
    if (measures.stream().anyMatch(measure -> measure.verdict() == Outcome.FAIL)) {
      return Verdict.INADEQUATE;
    }
    if (measures.get(0).verdict() == Outcome.NO_DEMAND) {
      return Verdict.NO_DEMAND;
    }
    boolean open =
        measures.stream()
            .anyMatch(
                measure ->
                    measure.verdict() == Outcome.NEEDS_VENDOR_TEST
                        && measure.dimension().isDecisive());
    return open ? Verdict.NEEDS_VENDOR_TEST : Verdict.ADEQUATE;
  }

  /**
   * Comparison in one dimension.
   *
   * @param dimension which one
   * @return the comparison
   */
  public Measure measure(Dimension dimension) {
    return measures.stream()
        .filter(measure -> measure.dimension() == dimension)
        .findFirst()
        .orElseThrow();
  }

  /**
   * How near the appliance is to its ceiling after another growth than that of the horizon. Rules,
   * objects and zones do not grow with the traffic.
   *
   * @param factor growth over that of the horizon, less than 1 for earlier
   * @return largest load over ceiling; NaN if nothing can be judged
   */
  double pressureAfterGrowth(double factor) {
    return measures.stream()
        .filter(measure -> measure.verdict() != Outcome.NO_DEMAND)
        .mapToDouble(measure -> measure.pressure() * (measure.dimension().grows() ? factor : 1))
        .filter(pressure -> !Double.isNaN(pressure))
        .max()
        .orElse(Double.NaN);
  }

  /**
   * The dimension whose ceiling is passed first as the traffic grows, whichever that is; the
   * throughput alone is {@link #yearOutgrown}.
   *
   * @param parameters parameters with growth and horizon
   * @return dimension and year; empty if none is ever passed or can be judged
   */
  public Optional<Outgrown> firstOutgrown(SizingParameters parameters) {
    return measures.stream()
        .filter(measure -> measure.verdict() != Outcome.NO_DEMAND)
        .filter(measure -> !Double.isNaN(measure.pressure()))
        .map(measure -> new Outgrown(measure.dimension(), outgrown(measure, parameters)))
        .filter(outgrown -> outgrown.year().years() < Double.POSITIVE_INFINITY)
        .min(Comparator.comparingDouble((Outgrown each) -> each.year().years()));
  }

  private static Years outgrown(Measure measure, SizingParameters parameters) {
    if (measure.dimension().grows()) {
      Factor room = new Factor(parameters.growthMultiplier().value() / measure.pressure());
      return Formulas.yearOutgrown(room, parameters.growth());
    }
    return new Years(measure.pressure() > 1 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
  }

  /**
   * When a dimension is outgrown.
   *
   * @param dimension the dimension
   * @param year years from now; negative if it is today already
   */
  public record Outgrown(Dimension dimension, Years year) {}

  /**
   * Headroom in the dimension that binds: what is left below its ceiling.
   *
   * @return 0 at the ceiling, 1 without load, negative beyond; NaN if nothing can be judged
   */
  public double headroom() {
    return 1 - binding.map(Measure::pressure).orElse(Double.NaN);
  }

  /**
   * Decisive dimensions of which no figure is published.
   *
   * @return number of dimensions
   */
  public long openQuestions() {
    return measures.stream()
        .filter(measure -> measure.dimension().isDecisive())
        .filter(measure -> measure.verdict() == Outcome.NEEDS_VENDOR_TEST)
        .count();
  }

  /**
   * How far the appliance is beyond its ceiling in its worst dimension, as far as figures are
   * published.
   *
   * @return 1 at the ceiling, more beyond it
   */
  public double excess() {
    double known = knownLoad / measure(Dimension.THROUGHPUT).ceiling();
    return Math.max(known, binding.map(Measure::pressure).orElse(0.0));
  }

  /**
   * Load of the throughput at the end of the horizon.
   *
   * @return need over rated · derate; NaN if not published
   */
  public double utilisation() {
    return measure(Dimension.THROUGHPUT).utilisation();
  }

  /**
   * Why the appliance is adequate or not, in sentences.
   *
   * @return what fails, or what has to be tested, or what binds; then the caveats
   */
  public List<String> reasons() {
    return CheckReasons.of(this);
  }
}
