package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.RolloutNotice;
import org.firebreak.exports.RuleDescriptions;

/** The configuration of one rule set, objects before what refers to them. */
final class Configuration {
  /** Where profiles named {@code default} come with PAN-OS. */
  private static final List<String> PREDEFINED = List.of("virus", "spyware", "vulnerability");

  private final RuleSet ruleSet;
  private final PanOsSettings settings;
  private final RuleEnds ends;
  private final ServiceObjects services;
  private final IcmpApplications icmp;
  private final RuleDescriptions descriptions;
  private final List<PanOsRule> rules = new ArrayList<>();
  private final LogForwarding logs;
  private final String mark;
  private final String phase;
  private Rule unmatched;

  /**
   * @param prefix begins names that must be told from those of other rule sets
   * @param mark what the tag of the rule set says of it
   */
  Configuration(
      CompiledPolicy policy,
      RuleSet ruleSet,
      PanOsSettings settings,
      RuleEnds ends,
      ServiceObjects services,
      IcmpApplications icmp,
      RuleDescriptions descriptions,
      PanOsLimitations limitations,
      String prefix,
      String mark) {
    this.ruleSet = ruleSet;
    this.settings = settings;
    this.ends = ends;
    this.services = services;
    this.icmp = icmp;
    this.descriptions = descriptions;
    this.mark = mark;
    this.unmatched = ruleSet.rules().get(ruleSet.rules().size() - 1);
    this.phase = RolloutNotice.of(policy, ruleSet).map(notice -> "; " + notice).orElse("");
    RulePlanner planner = new RulePlanner(prefix, services, icmp, settings, limitations);
    for (Rule rule : ruleSet.rules()) {
      rules.addAll(planner.plan(rule));
      limitations.mail(rule, settings);
      limitations.inspection(rule);
    }
    logs = new LogForwarding(rules, settings, prefix);
  }

  /** The security rules, in order. */
  List<PanOsRule> rules() {
    return rules;
  }

  /** What no rule matches is treated as this rule says; without a call as the last one says. */
  void unmatchedAs(Rule rule) {
    unmatched = rule;
  }

  void write(Entries entries, Place place) throws IOException {
    if (place.templateFirst()) {
      ends.writeZones(entries);
      logs.writeMail(entries);
    }
    writeTags(entries);
    if (!place.templateFirst()) {
      ends.writeZones(entries);
    }
    ends.writeAddresses(entries, ruleSet.rules());
    services.writeObjects(entries, ruleSet.rules(), settings.tag());
    services.writeGroups(entries, rules, settings.tag());
    icmp.write(entries, rules);
    writeProfiles(entries);
    if (!place.templateFirst()) {
      logs.writeMail(entries);
    }
    logs.writeProfiles(entries);
    for (PanOsRule rule : rules) {
      write(entries, rule);
    }
    writeDefaults(entries);
  }

  private String setTag() {
    return DynamicGroups.setTag(settings.tag(), ruleSet);
  }

  private String alertTag() {
    return settings.tag() + "-alert";
  }

  private void writeTags(Entries entries) throws IOException {
    entries.entry(
        Section.TAG,
        settings.tag(),
        List.of(Node.value("comments", PanOsNames.description("Written by Firebreak"))));
    entries.entry(
        Section.TAG,
        setTag(),
        List.of(Node.value("comments", PanOsNames.description(mark + phase))));
    if (rules.stream().anyMatch(rule -> rule.rule().alert() != null)) {
      entries.entry(
          Section.TAG,
          alertTag(),
          List.of(Node.value("comments", "Firebreak alert: each log entry is one")));
    }
    ends.writeZoneTags(entries);
  }

  private void writeProfiles(Entries entries) throws IOException {
    Set<String> used = new LinkedHashSet<>();
    ruleSet.rules().forEach(rule -> used.add(settings.profiles(rule)));
    for (String group : used) {
      if (PanOsSettings.isOwn(group)) {
        List<Node> profiles = new ArrayList<>();
        PREDEFINED.forEach(kind -> profiles.add(Node.members(kind, "default")));
        entries.entry(Section.PROFILE_GROUP, group, profiles);
      }
    }
  }

  private void write(Entries entries, PanOsRule planned) throws IOException {
    Rule rule = planned.rule();
    List<Node> parts = new ArrayList<>();
    parts.add(Node.members("from", ends.fromZone(rule)));
    parts.add(Node.members("to", ends.toZone(rule)));
    parts.add(Node.members("source", ends.source(rule)));
    parts.add(Node.members("destination", ends.destination(rule)));
    parts.add(Node.members("application", planned.applications()));
    parts.add(Node.members("service", planned.services()));
    parts.add(Node.value("action", settings.action(rule)));
    parts.add(Node.value("log-end", rule.log() ? "yes" : "no"));
    if (rule.log() && !logs.profile(rule).isEmpty()) {
      parts.add(Node.value("log-setting", logs.profile(rule)));
    }
    if (!settings.profiles(rule).isEmpty()) {
      parts.add(Node.branch("profile-setting", Node.members("group", settings.profiles(rule))));
    }
    List<String> tags = new ArrayList<>(List.of(settings.tag(), setTag()));
    if (rule.alert() != null) {
      tags.add(alertTag());
    }
    parts.add(Node.members("tag", tags));
    parts.add(
        Node.value(
            "description", PanOsNames.description(descriptions.of(rule, PanOsNames.DESCRIPTION))));
    entries.entry(Section.RULE, planned.name(), parts);
  }

  /** What no rule matches; factory settings permit it within a zone and log none of it. */
  private void writeDefaults(Entries entries) throws IOException {
    if (ruleSet.isPartial()) {
      return;
    }
    Rule last = ruleSet.rules().get(ruleSet.rules().size() - 1);
    for (String name : List.of("intrazone-default", "interzone-default")) {
      List<Node> parts = new ArrayList<>();
      parts.add(Node.value("action", settings.action(unmatched)));
      parts.add(Node.value("log-end", "yes"));
      if (!logs.profile(last).isEmpty()) {
        parts.add(Node.value("log-setting", logs.profile(last)));
      }
      entries.entry(Section.DEFAULT_RULE, name, parts);
    }
  }
}
