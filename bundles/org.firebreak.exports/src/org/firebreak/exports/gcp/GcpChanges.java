package org.firebreak.exports.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.ChangeWriter;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.json.JsonFile;
import org.firebreak.rulebase.RuleFiles;

/**
 * Writes the steps between two bundles of firewall rules.
 *
 * <pre>
 * 1-tags-remove.json   tags that instances lose
 * 2-patch.json         rules of which only the description or the log changes
 * 3-insert.json        new rules, denials of the rest and lower priority numbers first
 * 4-delete.json        names of rules that are no more, highest priority numbers first
 * 5-tags-add.json      tags that instances get
 * </pre>
 *
 * The name of a rule tells what it matches, so what matches otherwise is another rule. Only permits
 * name sources by tags. So the first step permits less than before; each rule inserted or deleted
 * leaves those before it in their order; and the last step adds what the new rules permit. An
 * instance that changes its class is closed in between, but for the rest that is denied.
 */
final class GcpChanges implements ChangeWriter {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What a bundle holds, by network and name. */
  private static final class Bundle {
    private final Map<String, JsonNode> rules = new LinkedHashMap<>();
    private final Map<String, JsonNode> instances = new LinkedHashMap<>();
  }

  @Override
  public void write(RuleFiles from, RuleFiles to, ExportSink sink, Progress progress)
      throws IOException {
    Bundle before = read(from, progress);
    Bundle after = read(to, progress);
    ArrayNode removed = tags(before, after, "remove");
    ArrayNode added = tags(after, before, "add");
    List<JsonNode> patched = new ArrayList<>();
    List<JsonNode> inserted = new ArrayList<>();
    List<JsonNode> deleted = new ArrayList<>();
    after.rules.forEach(
        (key, rule) -> {
          JsonNode old = before.rules.get(key);
          if (old == null) {
            inserted.add(rule);
          } else if (!old.equals(rule)) {
            patched.add(rule);
          }
        });
    before.rules.forEach(
        (key, rule) -> {
          if (!after.rules.containsKey(key)) {
            deleted.add(rule);
          }
        });
    Comparator<JsonNode> order = Comparator.comparingInt(rule -> rule.path("priority").asInt());
    inserted.sort(Comparator.comparing(GcpChanges::isLast).reversed().thenComparing(order));
    deleted.sort(Comparator.comparing(GcpChanges::isLast).thenComparing(order.reversed()));
    write(sink, "1-tags-remove.json", "Tags that instances lose", "instances", removed);
    write(sink, "2-patch.json", "Rules with another log or description", "items", list(patched));
    write(sink, "3-insert.json", "New rules, in order", "items", list(inserted));
    ArrayNode names = MAPPER.createArrayNode();
    deleted.forEach(rule -> names.add(rule.path("name").asText()));
    write(sink, "4-delete.json", "Rules that are no more, in order", "names", names);
    write(sink, "5-tags-add.json", "Tags that instances get", "instances", added);
  }

  /** Whether it denies the rest, which must be there whenever there are others. */
  private static boolean isLast(JsonNode rule) {
    return rule.has("denied") && rule.path("priority").asInt() == ClassRules.REST;
  }

  private static ArrayNode list(List<JsonNode> nodes) {
    return MAPPER.createArrayNode().addAll(nodes);
  }

  /** The tags of instances in one bundle that they have not in the other. */
  private static ArrayNode tags(Bundle bundle, Bundle other, String field) {
    ArrayNode changed = MAPPER.createArrayNode();
    bundle.instances.forEach(
        (key, instance) -> {
          Set<String> tags = new LinkedHashSet<>();
          instance.path("tags").forEach(tag -> tags.add(tag.asText()));
          JsonNode there = other.instances.get(key);
          if (there != null) {
            there.path("tags").forEach(tag -> tags.remove(tag.asText()));
          }
          if (!tags.isEmpty()) {
            ObjectNode entry = changed.addObject();
            entry.set("server", instance.path("server"));
            entry.set("serverId", instance.path("serverId"));
            entry.set("addresses", instance.path("addresses"));
            tags.forEach(entry.putArray(field)::add);
          }
        });
    return changed;
  }

  private static void write(
      ExportSink sink, String path, String description, String field, ArrayNode content)
      throws IOException {
    if (!content.isEmpty()) {
      try (JsonFile file = new JsonFile(sink, path, description, Set.of(field))) {
        file.write(MAPPER.createObjectNode().set(field, content));
      }
    }
  }

  private static Bundle read(RuleFiles files, Progress progress) throws IOException {
    Bundle bundle = new Bundle();
    for (String path : files.paths()) {
      progress.check();
      if (path.endsWith(".json")) {
        try (InputStream in = files.open(path)) {
          JsonNode root = MAPPER.readTree(in);
          for (JsonNode rule : root.path("items")) {
            bundle.rules.put(rule.path("name").asText(), rule);
          }
          for (JsonNode instance : root.path("firebreakAttachments")) {
            bundle.instances.put(
                root.path("network").asText() + " " + instance.path("serverId").asText(), instance);
          }
        }
      }
    }
    return bundle;
  }
}
