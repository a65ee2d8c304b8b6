package org.firebreak.rulebase.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.progress.Progress;
import org.firebreak.rulebase.HostAddresses;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.RuleBaseReader;
import org.firebreak.rulebase.RuleFiles;
import org.firebreak.rulebase.Unread;
import org.firebreak.rulebase.json.JsonFiles;
import org.firebreak.rulebase.json.JsonValues;
import org.firebreak.rulebase.json.Unreadable;

/**
 * Reads firewall rules of Google Cloud: those in force at an instance by priority, denials before
 * permits of the same priority, then the implied ones, which deny what comes in and permit what
 * goes out. Rules are read as {@code gcloud compute firewall-rules list --format=json} prints them,
 * as the API lists them, or one by one.
 *
 * <p>Log entries are of TCP and UDP alone: a rule that logs other protocols too is read as two, the
 * second of which logs nothing and bears {@link #NOT_LOGGED} after its name.
 */
public final class GcpReader implements RuleBaseReader {
  /** Ends the name of that part of a rule that is not logged although the rule logs. */
  public static final String NOT_LOGGED = "not-logged";

  @Override
  public String id() {
    return "gcp";
  }

  @Override
  public String title() {
    return "Google Cloud VPC firewall";
  }

  @Override
  public boolean recognises(String path, String beginning) {
    return path.endsWith(".json")
        && (beginning.contains("compute#firewall")
            || beginning.contains("\"IPProtocol\"")
                && (beginning.contains("\"allowed\"") || beginning.contains("\"denied\"")));
  }

  @Override
  public RuleBase read(RuleFiles files, HostAddresses hosts, Progress progress) throws IOException {
    Map<String, VpcNetwork> networks = new LinkedHashMap<>();
    List<Unread> unread = new ArrayList<>();
    Map<String, JsonNode> roots = new LinkedHashMap<>();
    for (String path : files.paths()) {
      progress.check();
      if (path.endsWith(".json")) {
        JsonNode root = JsonFiles.read(files, path);
        if (root.path("firebreakAttachments").isArray()) {
          VpcNetwork network = network(networks, path, root.path("network").asText());
          attach(path, root, hosts, network, unread);
        } else {
          roots.put(path, root);
        }
      }
    }
    roots.forEach((path, root) -> addRules(path, root, networks, unread));
    List<PlacedFilter> filters = new ArrayList<>();
    networks.values().forEach(network -> filters.addAll(network.filters()));
    return new RuleBase(filters, unread);
  }

  /** The network of a folder; URLs of the same network differ before its name, which may lack. */
  private static VpcNetwork network(Map<String, VpcNetwork> networks, String path, String url) {
    String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    String name = url.isEmpty() ? "default" : url.substring(url.lastIndexOf('/') + 1);
    return networks.computeIfAbsent(folder + "\n" + name, key -> new VpcNetwork(name));
  }

  private static void attach(
      String path, JsonNode root, HostAddresses hosts, VpcNetwork network, List<Unread> unread) {
    for (JsonNode element : root.get("firebreakAttachments")) {
      try {
        String host = JsonValues.text(element, "serverId");
        if (host == null) {
          throw new Unreadable("names no server");
        }
        network.attach(
            host,
            JsonValues.text(element, "ruleSet"),
            JsonValues.texts(element, "tags"),
            hosts.of(host));
      } catch (Unreadable e) {
        unread.add(JsonValues.unread(path, element, e.getMessage()));
      }
    }
  }

  private static void addRules(
      String path, JsonNode root, Map<String, VpcNetwork> networks, List<Unread> unread) {
    List<JsonNode> rules = new ArrayList<>();
    if (root.isArray()) {
      root.forEach(rules::add);
    } else if (root.has("items")) {
      root.get("items").forEach(rules::add);
    } else {
      rules.add(root);
    }
    String base = path + "#" + (root.isArray() ? "/" : root.has("items") ? "/items/" : "");
    for (int i = 0; i < rules.size(); i++) {
      JsonNode rule = rules.get(i);
      String place = base.endsWith("/") ? base + i : base;
      if (!VpcRule.isDisabled(rule)) {
        VpcNetwork network = network(networks, path, rule.path("network").asText());
        try {
          VpcRule.read(rule, place, network.members()).forEach(network::add);
        } catch (Unreadable e) {
          unread.add(JsonValues.unread(place, rule, e.getMessage()));
        }
      }
    }
  }
}
