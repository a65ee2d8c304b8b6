package org.firebreak.exports.azure;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.ExportRequest;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Limit;
import org.firebreak.exports.PlainText;
import org.firebreak.exports.RuleDescriptions;
import org.firebreak.exports.Slugs;
import org.firebreak.exports.cloud.CloudLimitations;
import org.firebreak.exports.cloud.JsonFile;
import org.firebreak.exports.cloud.Members;

/** What is in one resource group and virtual network. */
final class AzureScope {
  private static final int NAME = 50;
  private static final int OF_RESOURCE = 4000;
  private static final int OF_RULE = 1300;
  private static final int OF_VALUE = 60;
  private static final Limit AT_INTERFACE =
      Limit.hard("application security groups at an interface", 20);
  private static final Limit IN_GROUP =
      Limit.hard("application security groups that a network security group names", 100);
  private static final int MEMBERS = 4000;
  private static final int FIRST = 100;
  private static final int LAST = 4096;

  private final String scope;
  private final List<RuleSet> sets;
  private final CloudLimitations limitations;
  private final String prefix;
  private final RuleDescriptions descriptions;
  private final Members instances;
  private final Map<String, List<AzureRule>> rules = new HashMap<>();

  /** Names of application security groups, and their members, by id of the endpoint. */
  private final Map<String, String> groups = new LinkedHashMap<>();

  private final Map<Integer, List<String>> groupsAt = new HashMap<>();
  private final long mostGroups;

  /**
   * @param mostGroups application security groups that there may be
   */
  AzureScope(
      ExportRequest request,
      String scope,
      List<RuleSet> sets,
      long mostGroups,
      CloudLimitations limitations) {
    this.scope = scope;
    this.sets = sets;
    this.mostGroups = mostGroups;
    this.limitations = limitations;
    String chosen = Slugs.plain(request.options().text("prefix"), '-', 20);
    this.prefix =
        (chosen.isEmpty() ? "firebreak" : chosen)
            + "-"
            + (scope.equals("shared") ? "" : scope + "-");
    this.descriptions = new RuleDescriptions(request.policy());
    this.instances = new Members(request.policy(), sets);
  }

  void write(ExportSink sink) throws IOException {
    Map<String, AddressGroup> peers = new LinkedHashMap<>();
    for (RuleSet set : sets) {
      for (Rule.Direction direction : List.of(Rule.Direction.INBOUND, Rule.Direction.OUTBOUND)) {
        List<AzureRule> of = AzureRule.of(set, direction, limitations);
        rules.put(set.id() + direction, of);
        for (AzureRule rule : of) {
          if (rule.peer().element() != null) {
            peers.putIfAbsent(rule.peer().element().id(), rule.peer());
          }
        }
      }
    }
    addGroups(peers);
    Map<String, String> slugs = new Slugs('-', NAME).distinct(sets, RuleSet::name, RuleSet::name);
    List<Object> resources = new ArrayList<>(groups.keySet());
    resources.addAll(sets);
    List<List<Object>> parts = ResourceTemplates.parts(resources, this::size);
    for (int i = 0; i < parts.size(); i++) {
      String path = scope + "/template-" + (i + 1) + ".json";
      try (JsonFile file = JsonFile.open(sink, path, "ARM template of " + scope)) {
        write(file, parts.get(i), peers, slugs, sink);
      }
    }
    attachments(sink, slugs);
    groupsAt.values().forEach(of -> sink.held(AT_INTERFACE, of.size()));
  }

  /** Bytes that a resource takes in a template at most. */
  private long size(Object resource) {
    if (!(resource instanceof RuleSet set)) {
      return OF_RESOURCE;
    }
    long size = OF_RESOURCE;
    for (Rule.Direction direction : List.of(Rule.Direction.INBOUND, Rule.Direction.OUTBOUND)) {
      for (AzureRule rule : rules.get(set.id() + direction)) {
        long values = rule.ports().size();
        values += groups.containsKey(element(rule)) ? 0 : rule.peer().addresses().prefixCount();
        values += rule.own().isAny() ? 0 : rule.own().prefixCount();
        size += OF_RULE + OF_VALUE * values;
      }
    }
    return size;
  }

  /** How many application security groups there are. */
  int groups() {
    return groups.size();
  }

  private void addGroups(Map<String, AddressGroup> peers) {
    Map<String, AddressGroup> named = new LinkedHashMap<>();
    peers.forEach(
        (id, peer) -> {
          List<PolicyServer> members = instances.of(peer);
          boolean fits =
              !members.isEmpty()
                  && named.size() < mostGroups
                  && members.size() <= MEMBERS
                  && members.stream()
                      .allMatch(
                          server ->
                              groupsAt.getOrDefault(server.index(), List.of()).size()
                                  < AT_INTERFACE.most());
          if (fits) {
            named.put(id, peer);
            members.forEach(
                server ->
                    groupsAt.computeIfAbsent(server.index(), index -> new ArrayList<>()).add(id));
          }
        });
    new Slugs('-', NAME)
        .distinct(named.keySet(), id -> id, id -> named.get(id).name())
        .forEach((id, slug) -> groups.put(id, prefix + "asg-" + slug));
  }

