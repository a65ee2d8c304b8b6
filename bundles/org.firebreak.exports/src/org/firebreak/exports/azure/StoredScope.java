package org.firebreak.exports.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firebreak.core.progress.Progress;
import org.firebreak.rulebase.RuleFiles;

/**
 * What a bundle says of one resource group.
 *
 * @param groups application security groups by name
 * @param filters network security groups by name
 * @param servers servers with their groups, by id
 */
record StoredScope(
    Map<String, JsonNode> groups, Map<String, JsonNode> filters, Map<String, JsonNode> servers) {
  static final ObjectMapper MAPPER = new ObjectMapper();
  static final String FILTER = "Microsoft.Network/networkSecurityGroups";
  static final String GROUP = "Microsoft.Network/applicationSecurityGroups";

  StoredScope() {
    this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  /** The resource groups of a bundle by the name of their folder. */
  static Map<String, StoredScope> read(RuleFiles files, Progress progress) throws IOException {
    Map<String, StoredScope> scopes = new TreeMap<>();
    for (String path : files.paths()) {
      progress.check();
      int slash = path.indexOf('/');
      if (slash > 0 && path.endsWith(".json")) {
        StoredScope scope =
            scopes.computeIfAbsent(path.substring(0, slash), name -> new StoredScope());
        try (InputStream in = files.open(path)) {
          scope.add(MAPPER.readTree(in));
        }
      }
    }
    return scopes;
  }

  private void add(JsonNode root) {
    for (JsonNode resource : root.path("resources")) {
      String type = resource.path("type").asText();
      if (type.equals(FILTER)) {
        filters.put(resource.path("name").asText(), resource);
      } else if (type.equals(GROUP)) {
        groups.put(resource.path("name").asText(), resource);
      }
    }
    root.path("firebreakAttachments")
        .forEach(each -> servers.put(each.path("serverId").asText(), each));
  }

  /** The application security groups of a server. */
  List<String> groupsOf(String server) {
    List<String> names = new ArrayList<>();
    if (servers.containsKey(server)) {
      servers
          .get(server)
          .path("applicationSecurityGroups")
          .forEach(group -> names.add(group.asText()));
    }
    return names;
  }

  /** The network security group of a server; empty if it has none. */
  String filterOf(String server) {
    JsonNode known = servers.get(server);
    return known == null ? "" : known.path("networkSecurityGroup").asText();
  }
}
