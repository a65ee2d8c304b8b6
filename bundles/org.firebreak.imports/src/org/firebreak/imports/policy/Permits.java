package org.firebreak.imports.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.progress.Progress;
import org.firebreak.rulebase.Unread;
import org.firebreak.rulebase.chains.Box;

/**
 * What a filter permits in the end. The first match decides, so that a rule after a denial permits
 * only what the denial leaves.
 */
final class Permits {
  /** Parts of one rule; a rule of more is taken apart by denials beyond what people can review. */
  private static final int MOST_PARTS = 2_000;

  private final List<Permit> permits = new ArrayList<>();
  private final Map<List<String>, List<Permit>> byRule = new LinkedHashMap<>();
  private final List<Box> denied = new ArrayList<>();
  private final List<FilterRule> denying = new ArrayList<>();
  private final Set<FilterRule> exceptions = new LinkedHashSet<>();
  private final Consumer<Unread> unread;

  private Permits(Consumer<Unread> unread) {
    this.unread = unread;
  }

  /**
   * What a filter permits, rule by rule.
   *
   * @param denials gets the denials of what a later rule would permit
   */
  static List<Permit> of(
      PacketFilter filter,
      Consumer<FilterRule> denials,
      Consumer<Unread> unread,
      Progress progress) {
    Permits permits = new Permits(unread);
    for (FilterRule rule : filter.rules()) {
      progress.check();
      permits.add(rule);
    }
    if (!Unfiltered.is(filter)) {
      permits.add(filter.last());
    }
    permits.join();
    permits.exceptions.forEach(denials);
    return permits.permits;
  }

  private void add(FilterRule rule) {
    Box box = new Box(rule.source(), rule.destination(), rule.services());
    if (box.isEmpty()) {
      return;
    }
    if (!rule.outcome().permits()) {
      denied.add(box);
      denying.add(rule);
      return;
    }
    for (int i = 0; i < denied.size(); i++) {
      if (!denied.get(i).intersect(box).isEmpty()) {
        exceptions.add(denying.get(i));
      }
    }
    List<Box> left = Boxes.minus(box, denied);
    if (left.size() > MOST_PARTS) {
      unread.accept(
          new Unread(
              rule.place(),
              rule.name(),
              "denials before it leave "
                  + left.size()
                  + " parts of it, more than "
                  + MOST_PARTS
                  + "; draw the flow by hand"));
      return;
    }
    List<Permit> same =
        byRule.computeIfAbsent(List.of(rule.name(), rule.place()), key -> new ArrayList<>());
    left.forEach(each -> same.add(new Permit(rule, each)));
  }

  /** Readers may cut a rule in many; what one line permits is put together again. */
  private void join() {
    for (List<Permit> same : byRule.values()) {
      if (!same.isEmpty()) {
        FilterRule rule = same.get(0).rule();
        Boxes.joined(same.stream().map(Permit::box).toList())
            .forEach(box -> permits.add(new Permit(rule, box)));
      }
    }
  }
}
