package org.firebreak.rulebase.aws;

import static org.firebreak.rulebase.json.JsonValues.number;
import static org.firebreak.rulebase.json.JsonValues.onlyFields;
import static org.firebreak.rulebase.json.JsonValues.text;
import static org.firebreak.rulebase.json.JsonValues.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.Intervals;
import org.firebreak.rulebase.json.JsonValues;
import org.firebreak.rulebase.json.Unreadable;

/** Reads Terraform modules in JSON syntax. */
final class ModuleReader {
  private static final Set<String> RULE =
      Set.of(
          "security_group_id",
          "ip_protocol",
          "from_port",
          "to_port",
          "cidr_ipv4",
          "cidr_ipv6",
          "referenced_security_group_id",
          "prefix_list_id",
          "description",
          "tags");

  private static final Set<String> OLD_RULE =
      Set.of(
          "type",
          "security_group_id",
          "protocol",
          "from_port",
          "to_port",
          "cidr_blocks",
          "ipv6_cidr_blocks",
          "source_security_group_id",
          "security_groups",
          "prefix_list_ids",
          "self",
          "description");

  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\$\\{aws_[a-z0-9_]+[.]([A-Za-z0-9_-]+)(?:\\[[^\\]]*])?[.](?:id|security_group_id)}");

  /** A group that another module has, or whoever uses this one. */
  private static final Pattern ELSEWHERE =
      Pattern.compile("\\$\\{((?:var|local|module|data)[.][A-Za-z0-9_.\\[\\]\"-]+)}");

  /** What says how Terraform goes about a resource, and nothing of what it permits. */
  private static final Set<String> META =
      Set.of("depends_on", "lifecycle", "provider", "timeouts", "region");

  private static final String SEVERAL = "stands for several or none, which only Terraform knows";

  private final String path;
  private final JsonNode root;
  private final Account account;

  /** Where the groups of a design are; interfaces of one VPC take no groups of another. */
  private JsonNode ownVpc;

  private interface Resource {
    void read(String name, JsonNode body, String place) throws Unreadable;
  }

  ModuleReader(String path, JsonNode root, Account account) {
    this.path = path;
    this.root = root;
    this.account = account;
  }

  void read() {
    each("aws_security_group", this::group);
    each("aws_default_security_group", this::group);
    each("aws_ec2_managed_prefix_list", this::prefixList);
    each("aws_vpc_security_group_ingress_rule", (name, body, at) -> rule(name, body, true, at));
    each("aws_vpc_security_group_egress_rule", (name, body, at) -> rule(name, body, false, at));
    each("aws_security_group_rule", this::oldRule);
  }

  private void each(String type, Resource reader) {
    JsonNode resources = root.path("resource").path(type);
    for (Map.Entry<String, JsonNode> resource : resources.properties()) {
      String place = path + "#/resource/" + type + "/" + resource.getKey();
      JsonNode body =
          resource.getValue().isArray() ? resource.getValue().path(0) : resource.getValue();
      try {
        if (body.has("count") || body.has("for_each")) {
          throw new Unreadable(SEVERAL);
        }
        if (body.has("dynamic")) {
          account.unread.add(JsonValues.unread(place + "/dynamic", body.get("dynamic"), SEVERAL));
        }
        reader.read(resource.getKey(), body, place);
      } catch (Unreadable e) {
        account.unread.add(JsonValues.unread(place, body, e.getMessage()));
      }
    }
  }

  private void group(String id, JsonNode body, String place) throws Unreadable {
    boolean named = body.path("name").isTextual() && !text(body, "name").contains("${");
    String name = named ? text(body, "name") : id;
    String ruleSet = text(body.path("tags"), "firebreak:rule-set");
    JsonNode vpc = body.path("vpc_id");
    boolean own = body.path("tags").has("firebreak");
    if (own && !vpc.equals(ownVpc == null ? vpc : ownVpc)) {
      throw new Unreadable("is in another VPC than other groups of the same file");
    }
    ownVpc = own ? vpc : ownVpc;
    Group group = new Group(id, name, ruleSet);
    for (String direction : List.of("ingress", "egress")) {
      int index = 0;
      for (JsonNode rule : JsonValues.elements(body, direction)) {
        String at = place + "/" + direction + "/" + index++;
        try {
          addOld(group.rules(), id, rule, direction.equals("ingress"), at, id);
        } catch (Unreadable e) {
          account.unread.add(JsonValues.unread(at, rule, e.getMessage()));
        }
      }
    }
    account.groups.put(id, group);
  }

  private void rule(String name, JsonNode body, boolean ingress, String place) throws Unreadable {
    onlyFields(without(body), RULE);
    List<Target> targets = new ArrayList<>();
    for (String field : List.of("cidr_ipv4", "cidr_ipv6")) {
      if (body.hasNonNull(field)) {
        targets.add(new Target.Addresses(JsonValues.addresses(text(body, field))));
      }
    }
    if (body.hasNonNull("referenced_security_group_id")) {
      targets.add(new Target.Members(reference(text(body, "referenced_security_group_id"))));
    }
    if (body.hasNonNull("prefix_list_id")) {
      targets.add(new Target.Prefixes(reference(text(body, "prefix_list_id"))));
    }
    if (targets.size() != 1) {
      throw new Unreadable("names " + targets.size() + " other ends instead of one");
    }
    Intervals services =
        Ec2Services.of(
            text(body, "ip_protocol"), number(body, "from_port", -1), number(body, "to_port", -1));
    account.addLoose(
        reference(text(body, "security_group_id")),
        new GroupRule(name, place, ingress, targets.get(0), services, body));
  }

  private void oldRule(String name, JsonNode body, String place) throws Unreadable {
    String group = reference(text(body, "security_group_id"));
    List<GroupRule> rules = new ArrayList<>();
    addOld(rules, name, body, "ingress".equals(text(body, "type")), place, group);
    rules.forEach(rule -> account.addLoose(group, rule));
  }

  private void addOld(
      List<GroupRule> rules,
      String name,
      JsonNode body,
      boolean ingress,
      String place,
      String group)
      throws Unreadable {
    onlyFields(without(body), OLD_RULE);
    String protocol = text(body, "protocol");
    boolean any = "-1".equals(protocol) || "all".equals(protocol);
    Intervals services =
        any
            ? Ec2Services.of("-1", -1, -1)
            : Ec2Services.of(protocol, number(body, "from_port", -1), number(body, "to_port", -1));
    List<String> cidrs = new ArrayList<>(texts(body, "cidr_blocks"));
    cidrs.addAll(texts(body, "ipv6_cidr_blocks"));
    List<Target> targets = new ArrayList<>();
    AddressSet addresses = JsonValues.addresses(cidrs);
    if (!addresses.isEmpty()) {
      targets.add(new Target.Addresses(addresses));
    }
    for (String other : texts(body, "security_groups")) {
      targets.add(new Target.Members(reference(other)));
    }
    if (body.hasNonNull("source_security_group_id")) {
      targets.add(new Target.Members(reference(text(body, "source_security_group_id"))));
    }
    if (body.path("self").asBoolean()) {
      targets.add(new Target.Members(group));
    }
    for (String list : texts(body, "prefix_list_ids")) {
      targets.add(new Target.Prefixes(reference(list)));
    }
    if (targets.isEmpty()) {
      throw new Unreadable("names no other end");
    }
    for (Target target : targets) {
      rules.add(new GroupRule(name, place, ingress, target, services, body));
    }
  }

  private void prefixList(String id, JsonNode body, String place) throws Unreadable {
    List<String> cidrs = new ArrayList<>();
    for (JsonNode entry : JsonValues.elements(body, "entry")) {
      cidrs.add(text(entry, "cidr"));
    }
    account.prefixLists.put(id, JsonValues.addresses(cidrs));
  }

  /** A resource without what has no value and what does not matter. */
  private static JsonNode without(JsonNode body) {
    if (!body.isObject()) {
      return body;
    }
    ObjectNode left = ((ObjectNode) body).deepCopy();
    left.remove(META);
    left.properties().removeIf(field -> field.getValue().isNull());
    return left;
  }

  private static String reference(String text) throws Unreadable {
    Matcher matcher = REFERENCE.matcher(text == null ? "" : text);
    if (matcher.matches()) {
      return matcher.group(1);
    }
    Matcher elsewhere = ELSEWHERE.matcher(text == null ? "" : text);
    if (elsewhere.matches()) {
      return elsewhere.group(1);
    }
    if (text == null || text.contains("${")) {
      throw new Unreadable("refers to something in a way that is not known");
    }
    return text;
  }
}
