package org.firebreak.rulebase.panos;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.rulebase.PlacedFilter;

/** Finds configurations that repeat one of another form. */
final class Twins {
  private final Map<String, List<PlacedFilter>> known = new HashMap<>();

  /** Whether a file with the same name, but for its extension, says the same. */
  boolean isRepeated(String path, List<PlacedFilter> filters) {
    String stem = path.replaceFirst("[.][A-Za-z]+$", "");
    List<PlacedFilter> other = known.putIfAbsent(stem, filters);
    return other != null && isSame(other, filters);
  }

  private static boolean isSame(List<PlacedFilter> left, List<PlacedFilter> right) {
    boolean same = left.size() == right.size();
    for (int i = 0; same && i < left.size(); i++) {
      PlacedFilter one = left.get(i);
      PlacedFilter other = right.get(i);
      same =
          one.direction() == other.direction()
              && one.hosts().equals(other.hosts())
              && String.valueOf(one.ruleSet()).equals(String.valueOf(other.ruleSet()))
              && isSameRule(one.filter().last(), other.filter().last())
              && one.filter().rules().size() == other.filter().rules().size();
      for (int r = 0; same && r < one.filter().rules().size(); r++) {
        same = isSameRule(one.filter().rules().get(r), other.filter().rules().get(r));
      }
    }
    return same;
  }

  private static boolean isSameRule(FilterRule one, FilterRule other) {
    return one.name().equals(other.name())
        && one.outcome().equals(other.outcome())
        && one.services().equals(other.services())
        && one.source().equals(other.source())
        && one.destination().equals(other.destination());
  }
}
