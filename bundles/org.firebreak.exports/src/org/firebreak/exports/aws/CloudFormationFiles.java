package org.firebreak.exports.aws;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Slugs;
import org.firebreak.exports.cloud.JsonFile;

/**
 * CloudFormation templates of one VPC: one if it holds everything, else templates of groups, whose
 * ids are exported, and of rules, which import them.
 */
final class CloudFormationFiles {
  private static final int RESOURCES = 500;
  private static final int OUTPUTS = 200;

  /** A template: groups, prefix lists, rules. */
  private record Template(
      String name, List<SecurityGroup> groups, List<PrefixList> lists, List<GroupRule> rules) {}

  private final AwsPlan plan;
  private final ExportSink sink;

  /** Group of each rule, by logical id of the rule. */
  private final Map<String, SecurityGroup> groupOf = new HashMap<>();

  private boolean split;

  private CloudFormationFiles(AwsPlan plan, ExportSink sink) {
    this.plan = plan;
    this.sink = sink;
  }

  static void write(AwsPlan plan, ExportSink sink) throws IOException {
    new CloudFormationFiles(plan, sink).write();
  }

  private void write() throws IOException {
    List<GroupRule> rules = new ArrayList<>();
    for (SecurityGroup group : plan.groups()) {
      group.rules().forEach(rule -> groupOf.put(rule.logicalId(), group));
      rules.addAll(group.rules());
    }
    int all = plan.groups().size() + plan.lists().size() + rules.size();
    split = all > RESOURCES;
    if (!split) {
      write(new Template("firebreak", plan.groups(), plan.lists(), rules));
      return;
    }
    List<List<SecurityGroup>> groups = parts(plan.groups(), OUTPUTS, SecurityGroup::logicalId);
    for (int i = 0; i < groups.size(); i++) {
      write(new Template("groups-" + (i + 1), groups.get(i), List.of(), List.of()));
    }
    List<List<PrefixList>> lists = parts(plan.lists(), OUTPUTS, PrefixList::logicalId);
    for (int i = 0; i < lists.size(); i++) {
      write(new Template("prefixes-" + (i + 1), List.of(), lists.get(i), List.of()));
    }
    List<List<GroupRule>> parts = parts(rules, RESOURCES, GroupRule::logicalId);
    for (int i = 0; i < parts.size(); i++) {
      write(new Template("rules-" + (i + 1), List.of(), List.of(), parts.get(i)));
    }
  }

