package org.firebreak.core.compare;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.policy.StrategyChoice;
import org.firebreak.model.Design;
import org.firebreak.model.Strategy;
import org.firebreak.model.StrategyKind;

/**
 * A strategy of a comparison.
 *
 * @param key group, micro or hybrid, or the model id of a variant
 * @param name what people call it
 * @param choice the strategy
 */
public record NamedStrategy(String key, String name, StrategyChoice choice) {
  /** Group, micro and hybrid by the criteria of the design, then the variants that it keeps. */
  public static List<NamedStrategy> all(Design design) {
    List<NamedStrategy> all = new ArrayList<>();
    for (StrategyKind kind :
        new StrategyKind[] {StrategyKind.GROUP, StrategyKind.MICRO, StrategyKind.HYBRID}) {
      all.add(of(kind));
    }
    design.getStrategyVariants().forEach(variant -> all.add(of(variant)));
    return all;
  }

  /** A kind by the criteria of the design. */
  public static NamedStrategy of(StrategyKind kind) {
    return new NamedStrategy(kind.getLiteral(), kind.getLiteral(), StrategyChoice.of(kind));
  }

  /** A variant of a design. */
  public static NamedStrategy of(Strategy variant) {
    String name =
        variant.getName() == null || variant.getName().isBlank() ? "(unnamed)" : variant.getName();
    return new NamedStrategy(variant.getId(), name, StrategyChoice.of(variant));
  }
}
