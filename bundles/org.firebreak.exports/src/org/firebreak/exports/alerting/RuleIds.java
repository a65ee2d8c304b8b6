package org.firebreak.exports.alerting;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.Slugs;

/** The compiled rules that come from model elements. */
public final class RuleIds {
  private final Map<String, Rule> byOrigin = new HashMap<>();

  public RuleIds(CompiledPolicy policy) {
    for (RuleSet set : policy.ruleSets()) {
      for (Rule rule : set.rules()) {
        for (ElementRef origin : rule.origins()) {
          byOrigin.putIfAbsent(origin.id(), rule);
        }
      }
    }
  }

  /** A rule that comes from the element; empty if no enforcement point has one. */
  public Optional<Rule> rule(ElementRef element) {
    return Optional.ofNullable(byOrigin.get(element.id()));
  }

  /**
   * The id of the rules that come from the element, without what tells the two directions apart;
   * where there is none, one made from the element's own id.
   */
  public String of(ElementRef element) {
    return rule(element)
        .map(rule -> rule.id().replaceFirst("(-src|-dst)?(-in|-out)?$", ""))
        .orElseGet(() -> "E-" + Slugs.shortHash(element.id()));
  }
}
