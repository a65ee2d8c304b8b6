package org.firebreak.rulebase.aws;

import static org.firebreak.rulebase.json.JsonValues.elements;
import static org.firebreak.rulebase.json.JsonValues.number;
import static org.firebreak.rulebase.json.JsonValues.onlyFields;
import static org.firebreak.rulebase.json.JsonValues.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.rulebase.json.JsonValues;
import org.firebreak.rulebase.json.Unreadable;

/** Reads CloudFormation templates. Resources of other templates are known by their exports. */
final class TemplateReader {
  private static final Set<String> RULE =
      Set.of(
          "GroupId",
          "IpProtocol",
          "FromPort",
          "ToPort",
          "CidrIp",
          "CidrIpv6",
          "SourceSecurityGroupId",
          "DestinationSecurityGroupId",
          "SourcePrefixListId",
          "DestinationPrefixListId",
          "SourceSecurityGroupName",
          "SourceSecurityGroupOwnerId",
          "GroupName",
          "Description");

  private final String path;
  private final JsonNode root;
  private final Account account;

  /** Where the groups of a design are; interfaces of one VPC take no groups of another. */
  private JsonNode ownVpc;

  TemplateReader(String path, JsonNode root, Account account) {
    this.path = path;
    this.root = root;
    this.account = account;
  }

  void read() {
    for (Map.Entry<String, JsonNode> resource : root.get("Resources").properties()) {
      String place = path + "#/Resources/" + resource.getKey();
      try {
        read(resource.getKey(), resource.getValue(), place);
      } catch (Unreadable e) {
        account.unread.add(JsonValues.unread(place, resource.getValue(), e.getMessage()));
      }
    }
  }

  private void read(String id, JsonNode resource, String place) throws Unreadable {
    String type = text(resource, "Type");
    JsonNode properties = resource.path("Properties");
    if (type == null) {
      throw new Unreadable("has no type");
    }
    if (resource.has("Condition")) {
      throw new Unreadable("depends on a condition");
    }
    switch (type) {
      case "AWS::EC2::SecurityGroup" -> group(id, properties, place);
      case "AWS::EC2::SecurityGroupIngress" -> looseRule(id, properties, true, place);
      case "AWS::EC2::SecurityGroupEgress" -> looseRule(id, properties, false, place);
      case "AWS::EC2::PrefixList" -> prefixList(id, properties);
      default -> {
        if (type.startsWith("AWS::EC2::NetworkAcl") || type.startsWith("AWS::NetworkFirewall")) {
          throw new Unreadable("filters too, and is not a security group");
        }
      }
    }
  }

  private void group(String id, JsonNode properties, String place) throws Unreadable {
    String name = properties.path("GroupName").isTextual() ? text(properties, "GroupName") : id;
    String ruleSet = null;
    boolean own = false;
    for (JsonNode tag : elements(properties, "Tags")) {
      if (tag.path("Key").asText().equals("firebreak:rule-set")) {
        ruleSet = tag.path("Value").asText();
      }
      own |= tag.path("Key").asText().equals("firebreak");
    }
    JsonNode vpc = properties.path("VpcId");
    if (own && !vpc.equals(ownVpc == null ? vpc : ownVpc)) {
      throw new Unreadable("is in another VPC than other groups of the same file");
    }
    ownVpc = own ? vpc : ownVpc;
    Group group = new Group(id, name, ruleSet);
    inline(group, properties, "SecurityGroupIngress", true, place);
    inline(group, properties, "SecurityGroupEgress", false, place);
    if (!properties.has("SecurityGroupEgress")) {
      group
          .rules()
          .add(
              new GroupRule(
                  "default egress",
                  place,
                  false,
                  new Target.Addresses(AddressSet.ANY),
                  ServiceLine.ANY,
                  properties));
    }
    account.groups.put(id, group);
  }

  private void inline(Group group, JsonNode properties, String field, boolean ingress, String place)
      throws Unreadable {
    int index = 0;
    for (JsonNode rule : elements(properties, field)) {
      String at = place + "/Properties/" + field + "/" + index++;
      try {
        group.rules().add(rule(group.name(), rule, ingress, at));
      } catch (Unreadable e) {
        account.unread.add(JsonValues.unread(at, rule, e.getMessage()));
      }
    }
  }

  private void looseRule(String id, JsonNode properties, boolean ingress, String place)
      throws Unreadable {
    JsonNode group =
        properties.has("GroupId") ? properties.get("GroupId") : properties.get("GroupName");
    account.addLoose(reference(group), rule(id, properties, ingress, place));
  }

  private GroupRule rule(String name, JsonNode rule, boolean ingress, String place)
      throws Unreadable {
    onlyFields(rule, RULE);
    Intervals services =
        Ec2Services.of(
            text(rule, "IpProtocol"), number(rule, "FromPort", -1), number(rule, "ToPort", -1));
    return new GroupRule(name, place, ingress, target(rule, ingress), services, rule);
  }

  private Target target(JsonNode rule, boolean ingress) throws Unreadable {
    String side = ingress ? "Source" : "Destination";
    List<Target> targets = new ArrayList<>();
    for (String field : List.of("CidrIp", "CidrIpv6")) {
      if (rule.has(field)) {
        targets.add(new Target.Addresses(JsonValues.addresses(text(rule, field))));
      }
    }
    if (rule.has(side + "SecurityGroupId")) {
      targets.add(new Target.Members(reference(rule.get(side + "SecurityGroupId"))));
    }
    if (ingress && rule.has("SourceSecurityGroupName") && targets.isEmpty()) {
      targets.add(new Target.Members(reference(rule.get("SourceSecurityGroupName"))));
    }
    if (rule.has(side + "PrefixListId")) {
      targets.add(new Target.Prefixes(reference(rule.get(side + "PrefixListId"))));
    }
    if (targets.size() != 1) {
      throw new Unreadable("names " + targets.size() + " other ends instead of one");
    }
    return targets.get(0);
  }

  private void prefixList(String id, JsonNode properties) throws Unreadable {
    List<String> cidrs = new ArrayList<>();
    for (JsonNode entry : elements(properties, "Entries")) {
      cidrs.add(text(entry, "Cidr"));
    }
    account.prefixLists.put(id, JsonValues.addresses(cidrs));
  }

  /** The logical id or the id that a value refers to. */
  private static String reference(JsonNode value) throws Unreadable {
    if (value != null && value.isTextual()) {
      return value.asText();
    }
    if (value != null && value.has("Ref")) {
      return value.get("Ref").asText();
    }
    if (value != null && value.path("Fn::GetAtt").isArray()) {
      return value.get("Fn::GetAtt").path(0).asText();
    }
    if (value != null && value.path("Fn::GetAtt").isTextual()) {
      return value.get("Fn::GetAtt").asText().replaceFirst("[.].*", "");
    }
    if (value != null && value.path("Fn::ImportValue").isTextual()) {
      return value.get("Fn::ImportValue").asText();
    }
    String export = value == null ? "" : value.path("Fn::ImportValue").path("Fn::Sub").asText();
    if (export.matches("\\$\\{[A-Za-z0-9:]+}-[A-Za-z0-9]+")) {
      return export.substring(export.indexOf("}-") + 2);
    }
    throw new Unreadable("refers to something in a way that is not known");
  }
}
