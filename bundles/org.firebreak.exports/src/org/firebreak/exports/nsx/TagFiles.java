package org.firebreak.exports.nsx;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.PlainText;
import org.firebreak.exports.json.JsonFile;

/** Which VM gets which tag: a list of all, and the bodies of tag operations. */
final class TagFiles {
  /** List of the VMs of a partition, below its folder. */
  static final String LIST = "vm-tags.json";

  /** Most VMs of a tag operation. */
  static final int VMS = 1000;

  private final ExportSink sink;
  private final ApiCalls calls;

  TagFiles(ExportSink sink, ApiCalls calls) {
    this.sink = sink;
    this.calls = calls;
  }

  /** Writes the list. */
  void writeList(Partition partition, VmClasses classes) throws IOException {
    try (JsonFile file =
        new JsonFile(
            sink,
            partition.folder() + "/" + LIST,
            "Which VM gets which tag",
            Set.of("virtual_machines"))) {
      JsonGenerator json = file.json();
      json.writeStartObject();
      json.writeNumberField("firebreakVmTags", 1);
      json.writeStringField("root", partition.root());
      json.writeArrayFieldStart("virtual_machines");
      for (VmClass vmClass : classes.all()) {
        for (PolicyServer server : vmClass.servers()) {
          file.write(entry(partition, vmClass, server));
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static ObjectNode entry(Partition partition, VmClass vmClass, PolicyServer server) {
    ObjectNode entry =
        JsonNodeFactory.instance
            .objectNode()
            .put("server_id", server.ref().id())
            .put("display_name", displayName(server.ref().name()));
    entry.putArray("tags").addObject().put("scope", partition.tagScope()).put("tag", vmClass.tag());
    ArrayNode addresses = entry.putArray("addresses");
    server.addresses().forEach(address -> addresses.add(address.toString()));
    return entry;
  }

  /** The server's name as it can stand in a display name. */
  static String displayName(String name) {
    return PlainText.oneLine(name, 255);
  }

  /** Writes the operations that tag the VMs of each class. */
  void writeOperations(Partition partition, VmClasses classes) throws IOException {
    for (VmClass vmClass : classes.all()) {
      List<String> names =
          vmClass.servers().stream().map(server -> displayName(server.ref().name())).toList();
      write(
          partition.root(),
          partition.folder() + "/tags/",
          partition.tagScope(),
          vmClass.tag(),
          names,
          List.of());
    }
  }

  /**
   * Writes the operations that put a tag on VMs and take it from others.
   *
   * @param folder folder of the files, ending with a slash
   * @param add display names
   * @param remove display names
   */
  void write(
      String root, String folder, String scope, String tag, List<String> add, List<String> remove)
      throws IOException {
    int parts = Math.max(1, (Math.max(add.size(), remove.size()) + VMS - 1) / VMS);
    for (int part = 0; part < parts; part++) {
      String name = tag + (part == 0 ? "" : "." + (part + 1));
      String path = folder + name + ".json";
      ObjectNode operation = JsonNodeFactory.instance.objectNode();
      operation.putObject("tag").put("scope", scope).put("tag", tag);
      operation.set("apply_to", resources(part(add, part)));
      operation.set("remove_from", resources(part(remove, part)));
      try (JsonFile file = new JsonFile(sink, path, "Tag operation for " + tag, Set.of())) {
        file.write(operation);
      }
      calls.add("PUT", root + "/tags/tag-operations/firebreak-" + name, path);
    }
  }

  private static List<String> part(List<String> names, int part) {
    return names.subList(
        Math.min(part * VMS, names.size()), Math.min((part + 1) * VMS, names.size()));
  }

  private static ArrayNode resources(List<String> names) {
    ArrayNode resources = JsonNodeFactory.instance.arrayNode();
    if (!names.isEmpty()) {
      resources
          .addObject()
          .put("resource_type", "VirtualMachine")
          .set("resource_ids", Nodes.texts(new ArrayList<>(names)));
    }
    return resources;
  }
}
