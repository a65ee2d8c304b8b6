package org.firebreak.rulebase.aci;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.packets.Outcome;
import org.firebreak.rulebase.Unread;
import org.firebreak.rulebase.json.Unreadable;

/** The contracts of a tenant. */
final class Contracts {
  /** Rules between two groups with a filter, and without one. */
  private static final int PAIR = 7;

  private static final int PAIR_ANYTHING = 9;

  /** Denials that rank as rules between a group and any, or between any and any. */
  private static final int MEDIUM = 13;

  private static final int LOWEST = 17;

  private final Map<String, Mo> filters = new HashMap<>();
  private final Map<String, List<Permission>> contracts = new HashMap<>();
  private final List<Unread> unread;

  Contracts(Mo tenant, List<Unread> unread) {
    this.unread = unread;
    for (Mo filter : tenant.of("vzFilter")) {
      filters.put(filter.name(), filter);
      refuseForeign(filter, filter, Foreign.FILTER);
    }
    for (Mo contract : tenant.of("vzBrCP")) {
      List<Permission> permissions = new ArrayList<>();
      contracts.put(contract.name(), permissions);
      refuseForeign(contract, contract, Foreign.CONTRACT);
      for (Mo subject : contract.of("vzSubj")) {
        boolean back = !subject.get("revFltPorts").equals("no");
        refuseForeign(contract, subject, Foreign.SUBJECT);
        for (Mo filter : subject.of("vzRsSubjFiltAtt")) {
          add(contract, filter, false, back, permissions);
        }
        for (Mo term : subject.of("vzInTerm")) {
          refuseForeign(contract, term, Foreign.TERM);
          for (Mo filter : term.of("vzRsFiltAtt")) {
            add(contract, filter, false, false, permissions);
          }
        }
        for (Mo term : subject.of("vzOutTerm")) {
          refuseForeign(contract, term, Foreign.TERM);
          for (Mo filter : term.of("vzRsFiltAtt")) {
            add(contract, filter, true, false, permissions);
          }
        }
      }
    }
  }

  private void refuseForeign(Mo top, Mo object, Set<String> known) {
    for (Mo foreign : Foreign.of(object, known)) {
      unread.add(
          new Unread(
              top.file() + ":" + top.name() + "/" + foreign.type(),
              foreign.attributes().toString(),
              "what " + foreign.type() + " does is not known"));
    }
  }

  /** What a contract says; {@code null} if there is none of that name. */
  List<Permission> of(String contract) {
    return contracts.get(contract);
  }

  private void add(
      Mo contract, Mo relation, boolean reversed, boolean back, List<Permission> permissions) {
    Mo filter = filters.get(relation.get("tnVzFilterName"));
    String place = contract.file() + ":" + contract.name();
    if (filter == null) {
      unread.add(new Unread(place, relation.attributes().toString(), "the filter is in no file"));
      return;
    }
    for (Mo entry : filter.of("vzEntry")) {
      try {
        add(contract, relation, filter, entry, reversed, back, permissions);
      } catch (Unreadable e) {
        unread.add(
            new Unread(
                place + "/" + filter.name() + "/" + entry.name(),
                entry.attributes().toString(),
                e.getMessage()));
      }
    }
  }

  private static void add(
      Mo contract,
      Mo relation,
      Mo filter,
      Mo entry,
      boolean reversed,
      boolean back,
      List<Permission> permissions)
      throws Unreadable {
    FilterEntries.Match match = FilterEntries.of(entry);
    Outcome outcome = outcome(relation);
    String name = contract.name() + "/" + filter.name() + "/" + entry.name();
    boolean echo =
        entry.get("icmpv4T").equals("echo-rep") || entry.get("icmpv6T").equals("echo-rep");
    if (!reversed || !echo) {
      permissions.add(permission(name, contract, match, relation, outcome, reversed));
    }
    if (back && !match.replies()) {
      permissions.add(permission(name, contract, match, relation, outcome, true));
    }
  }

  private static Permission permission(
      String name,
      Mo contract,
      FilterEntries.Match match,
      Mo relation,
      Outcome outcome,
      boolean reversed)
      throws Unreadable {
    boolean anything = match.width() == FilterEntries.Width.EVERYTHING;
    int pair = anything ? PAIR_ANYTHING : PAIR;
    int priority =
        outcome.permits()
            ? pair
            : switch (relation.get("priorityOverride")) {
              case "", "default", "level3" -> pair;
              case "level2" -> MEDIUM;
              case "level1" -> LOWEST;
              default -> throw new Unreadable("the priority is not known");
            };
    return new Permission(
        name,
        contract.file() + ":" + contract.name(),
        match.services(),
        priority,
        match.width(),
        outcome,
        reversed);
  }

  private static Outcome outcome(Mo relation) throws Unreadable {
    boolean permits =
        switch (relation.get("action")) {
          case "", "permit" -> true;
          case "deny" -> false;
          default -> throw new Unreadable("the action is neither permit nor deny");
        };
    boolean logs = false;
    for (String directive : relation.get("directives").split(",")) {
      switch (directive.strip()) {
        case "", "none", "no_stats" -> {}
        case "log" -> logs = true;
        default -> throw new Unreadable("the directive " + directive.strip() + " is not known");
      }
    }
    return new Outcome(permits, logs, false);
  }
}
