package org.firebreak.rulebase.nsx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firebreak.core.progress.Progress;
import org.firebreak.rulebase.HostAddresses;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.RuleBaseException;
import org.firebreak.rulebase.RuleBaseReader;
import org.firebreak.rulebase.RuleFiles;
import org.firebreak.rulebase.Unread;

/**
 * Reads the distributed firewall of VMware NSX. Files of one folder belong to one space or project.
 * Which VM has which tag is told by {@code vm-tags.json}; without it no policy can be placed.
 *
 * <p>A first rule of a policy that permits the whole of IPv6 neighbour discovery, and nothing else,
 * from and to everybody without log is passed over: such messages open no connection, and because
 * receivers discard those with a hop limit other than 255 (RFC 4861, 6.1, 7.1 and 8.1) none from
 * beyond the link has an effect. Every other rule about these types is read like any rule.
 */
public final class NsxReader implements RuleBaseReader {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public String id() {
    return "nsx";
  }

  @Override
  public String title() {
    return "VMware NSX";
  }

  @Override
  public boolean recognises(String path, String beginning) {
    return beginning.contains("\"firebreakVmTags\"")
        || beginning.contains("\"resource_type\"") && beginning.contains("\"Infra\"");
  }

  @Override
  public RuleBase read(RuleFiles files, HostAddresses hosts, Progress progress) throws IOException {
    Map<String, NsxSpace> spaces = new TreeMap<>();
    List<Unread> unread = new ArrayList<>();
    SentCalls calls = new SentCalls();
    for (String path : files.paths()) {
      progress.check();
      if (path.endsWith(".json")) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        JsonNode root = parse(files, path);
        if (root.has("firebreakVmTags")) {
          spaces.computeIfAbsent(folder, key -> new NsxSpace()).addMachines(root, path, unread);
        } else if (root.path("resource_type").asText().equals("Infra")) {
          spaces.computeIfAbsent(folder, key -> new NsxSpace()).addTree(root, path, unread);
          calls.addBody(path, root);
        } else if (SentCalls.isOperation(root)) {
          calls.addBody(path, root);
        } else if (root.has("firebreakNsxCalls")) {
          calls.addCalls(path, root);
        }
      }
    }
    calls.check(spaces, unread);
    List<PlacedFilter> filters = new ArrayList<>();
    for (NsxSpace space : spaces.values()) {
      progress.check();
      filters.addAll(new NsxFilters(space, hosts, unread).read());
    }
    return new RuleBase(filters, unread);
  }

  private static JsonNode parse(RuleFiles files, String path) throws IOException {
    try (InputStream in = files.open(path)) {
      JsonNode root = MAPPER.readTree(in);
      if (root == null || !root.isContainerNode()) {
        throw new RuleBaseException(path + " is not a JSON document; export it again");
      }
      return root;
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new RuleBaseException(
          path + ":" + e.getLocation().getLineNr() + " is not JSON: " + e.getOriginalMessage(), e);
    }
  }
}
