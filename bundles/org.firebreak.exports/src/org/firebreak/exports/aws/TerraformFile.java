package org.firebreak.exports.aws;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.cloud.JsonFile;

/**
 * A Terraform module of one VPC in Terraform's JSON syntax, in which every text is a JSON string
 * and no text holds a template sequence.
 */
final class TerraformFile {
  private final AwsPlan plan;
  private final JsonGenerator json;

  private TerraformFile(AwsPlan plan, JsonGenerator json) {
    this.plan = plan;
    this.json = json;
  }

  static void write(AwsPlan plan, ExportSink sink) throws IOException {
    String path = plan.scope() + "/terraform/firebreak.tf.json";
    try (JsonFile file = JsonFile.open(sink, path, "Terraform module of VPC " + plan.scope())) {
      new TerraformFile(plan, file.json()).write();
      Map<String, SecurityGroup> groupOf = new HashMap<>();
      List<GroupRule> rules = new ArrayList<>();
      for (SecurityGroup group : plan.groups()) {
        group.rules().forEach(rule -> groupOf.put(rule.logicalId(), group));
        rules.addAll(group.rules());
      }
      AwsProvenance.record(plan, rules, groupOf::get, file);
    }
  }

  private void write() throws IOException {
    json.writeStartObject();
    json.writeStringField("//", "Written by Firebreak; change the design instead.");
    json.writeObjectFieldStart("terraform");
    json.writeStringField("required_version", ">= 1.3");
    json.writeObjectFieldStart("required_providers");
    json.writeObjectFieldStart("aws");
    json.writeStringField("source", "hashicorp/aws");
    json.writeStringField("version", ">= 5.0");
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeObjectFieldStart("variable");
    json.writeObjectFieldStart("vpc_id");
    json.writeStringField("type", "string");
    json.writeStringField("description", "VPC of the instances");
    json.writeEndObject();
    json.writeEndObject();
    json.writeObjectFieldStart("resource");
    groups();
    lists();
    rules(true);
    rules(false);
    json.writeEndObject();
    output();
    json.writeEndObject();
  }

  private void groups() throws IOException {
    if (plan.groups().isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("aws_security_group");
    for (SecurityGroup group : plan.groups()) {
      json.writeObjectFieldStart(group.logicalId());
      json.writeStringField("name", group.name());
      json.writeStringField("description", group.description());
      json.writeStringField("vpc_id", "${var.vpc_id}");
      tags(group.tags());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void lists() throws IOException {
    if (plan.lists().isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("aws_ec2_managed_prefix_list");
    for (PrefixList list : plan.lists()) {
      json.writeObjectFieldStart(list.logicalId());
      json.writeStringField("name", list.name());
      json.writeStringField("address_family", list.v6() ? "IPv6" : "IPv4");
      json.writeNumberField("max_entries", list.cidrs().size());
      json.writeArrayFieldStart("entry");
      for (String cidr : list.cidrs()) {
        json.writeStartObject();
        json.writeStringField("cidr", cidr);
        json.writeEndObject();
      }
      json.writeEndArray();
      tags(GroupTags.of(list));
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void rules(boolean ingress) throws IOException {
    boolean begun = false;
    for (SecurityGroup group : plan.groups()) {
      for (GroupRule rule : group.rules()) {
        if (rule.isIngress() == ingress) {
          if (!begun) {
            json.writeObjectFieldStart(
                ingress
                    ? "aws_vpc_security_group_ingress_rule"
                    : "aws_vpc_security_group_egress_rule");
            begun = true;
          }
          write(group, rule);
        }
      }
    }
    if (begun) {
      json.writeEndObject();
    }
  }

  private void write(SecurityGroup group, GroupRule rule) throws IOException {
    json.writeObjectFieldStart(rule.logicalId());
    json.writeStringField("security_group_id", id("aws_security_group", group.logicalId()));
    json.writeStringField("ip_protocol", rule.protocol());
    if (rule.hasPorts()) {
      json.writeNumberField("from_port", rule.fromPort());
      json.writeNumberField("to_port", rule.toPort());
    }
    switch (rule.peer()) {
      case Peer.Cidr cidr ->
          json.writeStringField(cidr.v6() ? "cidr_ipv6" : "cidr_ipv4", cidr.cidr());
      case Peer.Group peer ->
          json.writeStringField(
              "referenced_security_group_id", id("aws_security_group", peer.group().logicalId()));
      case Peer.Prefixes prefixes ->
          json.writeStringField(
              "prefix_list_id", id("aws_ec2_managed_prefix_list", prefixes.list().logicalId()));
    }
    json.writeStringField("description", rule.description());
    Map<String, String> tags = new java.util.LinkedHashMap<>();
    tags.put(GroupTags.OWNER, "managed");
    tags.put("firebreak:rule", AwsText.tag(String.join(" ", rule.rules())));
    tags(tags);
    json.writeEndObject();
  }

  private static String id(String type, String name) {
    return "${" + type + "." + name + ".id}";
  }

  private void tags(Map<String, String> tags) throws IOException {
    json.writeObjectFieldStart("tags");
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      json.writeStringField(tag.getKey(), tag.getValue());
    }
    json.writeEndObject();
  }

  private void output() throws IOException {
    json.writeObjectFieldStart("output");
    json.writeObjectFieldStart("security_groups");
    json.writeStringField("description", "Ids of the security groups by name");
    json.writeObjectFieldStart("value");
    for (SecurityGroup group : plan.groups()) {
      json.writeStringField(group.name(), id("aws_security_group", group.logicalId()));
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }
}
