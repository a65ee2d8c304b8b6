package org.firebreak.core.sizing;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A search in the catalogue: all of it must hold.
 *
 * @param words words that must all occur in vendor, model, note, source or interfaces, in any case;
 *     empty for any
 * @param vendors vendors of which it must be one, in any case; empty for any
 * @param forms forms of which it must be one; empty for any
 * @param roles roles of which it must be one; empty for any
 * @param currentOnly whether the installed base is left out
 */
public record ApplianceQuery(
    String words,
    Set<String> vendors,
    Set<Appliance.Form> forms,
    Set<Appliance.Role> roles,
    boolean currentOnly)
    implements Predicate<Appliance> {

  /** Everything. */
  public static final ApplianceQuery ALL =
      new ApplianceQuery("", Set.of(), Set.of(), Set.of(), false);

  /** Copies the sets. */
  public ApplianceQuery {
    vendors = Set.copyOf(vendors);
    forms = Set.copyOf(forms);
    roles = Set.copyOf(roles);
  }

  @Override
  public boolean test(Appliance appliance) {
    return (!currentOnly || appliance.current())
        && (forms.isEmpty() || forms.contains(appliance.form()))
        && (roles.isEmpty() || roles.contains(appliance.role()))
        && (vendors.isEmpty()
            || vendors.stream().anyMatch(each -> each.equalsIgnoreCase(appliance.vendor())))
        && hasWords(appliance);
  }

  private boolean hasWords(Appliance appliance) {
    String text =
        String.join(
                "\n",
                appliance.vendor() + " " + appliance.model(),
                appliance.note(),
                appliance.source(),
                appliance.interfaces())
            .toLowerCase(Locale.ROOT);
    for (String word : words.toLowerCase(Locale.ROOT).split("\\s+")) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
