package org.firebreak.exports.sigma;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportSink;

/**
 * Example processing pipelines (pySigma): how a product names the fields, and what it calls a
 * denied connection, which rules leave open.
 */
final class Pipelines {
  /**
   * @param fields names of the product by names of Sigma
   * @param denied field and value of entries on denied connections
   */
  private record Product(
      String name, String title, Map<String, String> fields, Map.Entry<String, String> denied) {}

  private static final List<Product> PRODUCTS =
      List.of(
          new Product(
              "linux",
              "nftables and iptables, entries of the kernel log as key=value",
              fields("SRC", "SPT", "DST", "DPT"),
              Map.entry("message", "*firebreak:*")),
          new Product(
              "panos",
              "PAN-OS traffic log",
              fields("src", "sport", "dst", "dport"),
              Map.entry("action", "deny")),
          new Product(
              "nsx",
              "NSX distributed firewall, dfwpktlogs parsed to fields",
              fields("src_ip", "src_port", "dst_ip", "dst_port"),
              Map.entry("action", "DROP")));

  private Pipelines() {}

  private static Map<String, String> fields(String... names) {
    return Map.of(
        "src_ip", names[0], "src_port", names[1], "dst_ip", names[2], "dst_port", names[3]);
  }

  static void write(ExportSink sink) throws IOException {
    for (Product product : PRODUCTS) {
      try (ExportFile file =
          sink.open("pipelines/" + product.name + ".yml", "Example pipeline: " + product.title)) {
        file.write("# Firebreak; an example: adapt the names to your log collector.\n");
        SigmaRule.write(node(product), file);
      }
    }
  }

  private static ObjectNode node(Product product) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("name", "Firebreak: " + product.title);
    node.put("priority", 20);
    var steps = node.putArray("transformations");
    ObjectNode names = steps.addObject();
    names.put("id", "firebreak_" + product.name + "_fields").put("type", "field_name_mapping");
    ObjectNode mapping = names.putObject("mapping");
    SigmaRule.FIREWALL_FIELDS.forEach(field -> mapping.put(field, product.fields.get(field)));
    onFirewallLogs(names);
    ObjectNode denied = steps.addObject();
    denied.put("id", "firebreak_" + product.name + "_denied").put("type", "add_condition");
    denied.putObject("conditions").put(product.denied.getKey(), product.denied.getValue());
    onFirewallLogs(denied);
    return node;
  }

  private static void onFirewallLogs(ObjectNode step) {
    step.putArray("rule_conditions")
        .addObject()
        .put("type", "logsource")
        .put("category", "firewall");
  }
}