  /**
   * Resources by a hash of their names, so that each stays in its template when others come and go;
   * twice as many templates when one is full. No template is without resources.
   */
  private static <T> List<List<T>> parts(List<T> resources, int most, Function<T, String> id) {
    for (int count = 1; ; count *= 2) {
      List<List<T>> parts = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        parts.add(new ArrayList<>());
      }
      for (T resource : resources) {
        long hash = Long.parseLong(Slugs.shortHash(id.apply(resource)), 16);
        parts.get((int) (hash % count)).add(resource);
      }
      if (parts.stream().allMatch(part -> part.size() <= most)) {
        return parts;
      }
    }
  }

  private void write(Template template) throws IOException {
    if (template.groups().isEmpty() && template.lists().isEmpty() && template.rules().isEmpty()) {
      return;
    }
    String path = plan.scope() + "/cloudformation/" + template.name() + ".json";
    try (JsonFile file =
        JsonFile.open(sink, path, "CloudFormation template of VPC " + plan.scope())) {
      JsonGenerator json = file.json();
      json.writeStartObject();
      json.writeStringField("AWSTemplateFormatVersion", "2010-09-09");
      json.writeStringField(
          "Description", "Security groups written by Firebreak; change the design instead.");
      json.writeObjectFieldStart("Parameters");
      if (!template.groups().isEmpty()) {
        parameter(json, "VpcId", "AWS::EC2::VPC::Id", "VPC of the instances", null);
      }
      if (split) {
        parameter(
            json,
            "Exports",
            "String",
            "First part of the names of exports; the same in all stacks of this VPC",
            "firebreak-" + plan.scope());
      }
      json.writeEndObject();
      json.writeObjectFieldStart("Resources");
      for (SecurityGroup group : template.groups()) {
        write(json, group);
      }
      for (PrefixList list : template.lists()) {
        write(json, list);
      }
      for (GroupRule rule : template.rules()) {
        write(json, rule);
      }
      json.writeEndObject();
      if (split && template.rules().isEmpty()) {
        outputs(json, template);
      }
      json.writeEndObject();
      AwsProvenance.record(plan, template.rules(), groupOf::get, file);
    }
  }

  private static void parameter(
      JsonGenerator json, String name, String type, String description, String value)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("Type", type);
    json.writeStringField("Description", description);
    if (value != null) {
      json.writeStringField("Default", value);
    }
    json.writeEndObject();
  }

  private static void begin(JsonGenerator json, String id, String type) throws IOException {
    json.writeObjectFieldStart(id);
    json.writeStringField("Type", "AWS::EC2::" + type);
    json.writeObjectFieldStart("Properties");
  }

  private static void end(JsonGenerator json) throws IOException {
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, SecurityGroup group) throws IOException {
    begin(json, group.logicalId(), "SecurityGroup");
    json.writeStringField("GroupName", group.name());
    json.writeStringField("GroupDescription", group.description());
    json.writeObjectFieldStart("VpcId");
    json.writeStringField("Ref", "VpcId");
    json.writeEndObject();
    json.writeArrayFieldStart("SecurityGroupEgress");
    json.writeStartObject();
    json.writeStringField("IpProtocol", "tcp");
    json.writeNumberField("FromPort", 65535);
    json.writeNumberField("ToPort", 65535);
    json.writeStringField("CidrIp", "127.0.0.1/32");
    json.writeStringField("Description", "Matches nothing; takes the place of allow-all egress");
    json.writeEndObject();
    json.writeEndArray();
    tags(json, group.tags());
    end(json);
  }

  private static void write(JsonGenerator json, PrefixList list) throws IOException {
    begin(json, list.logicalId(), "PrefixList");
    json.writeStringField("PrefixListName", list.name());
    json.writeStringField("AddressFamily", list.v6() ? "IPv6" : "IPv4");
    json.writeNumberField("MaxEntries", list.cidrs().size());
    json.writeArrayFieldStart("Entries");
    for (String cidr : list.cidrs()) {
      json.writeStartObject();
      json.writeStringField("Cidr", cidr);
      json.writeEndObject();
    }
    json.writeEndArray();
    tags(json, GroupTags.of(list));
    end(json);
  }

  private static void tags(JsonGenerator json, Map<String, String> tags) throws IOException {
    json.writeArrayFieldStart("Tags");
    for (var tag : tags.entrySet()) {
      json.writeStartObject();
      json.writeStringField("Key", tag.getKey());
      json.writeStringField("Value", tag.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void write(JsonGenerator json, GroupRule rule) throws IOException {
    boolean ingress = rule.isIngress();
    begin(json, rule.logicalId(), ingress ? "SecurityGroupIngress" : "SecurityGroupEgress");
    reference(json, "GroupId", groupOf.get(rule.logicalId()).logicalId(), "GroupId");
    json.writeStringField("IpProtocol", rule.protocol());
    if (rule.hasPorts()) {
      json.writeNumberField("FromPort", rule.fromPort());
      json.writeNumberField("ToPort", rule.toPort());
    }
    String side = ingress ? "Source" : "Destination";
    switch (rule.peer()) {
      case Peer.Cidr cidr -> json.writeStringField(cidr.v6() ? "CidrIpv6" : "CidrIp", cidr.cidr());
      case Peer.Group group ->
          reference(json, side + "SecurityGroupId", group.group().logicalId(), "GroupId");
      case Peer.Prefixes prefixes ->
          reference(json, side + "PrefixListId", prefixes.list().logicalId(), "PrefixListId");
    }
    json.writeStringField("Description", rule.description());
    end(json);
  }

  private void reference(JsonGenerator json, String field, String id, String attribute)
      throws IOException {
    json.writeObjectFieldStart(field);
    if (split) {
      json.writeObjectFieldStart("Fn::ImportValue");
      json.writeStringField("Fn::Sub", "${Exports}-" + id);
      json.writeEndObject();
    } else {
      getAttribute(json, id, attribute);
    }
    json.writeEndObject();
  }

  private static void getAttribute(JsonGenerator json, String id, String attribute)
      throws IOException {
    json.writeArrayFieldStart("Fn::GetAtt");
    json.writeString(id);
    json.writeString(attribute);
    json.writeEndArray();
  }

  private static void outputs(JsonGenerator json, Template template) throws IOException {
    json.writeObjectFieldStart("Outputs");
    for (SecurityGroup group : template.groups()) {
      output(json, group.logicalId(), "GroupId");
    }
    for (PrefixList list : template.lists()) {
      output(json, list.logicalId(), "PrefixListId");
    }
    json.writeEndObject();
  }

  private static void output(JsonGenerator json, String id, String attribute) throws IOException {
    json.writeObjectFieldStart(id);
    json.writeObjectFieldStart("Value");
    getAttribute(json, id, attribute);
    json.writeEndObject();
    json.writeObjectFieldStart("Export");
    json.writeObjectFieldStart("Name");
    json.writeStringField("Fn::Sub", "${Exports}-" + id);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }
}
