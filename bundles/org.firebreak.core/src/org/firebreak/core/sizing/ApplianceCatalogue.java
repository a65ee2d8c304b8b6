package org.firebreak.core.sizing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The appliances that the product knows. Immutable. */
public final class ApplianceCatalogue {

  private static final class Holder {
    static final ApplianceCatalogue SHIPPED = new ApplianceCatalogue(ApplianceTable.shipped());
  }

  private final List<Appliance> appliances;

  private ApplianceCatalogue(List<Appliance> appliances) {
    this.appliances = List.copyOf(appliances);
  }

  /**
   * The catalogue that ships with the product.
   *
   * @return the same instance each time
   */
  public static ApplianceCatalogue shipped() {
    return Holder.SHIPPED;
  }

  /**
   * A catalogue of given entries, for instance those of one vendor.
   *
   * @param appliances entries
   * @return catalogue in that order
   */
  public static ApplianceCatalogue of(List<Appliance> appliances) {
    return new ApplianceCatalogue(appliances);
  }

  /**
   * Every entry.
   *
   * @return entries in the order of the table
   */
  public List<Appliance> all() {
    return appliances;
  }

  /**
   * Finds an appliance by the name a design gives it.
   *
   * @param name vendor and model, or the model alone, in any case
   * @return the entry; empty if there is none
   */
  public Optional<Appliance> find(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return appliances.stream()
        .filter(
            each ->
                each.name().toLowerCase(Locale.ROOT).equals(wanted)
                    || each.model().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }
}
