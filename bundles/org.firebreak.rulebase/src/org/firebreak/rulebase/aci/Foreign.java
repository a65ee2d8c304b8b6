package org.firebreak.rulebase.aci;

import java.util.List;
import java.util.Set;

/** Objects that change what contracts permit, and are not read. */
final class Foreign {
  /** What a group may have that changes what its contracts permit. */
  private static final String GROUP_POLICY =
      "fvRsProtBy|fvRsSecInherited|fvRsConsIf|vz(Prov|Cons)(Subj|Ctrct)?Lbl";

  /** Relations of groups that are read. */
  static final Set<String> GROUP = Set.of("fvRsProv", "fvRsCons", "fvRsIntraEpg");

  /** What contracts, their subjects and filters consist of. */
  static final Set<String> CONTRACT = Set.of("vzSubj");

  static final Set<String> SUBJECT =
      Set.of("vzRsSubjFiltAtt", "vzInTerm", "vzOutTerm", "vzRsSubjGraphAtt");

  static final Set<String> TERM =
      Set.of("vzRsFiltAtt", "vzRsInTermGraphAtt", "vzRsOutTermGraphAtt");

  static final Set<String> FILTER = Set.of("vzEntry");

  private Foreign() {}

  /**
   * Policy below an object that is not read. What the fabric itself keeps there, for instance the
   * other ends of relations, says nothing new.
   *
   * @param known classes that are read
   */
  static List<Mo> of(Mo object, Set<String> known) {
    return object.children().values().stream()
        .filter(child -> !known.contains(child.type()))
        .filter(
            child -> child.type().matches(GROUP_POLICY) || child.type().matches("vz(?!Rt|RFlt).*"))
        .toList();
  }
}
