package org.firebreak.ui.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.firebreak.core.sizing.Appliance;
import org.firebreak.core.sizing.ApplianceCatalogue;
import org.firebreak.core.sizing.ApplianceCheck;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.Rating;
import org.firebreak.core.sizing.Recommendation;
import org.firebreak.core.sizing.Unit;

/**
 * An entry of the catalogue against the demand of a firewall.
 *
 * @param check empty if it is no candidate for a central firewall
 * @param chosen whether the firewall is to be this one
 */
record CatalogueRow(Appliance appliance, Optional<ApplianceCheck> check, boolean chosen) {

  /** Candidates by their rank, then the rest in the order of the catalogue. */
  static List<CatalogueRow> of(ApplianceCatalogue catalogue, Optional<CentralSizing> firewall) {
    List<CatalogueRow> rows = new ArrayList<>();
    Optional<ApplianceCheck> chosen = firewall.flatMap(CentralSizing::chosen);
    chosen.ifPresent(check -> rows.add(new CatalogueRow(check.appliance(), chosen, true)));
    firewall.stream()
        .map(CentralSizing::recommendation)
        .flatMap(CatalogueRow::ranked)
        .filter(check -> chosen.stream().noneMatch(it -> it.appliance() == check.appliance()))
        .forEach(check -> rows.add(new CatalogueRow(check.appliance(), Optional.of(check), false)));
    List<Appliance> ranked = rows.stream().map(CatalogueRow::appliance).toList();
    catalogue.all().stream()
        .filter(each -> !ranked.contains(each))
        .forEach(each -> rows.add(new CatalogueRow(each, Optional.empty(), false)));
    return rows;
  }

  private static Stream<ApplianceCheck> ranked(Recommendation recommendation) {
    return Stream.of(
            recommendation.adequate(),
            recommendation.needsVendorTest(),
            recommendation.inadequate())
        .flatMap(List::stream);
  }

  String key() {
    return appliance.name();
  }

  String rated(Rating rating) {
    var value = appliance.rated(rating);
    return value.isPresent() ? rating.unit().format(value.getAsDouble()) : "–";
  }

  String load() {
    double load = check.map(ApplianceCheck::utilisation).orElse(Double.NaN);
    return Double.isNaN(load) ? "–" : Unit.SHARE.format(load);
  }

  String verdict() {
    return check
        .map(each -> Verdicts.words(each.verdict()))
        .orElse(isCandidate() ? "–" : "No candidate");
  }

  private boolean isCandidate() {
    return appliance.current() && appliance.role() == Appliance.Role.CENTRAL;
  }

  String icon() {
    return check.map(each -> Verdicts.icon(each.verdict())).orElse(null);
  }

  static String words(Enum<?> constant) {
    String words = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** Why it is adequate or not, in sentences. */
  String why() {
    return check
        .map(each -> String.join("\n", each.reasons()))
        .orElse(
            isCandidate()
                ? "Under this strategy no central firewall inspects anything."
                : appliance.current()
                    ? "In the role of "
                        + words(appliance.role()).toLowerCase(Locale.ROOT)
                        + " it cannot be a central firewall."
                    : "Installed base: not recommended any more.");
  }

  /** All figures with their provenance. */
  String facts() {
    StringBuilder text = new StringBuilder(appliance.name());
    text.append(appliance.own() ? " (own entry)\n" : "\n");
    for (Rating rating : Rating.values()) {
      if (appliance.rated(rating).isPresent()) {
        text.append(rating.label()).append(": ").append(rated(rating)).append('\n');
      }
    }
    text.append("Method: ").append(appliance.method().text()).append('\n');
    text.append("Source: ").append(appliance.source());
    text.append(", ").append(appliance.sourceDate()).append('\n');
    text.append("Confidence: ").append(words(appliance.confidence()));
    return appliance.note().isEmpty() ? text.toString() : text + "\n" + appliance.note();
  }
}