  private void write(
      JsonFile file,
      List<Object> resources,
      Map<String, AddressGroup> peers,
      Map<String, String> slugs,
      ExportSink sink)
      throws IOException {
    JsonGenerator json = file.json();
    json.writeStartObject();
    json.writeStringField(
        "$schema",
        "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#");
    json.writeStringField("contentVersion", "1.0.0.0");
    json.writeObjectFieldStart("parameters");
    json.writeObjectFieldStart("location");
    json.writeStringField("type", "string");
    json.writeStringField("defaultValue", "[resourceGroup().location]");
    json.writeEndObject();
    json.writeEndObject();
    json.writeArrayFieldStart("resources");
    for (Object resource : resources) {
      if (resource instanceof RuleSet set) {
        securityGroup(file, set, prefix + "nsg-" + slugs.get(set.name()), resources, sink);
      } else {
        AddressGroup peer = peers.get(resource);
        begin(json, "applicationSecurityGroups", groups.get(resource));
        tags(json, "firebreak-element", peer.element().id(), peer.name());
        json.writeObjectFieldStart("properties");
        json.writeEndObject();
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void begin(JsonGenerator json, String type, String name) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "Microsoft.Network/" + type);
    json.writeStringField("apiVersion", "2025-07-01");
    json.writeStringField("name", name);
    json.writeStringField("location", "[parameters('location')]");
  }

  private static void tags(JsonGenerator json, String key, String id, String name)
      throws IOException {
    json.writeObjectFieldStart("tags");
    json.writeStringField("firebreak", "managed");
    json.writeStringField(key, id);
    json.writeStringField("firebreak-name", AzureText.literal(PlainText.oneLine(name, 200)));
    json.writeEndObject();
  }

  private void securityGroup(
      JsonFile file, RuleSet set, String name, List<Object> here, ExportSink sink)
      throws IOException {
    JsonGenerator json = file.json();
    begin(json, "networkSecurityGroups", name);
    tags(json, "firebreak-rule-set", set.id(), set.name());
    Set<String> used = new LinkedHashSet<>();
    for (Rule.Direction direction : List.of(Rule.Direction.INBOUND, Rule.Direction.OUTBOUND)) {
      for (AzureRule rule : rules.get(set.id() + direction)) {
        String id = rule.peer().element() == null ? null : rule.peer().element().id();
        if (groups.containsKey(id) && used.size() < IN_GROUP.most()) {
          used.add(id);
        }
      }
    }
    json.writeArrayFieldStart("dependsOn");
    for (String id : used) {
      if (here.contains(id)) {
        json.writeString(AzureText.resourceId(groups.get(id)));
      }
    }
    json.writeEndArray();
    json.writeObjectFieldStart("properties");
    json.writeArrayFieldStart("securityRules");
    List<AzureRule> inbound = wanted(set, Rule.Direction.INBOUND, used);
    List<AzureRule> outbound = wanted(set, Rule.Direction.OUTBOUND, used);
    GroupRoom room = new GroupRoom(inbound.size(), outbound.size());
    rules(file, set, Rule.Direction.INBOUND, inbound, used, room);
    rules(file, set, Rule.Direction.OUTBOUND, outbound, used, room);
    room.count(sink);
    sink.held(IN_GROUP, used.size());
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String element(AzureRule rule) {
    return rule.peer().element() == null ? null : rule.peer().element().id();
  }

  /** The rules of a direction; one that names a group for both families stands for both. */
  private List<AzureRule> wanted(RuleSet set, Rule.Direction direction, Set<String> used) {
    return rules.get(set.id() + direction).stream()
        .filter(
            rule ->
                !used.contains(element(rule))
                    || !Boolean.TRUE.equals(rule.v6())
                    || rule.peer().addresses().v4().isEmpty()
                    || !rule.own().isAny()
                    || rule.protocol().equals("Icmp"))
        .toList();
  }

  private void rules(
      JsonFile file,
      RuleSet set,
      Rule.Direction direction,
      List<AzureRule> wanted,
      Set<String> used,
      GroupRoom room)
      throws IOException {
    int step = Math.max(1, Math.min(10, (LAST - FIRST) / (room.most(direction) + 1)));
    int priority = FIRST;
    int number = 0;
    for (AzureRule rule : wanted) {
      boolean grouped = used.contains(element(rule));
      number++;
      if (!room.take(direction, rule, grouped)) {
        if (rule.allow()) {
          limitations.deniesMore(
              set,
              rule.rule(),
              "The class needs more than the "
                  + GroupRoom.RULES.most()
                  + " rules or "
                  + GroupRoom.ADDRESSES.most()
                  + " addresses of a network security group; the rule is left out. Let flows name"
                  + " groups and zones instead of servers.");
        }
        continue;
      }
      String name = rule.rule().id() + "-" + number;
      file.provenance(rule.rule(), name);
      new SecurityRule(file.json(), direction)
          .write(
              rule,
              name,
              priority,
              grouped ? groups.get(element(rule)) : null,
              AzureText.literal(descriptions.of(rule.rule(), 139)));
      priority += step;
    }
    new SecurityRule(file.json(), direction).writeLast(LAST);
  }

  private void attachments(ExportSink sink, Map<String, String> slugs) throws IOException {
    try (JsonFile file =
        JsonFile.open(
            sink, scope + "/attachments.json", "Which security groups belong to which server")) {
      JsonGenerator json = file.json();
      json.writeStartObject();
      json.writeStringField("scope", scope);
      json.writeArrayFieldStart("firebreakAttachments");
      for (RuleSet set : sets) {
        for (PolicyServer server : set.servers()) {
          json.writeStartObject();
          file.attached(server, set);
          json.writeStringField("networkSecurityGroup", prefix + "nsg-" + slugs.get(set.name()));
          json.writeArrayFieldStart("applicationSecurityGroups");
          for (String id : groupsAt.getOrDefault(server.index(), List.of())) {
            json.writeString(groups.get(id));
          }
          json.writeEndArray();
          json.writeEndObject();
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
