package org.firebreak.rulebase.azure;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.Rule;
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
 * Reads network security groups of Azure: rules of each direction by priority, the first that
 * matches decides, then the built-in rules, which speak of the virtual network and so are read only
 * where a rule before them leaves nothing to them.
 */
public final class AzureReader implements RuleBaseReader {
  private static final String TYPE = "Microsoft.Network/networkSecurityGroups";

  /** What the attachments of one folder say. */
  private static final class Attached {
    private final Map<String, List<String>> hosts = new HashMap<>();
    private final Map<String, AddressSet> members = new HashMap<>();
  }

  @Override
  public String id() {
    return "azure";
  }

  @Override
  public String title() {
    return "Azure network security groups";
  }

  @Override
  public boolean recognises(String path, String beginning) {
    return path.endsWith(".json")
        && (beginning.contains("schema.management.azure.com")
            || beginning.contains("\"securityRules\"")
            || beginning.contains(TYPE));
  }

  @Override
  public RuleBase read(RuleFiles files, HostAddresses hosts, Progress progress) throws IOException {
    Map<String, JsonNode> roots = new LinkedHashMap<>();
    Map<String, Attached> attached = new HashMap<>();
    List<Unread> unread = new ArrayList<>();
    for (String path : files.paths()) {
      progress.check();
      if (path.endsWith(".json")) {
        JsonNode root = JsonFiles.read(files, path);
        if (root.path("firebreakAttachments").isArray()) {
          attached.put(folder(path), attachments(path, root, hosts, unread));
        } else {
          roots.put(path, root);
        }
      }
    }
    List<PlacedFilter> filters = new ArrayList<>();
    roots.forEach(
        (path, root) -> {
          Attached here = attached.getOrDefault(folder(path), new Attached());
          JsonNode list = root.isArray() ? root : root.path("resources");
          for (int i = 0; i < list.size(); i++) {
            JsonNode group = list.get(i);
            if (TYPE.equalsIgnoreCase(group.path("type").asText(TYPE))) {
              add(path + "#/" + i, group, here, filters, unread);
            }
          }
        });
    return new RuleBase(filters, unread);
  }

  private static String folder(String path) {
    return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
  }

  private static Attached attachments(
      String path, JsonNode root, HostAddresses hosts, List<Unread> unread) {
    Attached attached = new Attached();
    for (JsonNode element : root.get("firebreakAttachments")) {
      try {
        String host = JsonValues.text(element, "serverId");
        String group = JsonValues.text(element, "networkSecurityGroup");
        if (host == null || group == null) {
          throw new Unreadable("names no server or no group");
        }
        attached.hosts.computeIfAbsent(group, key -> new ArrayList<>()).add(host);
        for (String of : JsonValues.texts(element, "applicationSecurityGroups")) {
          attached.members.merge(of, hosts.of(host), AddressSet::union);
        }
      } catch (Unreadable e) {
        unread.add(JsonValues.unread(path, element, e.getMessage()));
      }
    }
    return attached;
  }

  private static void add(
      String place,
      JsonNode group,
      Attached attached,
      List<PlacedFilter> filters,
      List<Unread> unread) {
    String name = group.path("name").asText();
    JsonNode rules =
        group.path("properties").has("securityRules")
            ? group.path("properties").path("securityRules")
            : group.path("securityRules");
    List<SecurityRule> read = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      String at = place + "/securityRules/" + i;
      try {
        read.add(SecurityRule.read(rules.get(i), at, attached.members));
      } catch (Unreadable e) {
        unread.add(JsonValues.unread(at, rules.get(i), e.getMessage()));
      }
    }
    read.sort(Comparator.comparingInt(SecurityRule::priority));
    JsonNode tag = group.path("tags").path("firebreak-rule-set");
    for (boolean inbound : new boolean[] {true, false}) {
      List<FilterRule> of =
          read.stream().filter(rule -> rule.inbound() == inbound).map(SecurityRule::rule).toList();
      boolean decided = of.stream().anyMatch(AzureReader::matchesAll);
      if (!decided) {
        unread.add(
            JsonValues.unread(
                place,
                group.path("name"),
                "Leaves connections of the virtual network to the built-in rules, whose addresses"
                    + " are not known."));
      }
      filters.add(
          new PlacedFilter(
              name,
              tag.isTextual() ? tag.asText() : null,
              attached.hosts.getOrDefault(name, List.of(name)),
              inbound ? Rule.Direction.INBOUND : Rule.Direction.OUTBOUND,
              new PacketFilter(
                  of,
                  new FilterRule(
                      "DenyAll",
                      place,
                      AddressSet.ANY,
                      AddressSet.ANY,
                      ServiceLine.ANY,
                      Outcome.DENY))));
    }
  }

  private static boolean matchesAll(FilterRule rule) {
    return rule.source().isAny()
        && rule.destination().isAny()
        && rule.services().equals(ServiceLine.ANY);
  }
}
