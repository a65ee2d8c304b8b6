package org.firebreak.exports.aws;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.cloud.JsonFile;

/** Which groups belong to the interfaces of which instance. */
final class AttachmentsFile {
  /** Field with the name of the group without rules. */
  static final String CLOSED = "closedGroup";

  private AttachmentsFile() {}

  static void write(AwsPlan plan, ExportSink sink) throws IOException {
    Map<Integer, List<String>> memberOf = new HashMap<>();
    for (SecurityGroup group : plan.memberGroups()) {
      for (PolicyServer server : group.members()) {
        memberOf.computeIfAbsent(server.index(), index -> new ArrayList<>()).add(group.name());
      }
    }
    String path = plan.scope() + "/attachments.json";
    try (JsonFile file =
        JsonFile.open(sink, path, "Which security groups belong to which instance")) {
      JsonGenerator json = file.json();
      json.writeStartObject();
      json.writeStringField("scope", plan.scope());
      json.writeStringField(CLOSED, plan.closed().name());
      json.writeArrayFieldStart("firebreakAttachments");
      for (RuleSet set : plan.sets()) {
        for (PolicyServer server : set.servers()) {
          json.writeStartObject();
          file.attached(server, set);
          json.writeArrayFieldStart("securityGroups");
          for (SecurityGroup group : plan.classes().get(set.id())) {
            json.writeString(group.name());
          }
          for (String group : memberOf.getOrDefault(server.index(), List.of())) {
            json.writeString(group);
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
