package org.firebreak.core.validation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * By what a design is judged: which rules, how severely, and with which limits.
 *
 * @param name name for people
 * @param limits limits in place of the {@link Threshold#standard() standard} ones
 * @param disabled identifiers of rules that are left out
 * @param severities severities in place of those that the rules give, by rule identifier
 * @param needs services that roles and operating systems always need
 * @param naming patterns that whole names must match, by kind: {@code zone}, {@code group}, {@code
 *     server}, {@code service}, {@code external-network}; a kind without one has no convention
 * @param platforms enforcement platforms for which the design is meant, as exporters name them;
 *     empty means those that its enforcement points name
 */
public record ValidationProfile(
    String name,
    Map<Threshold, Integer> limits,
    Set<String> disabled,
    Map<String, FindingSeverity> severities,
    List<RoleNeed> needs,
    Map<String, Pattern> naming,
    Set<String> platforms) {
  /** All rules with their standard limits. */
  public static final ValidationProfile BASELINE =
      new ValidationProfile(
          "baseline", Map.of(), Set.of(), Map.of(), RoleNeeds.BASELINE, Map.of(), Set.of());

  public ValidationProfile {
    limits.forEach(Threshold::check);
    Map<Threshold, Integer> copy = new EnumMap<>(Threshold.class);
    copy.putAll(limits);
    limits = copy;
    disabled = Set.copyOf(disabled);
    severities = Map.copyOf(severities);
    needs = List.copyOf(needs);
    naming = Map.copyOf(naming);
    platforms = Set.copyOf(platforms);
  }

  /** The limits that differ from the standard ones; a copy. */
  @Override
  public Map<Threshold, Integer> limits() {
    return Map.copyOf(limits);
  }

  /** The limit in force, in the unit of the threshold. */
  public int limit(Threshold threshold) {
    return limits.getOrDefault(threshold, threshold.standard());
  }

  /**
   * The same profile with one other limit.
   *
   * @throws IllegalArgumentException if the value is not possible
   */
  public ValidationProfile withLimit(Threshold threshold, int value) {
    Map<Threshold, Integer> other = new EnumMap<>(Threshold.class);
    other.putAll(limits);
    other.put(threshold, value);
    return new ValidationProfile(name, other, disabled, severities, needs, naming, platforms);
  }

  /** The same profile without these rules instead of those it leaves out now. */
  public ValidationProfile withDisabled(Set<String> rules) {
    return new ValidationProfile(name, limits, rules, severities, needs, naming, platforms);
  }

  /** The same profile with other severities instead of those it gives now. */
  public ValidationProfile withSeverities(Map<String, FindingSeverity> byRule) {
    return new ValidationProfile(name, limits, disabled, byRule, needs, naming, platforms);
  }

  public ValidationProfile withNeeds(List<RoleNeed> others) {
    return new ValidationProfile(name, limits, disabled, severities, others, naming, platforms);
  }

  public ValidationProfile withNaming(Map<String, Pattern> patterns) {
    return new ValidationProfile(name, limits, disabled, severities, needs, patterns, platforms);
  }

  public ValidationProfile withPlatforms(Set<String> names) {
    return new ValidationProfile(name, limits, disabled, severities, needs, naming, names);
  }
}
