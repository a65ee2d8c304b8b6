package org.firebreak.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.imports.Workbench.texts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.ServerKind;
import org.firebreak.model.Tenant;
import org.firebreak.model.Zone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetBoxTest {
  private @TempDir Path folder;
  private Workbench bench;
  private StringWriter text;
  private JsonGenerator json;

  @BeforeEach
  void open() throws IOException {
    bench = new Workbench(folder);
    text = new StringWriter();
    json = new JsonFactory().createGenerator(text);
    json.writeStartArray();
  }

  /** An object as Django dumps it; fields alternate between name and value. */
  private void object(String model, int key, Object... fields) throws IOException {
    json.writeStartObject();
    json.writeStringField("model", model);
    if (key > 0) {
      json.writeNumberField("pk", key);
    }
    json.writeObjectFieldStart("fields");
    for (int i = 0; i < fields.length; i += 2) {
      json.writeFieldName(String.valueOf(fields[i]));
      switch (fields[i + 1]) {
        case null -> json.writeNull();
        case Integer number -> json.writeNumber(number);
        case Boolean flag -> json.writeBoolean(flag);
        case String[] key2 -> json.writeArray(key2, 0, key2.length);
        default -> json.writeString(String.valueOf(fields[i + 1]));
      }
    }
    json.writeObjectFieldStart("custom_field_data");
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private Path dump() throws IOException {
    object("contenttypes.contenttype", 41, "app_label", "virtualization", "model", "vminterface");
    object("dcim.devicerole", 1, "name", "Router", "vm_role", false);
    object("dcim.devicerole", 2, "name", "Database", "vm_role", true);
    object("dcim.platform", 3, "name", "Debian 12");
    object("dcim.site", 4, "name", "North");
    object("tenancy.tenant", 5, "name", "Red");
    object("virtualization.cluster", 6, "name", "Cluster 1", "tenant", 5, "site", 4);
    object("dcim.interface", 7, "device", 12, "name", "eth0");
    object("virtualization.vminterface", 7, "virtual_machine", 13, "name", "eth0");
    object(
        "ipam.ipaddress",
        8,
        "address",
        "192.0.2.12/24",
        "assigned_object_type",
        new String[] {"dcim", "interface"},
        "assigned_object_id",
        7);
    object(
        "ipam.ipaddress",
        9,
        "address",
        "2001:db8::13/64",
        "assigned_object_type",
        41,
        "assigned_object_id",
        7);
    object("ipam.ipaddress", 10, "address", "192.0.2.99/24", "assigned_object_type", null);
    object("dcim.device", 11, "name", "rtr1", "role", 1, "site", 4);
    object("dcim.device", 12, "name", "db-metal", "device_role", 2, "site", 4, "platform", 3);
    object(
        "virtualization.virtualmachine",
        13,
        "name",
        "db-vm",
        "role",
        2,
        "cluster",
        6,
        "platform",
        3,
        "device",
        12,
        "status",
        "active",
        "primary_ip6",
        9,
        "comments",
        "orders");
    object("virtualization.virtualmachine", 14, "name", null, "cluster", 6);
    json.writeEndArray();
    json.close();
    return bench.bytes("netbox.json", text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void machinesAndServersAmongTheDevicesAreTaken() throws IOException {
    Path dump = dump();
    ImportReport report = bench.run(ImportRequest.of(dump, null));
    assertThat(texts(report, Severity.ERROR))
        .containsExactly("netbox.json [virtualization.virtualmachine]:14: the object has no name");
    assertThat(texts(report, Severity.INFO))
        .containsExactly(
            "netbox.json [dcim.device]: 1 devices are left out: their role is not one of servers");
    Server machine = bench.find(Server.class, "db-vm");
    assertThat(machine.getAddresses()).containsExactly("2001:db8::13");
    assertThat(machine.getOperatingSystem()).isEqualTo("Debian 12");
    assertThat(machine.getHypervisorHost()).isEqualTo("db-metal");
    assertThat(machine.getDescription()).isEqualTo("orders");
    assertThat(((ServerGroup) machine.eContainer()).getName()).isEqualTo("Database");
    Zone zone = (Zone) machine.eContainer().eContainer();
    assertThat(zone.getName()).isEqualTo("Cluster 1");
    assertThat(zone.getTenant()).isEqualTo(bench.find(Tenant.class, "Red"));
    Server metal = bench.find(Server.class, "db-metal");
    assertThat(metal.getKind()).isEqualTo(ServerKind.BARE_METAL);
    assertThat(metal.getAddresses()).containsExactly("192.0.2.12");
    assertThat(((Zone) metal.eContainer().eContainer()).getName()).isEqualTo("North");
    bench.againUnchanged(ImportRequest.of(dump, null));
  }

  @Test
  void devicesMayBeTakenAllOrNotAtAll() throws IOException {
    Path dump = dump();
    bench.run(Requests.withOptions(ImportRequest.of(dump, null), Map.of("devices", "none")));
    assertThat(bench.all(Server.class)).hasSize(1);
    bench.run(Requests.withOptions(ImportRequest.of(dump, null), Map.of("devices", "all")));
    assertThat(bench.all(Server.class)).hasSize(3);
  }
}
