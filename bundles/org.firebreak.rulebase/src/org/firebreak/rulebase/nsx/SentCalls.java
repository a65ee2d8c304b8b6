package org.firebreak.rulebase.nsx;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.firebreak.rulebase.Unread;

/**
 * The calls that send the files of a bundle, and the tag operations among them: every file goes to
 * its own space, and VMs get the tags that the list of VMs tells.
 */
final class SentCalls {
  private static final String API = "/policy/api/v1";
  private static final String OPERATIONS = "tags/";

  private final Map<String, JsonNode> bodies = new TreeMap<>();
  private final Map<String, Set<String>> tagged = new HashMap<>();
  private String place;
  private JsonNode calls;

  void addCalls(String path, JsonNode root) {
    place = path;
    calls = root.path("calls");
  }

  void addBody(String path, JsonNode root) {
    bodies.put(path, root);
    if (isOperation(root)) {
      String tag =
          root.path("tag").path("scope").asText() + "|" + root.path("tag").path("tag").asText();
      for (JsonNode entry : root.path("apply_to")) {
        for (JsonNode name : entry.path("resource_ids")) {
          tagged
              .computeIfAbsent(folder(path), key -> new TreeSet<>())
              .add(name.asText() + " " + tag);
        }
      }
    }
  }

  static boolean isOperation(JsonNode root) {
    return root.has("apply_to");
  }

  private static String folder(String path) {
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    return folder.endsWith("/" + OPERATIONS)
        ? folder.substring(0, folder.length() - OPERATIONS.length())
        : folder;
  }

  void check(Map<String, NsxSpace> spaces, List<Unread> unread) {
    tagged.forEach(
        (folder, names) -> {
          NsxSpace space = spaces.get(folder);
          if (space != null && !names.equals(space.tagged())) {
            unread.add(
                new Unread(
                    folder + OPERATIONS,
                    "",
                    "the tag operations give other tags than the list of VMs tells"));
          }
        });
    if (calls == null) {
      return;
    }
    Set<String> sent = new TreeSet<>();
    for (JsonNode call : calls) {
      String body = call.path("body").asText();
      NsxSpace space = body.contains("/") ? spaces.get(folder(body)) : null;
      if (space == null || !bodies.containsKey(body) || !sent.add(body)) {
        unread.add(NsxSpace.unread(place, call, "it sends nothing that is known, or twice"));
      } else if (!isTo(call.path("path").asText(), space.root(), isOperation(bodies.get(body)))) {
        unread.add(NsxSpace.unread(place, call, "it sends a file to another space or project"));
      }
    }
    for (String body : bodies.keySet()) {
      if (!sent.contains(body)) {
        unread.add(new Unread(body, "", "no call sends it"));
      }
    }
  }

  private static boolean isTo(String path, String root, boolean operation) {
    return operation
        ? path.startsWith(API + root + "/tags/tag-operations/")
        : path.equals(API + root);
  }
}
