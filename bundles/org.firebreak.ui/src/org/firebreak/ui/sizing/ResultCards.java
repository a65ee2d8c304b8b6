package org.firebreak.ui.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.firebreak.core.sizing.ApplianceCheck;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.Figure;
import org.firebreak.core.sizing.HostSizing;
import org.firebreak.core.sizing.Measure;
import org.firebreak.core.sizing.SizingParameter;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.sizing.Unit;

/** The few figures that matter most, for the band above the tables. */
final class ResultCards {
  static final int COUNT = 5;

  /**
   * A figure.
   *
   * @param tip formula, or where it comes from
   */
  record Card(String caption, String value, String tip) {
    static final Card NONE = new Card("", "", "");
  }

  private ResultCards() {}

  static List<Card> of(SizingStudy study, Subject subject) {
    List<Card> cards =
        new ArrayList<>(
            switch (subject) {
              case Subject.Firewall firewall -> firewall(study.parameters(), firewall.sizing());
              case Subject.Hosts hosts -> hosts(hosts.sizing());
            });
    cards.add(
        new Card(
            "Guessed",
            Unit.SHARE.format(study.coverage().guessedShare()),
            "Share of the bits in the busiest hour whose estimate is a guess, or of which nobody"
                + " said how sure it is. "
                + study.coverage().text()
                + "."));
    return cards;
  }

  private static List<Card> firewall(SizingParameters parameters, CentralSizing sizing) {
    Optional<ApplianceCheck> check = sizing.choice();
    Optional<Measure> binding = sizing.binding();
    return List.of(
        new Card(
            "Datasheet throughput needed",
            text(sizing.demand().figures(), "central.rated"),
            formulas(sizing.demand().figures())),
        new Card(
            "Binding constraint",
            binding.map(measure -> measure.dimension().label()).orElse("unknown"),
            binding
                .map(Measure::text)
                .orElse("No figure of the appliance can be compared with a demand.")),
        new Card(
            "Load at the end",
            check.map(each -> Unit.SHARE.format(each.utilisation())).orElse("unknown"),
            "need / (rated · k) in "
                + Unit.YEARS.format(parameters.get(SizingParameter.YEARS))
                + "; the ceiling U is "
                + Unit.SHARE.format(parameters.get(SizingParameter.UTILISATION))
                + "."),
        new Card(
            "Outgrown",
            check.map(each -> Verdicts.outgrown(each, parameters)).orElse("unknown"),
            check.map(each -> Verdicts.outgrownTip(each, parameters)).orElse("")));
  }

  private static List<Card> hosts(HostSizing sizing) {
    List<Card> cards =
        new ArrayList<>(
            sizing.figures().stream()
                .limit(COUNT - 1L)
                .map(figure -> new Card(figure.label(), figure.text(), figure.explanation()))
                .toList());
    while (cards.size() < COUNT - 1) {
      cards.add(Card.NONE);
    }
    return cards;
  }

  private static String text(List<Figure> figures, String key) {
    return figures.stream()
        .filter(figure -> figure.key().equals(key))
        .map(Figure::text)
        .findFirst()
        .orElse("unknown");
  }

  private static String formulas(List<Figure> figures) {
    StringBuilder text = new StringBuilder();
    for (Figure figure : figures) {
      text.append(
          String.format(
              Locale.ROOT, "%s: %s. %s%n", figure.label(), figure.text(), figure.explanation()));
    }
    return text.toString();
  }
}
