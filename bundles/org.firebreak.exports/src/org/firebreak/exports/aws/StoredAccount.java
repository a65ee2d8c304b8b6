package org.firebreak.exports.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.firebreak.core.progress.Progress;
import org.firebreak.rulebase.RuleFiles;

/** What a bundle says of one VPC. */
final class StoredAccount {
  static final ObjectMapper MAPPER = new ObjectMapper();
  static final String MODULE_END = ".tf.json";

  private final Map<String, ObjectNode> templates = new TreeMap<>();
  private final Map<String, ObjectNode> modules = new TreeMap<>();
  private final Map<String, JsonNode> instances = new TreeMap<>();
  private String closed = "";

  /** The VPCs of a bundle by the name of their folder. */
  static Map<String, StoredAccount> read(RuleFiles files, Progress progress) throws IOException {
    Map<String, StoredAccount> accounts = new TreeMap<>();
    for (String path : files.paths()) {
      progress.check();
      int slash = path.indexOf('/');
      if (slash > 0 && path.endsWith(".json")) {
        StoredAccount account =
            accounts.computeIfAbsent(path.substring(0, slash), scope -> new StoredAccount());
        try (InputStream in = files.open(path)) {
          account.add(path.substring(path.lastIndexOf('/') + 1), MAPPER.readTree(in));
        }
      }
    }
    return accounts;
  }

  private void add(String name, JsonNode root) {
    if (root.path("Resources").isObject()) {
      templates.put(name.substring(0, name.length() - ".json".length()), (ObjectNode) root);
    } else if (name.endsWith(MODULE_END) && root.path("resource").isObject()) {
      modules.put(name.substring(0, name.length() - MODULE_END.length()), (ObjectNode) root);
    }
    closed = root.path(AttachmentsFile.CLOSED).asText(closed);
    root.path("firebreakAttachments")
        .forEach(each -> instances.put(each.path("serverId").asText(), each));
  }

  /** CloudFormation templates, or Terraform's module, by name of the file without its end. */
  Map<String, ObjectNode> documents(boolean stacks) {
    return stacks ? templates : modules;
  }

  Map<String, ObjectNode> templates() {
    return templates;
  }

  Map<String, ObjectNode> modules() {
    return modules;
  }

  /** Instances with their groups, by id of the server. */
  Map<String, JsonNode> instances() {
    return instances;
  }

  /** Name of the group without rules; empty if there is none. */
  String closed() {
    return closed;
  }
}
