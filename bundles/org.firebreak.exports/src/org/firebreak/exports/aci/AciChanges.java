package org.firebreak.exports.aci;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.ChangeWriter;
import org.firebreak.exports.ExportException;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.json.JsonFile;
import org.firebreak.rulebase.RuleFiles;

/**
 * Writes one call for each tenant that changes. The controller takes a call as a whole or not at
 * all, so that nothing is half changed in between.
 */
final class AciChanges implements ChangeWriter {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public void write(RuleFiles from, RuleFiles to, ExportSink sink, Progress progress)
      throws IOException {
    Map<String, StoredObject> before = tenants(from);
    Map<String, StoredObject> after = tenants(to);
    Set<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    for (String path : paths) {
      progress.check();
      ObjectNode change = StoredObject.change(before.get(path), after.get(path));
      if (change != null) {
        try (JsonFile file =
            new JsonFile(sink, path, "Changes of a tenant, as one call", Set.of("children"))) {
          file.write(change);
        }
      }
    }
  }

  /** The tenants of a bundle, by path of the file that changes them. */
  private static Map<String, StoredObject> tenants(RuleFiles files) throws IOException {
    Map<String, StoredObject> tenants = new TreeMap<>();
    for (String path : files.paths()) {
      int slash = path.indexOf('/');
      if (slash > 0 && path.endsWith(".json")) {
        StoredObject root = new StoredObject("");
        try (InputStream in = files.open(path)) {
          root.add(MAPPER.readTree(in));
        } catch (JsonProcessingException e) {
          throw new ExportException(path + " is not the file of an export: " + e.getMessage());
        }
        for (StoredObject tenant : root.children().values()) {
          String key = path.substring(0, slash) + "/change-" + tenant.attribute("name") + ".json";
          tenants.merge(key, tenant, StoredObject::join);
        }
      }
    }
    return tenants;
  }
}
