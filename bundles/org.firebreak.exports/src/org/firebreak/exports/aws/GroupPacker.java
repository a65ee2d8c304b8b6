package org.firebreak.exports.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.RuleDescriptions;
import org.firebreak.exports.Slugs;
import org.firebreak.exports.cloud.CloudLimitations;
import org.firebreak.exports.cloud.ServicePiece;

/** Puts the rules of each class into as few groups as the quotas allow. */
final class GroupPacker {
  private final AwsSettings settings;
  private final MemberGroups members;
  private final Map<String, SecurityGroup> memberGroups;
  private final PeerTable addresses;
  private final RuleDescriptions descriptions;
  private final Map<String, List<SecurityGroup>> classes = new LinkedHashMap<>();
  private final Map<String, Map<String, Rule>> written = new HashMap<>();

  /** Rules of one direction, and how many of each family are in the last group. */
  private static final class Filling {
    private final Set<String> identities = new HashSet<>();
    private final int[] counts = new int[2];
    private int part;
  }

  GroupPacker(
      AwsSettings settings,
      String prefix,
      List<RuleSet> sets,
      MemberGroups members,
      Map<String, SecurityGroup> memberGroups,
      PeerTable addresses,
      RuleDescriptions descriptions) {
    this.settings = settings;
    this.members = members;
    this.memberGroups = memberGroups;
    this.addresses = addresses;
    this.descriptions = descriptions;
    Map<String, String> slugs = GroupNames.of(sets, RuleSet::name, RuleSet::name);
    Map<String, String> ids = GroupNames.logicalIds("Sg", slugs.values());
    for (RuleSet set : sets) {
      String slug = slugs.get(set.name());
      List<SecurityGroup> groups = new ArrayList<>();
      groups.add(group(set, prefix + slug, ids.get(slug)));
      classes.put(set.id(), groups);
    }
  }

  private static SecurityGroup group(RuleSet set, String name, String logicalId) {
    return new SecurityGroup(
        name,
        logicalId,
        AwsText.description("Firebreak: rules of host class " + name),
        GroupTags.of(set),
        set.servers());
  }

  /** The groups of each class, filled, by id of the rule set. */
  Map<String, List<SecurityGroup>> pack(List<Wanted> wanted, CloudLimitations limitations) {
    Map<String, Map<Rule.Direction, Filling>> fillings = new HashMap<>();
    for (Wanted each : wanted) {
      Filling filling =
          fillings
              .computeIfAbsent(each.set().id(), set -> new HashMap<>())
              .computeIfAbsent(each.direction(), direction -> new Filling());
      for (ServicePiece piece : each.pieces()) {
        List<Rule> origins = each.origins(piece);
        for (Peer peer : peers(each)) {
          if (fits(piece, peer)) {
            add(each, piece, peer, origins, filling, limitations);
          }
        }
      }
    }
    return classes;
  }

  private List<Peer> peers(Wanted wanted) {
    RuleSet same = members.classOf(wanted.peer());
    if (same != null) {
      return List.of(new Peer.Group(classes.get(same.id()).get(0)));
    }
    SecurityGroup own =
        wanted.peer().element() == null ? null : memberGroups.get(wanted.peer().element().id());
    return own == null ? addresses.of(wanted.peer()) : List.of(new Peer.Group(own));
  }

  private static boolean fits(ServicePiece piece, Peer peer) {
    return switch (peer) {
      case Peer.Cidr cidr -> piece.fits(cidr.v6());
      case Peer.Prefixes prefixes -> piece.fits(prefixes.list().v6());
      case Peer.Group group -> true;
    };
  }

  private void add(
      Wanted wanted,
      ServicePiece piece,
      Peer peer,
      List<Rule> origins,
      Filling filling,
      CloudLimitations limitations) {
    Map<String, Rule> rules =
        written.computeIfAbsent(wanted.set().id(), set -> new LinkedHashMap<>());
    if (!filling.identities.add(piece + " " + peer.key())) {
      origins.forEach(rule -> rules.putIfAbsent(rule.id(), rule));
      return;
    }
    int room = settings.rulesInGroup();
    int[] weights = {peer.weight(false), peer.weight(true)};
    if (filling.counts[0] + weights[0] > room || filling.counts[1] + weights[1] > room) {
      filling.part++;
      filling.counts[0] = 0;
      filling.counts[1] = 0;
    }
    if (filling.part >= maxGroups(wanted.set())) {
      for (Rule rule : origins) {
        limitations.deniesMore(
            wanted.set(),
            rule,
            "The class needs more rules than "
                + maxGroups(wanted.set())
                + " security groups at an interface hold; the last ones are left out. Merge flows,"
                + " or raise the quotas and the options of the same names.");
      }
      return;
    }
    filling.counts[0] += weights[0];
    filling.counts[1] += weights[1];
    SecurityGroup group = part(wanted.set(), filling.part);
    group
        .rules()
        .add(
            new GroupRule(
                group.logicalId()
                    + AwsText.direction(wanted.direction())
                    + Slugs.shortHash(piece + " " + peer.key()),
                wanted.direction(),
                piece,
                peer,
                description(origins),
                origins.stream().map(Rule::id).toList()));
    origins.forEach(rule -> rules.putIfAbsent(rule.id(), rule));
  }

  private int maxGroups(RuleSet set) {
    int most = set.servers().stream().mapToInt(members::groupsAt).max().orElse(0);
    return Math.max(1, settings.groupsPerInterface() - most);
  }

  private SecurityGroup part(RuleSet set, int part) {
    List<SecurityGroup> groups = classes.get(set.id());
    while (groups.size() <= part) {
      SecurityGroup first = groups.get(0);
      int number = groups.size() + 1;
      groups.add(group(set, first.name() + "-part" + number, first.logicalId() + "Part" + number));
    }
    return groups.get(part);
  }

  private String description(List<Rule> origins) {
    String first = descriptions.of(origins.get(0), 400);
    return AwsText.description("firebreak " + ids(origins) + ": " + first);
  }

  private static String ids(List<Rule> origins) {
    return origins.stream().map(Rule::id).limit(8).collect(Collectors.joining(" "));
  }

  /** The rules of each class of which something is in its groups, by ids of set and rule. */
  Map<String, Map<String, Rule>> written() {
    return written;
  }
}
