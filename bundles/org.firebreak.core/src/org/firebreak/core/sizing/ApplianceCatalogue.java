package org.firebreak.core.sizing;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The appliances that the product knows, and those that a project adds. Immutable. */
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
   * This catalogue with the entries of a project, which go first; one that bears the name of an
   * entry of the product stands in its place.
   *
   * @param in table with the columns of {@link #csv}, of which only vendor, model and source are
   *     required
   * @param name name of the table in messages
   * @return catalogue with both
   * @throws InvalidTableException if the table cannot be used; the message names line and mend
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  public ApplianceCatalogue with(InputStream in, String name) {
    List<Appliance> own = ApplianceTable.own(in, name);
    Set<String> names = new HashSet<>();
    own.forEach(each -> names.add(each.name().toLowerCase(Locale.ROOT)));
    List<Appliance> all = new ArrayList<>(own);
    appliances.stream()
        .filter(each -> !names.contains(each.name().toLowerCase(Locale.ROOT)))
        .forEach(all::add);
    return new ApplianceCatalogue(all);
  }

  /**
   * Searches.
   *
   * @param query what is wanted
   * @return entries in the order of the catalogue
   */
  public List<Appliance> search(ApplianceQuery query) {
    return appliances.stream().filter(query).toList();
  }

  /**
   * Vendors of the entries.
   *
   * @return names in alphabetical order
   */
  public List<String> vendors() {
    return appliances.stream().map(Appliance::vendor).distinct().sorted().toList();
  }

  /**
   * Entries as a table that {@link #with} reads: fields separated by semicolons, header first,
   * plain numbers, empty for unknown.
   *
   * @param entries entries
   * @return text with LF after each line
   */
  public static String csv(Collection<Appliance> entries) {
    return ApplianceTable.write(entries);
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
