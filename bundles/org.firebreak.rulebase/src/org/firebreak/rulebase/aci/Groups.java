package org.firebreak.rulebase.aci;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.rulebase.Unread;

/**
 * The groups of a tenant and their addresses. The longest prefix decides to which group an address
 * belongs.
 */
final class Groups {
  private static final Pattern EXPRESSION = Pattern.compile("ip=='([0-9A-Fa-f:./]{2,50})'");

  /** A prefix of a group, with the longer ones directly in it. */
  private record Claim(AddressRange range, Group group, List<AddressRange> inner) {}

  private final List<Group> all = new ArrayList<>();
  private final List<Unread> unread;

  Groups(Mo tenant, List<Unread> unread) {
    this.unread = unread;
    Map<String, List<Mo>> tags = new HashMap<>();
    collect(tenant, tags);
    for (Mo profile : tenant.of("fvAp")) {
      for (Mo object : profile.of("fvESg")) {
        addEndpoints(object, tags);
      }
      for (Mo object : profile.of("fvAEPg")) {
        if (object.get("isAttrBasedEPg").equals("yes")) {
          addEndpoints(object, tags);
        } else {
          refuse(object, object, "members of an EPG are not told by the tenant");
        }
      }
    }
    for (Mo out : tenant.of("l3extOut")) {
      for (Mo object : out.of("l3extInstP")) {
        Group group = add(object);
        for (Mo subnet : object.of("l3extSubnet")) {
          if (subnet.get("scope").isEmpty() || subnet.get("scope").contains("import-security")) {
            prefix(group, subnet, subnet.get("ip"));
          }
        }
      }
    }
    settle();
  }

  List<Group> all() {
    return all;
  }

  private Group add(Mo object) {
    Group group = new Group(object, all.size());
    all.add(group);
    return group;
  }

  /** Tagged objects by key and value of the tag. */
  private static void collect(Mo object, Map<String, List<Mo>> tags) {
    for (Mo tag : object.of("tagTag")) {
      tags.computeIfAbsent(tag.get("key") + '\n' + tag.get("value"), key -> new ArrayList<>())
          .add(object);
    }
    object.children().values().forEach(child -> collect(child, tags));
  }

  /** An address that is tagged in another VRF is not a member. */
  private static boolean isElsewhere(Mo object, Mo address) {
    String vrf = address.get("ctxName");
    return !vrf.isEmpty()
        && object.of("fvRsScope").stream().anyMatch(scope -> !scope.get("tnFvCtxName").equals(vrf));
  }

  private void addEndpoints(Mo object, Map<String, List<Mo>> tags) {
    int before = unread.size();
    Group group = add(object);
    for (Mo note : object.of("tagAnnotation")) {
      if (note.get("key").startsWith("firebreak-host-")) {
        group.addHost(note.get("value"), null);
      }
    }
    for (Mo selector : object.of("fvTagSelector")) {
      String operator = selector.get("valueOperator");
      if (!operator.isEmpty() && !operator.equals("equals")) {
        refuse(object, selector, "tags are compared with " + operator);
      }
      String tag = selector.get("matchKey") + '\n' + selector.get("matchValue");
      for (Mo tagged : tags.getOrDefault(tag, List.of())) {
        if (!tagged.type().equals("fvEpIpTag")) {
          refuse(object, tagged, "members are told by the tag of " + tagged.type());
        } else if (!isElsewhere(object, tagged)) {
          member(group, tagged, tagged.get("ip"));
        }
      }
    }
    for (Mo selector : object.of("fvEPSelector")) {
      Matcher expression = EXPRESSION.matcher(selector.get("matchExpression"));
      if (expression.matches()) {
        member(group, selector, expression.group(1));
      } else {
        refuse(object, selector, "the expression is not one of addresses");
      }
    }
    for (Mo selector : object.children().values()) {
      if (selector.type().matches("fv(?!EPSel|TagSel)\\w*Selector")) {
        refuse(object, selector, "members by " + selector.type() + " are not told by the tenant");
      }
    }
    for (Mo criterion : object.of("fvCrtrn")) {
      if (criterion.get("match").equals("all") && criterion.children().size() > 1) {
        refuse(object, criterion, "all criteria must match");
      }
      for (Mo attribute : criterion.children().values()) {
        if (attribute.type().equals("fvIpAttr") && !attribute.get("usefvSubnet").equals("yes")) {
          member(group, attribute, attribute.get("ip"));
        } else {
          refuse(object, attribute, "members are not told by address");
        }
      }
    }
    checkMembers(group, unread.size() == before);
  }

  private void checkMembers(Group group, boolean read) {
    if (read && group.prefixes.isEmpty() && group.hosts.isEmpty()) {
      refuse(group.object, group.object, "no address is told to be a member");
    }
    if (group.object.get("shutdown").equals("yes")) {
      refuse(group.object, group.object, "the group is shut down");
    }
  }

  private void member(Group group, Mo object, String text) {
    AddressRange range = prefix(group, object, text);
    if (range != null) {
      for (Mo note : object.of("tagAnnotation")) {
        if (note.get("key").matches("firebreak-server(-[0-9]+)?")) {
          group.addHost(note.get("value"), range);
        }
      }
    }
  }

  private AddressRange prefix(Group group, Mo object, String text) {
    try {
      AddressRange range = AddressRange.parse(text);
      group.prefixes.add(range);
      return range;
    } catch (IllegalArgumentException e) {
      refuse(group.object, object, e.getMessage());
      return null;
    }
  }

  private void refuse(Mo group, Mo object, String reason) {
    String place = group.file() + ":" + group.type() + " " + group.name();
    unread.add(
        new Unread(
            object == group ? place : place + "/" + object.type(),
            object.attributes().toString(),
            reason));
  }

  /** Gives each address to the group with the longest prefix; endpoints before the outside. */
  private void settle() {
    List<Claim> claims = new ArrayList<>();
    for (Group group : all) {
      group.prefixes.forEach(range -> claims.add(new Claim(range, group, new ArrayList<>())));
    }
    claims.sort(
        Comparator.<Claim, Address>comparing(claim -> claim.range().first())
            .thenComparing(claim -> claim.range().last(), Comparator.reverseOrder())
            .thenComparing(claim -> claim.group().endpoints));
    Deque<Claim> around = new ArrayDeque<>();
    for (Claim claim : claims) {
      while (!around.isEmpty() && !around.peek().range().contains(claim.range().first())) {
        around.pop();
      }
      if (!around.isEmpty()) {
        Claim outer = around.peek();
        if (outer.range().equals(claim.range())
            && outer.group().endpoints == claim.group().endpoints) {
          refuse(
              claim.group().object,
              claim.group().object,
              claim.range() + " is in " + outer.group().name() + " too");
        }
        outer.inner().add(claim.range());
      }
      around.push(claim);
    }
    Map<Group, List<AddressRange>> won = new HashMap<>();
    for (Claim claim : claims) {
      won.computeIfAbsent(claim.group(), key -> new ArrayList<>())
          .addAll(AddressSet.of(claim.range()).minus(AddressSet.of(claim.inner())).ranges());
    }
    won.forEach((group, ranges) -> group.addresses = AddressSet.of(ranges));
  }
}
