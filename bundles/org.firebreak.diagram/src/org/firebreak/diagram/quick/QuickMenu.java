package org.firebreak.diagram.quick;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.firebreak.diagram.commands.NewBox;
import org.firebreak.diagram.naming.SuggestPanel;
import org.firebreak.diagram.naming.Suggestion;

/** What can be drawn, by a few letters. */
final class QuickMenu implements SuggestPanel.Subject {
  private record Offer(NewBox kind, String icon, String hint, List<String> words) {}

  private static final List<Offer> OFFERS =
      List.of(
          new Offer(NewBox.SERVER, "server", "A machine", List.of("host", "vm", "machine")),
          new Offer(NewBox.GROUP, "group", "Servers alike", List.of("tier", "cluster", "app")),
          new Offer(NewBox.ZONE, "zone", "Trust boundary", List.of("segment", "dmz", "trust")),
          new Offer(
              NewBox.EXTERNAL_NETWORK,
              "external-network",
              "Outside the design",
              List.of("internet", "cloud", "wan", "partner")),
          new Offer(NewBox.FIREWALL, "enforcement", "Enforcement point", List.of("fw", "gateway")),
          new Offer(NewBox.NOTE, "note", "Text", List.of("comment", "text")));

  private final List<Offer> offers;
  private final Consumer<NewBox> draw;

  /**
   * A menu.
   *
   * @param endsOnly whether only ends of flows are offered
   * @param draw is given the kind that was chosen
   */
  QuickMenu(boolean endsOnly, Consumer<NewBox> draw) {
    this.offers =
        OFFERS.stream()
            .filter(
                offer -> !endsOnly || offer.kind != NewBox.FIREWALL && offer.kind != NewBox.NOTE)
            .toList();
    this.draw = draw;
  }

  @Override
  public String prompt() {
    return "What to add";
  }

  @Override
  public List<Suggestion> rows(String text, int caret) {
    String typed = text.strip().toLowerCase(Locale.ROOT);
    return offers.stream()
        .filter(offer -> fits(offer, typed))
        .map(offer -> new Suggestion(offer.kind.noun(), offer.hint, offer.icon, offer.kind))
        .toList();
  }

  private static boolean fits(Offer offer, String typed) {
    String noun = offer.kind.noun().toLowerCase(Locale.ROOT);
    return Stream.concat(
            Stream.of(noun.split(" ")), Stream.concat(Stream.of(noun), offer.words.stream()))
        .anyMatch(word -> word.startsWith(typed));
  }

  @Override
  public String problem(String text) {
    return rows(text, text.length()).isEmpty() ? "Nothing of this name can be drawn" : null;
  }

  @Override
  public String advice(String text) {
    return "Enter adds it here, Esc closes";
  }

  @Override
  public boolean takesRows() {
    return true;
  }

  @Override
  public String taken(Suggestion row, String text, int caret) {
    draw.accept((NewBox) row.value());
    return null;
  }
}
