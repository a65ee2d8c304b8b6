package org.firebreak.core.sizing;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** By which figure virtual firewalls are bounded from below. */
enum HostBound {
  THROUGHPUT,
  CONNECTIONS,
  SESSIONS,
  HOSTS;

  /** Adds what virtual firewalls take at least for each part. */
  void add(
      double[] least,
      List<HostPart> parts,
      HostSum all,
      List<Rating> ratings,
      SizingParameters parameters,
      ApplianceCatalogue catalogue) {
    if (ratings.isEmpty()) {
      return;
    }
    if (this == HOSTS) {
      hosts(least, parts, all, cheapest(ratings, catalogue, each -> 1));
      return;
    }
    double ceiling = parameters.get(SizingParameter.UTILISATION);
    double growth =
        parameters.growthMultiplier().value()
            * Math.min(
                parameters.get(SizingParameter.IMBALANCE),
                Math.max(1, parts.get(0).machines().size()));
    int bin = all.busiestDeepBin();
    for (int i = 0; i < least.length; i++) {
      HostPart part = parts.get(i);
      least[i] +=
          growth
              * switch (this) {
                case THROUGHPUT ->
                    part.deepBits()[bin]
                        * parameters.get(SizingParameter.BURST)
                        * parameters.share(SizingParameter.OFFLOAD).rest().value()
                        * forThroughput(ratings, catalogue)
                        / (ceiling * parameters.get(SizingParameter.DERATE));
                case CONNECTIONS ->
                    part.deepConnections()
                        * parameters.get(SizingParameter.CONNECTION_BURST)
                        * cheapest(ratings, catalogue, each -> rated(each, Rating.CONNECTIONS))
                        / (ceiling * parameters.get(SizingParameter.CONNECTION_DERATE));
                case SESSIONS ->
                    part.deepSessions()
                        * cheapest(ratings, catalogue, each -> rated(each, Rating.SESSIONS))
                        / ceiling;
                case HOSTS -> 0;
              };
    }
  }

  /** What is not published limits nothing. */
  private static double rated(Appliance appliance, Rating rating) {
    OptionalDouble rated = appliance.rated(rating);
    return rated.isPresent() ? rated.getAsDouble() : Double.POSITIVE_INFINITY;
  }

  private static double forThroughput(List<Rating> ratings, ApplianceCatalogue catalogue) {
    double least = Double.POSITIVE_INFINITY;
    for (Rating rating : ratings) {
      least = Math.min(least, cheapest(List.of(rating), catalogue, each -> rated(each, rating)));
    }
    return least;
  }

  /** Fewest processors for a unit of a figure. */
  private static double cheapest(
      List<Rating> ratings, ApplianceCatalogue catalogue, ToDoubleFunction<Appliance> figure) {
    return ratings.stream()
        .flatMap(rating -> HostSizing.candidates(catalogue, rating).stream())
        .mapToDouble(each -> each.vcpus().getAsInt() / figure.applyAsDouble(each))
        .min()
        .orElse(0);
  }

  /** One on each host once anything is inspected; parts on a new host answer for it together. */
  private static void hosts(double[] least, List<HostPart> parts, HostSum all, double one) {
    int[] sharers = new int[all.machines().length()];
    for (HostPart part : parts.subList(1, parts.size())) {
      part.machines().keySet().forEach(machine -> sharers[machine]++);
    }
    boolean always = isDeep(parts.get(0));
    least[0] += always ? one * parts.get(0).machines().size() : 0;
    for (int i = 1; i < least.length; i++) {
      if (always || isDeep(parts.get(i))) {
        for (int machine : parts.get(i).machines().keySet()) {
          boolean own = !always || !parts.get(0).machines().containsKey(machine);
          least[i] += own ? one / sharers[machine] : 0;
        }
      }
    }
  }

  private static boolean isDeep(HostPart part) {
    return part.deepest().compareTo(InspectionLevel.LAYER_4) > 0;
  }
}
