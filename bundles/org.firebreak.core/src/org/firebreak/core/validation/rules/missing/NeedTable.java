package org.firebreak.core.validation.rules.missing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.policy.PolicyGroup;
import org.firebreak.core.validation.RoleNeed;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.GroupRoles;
import org.firebreak.model.TrustLevel;
import org.firebreak.model.Zone;

/** How the groups of a design stand to the needs of the profile. */
final class NeedTable {
  private final ValidationContext context;
  private final GroupRoles roles;
  private final List<NeedState> states = new ArrayList<>();
  private final Map<String, Boolean> systems = new HashMap<>();

  private NeedTable(ValidationContext context) {
    this.context = context;
    this.roles = context.shared(GroupRoles.class, GroupRoles::of);
    for (RoleNeed need : context.profile().needs()) {
      states.add(new NeedState(need, context));
    }
  }

  static NeedTable of(ValidationContext context) {
    return context.shared(NeedTable.class, NeedTable::new);
  }

  /** In the order of the profile. */
  List<NeedState> states() {
    return states;
  }

  /** The groups that have a need, without those that provide it. */
  List<PolicyGroup> applicable(NeedState state) {
    List<PolicyGroup> groups = new ArrayList<>();
    for (PolicyGroup group : context.policy().groups()) {
      if (group.size() > 0
          && !state.provides(group)
          && (state.need.roles().isEmpty() || roles.isOneOf(group, state.need.roles()))
          && (state.need.operatingSystems().isEmpty() || runs(group, state.need))
          && !isOutside(group)) {
        groups.add(group);
      }
    }
    return groups;
  }

  private boolean runs(PolicyGroup group, RoleNeed need) {
    for (int i = group.from(); i < group.to(); i++) {
      String system = context.servers().get(i).getOperatingSystem();
      if (system != null && isOneOf(system, need)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOneOf(String system, RoleNeed need) {
    return systems.computeIfAbsent(
        need.id() + " " + system,
        key ->
            need.operatingSystems().stream().anyMatch(system.toLowerCase(Locale.ROOT)::contains));
  }

  /** Whether the group lies in an external zone: its machines are drawn, but run by others. */
  private boolean isOutside(PolicyGroup group) {
    for (EObject at = context.servers().get(group.from()); at != null; at = at.eContainer()) {
      if (at instanceof Zone zone && zone.getTrust() == TrustLevel.EXTERNAL) {
        return true;
      }
    }
    return false;
  }
}
