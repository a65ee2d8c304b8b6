package org.firebreak.cli.sizing;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.firebreak.cli.io.Json;
import org.firebreak.core.sizing.HostLoad;
import org.firebreak.core.sizing.HostPlatform;
import org.firebreak.core.sizing.HostSensitivity;
import org.firebreak.core.sizing.HostSizing;

/** The fields of the hosts in a sizing study. */
final class HostJson {
  private final JsonGenerator json;

  HostJson(JsonGenerator json) {
    this.json = json;
  }

  void write(HostSizing hosts) throws IOException {
    json.writeNumberField("servers", hosts.servers());
    SizingJson.number(json, "busiestNeedBps", hosts.demand().need().bitsPerSecond());
    json.writeNumberField("largestRuleSet", hosts.largestRuleSet());
    SizingJson.figures(json, hosts.figures());
    json.writeArrayFieldStart("loads");
    for (HostLoad each : hosts.loads()) {
      json.writeStartObject();
      json.writeStringField("host", each.name());
      json.writeNumberField("servers", each.servers());
      json.writeNumberField("rules", each.rules());
      SizingJson.number(json, "peakBps", each.peak().bitsPerSecond());
      SizingJson.number(json, "needBps", each.need(hosts.demand().parameters()).bitsPerSecond());
      SizingJson.number(json, "connectionsPerSecond", each.connections().perSecond());
      SizingJson.number(json, "sessions", each.sessions().sessions());
      SizingJson.number(json, "packetsPerSecond", each.packets().perSecond());
      json.writeEndObject();
    }
    json.writeEndArray();
    sensitivity(hosts.sensitivity());
    virtual("virtualFirewalls", hosts.virtualFirewalls(), hosts);
    virtual("virtualFirewallsAboveLayer4", hosts.selective(), hosts);
    json.writeArrayFieldStart("platforms");
    for (HostPlatform each : hosts.platforms()) {
      json.writeStartObject();
      json.writeStringField("platform", each.appliance().name());
      json.writeBooleanField("fits", each.fits());
      SizingJson.number(json, "throughputBps", each.throughput().bitsPerSecond());
      SizingJson.measures(json, each.measures());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void sensitivity(List<HostSensitivity> rows) throws IOException {
    json.writeArrayFieldStart("sensitivity");
    for (HostSensitivity each : rows) {
      json.writeStartObject();
      json.writeStringField("key", each.key());
      json.writeStringField("label", each.label());
      json.writeBooleanField("changesTheChoice", each.changesTheChoice());
      SizingJson.number(json, "swing", each.swing());
      result("base", each.base());
      result("lower", each.lower());
      result("higher", each.higher());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void result(String field, HostSensitivity.Result result) throws IOException {
    json.writeObjectFieldStart(field);
    SizingJson.number(json, "value", result.value());
    SizingJson.number(json, "busiestNeedBps", result.need().bitsPerSecond());
    json.writeStringField(
        "virtualFirewall", result.firewall().map(each -> each.appliance().name()).orElse(null));
    json.writeNumberField(
        "instances", result.firewall().map(HostSizing.VirtualFirewall::instances).orElse(0));
    SizingJson.number(json, "reservedVcpus", result.reserved().count());
    SizingJson.number(json, "filterCores", result.cores().count());
    json.writeNumberField("hostsOverLimit", result.hostsOver());
    Json.texts(json, "platformsOverLimit", result.platformsOver());
    json.writeEndObject();
  }

  private void virtual(String field, List<HostSizing.VirtualFirewall> firewalls, HostSizing hosts)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (HostSizing.VirtualFirewall each : firewalls) {
      json.writeStartObject();
      json.writeStringField("appliance", each.appliance().name());
      json.writeNumberField("instancesToday", each.today());
      json.writeNumberField("instances", each.instances());
      json.writeNumberField("instancesWithoutOffload", each.withoutOffload());
      json.writeNumberField("vcpusPerHost", each.vcpus());
      SizingJson.number(json, "memoryGigabytesPerHost", each.memory().gigabytes());
      json.writeNumberField("vcpusOfAllHosts", hosts.vcpusOfAllHosts(each));
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
