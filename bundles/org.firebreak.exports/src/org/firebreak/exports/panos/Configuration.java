package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.RolloutNotice;
import org.firebreak.model.Inspection;

/** The configuration of one central firewall, objects before what refers to them. */
final class Configuration {
  private static final String OWN_PROFILES = "firebreak-threat";

  private final CompiledPolicy policy;
  private final RuleSet ruleSet;
  private final PanOsSettings settings;
  private final PanOsLimitations limitations;
  private final ZoneMap zones;
  private final AddressObjects addresses;
  private final ServiceObjects services;
  private final LogForwarding logs;

  Configuration(
      CompiledPolicy policy,
      RuleSet ruleSet,
      PanOsSettings settings,
      PanOsLimitations limitations) {
    this.policy = policy;
    this.ruleSet = ruleSet;
    this.settings = settings;
    this.limitations = limitations;
    this.zones = new ZoneMap(policy, settings.zones());
    this.addresses = new AddressObjects(policy, ruleSet);
    this.services = new ServiceObjects(ruleSet);
    this.logs = new LogForwarding(ruleSet, settings);
  }

  void write(Commands commands, ExportFile file) throws IOException {
    limitations.zones(zones);
    limitations.sctp(services);
    RulePlanner planner = new RulePlanner(services, settings, limitations);
    List<PanOsRule> rules = new ArrayList<>();
    for (Rule rule : ruleSet.rules()) {
      rules.addAll(planner.plan(rule));
      limitations.mail(rule, settings);
      limitations.inspection(rule);
    }
    limitations.capacity(rules.size(), addresses.objects());
    String phase = RolloutNotice.of(policy, ruleSet).map(notice -> ". " + notice).orElse("");
    commands.set("tag " + settings.tag() + " comments \"Written by Firebreak" + phase + '"');
    commands.undoneBy("tag " + settings.tag());
    zones.write(commands);
    addresses.write(commands, settings.tag());
    services.writeObjects(commands, settings.tag());
    services.writeGroups(commands, settings.tag());
    writeProfiles(commands);
    logs.write(commands);
    for (PanOsRule rule : rules) {
      write(commands, rule);
      file.provenance(rule.rule(), rule.name());
    }
    writeDefaults(commands);
  }

  private void writeProfiles(Commands commands) throws IOException {
    if (settings.profileGroup().isEmpty() && ruleSet.rules().stream().anyMatch(this::isInspected)) {
      commands.set(
          "profile-group " + OWN_PROFILES + " virus default spyware default vulnerability default");
      commands.undoneBy("profile-group " + OWN_PROFILES);
    }
  }

  private boolean isInspected(Rule rule) {
    return rule.action() == Rule.Action.PERMIT
        && (rule.inspection() == Inspection.THREAT_PREVENTION
            || rule.inspection() == Inspection.THREAT_PREVENTION_TLS);
  }

  private void write(Commands commands, PanOsRule planned) throws IOException {
    Rule rule = planned.rule();
    String path = "rulebase security rules " + planned.name();
    commands.set(
        path
            + " from "
            + zones.of(rule.source())
            + " to "
            + zones.of(rule.destination())
            + " source "
            + addresses.reference(rule.source())
            + " destination "
            + addresses.reference(rule.destination())
            + " application "
            + list(planned.applications())
            + " service "
            + list(planned.services())
            + " action "
            + settings.action(rule));
    StringBuilder more = new StringBuilder(path);
    more.append(" log-end ").append(rule.log() ? "yes" : "no");
    if (rule.log() && !logs.profile(rule).isEmpty()) {
      more.append(" log-setting ").append(logs.profile(rule));
    }
    if (isInspected(rule)) {
      more.append(" profile-setting group ")
          .append(settings.profileGroup().isEmpty() ? OWN_PROFILES : settings.profileGroup());
    }
    commands.set(more.append(" tag ").append(settings.tag()).toString());
    commands.set(path + " description " + PanOsNames.description(describe(rule)));
    commands.undoneBy(path);
  }

  private static String list(List<String> members) {
    return members.size() == 1 ? members.get(0) : "[ " + String.join(" ", members) + " ]";
  }

  private static String describe(Rule rule) {
    String what =
        switch (rule.kind()) {
          case ENFORCED_AT_HOSTS -> "Enforced at the hosts";
          case INTRA_GROUP -> "Members of a group among themselves";
          case FLOW -> "Permitted by the design";
          case TRIPWIRE -> "Tripwire, severity " + rule.alert().severity().getLiteral();
          case DEFAULT_DENY -> "Everything else";
          case MONITORED ->
              "Monitored, not denied" + (rule.origins().isEmpty() ? ": everything else" : "");
          case QUARANTINE -> "Quarantine";
        };
    return rule.origins().isEmpty()
        ? what
        : what
            + ": "
            + rule.origins().stream()
                .map(origin -> origin.name() + " (" + origin.id() + ")")
                .collect(Collectors.joining(", "));
  }

  /** What no rule matches; factory settings permit it within a zone and log none of it. */
  private void writeDefaults(Commands commands) throws IOException {
    Rule last = ruleSet.rules().get(ruleSet.rules().size() - 1);
    String log = logs.profile(last).isEmpty() ? "" : " log-setting " + logs.profile(last);
    for (String name : List.of("intrazone-default", "interzone-default")) {
      String path = "rulebase default-security-rules rules " + name;
      commands.set(path + " action " + settings.action(last) + " log-end yes" + log);
      commands.undoneBy(path);
    }
  }
}
