package org.firebreak.core.validation.rules.missing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyGroup;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RoleNeed;
import org.firebreak.core.validation.RoleNeeds;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.GroupRoles;
import org.firebreak.core.validation.facts.GroupServices;
import org.firebreak.core.validation.facts.Role;
import org.firebreak.core.validation.facts.ServiceKinds;
import org.firebreak.core.validation.facts.Words;

/** Databases that no flow backs up. */
public final class DatabaseBackupRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-016",
          RuleCategory.COMPLETENESS,
          "Database without a backup flow",
          FindingSeverity.WARNING,
          "What a database holds cannot be installed again. A group is a database by its role, or"
              + " because it offers a database service; caches and connection pools are none. Its"
              + " backup is a flow of a backup service in either direction, or any flow from or to"
              + " servers whose role is backup; that one member is backed up is enough. Backups on"
              + " another way (storage snapshots, images by the hypervisor) need no flow: then"
              + " accept the finding. If no database of the design has a backup flow, they are"
              + " reported once and as information. The services are those of the profile's need"
              + " 'backup'; without it the rule is silent.",
          "Group orders-db offers tcp/5432 to app, and nothing leads to or from bkp. Draw bkp →"
              + " orders-db with the agent's port, as for the other databases.");

  private static final Set<String> NO_STORE =
      Set.of(
          "redis",
          "redis-tls",
          "redis-sentinel",
          "memcached",
          "mssql-browser",
          "pgbouncer",
          "elasticsearch",
          "solr");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** Whether this rule, and not the general one, judges the need of a group. */
  static boolean concerns(ValidationContext context, RoleNeed need, PolicyGroup group) {
    return need.id().equals(RoleNeeds.BACKUP.id()) && isDatabase(context, group);
  }

  private static boolean isDatabase(ValidationContext context, PolicyGroup group) {
    GroupRoles roles = context.shared(GroupRoles.class, GroupRoles::of);
    if (group.size() == 0 || roles.is(group, Role.CACHE)) {
      return false;
    }
    return roles.is(group, Role.DATABASE)
        || context.shared(GroupServices.class, GroupServices::of).of(group).stream()
            .anyMatch(service -> isStore(context, service));
  }

  private static boolean isStore(ValidationContext context, PolicyService service) {
    return service.match().ports().size() <= 16
        && context.shared(ServiceKinds.class, ServiceKinds::of).category(service).equals("database")
        && ServiceKinds.wellKnown(service.match()).stream()
            .limit(1)
            .noneMatch(known -> NO_STORE.contains(known.name()));
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    NeedState backup = backup(context);
    if (backup == null) {
      return List.of();
    }
    List<PolicyGroup> databases =
        context.policy().groups().stream().filter(group -> isDatabase(context, group)).toList();
    List<ElementRef> lacking =
        databases.stream()
            .filter(group -> !backup.isMet(group) && !backup.provides(group))
            .map(PolicyGroup::ref)
            .toList();
    if (lacking.isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    if (lacking.size() == databases.size()) {
      findings.add(
          new Finding(
              INFO.id(),
              FindingSeverity.INFO,
              lacking,
              (lacking.size() == 1 ? "Database " : "None of the databases ")
                  + Words.list(lacking, 4)
                  + " has "
                  + (lacking.size() == 1 ? "no" : "a")
                  + " backup flow",
              "Draw the flow between the database and the backup server; nothing, if the storage"
                  + " or the hypervisor makes the backups"));
    } else {
      for (ElementRef database : lacking) {
        findings.add(
            finding(
                "Database " + database.name() + " has no backup flow, though others have",
                "Draw the flow between it and the backup server",
                database));
      }
    }
    return findings;
  }

  private static NeedState backup(ValidationContext context) {
    return NeedTable.of(context).states().stream()
        .filter(state -> state.need.id().equals(RoleNeeds.BACKUP.id()))
        .findFirst()
        .orElse(null);
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    NeedState backup = backup(context);
    if (backup == null) {
      return List.of();
    }
    List<PolicyGroup> groups =
        context.policy().groups().stream()
            .filter(group -> finding.elements().contains(group.ref()))
            .toList();
    if (groups.stream().anyMatch(group -> backup.pattern(group) == null)) {
      return List.of();
    }
    List<FlowPlan> plans = new ArrayList<>();
    for (PolicyGroup group : groups) {
      plans.addAll(NeedFixes.plans(group, List.of(backup), context.policy().evaluationDate()));
    }
    return List.of(
        new Fix(
            "Propose the backup flow between "
                + Words.list(finding.elements(), 2)
                + " and "
                + backup.pattern(groups.get(0)).provider().ref().name(),
            false,
            elements -> FlowPlan.drawAll(plans, elements)));
  }
}
