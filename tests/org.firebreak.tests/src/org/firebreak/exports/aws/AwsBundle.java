package org.firebreak.exports.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.firebreak.exports.cloud.JsonSchemas;

/** The CloudFormation templates of a bundle, with what EC2 demands of them. */
final class AwsBundle {
  private static final String ALPHABET = "[A-Za-z0-9 ._\\-:/()#,@\\[\\]+=&;!*]{1,255}";

  private final Map<String, JsonSchema> schemas = new HashMap<>();
  private final Map<String, JsonNode> resources = new HashMap<>();
  private final Map<String, String> exports = new HashMap<>();
  private final Path scope;

  private AwsBundle(Path scope) {
    this.scope = scope;
  }

  static AwsBundle read(Path scope) throws IOException {
    AwsBundle bundle = new AwsBundle(scope);
    for (Path template : bundle.templates()) {
      JsonNode root = JsonSchemas.read(template);
      assertThat(root.get("Resources").size()).isBetween(1, 500);
      assertThat(root.path("Outputs").size()).isLessThanOrEqualTo(200);
      assertThat(Files.size(template)).isLessThan(1_000_000);
      root.get("Resources")
          .properties()
          .forEach(
              each ->
                  assertThat(bundle.resources.put(each.getKey(), each.getValue()))
                      .as(each.getKey())
                      .isNull());
      root.path("Outputs")
          .properties()
          .forEach(
              each ->
                  bundle.exports.put(
                      each.getValue().at("/Export/Name/Fn::Sub").asText(), each.getKey()));
    }
    return bundle;
  }

  List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.list(scope.resolve("cloudformation"))) {
      return files.sorted().toList();
    }
  }

  Map<String, JsonNode> resources() {
    return resources;
  }

  /** The properties of each resource fit the schema of its type. */
  void assertSchema() throws IOException {
    for (Map.Entry<String, JsonNode> resource : resources.entrySet()) {
      String type = resource.getValue().get("Type").asText().replace("AWS::EC2::", "");
      if (!schemas.containsKey(type)) {
        schemas.put(type, JsonSchemas.load("aws/aws-ec2-" + type.toLowerCase() + ".json"));
      }
      assertThat(resource.getKey()).matches("[A-Za-z0-9]{1,255}");
      ObjectNode properties = resource.getValue().get("Properties").deepCopy();
      properties
          .properties()
          .forEach(
              property -> {
                if (property.getValue().isObject()) {
                  properties.put(property.getKey(), reference(property.getValue()));
                }
              });
      assertThat(schemas.get(type).validate(properties)).as(resource.getKey()).isEmpty();
    }
  }

  /** The resource that an intrinsic function refers to; it must exist. */
  private String reference(JsonNode function) {
    if (function.has("Ref")) {
      assertThat(function.get("Ref").asText()).isEqualTo("VpcId");
      return "vpc";
    }
    String id =
        function.has("Fn::GetAtt")
            ? function.get("Fn::GetAtt").get(0).asText()
            : exports.get(function.at("/Fn::ImportValue/Fn::Sub").asText());
    assertThat(resources).containsKey(id);
    return id;
  }

  /** Quotas of rules and interfaces, unique rules and names, characters. */
  void assertSemantics(int rulesPerGroup, int groupsPerInterface) throws IOException {
    Set<String> names = new HashSet<>();
    Set<String> identities = new HashSet<>();
    Map<String, Integer> counts = new HashMap<>();
    resources.forEach(
        (id, resource) -> {
          JsonNode properties = resource.get("Properties");
          String type = resource.get("Type").asText();
          if (type.endsWith("SecurityGroup")) {
            String name = properties.get("GroupName").asText();
            assertThat(name).matches("(?!sg-)[a-z0-9-]{1,255}");
            assertThat(names.add(name)).as(name).isTrue();
            assertThat(properties.get("GroupDescription").asText()).matches(ALPHABET);
            assertThat(properties.get("SecurityGroupEgress")).hasSize(1);
          } else if (type.contains("SecurityGroup")) {
            assertThat(properties.get("Description").asText()).matches(ALPHABET);
            ObjectNode identity = properties.deepCopy();
            identity.remove("Description");
            assertThat(identities.add(type + identity)).as(id).isTrue();
            count(type, properties, counts);
          }
        });
    assertThat(counts.values()).allMatch(count -> count <= rulesPerGroup);
    JsonNode attachments =
        JsonSchemas.read(scope.resolve("attachments.json")).get("firebreakAttachments");
    for (JsonNode attachment : attachments) {
      assertThat(attachment.get("securityGroups").size()).isBetween(1, groupsPerInterface);
      attachment.get("securityGroups").forEach(name -> assertThat(names).contains(name.asText()));
    }
  }

  private void count(String type, JsonNode rule, Map<String, Integer> counts) {
    String key = type + reference(rule.get("GroupId"));
    int[] weights = {rule.has("CidrIp") ? 1 : 0, rule.has("CidrIpv6") ? 1 : 0};
    for (String side : List.of("Source", "Destination")) {
      if (rule.has(side + "SecurityGroupId")) {
        weights = new int[] {1, 1};
      }
      if (rule.has(side + "PrefixListId")) {
        JsonNode list = resources.get(reference(rule.get(side + "PrefixListId"))).get("Properties");
        assertThat(list.get("Entries")).hasSize(list.get("MaxEntries").asInt());
        weights[list.get("AddressFamily").asText().equals("IPv6") ? 1 : 0] =
            list.get("MaxEntries").asInt();
      }
    }
    counts.merge(key + "4", weights[0], Integer::sum);
    counts.merge(key + "6", weights[1], Integer::sum);
  }
}
