package org.firebreak.rulebase.aws;

import static org.firebreak.rulebase.json.JsonValues.elements;
import static org.firebreak.rulebase.json.JsonValues.number;
import static org.firebreak.rulebase.json.JsonValues.onlyFields;
import static org.firebreak.rulebase.json.JsonValues.text;
import static org.firebreak.rulebase.json.JsonValues.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.Intervals;
import org.firebreak.rulebase.json.JsonValues;
import org.firebreak.rulebase.json.Unreadable;

/** Reads what the command line of AWS prints, and our own list of attachments. */
final class DescriptionReader {
  private static final Set<String> PERMISSION =
      Set.of(
          "IpProtocol",
          "FromPort",
          "ToPort",
          "IpRanges",
          "Ipv6Ranges",
          "PrefixListIds",
          "UserIdGroupPairs");

  private final String path;
  private final JsonNode root;
  private final Account account;

  DescriptionReader(String path, JsonNode root, Account account) {
    this.path = path;
    this.root = root;
    this.account = account;
  }

  /** Reads each element of a list in the file, or lists it as unread. */
  void read(String field) {
    int index = 0;
    for (JsonNode element : root.path(field)) {
      String place = path + "#/" + field + "/" + index++;
      try {
        switch (field) {
          case "SecurityGroups" -> group(element, place);
          case "NetworkInterfaces" -> networkInterface(element);
          default -> attachment(element);
        }
      } catch (Unreadable e) {
        account.unread.add(JsonValues.unread(place, element, e.getMessage()));
      }
    }
  }

  private void group(JsonNode element, String place) throws Unreadable {
    String id = text(element, "GroupId");
    if (id == null) {
      throw new Unreadable("has no GroupId");
    }
    String name = text(element, "GroupName");
    String ruleSet = null;
    for (JsonNode tag : elements(element, "Tags")) {
      if (tag.path("Key").asText().equals("firebreak:rule-set")) {
        ruleSet = tag.path("Value").asText();
      }
    }
    Group group = new Group(id, name == null ? id : name, ruleSet);
    for (String field : List.of("IpPermissions", "IpPermissionsEgress")) {
      int index = 0;
      for (JsonNode permission : elements(element, field)) {
        String at = place + "/" + field + "/" + index++;
        try {
          addRules(group, permission, field.equals("IpPermissions"), at);
        } catch (Unreadable e) {
          account.unread.add(JsonValues.unread(at, permission, e.getMessage()));
        }
      }
    }
    account.groups.put(id, group);
  }

  private void addRules(Group group, JsonNode permission, boolean ingress, String place)
      throws Unreadable {
    onlyFields(permission, PERMISSION);
    Intervals services =
        Ec2Services.of(
            text(permission, "IpProtocol"),
            number(permission, "FromPort", -1),
            number(permission, "ToPort", -1));
    List<String> cidrs = new ArrayList<>();
    for (JsonNode range : elements(permission, "IpRanges")) {
      cidrs.add(text(range, "CidrIp"));
    }
    for (JsonNode range : elements(permission, "Ipv6Ranges")) {
      cidrs.add(text(range, "CidrIpv6"));
    }
    List<Target> targets = new ArrayList<>();
    AddressSet addresses = JsonValues.addresses(cidrs);
    if (!addresses.isEmpty()) {
      targets.add(new Target.Addresses(addresses));
    }
    for (JsonNode pair : elements(permission, "UserIdGroupPairs")) {
      targets.add(new Target.Members(text(pair, "GroupId")));
    }
    for (JsonNode list : elements(permission, "PrefixListIds")) {
      targets.add(new Target.Prefixes(text(list, "PrefixListId")));
    }
    String name = name(permission, group);
    for (Target target : targets) {
      group.rules().add(new GroupRule(name, place, ingress, target, services, permission));
    }
  }

  /** The first description in a permission, else the name of the group. */
  private static String name(JsonNode permission, Group group) {
    for (JsonNode list : permission) {
      if (list.isArray() && list.path(0).path("Description").isTextual()) {
        return list.path(0).path("Description").asText();
      }
    }
    return group.name();
  }

  private void networkInterface(JsonNode element) throws Unreadable {
    List<String> groups = new ArrayList<>();
    for (JsonNode group : elements(element, "Groups")) {
      groups.add(text(group, "GroupId"));
    }
    List<String> addresses = new ArrayList<>();
    for (JsonNode address : elements(element, "PrivateIpAddresses")) {
      addresses.add(text(address, "PrivateIpAddress"));
    }
    for (JsonNode address : elements(element, "Ipv6Addresses")) {
      addresses.add(text(address, "Ipv6Address"));
    }
    String instance = element.path("Attachment").path("InstanceId").asText("");
    account.attachments.add(
        new Account.Attachment(
            instance.isEmpty() ? text(element, "NetworkInterfaceId") : instance,
            groups,
            JsonValues.addresses(addresses)));
  }

  private void attachment(JsonNode element) throws Unreadable {
    String host = text(element, "serverId");
    if (host == null) {
      throw new Unreadable("has no serverId");
    }
    account.attachments.add(new Account.Attachment(host, texts(element, "securityGroups"), null));
  }
}
