package org.firebreak.core.optimise;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.emf.common.util.ECollections;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Strategy;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.io.NewElements;

/** Puts a choice of groups into a design, as one step that can be undone. */
public final class StrategyEdit {
  private StrategyEdit() {}

  /**
   * Makes the design hybrid and microsegments the groups, and no other endpoint, besides servers at
   * risk.
   *
   * @throws IllegalArgumentException if the design has one of the groups no longer
   */
  public static void apply(ModelEdit edit, List<ElementRef> groups) {
    Design design = edit.design();
    List<Endpoint> chosen = find(design, groups);
    edit.run(
        "Microsegment Chosen Groups",
        () -> {
          if (design.getStrategy() == null) {
            design.setStrategy(NewElements.strategy(StrategyKind.HYBRID));
          }
          fill(design.getStrategy(), chosen);
        });
  }

  /**
   * Whether a variant may have a name: it is not blank, a line without control characters, and no
   * kind of strategy has it.
   */
  public static boolean isName(String name) {
    return !name.isBlank()
        && name.chars().noneMatch(Character::isISOControl)
        && StrategyKind.get(name.toLowerCase(Locale.ROOT)) == null;
  }

  /**
   * Saves the choice as a variant, in place of the variant of that name if there is one; risk and
   * exposure count as in the design.
   *
   * @throws IllegalArgumentException if {@link #isName} refuses the name, or the design has one of
   *     the groups no longer
   */
  public static void saveAs(ModelEdit edit, String name, List<ElementRef> groups) {
    if (!isName(name)) {
      throw new IllegalArgumentException("'" + name + "' cannot be the name of a strategy variant");
    }
    Design design = edit.design();
    List<Endpoint> chosen = find(design, groups);
    edit.run(
        "Save Strategy Variant",
        () -> {
          Strategy variant =
              design.getStrategyVariants().stream()
                  .filter(each -> name.equals(each.getName()))
                  .findFirst()
                  .orElse(null);
          if (variant == null) {
            variant = NewElements.strategy(StrategyKind.HYBRID);
            variant.setName(name);
            design.getStrategyVariants().add(variant);
          }
          Strategy own = design.getStrategy();
          if (own != null) {
            variant.setMicroRisk(own.getMicroRisk());
            variant.setMicroInternetFacing(own.isMicroInternetFacing());
          }
          fill(variant, chosen);
        });
  }

  private static void fill(Strategy strategy, List<Endpoint> chosen) {
    strategy.setKind(StrategyKind.HYBRID);
    ECollections.setEList(strategy.getMicroEndpoints(), chosen);
  }

  private static List<Endpoint> find(Design design, List<ElementRef> groups) {
    return groups.stream().map(ref -> (Endpoint) find(design, ref)).toList();
  }

  private static ServerGroup find(Design design, ElementRef ref) {
    ServerGroup group = findIn(design, ref.id());
    if (group == null) {
      throw new IllegalArgumentException("the design has no group " + ref.name());
    }
    return group;
  }

  private static ServerGroup findIn(Container container, String id) {
    for (ServerGroup group : container.getGroups()) {
      if (Objects.equals(group.getId(), id)) {
        return group;
      }
    }
    return container.getZones().stream()
        .map(zone -> findIn(zone, id))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
