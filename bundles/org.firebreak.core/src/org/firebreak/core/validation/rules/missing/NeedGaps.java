package org.firebreak.core.validation.rules.missing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyGroup;
import org.firebreak.core.validation.ValidationContext;

/**
 * What the design lacks of the needs of the profile, put together so that nobody is told the same
 * thing many times.
 *
 * @param unmet needs for which nobody has a flow
 * @param rare needs for which so few have a flow that the design hardly speaks of them
 * @param gaps needs for which some have a flow and others have none
 */
record NeedGaps(List<NeedState> unmet, List<NeedState> rare, List<Gap> gaps) {
  /** In a smaller design, or one of a single application, needs of all are usually left out. */
  private static final int LARGE = 4;

  /** If fewer than one group of so many has a flow, the design hardly speaks of the need. */
  private static final int RARE = 4;

  /** So many groups are named one by one if most others have the flow. */
  private static final int EXCEPTIONS = 3;

  /**
   * Groups that lack flows to the same provider.
   *
   * @param provider whom others use; {@code null} if the flows do not show it
   * @param lacking the groups, in order
   * @param others how many have a flow
   */
  record Gap(ElementRef provider, List<PolicyGroup> lacking, int others, List<NeedState> needs) {}

  private record Key(ElementRef provider, List<PolicyGroup> lacking, int others) {}

  static NeedGaps of(ValidationContext context) {
    return context.shared(NeedGaps.class, NeedGaps::find);
  }

  private static NeedGaps find(ValidationContext context) {
    NeedTable table = NeedTable.of(context);
    List<NeedState> unmet = new ArrayList<>();
    List<NeedState> rare = new ArrayList<>();
    Map<Key, List<NeedState>> gaps = new LinkedHashMap<>();
    for (NeedState state : table.states()) {
      List<PolicyGroup> groups =
          table.applicable(state).stream()
              .filter(group -> !DatabaseBackupRule.concerns(context, state.need, group))
              .toList();
      List<PolicyGroup> lacking = groups.stream().filter(group -> !state.isMet(group)).toList();
      int others = groups.size() - lacking.size();
      if (lacking.isEmpty()) {
        continue;
      }
      if (RARE * others < groups.size()) {
        // HTTPS may fetch updates or anything; who has none of it is told nothing by who has some.
        if (groups.size() >= LARGE && (others == 0 || state.isTold())) {
          (others == 0 ? unmet : rare).add(state);
        }
      } else if (lacking.size() <= EXCEPTIONS && 2 * lacking.size() <= others) {
        for (PolicyGroup group : lacking) {
          add(gaps, state, List.of(group), others);
        }
      } else if (groups.size() >= LARGE) {
        byProvider(state, lacking).forEach(alike -> add(gaps, state, alike, others));
      }
    }
    return new NeedGaps(
        unmet,
        rare,
        gaps.entrySet().stream()
            .map(
                gap ->
                    new Gap(
                        gap.getKey().provider(),
                        gap.getKey().lacking(),
                        gap.getKey().others(),
                        gap.getValue()))
            .toList());
  }

  private static void add(
      Map<Key, List<NeedState>> gaps, NeedState state, List<PolicyGroup> lacking, int others) {
    ElementRef provider = provider(state, lacking.get(0));
    if (provider != null || state.isTold()) {
      gaps.computeIfAbsent(new Key(provider, lacking, others), key -> new ArrayList<>()).add(state);
    }
  }

  /** Tenants may have providers of their own. */
  private static Collection<List<PolicyGroup>> byProvider(
      NeedState state, List<PolicyGroup> lacking) {
    Map<Optional<ElementRef>, List<PolicyGroup>> groups = new LinkedHashMap<>();
    for (PolicyGroup group : lacking) {
      groups
          .computeIfAbsent(
              Optional.ofNullable(provider(state, group)), provider -> new ArrayList<>())
          .add(group);
    }
    return groups.values();
  }

  private static ElementRef provider(NeedState state, PolicyGroup group) {
    NeedState.Pattern pattern = state.pattern(group);
    return pattern == null ? null : pattern.provider().ref();
  }
}
