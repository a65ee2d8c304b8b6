package org.firebreak.core.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.firebreak.core.sizing.Measure.Outcome;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.core.sizing.units.Years;

/** Compares one appliance with the demand, dimension by dimension. */
final class MeasureBook {

  private final Appliance appliance;
  private final CentralDemand demand;
  private final SizingParameters parameters;
  private final PolicySize size;
  private final Redundancy redundancy;
  private final ThroughputMix mix;
  private final double ceiling;

  MeasureBook(Appliance appliance, CentralDemand demand, PolicySize size, Redundancy redundancy) {
    this.appliance = appliance;
    this.demand = demand;
    this.parameters = demand.parameters();
    this.size = size;
    this.redundancy = redundancy;
    mix = new ThroughputMix(appliance, demand.bins());
    ceiling = parameters.get(SizingParameter.UTILISATION);
  }

  List<Measure> measures() {
    List<Measure> measures = new ArrayList<>();
    measures.add(throughput());
    measures.add(
        Measure.compare(
            Dimension.CONNECTIONS,
            demand.connectionNeed().valueOrUnknown().perSecond(),
            rated(Rating.CONNECTIONS),
            parameters.get(SizingParameter.CONNECTION_DERATE),
            ceiling,
            ""));
    measures.add(
        Measure.compare(
            Dimension.SESSIONS,
            demand.sessionNeed().valueOrUnknown().sessions(),
            rated(Rating.SESSIONS),
            1,
            ceiling,
            ""));
    measures.add(packets());
    measures.add(
        Measure.compare(
            Dimension.LINKS,
            demand.crossingNeed().bitsPerSecond(),
            rated(Rating.LINK_BUNDLE),
            1,
            parameters.get(SizingParameter.LINK_UTILISATION),
            "per direction"));
    measures.add(licence());
    measures.add(singleConnection());
    measures.add(count(Dimension.RULES, size.rules(), Rating.RULES));
    measures.add(count(Dimension.ADDRESS_OBJECTS, size.addressObjects(), Rating.ADDRESS_OBJECTS));
    measures.add(count(Dimension.ZONES, size.zones(), Rating.ZONES));
    return measures;
  }

  private double rated(Rating rating) {
    OptionalDouble rated = appliance.rated(rating);
    return rated.isPresent()
        ? rated.getAsDouble() * redundancy.survivingUnits(rating, parameters).value()
        : Double.NaN;
  }

  private double derate() {
    return parameters.get(SizingParameter.DERATE);
  }

  private double units() {
    return redundancy.survivingUnits(Rating.THREAT, parameters).value();
  }

  private Measure throughput() {
    boolean open = !mix.missing().isEmpty();
    double need = Double.NaN;
    if (demand.throughput().isKnown()) {
      need =
          open
              ? demand.need().bitsPerSecond()
              : mix.worst().inspected().bitsPerSecond() * demand.burstAndGrowth().value();
    }
    String note = String.join("; ", mix.substituted());
    Measure measure =
        Measure.compare(
            Dimension.THROUGHPUT,
            need,
            open ? Double.NaN : mix.capacity().bitsPerSecond() * units(),
            derate(),
            ceiling,
            note);
    if (!open) {
      return measure;
    }
    String missing = String.join(" and ", mix.missing()) + " not published";
    return knownLoad() > ceiling
        ? measure.withVerdict(Outcome.FAIL, missing + ", and the rest alone is too much")
        : measure.withVerdict(measure.verdict(), missing);
  }

  double knownLoad() {
    return mix.load() * demand.burstAndGrowth().value() / (derate() * units());
  }

  private Measure packets() {
    Measure measure =
        Measure.compare(
            Dimension.PACKETS,
            demand.packetNeed().valueOrUnknown().perSecond(),
            rated(Rating.PACKETS),
            1,
            ceiling,
            "");
    boolean inspected = demand.deepestInspection().compareTo(InspectionLevel.LAYER_4) > 0;
    return measure.verdict() == Outcome.PASS && inspected
        ? measure.withVerdict(
            Outcome.NEEDS_VENDOR_TEST, "published for the firewall without inspection alone")
        : measure;
  }

  private Measure licence() {
    boolean limited = appliance.rated(Rating.LICENCE_LIMIT).isPresent();
    return Measure.compare(
        Dimension.LICENCE,
        limited ? demand.need().bitsPerSecond() : Double.NaN,
        rated(Rating.LICENCE_LIMIT),
        1,
        1,
        limited ? "the licence caps the rate" : "");
  }

  private Measure singleConnection() {
    double fastest =
        demand
            .fastestConnection()
            .map(each -> each.fastestConnection().get().bitsPerSecond())
            .orElse(Double.NaN);
    return Measure.compare(
        Dimension.SINGLE_CONNECTION,
        fastest,
        rated(Rating.SINGLE_CONNECTION),
        1,
        1,
        demand
            .fastestConnection()
            .map(
                each ->
                    (each.largestConnection().isPresent() ? "fastest of " : "mean rate in ")
                        + each.name()
                        + " today; one core carries one connection")
            .orElse(""));
  }

  private Measure count(Dimension dimension, int need, Rating rating) {
    return Measure.compare(dimension, need, rated(rating), 1, 1, "");
  }

  Years yearOutgrown() {
    if (!mix.missing().isEmpty() || !demand.throughput().isKnown()) {
      return new Years(Double.NaN);
    }
    return Formulas.yearOutgrown(
        new BitRate(ceiling * derate() * units() * mix.capacity().bitsPerSecond()),
        new BitRate(
            mix.worst().inspected().bitsPerSecond() * parameters.get(SizingParameter.BURST)),
        parameters.growth());
  }

  /** A layer-4 figure far above the need on a box that is too small for the inspection wanted. */
  String headline() {
    OptionalDouble layer4 = appliance.rated(Rating.LAYER_4);
    double need = demand.need().bitsPerSecond();
    if (layer4.isEmpty()
        || demand.deepestInspection().compareTo(InspectionLevel.LAYER_4) <= 0
        || layer4.getAsDouble() < need
        || throughput().verdict() != Outcome.FAIL
        || mix.load() == 0
        || !mix.missing().isEmpty()) {
      return "";
    }
    return "the headline of "
        + Unit.BITS_PER_SECOND.format(layer4.getAsDouble())
        + " is "
        + Unit.COUNT.format(layer4.getAsDouble() / need)
        + " times the need, but stands for layer 4; for the inspection wanted it is "
        + Unit.BITS_PER_SECOND.format(mix.capacity().bitsPerSecond());
  }
}
