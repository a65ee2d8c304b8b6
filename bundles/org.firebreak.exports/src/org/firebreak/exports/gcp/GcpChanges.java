package org.firebreak.exports.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.ChangeWriter;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.json.JsonFile;
import org.firebreak.rulebase.RuleFiles;

/**
 * Writes the steps between two bundles of firewall rules.
 *
 * <pre>
 * 0-insert.json        denials of the rest, if instances need them that are not enforced yet
 * 1-tags-remove.json   tags that instances lose
 * 2-patch.json         rules of which only the description or the log changes
 * 3-insert.json        new rules, denials of the rest and lower priority numbers first
 * 4-delete.json        names of rules that are no more, highest priority numbers first
 * 5-tags-add.json      tags that instances get
 * 6-delete.json        denials of the rest that were needed in between
 * </pre>
 *
 * The name of a rule tells what it matches, so what matches otherwise is another rule. Only permits
 * name sources by tags. So the first step permits less than before; each rule inserted or deleted
 * leaves those before it in their order; and the last step adds what the new rules permit. An
 * instance that changes its class is closed in between: without rules, what goes out of it would be
 * open, so it has the tag for the denial of the rest in between, even if neither bundle gives it.
 */
final class GcpChanges implements ChangeWriter {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern CLASS = Pattern.compile("(?:^| )([^ ]+?)-c-");

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
    Map<String, String> held = held(before, after);
    Map<String, JsonNode> denials = denials(before, after, held);
    ArrayNode removed = tags(before, after, "remove", held, "add");
    ArrayNode added = tags(after, before, "add", held, "remove");
    List<JsonNode> patched = new ArrayList<>();
    List<JsonNode> inserted = new ArrayList<>();
    List<JsonNode> deleted = new ArrayList<>();
    after.rules.forEach(
        (key, rule) -> {
          JsonNode old = before.rules.get(key);
          if (old == null && !denials.containsKey(key)) {
            inserted.add(rule);
          } else if (old != null && !old.equals(rule)) {
            patched.add(rule);
          }
        });
    before.rules.forEach(
        (key, rule) -> {
          if (!after.rules.containsKey(key) && !denials.containsKey(key)) {
            deleted.add(rule);
          }
        });
    Comparator<JsonNode> order = Comparator.comparingInt(rule -> rule.path("priority").asInt());
    inserted.sort(Comparator.comparing(GcpChanges::isLast).reversed().thenComparing(order));
    deleted.sort(Comparator.comparing(GcpChanges::isLast).thenComparing(order.reversed()));
    List<JsonNode> first = new ArrayList<>();
    ArrayNode last = MAPPER.createArrayNode();
    denials.forEach(
        (name, rule) -> {
          if (!before.rules.containsKey(name)) {
            first.add(rule);
          }
          if (!after.rules.containsKey(name)) {
            last.add(name);
          }
        });
    write(sink, "0-insert.json", "Denials of the rest", "items", list(first));
    write(sink, "1-tags-remove.json", "Tags that instances lose", "instances", removed);
    write(sink, "2-patch.json", "Rules with another log or description", "items", list(patched));
    write(sink, "3-insert.json", "New rules, in order", "items", list(inserted));
    ArrayNode names = MAPPER.createArrayNode();
    deleted.forEach(rule -> names.add(rule.path("name").asText()));
    write(sink, "4-delete.json", "Rules that are no more, in order", "names", names);
    write(sink, "5-tags-add.json", "Tags that instances get", "instances", added);
    write(sink, "6-delete.json", "Denials that are no longer needed", "names", last);
  }

  /**
   * Instances that change while they are not enforced before and afterwards, and the tag that
   * closes them.
   */
  private static Map<String, String> held(Bundle before, Bundle after) {
    Map<String, String> held = new LinkedHashMap<>();
    after.instances.forEach(
        (key, instance) -> {
          Set<String> now = tags(instance);
          Set<String> old = tags(before.instances.get(key));
          Matcher mark = CLASS.matcher(String.join(" ", now));
          if (!old.isEmpty() && !old.equals(now) && mark.find()) {
            String managed = mark.group(1) + "-managed";
            if (!old.contains(managed) || !now.contains(managed)) {
              held.put(key, managed);
            }
          }
        });
    return held;
  }

  /** The denials that close instances, by name. */
  private static Map<String, JsonNode> denials(
      Bundle before, Bundle after, Map<String, String> held) throws IOException {
    Map<String, JsonNode> denials = new LinkedHashMap<>();
    Set<String> networks = new LinkedHashSet<>();
    for (Map.Entry<String, String> instance : held.entrySet()) {
      String network = instance.getKey().substring(0, instance.getKey().lastIndexOf(' '));
      if (networks.add(network)) {
        String managed = instance.getValue();
        String prefix = managed.substring(0, managed.lastIndexOf('-'));
        for (Firewall denial : ClassRules.rest(network, managed)) {
          String name = denial.name(prefix, "rest");
          TokenBuffer rule = new TokenBuffer(MAPPER, false);
          denial.write(rule, name, "firebreak: everything else");
          JsonNode fresh = MAPPER.readTree(rule.asParser());
          denials.put(name, after.rules.getOrDefault(name, before.rules.getOrDefault(name, fresh)));
        }
      }
    }
    return denials;
  }

  private static Set<String> tags(JsonNode instance) {
    Set<String> tags = new LinkedHashSet<>();
    if (instance != null) {
      instance.path("tags").forEach(tag -> tags.add(tag.asText()));
    }
    return tags;
  }

  /** Whether it denies the rest, which must be there whenever there are others. */
  private static boolean isLast(JsonNode rule) {
    return rule.has("denied") && rule.path("priority").asInt() == ClassRules.REST;
  }

  private static ArrayNode list(List<JsonNode> nodes) {
    return MAPPER.createArrayNode().addAll(nodes);
  }

  /**
   * The tags of instances in one bundle that they have not in the other, and in the other direction
   * the tag that closes those in between.
   */
  private static ArrayNode tags(
      Bundle bundle, Bundle other, String field, Map<String, String> held, String back) {
    ArrayNode changed = MAPPER.createArrayNode();
    bundle.instances.forEach(
        (key, instance) -> {
          String managed = held.get(key);
          Set<String> tags = tags(instance);
          boolean closes = managed != null && !tags.contains(managed);
          tags.removeAll(tags(other.instances.get(key)));
          tags.remove(managed);
          if (!tags.isEmpty() || closes) {
            ObjectNode entry = changed.addObject();
            entry.set("server", instance.path("server"));
            entry.set("serverId", instance.path("serverId"));
            entry.set("addresses", instance.path("addresses"));
            if (!tags.isEmpty()) {
              tags.forEach(entry.putArray(field)::add);
            }
            if (closes) {
              entry.putArray(back).add(managed);
            }
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
