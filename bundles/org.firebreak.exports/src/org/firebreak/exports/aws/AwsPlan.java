package org.firebreak.exports.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.ExportRequest;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Limit;
import org.firebreak.exports.RuleDescriptions;
import org.firebreak.exports.cloud.CloudLimitations;
import org.firebreak.exports.cloud.Members;

/**
 * Everything that is in one VPC.
 *
 * @param scope {@code shared} or the tenant's name
 * @param groups groups with rules and groups of members
 * @param classes groups with the rules of a class, by id of the rule set
 * @param memberGroups groups of members
 * @param closed the group without rules, which an instance has while it changes its class
 * @param rules rules of the policy that groups hold, by ids of rule set and rule
 */
record AwsPlan(
    String scope,
    List<RuleSet> sets,
    List<SecurityGroup> groups,
    List<PrefixList> lists,
    Map<String, List<SecurityGroup>> classes,
    List<SecurityGroup> memberGroups,
    SecurityGroup closed,
    Map<String, Map<String, Rule>> rules) {

  static AwsPlan of(
      ExportRequest request,
      String scope,
      List<RuleSet> sets,
      AwsSettings settings,
      CloudLimitations limitations) {
    List<Wanted> wanted = new ArrayList<>();
    sets.forEach(set -> wanted.addAll(Wanted.of(set, limitations)));
    MemberGroups members =
        new MemberGroups(
            sets, wanted, new Members(request.policy(), sets), settings.groupsPerInterface());
    List<Wanted> byAddress =
        wanted.stream()
            .filter(each -> members.classOf(each.peer()) == null)
            .filter(
                each ->
                    each.peer().element() == null
                        || !members.own().containsKey(each.peer().element().id()))
            .toList();
    String prefix = settings.prefix() + "-" + (scope.equals("shared") ? "" : scope + "-");
    PeerTable addresses = new PeerTable(prefix, byAddress, settings.rulesInGroup());
    Map<String, SecurityGroup> own = memberGroups(members, prefix);
    GroupPacker packer =
        new GroupPacker(
            settings,
            prefix,
            sets,
            members,
            own,
            addresses,
            new RuleDescriptions(request.policy()));
    Map<String, List<SecurityGroup>> classes = packer.pack(wanted, limitations);
    List<SecurityGroup> groups = new ArrayList<>();
    classes.values().forEach(groups::addAll);
    groups.addAll(own.values());
    SecurityGroup closed = closed(settings.prefix() + "-" + (scope.equals("shared") ? "" : scope));
    groups.add(closed);
    return new AwsPlan(
        scope,
        sets,
        groups,
        addresses.lists(),
        classes,
        List.copyOf(own.values()),
        closed,
        packer.written());
  }

  /** Counts the objects of the VPC and how much of the quotas they take, as AWS counts them. */
  void count(ExportSink sink, AwsSettings settings) {
    sink.made(settings.groupsPerRegion(), groups.size());
    sink.made(Limit.none("prefix lists"), lists.size());
    Limit entries =
        Limit.hard("rules of a security group in one direction", settings.rulesPerGroup());
    for (SecurityGroup group : groups) {
      for (boolean inbound : new boolean[] {true, false}) {
        for (boolean v6 : new boolean[] {false, true}) {
          sink.held(
              entries,
              group.rules().stream()
                  .filter(rule -> rule.isIngress() == inbound)
                  .mapToLong(rule -> rule.peer().weight(v6))
                  .sum());
        }
      }
    }
    Map<Integer, Long> atInterface = new HashMap<>();
    for (RuleSet set : sets) {
      for (PolicyServer server : set.servers()) {
        atInterface.merge(server.index(), (long) classes.get(set.id()).size(), Long::sum);
      }
    }
    for (SecurityGroup group : memberGroups) {
      group.members().forEach(server -> atInterface.merge(server.index(), 1L, Long::sum));
    }
    Limit atOne = Limit.hard("security groups at an interface", settings.groupsPerInterface());
    atInterface.values().forEach(count -> sink.held(atOne, count));
  }

  /** No other name has two dashes side by side. */
  private static SecurityGroup closed(String prefix) {
    return new SecurityGroup(
        prefix + "--closed",
        "Closed",
        "Firebreak: no rules; for instances that change their class",
        Map.of(GroupTags.OWNER, "managed"),
        List.of());
  }

  private static Map<String, SecurityGroup> memberGroups(MemberGroups members, String prefix) {
    Map<String, String> slugs =
        GroupNames.of(members.own().values(), peer -> peer.element().id(), AddressGroup::name);
    Map<String, String> ids = GroupNames.logicalIds("Members", slugs.values());
    Map<String, SecurityGroup> groups = new LinkedHashMap<>();
    members
        .own()
        .forEach(
            (id, peer) -> {
              String slug = slugs.get(id);
              groups.put(
                  id,
                  new SecurityGroup(
                      prefix + "members-" + slug,
                      ids.get(slug),
                      AwsText.description("Firebreak: members of " + slug),
                      GroupTags.members(peer),
                      members.members(id)));
            });
    return groups;
  }
}
