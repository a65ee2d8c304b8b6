package org.firebreak.exports.azure;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.Rule;

/** Writes rules of a network security group. */
final class SecurityRule {
  /** Lists of ports take numbers and ranges alone. */
  private static final List<String> EVERY_PORT = List.of("*");

  private final JsonGenerator json;
  private final boolean inbound;

  SecurityRule(JsonGenerator json, Rule.Direction direction) {
    this.json = json;
    this.inbound = direction == Rule.Direction.INBOUND;
  }

  /**
   * Writes a rule.
   *
   * @param group application security group of the peer; {@code null} to name its addresses
   */
  void write(AzureRule rule, String name, int priority, String group, String description)
      throws IOException {
    begin(name, rule.allow(), priority, rule.protocol());
    json.writeStringField("description", description);
    if (rule.ports().equals(EVERY_PORT)) {
      json.writeStringField("destinationPortRange", "*");
    } else {
      json.writeArrayFieldStart("destinationPortRanges");
      for (String ports : rule.ports()) {
        json.writeString(ports);
      }
      json.writeEndArray();
    }
    String peer = inbound ? "source" : "destination";
    String own = inbound ? "destination" : "source";
    if (group == null || rule.v6() == null) {
      addresses(peer, family(rule.peer().addresses(), rule));
    } else {
      json.writeArrayFieldStart(peer + "ApplicationSecurityGroups");
      json.writeStartObject();
      json.writeStringField("id", AzureText.resourceId(group));
      json.writeEndObject();
      json.writeEndArray();
    }
    addresses(own, rule.own().isAny() ? AddressSet.ANY : family(rule.own(), rule));
    end();
  }

  /** The addresses of a side that a rule is about. */
  static AddressSet family(AddressSet addresses, AzureRule rule) {
    return rule.v6() == null ? addresses : rule.v6() ? addresses.v6() : addresses.v4();
  }

  /** Writes the rule that denies the rest, before the built-in ones that permit. */
  void writeLast(int priority) throws IOException {
    begin(inbound ? "D-in" : "D-out", false, priority, "*");
    json.writeStringField("description", "firebreak: everything else");
    json.writeStringField("destinationPortRange", "*");
    addresses("source", AddressSet.ANY);
    addresses("destination", AddressSet.ANY);
    end();
  }

  private void begin(String name, boolean allow, int priority, String protocol) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeObjectFieldStart("properties");
    json.writeStringField("direction", inbound ? "Inbound" : "Outbound");
    json.writeStringField("access", allow ? "Allow" : "Deny");
    json.writeNumberField("priority", priority);
    json.writeStringField("protocol", protocol);
    json.writeStringField("sourcePortRange", "*");
  }

  private void addresses(String side, AddressSet addresses) throws IOException {
    if (addresses.isAny()) {
      json.writeStringField(side + "AddressPrefix", "*");
      return;
    }
    List<String> prefixes = addresses.toPrefixes();
    json.writeArrayFieldStart(side + "AddressPrefixes");
    for (String prefix : prefixes) {
      json.writeString(prefix);
    }
    json.writeEndArray();
  }

  private void end() throws IOException {
    json.writeEndObject();
    json.writeEndObject();
  }
}
