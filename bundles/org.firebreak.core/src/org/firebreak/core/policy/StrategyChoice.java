package org.firebreak.core.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EReference;
import org.firebreak.model.Design;
import org.firebreak.model.FirebreakPackage;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Strategy;
import org.firebreak.model.StrategyKind;

/**
 * A way to segment, whole or in part in place of the design's own, which stays as it is: group,
 * micro or hybrid; a variant that the design keeps; or one that nobody has saved.
 *
 * @param kind group, micro or hybrid; {@code null} for the design's own
 * @param criteria which servers hybrid microsegments; {@code null} for the design's own
 * @param variant the variant of the design that says so; {@code null} if none does
 */
public record StrategyChoice(StrategyKind kind, MicroCriteria criteria, ElementRef variant) {
  private static final EReference VARIANTS = FirebreakPackage.Literals.DESIGN__STRATEGY_VARIANTS;

  /** The design's own strategy. */
  public static final StrategyChoice AS_DESIGNED = new StrategyChoice(null, null);

  /** A strategy that no variant says. */
  public StrategyChoice(StrategyKind kind, MicroCriteria criteria) {
    this(kind, criteria, null);
  }

  /** A kind with the criteria of the design; {@code null} for the design's own strategy. */
  public static StrategyChoice of(StrategyKind kind) {
    return kind == null ? AS_DESIGNED : new StrategyChoice(kind, null);
  }

  /** All that a strategy or a variant of a design says. */
  public static StrategyChoice of(Strategy strategy) {
    boolean isVariant = strategy.eContainingFeature() == VARIANTS;
    return new StrategyChoice(
        strategy.getKind(), MicroCriteria.of(strategy), isVariant ? ElementRef.of(strategy) : null);
  }

  /** Hybrid segmentation by given criteria. */
  public static StrategyChoice hybrid(MicroCriteria criteria) {
    return new StrategyChoice(StrategyKind.HYBRID, Objects.requireNonNull(criteria));
  }

  /**
   * What people call it.
   *
   * @param name group, micro or hybrid in any case, or the name or id of a variant of the design
   * @return empty if the design has no such strategy; {@link #names} tells which there are
   */
  public static Optional<StrategyChoice> named(Design design, String name) {
    StrategyKind kind = StrategyKind.get(name.toLowerCase(Locale.ROOT));
    if (kind != null) {
      return Optional.of(of(kind));
    }
    return design.getStrategyVariants().stream()
        .filter(variant -> name.equals(variant.getName()) || name.equals(variant.getId()))
        .findFirst()
        .map(StrategyChoice::of);
  }

  /** Name for people: group, micro or hybrid, and the variant that says so. */
  public String label() {
    return variant == null ? kind.getLiteral() : variant.name() + " (" + kind.getLiteral() + ")";
  }

  /** What {@link #named} understands, for messages. */
  public static String names(Design design) {
    return Stream.concat(
            Arrays.stream(StrategyKind.values()).map(StrategyKind::getLiteral),
            design.getStrategyVariants().stream().map(NamedElement::getName))
        .collect(Collectors.joining(", "));
  }

  /** The choice with what it leaves to the design filled in. */
  public StrategyChoice resolve(Design design) {
    Strategy own = design.getStrategy();
    return new StrategyChoice(
        kind != null ? kind : own == null ? StrategyKind.GROUP : own.getKind(),
        criteria != null ? criteria : MicroCriteria.of(own),
        variant);
  }

  /** The choice in a part of the design, which has only some of the endpoints. */
  StrategyChoice within(Set<String> known) {
    if (criteria == null) {
      return this;
    }
    Set<String> kept =
        criteria.endpoints().stream().filter(known::contains).collect(Collectors.toSet());
    return new StrategyChoice(kind, criteria.withEndpoints(kept), variant);
  }
}
