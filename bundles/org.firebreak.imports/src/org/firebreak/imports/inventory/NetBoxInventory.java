package org.firebreak.imports.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.Address;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.input.FileKind;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputFile;
import org.firebreak.imports.input.Place;
import org.firebreak.imports.inventory.NetBoxDump.Item;
import org.firebreak.imports.spi.FactSink;
import org.firebreak.imports.spi.Given;
import org.firebreak.imports.spi.ImportFormat;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.imports.spi.ImportOption;
import org.firebreak.imports.spi.ImportSettings;
import org.firebreak.imports.spi.ServerFact;
import org.firebreak.imports.spi.Values;
import org.firebreak.imports.table.Cell;
import org.firebreak.imports.table.RowProblem;
import org.firebreak.imports.table.Sample;
import org.firebreak.model.FirebreakPackage.Literals;
import org.firebreak.model.ServerKind;

/**
 * A dump of NetBox: virtual machines, and devices in a role that virtual machines may have too,
 * which sets servers apart from switches and patch panels. Role becomes group, cluster (else site)
 * zone, tenant tenant, platform operating system; addresses are those assigned to the interfaces.
 *
 * @see <a href="https://netboxlabs.com/docs/netbox/models/virtualization/virtualmachine/">NetBox
 *     data model</a>
 */
public final class NetBoxInventory implements ImportFormat {
  private static final ImportOption DEVICES =
      ImportOption.choice("devices", "Which devices are servers", "servers", "all", "none");

  @Override
  public String id() {
    return "netbox";
  }

  @Override
  public String title() {
    return "NetBox dump (JSON)";
  }

  @Override
  public Content content() {
    return Content.INVENTORY;
  }

  @Override
  public List<String> extensions() {
    return List.of("json");
  }

  @Override
  public List<ImportOption> options() {
    return List.of(DEVICES);
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.file().kind() == FileKind.JSON;
  }

  @Override
  public void read(InputFile file, ImportSettings settings, FactSink sink) throws ImportException {
    if (file.kind() != FileKind.JSON) {
      throw NetBoxDump.noDump(file.place());
    }
    NetBoxDump dump = NetBoxDump.read(file);
    new Reading(file, dump, settings.get(DEVICES.key()), sink).run();
  }

  private static final class Reading {
    private final InputFile file;
    private final NetBoxDump dump;
    private final String devices;
    private final FactSink sink;
    private final Map<String, List<String>> addresses = new HashMap<>();

    Reading(InputFile file, NetBoxDump dump, String devices, FactSink sink) {
      this.file = file;
      this.dump = dump;
      this.devices = devices;
      this.sink = sink;
    }

    void run() {
      assignAddresses();
      for (Item machine : dump.all(NetBoxDump.MACHINE)) {
        take(machine, ServerKind.VIRTUAL_MACHINE);
      }
      int left = 0;
      for (Item device : dump.all(NetBoxDump.DEVICE)) {
        if (isServer(device)) {
          take(device, ServerKind.BARE_METAL);
        } else {
          left++;
        }
      }
      if (left > 0) {
        sink.note(
            Severity.INFO,
            new Place(file.name(), NetBoxDump.DEVICE, 0, null),
            left + " devices are left out: their role is not one of servers");
      }
    }

    private boolean isServer(Item device) {
      Item role = dump.referred(device, roleField(device), NetBoxDump.ROLE);
      boolean server = role != null && role.text("vm_role").equals("true");
      return devices.equals("all") || server && devices.equals("servers");
    }

    /** NetBox called the field of devices device_role before version 3.6. */
    private static String roleField(Item item) {
      return item.fields().containsKey("role") ? "role" : "device_role";
    }

    private void assignAddresses() {
      for (Item address : dump.all(NetBoxDump.ADDRESS)) {
        String type = dump.typeIn(address, "assigned_object_type");
        boolean machine = type.equals(NetBoxDump.MACHINE_INTERFACE);
        if (!machine && !type.equals(NetBoxDump.DEVICE_INTERFACE)) {
          continue;
        }
        Item port = dump.referred(address, "assigned_object_id", type);
        if (port != null) {
          int owner = port.reference(machine ? "virtual_machine" : "device");
          String key = (machine ? NetBoxDump.MACHINE : NetBoxDump.DEVICE) + owner;
          addresses.computeIfAbsent(key, k -> new ArrayList<>()).add(address.text("address"));
        }
      }
    }

    private void take(Item item, ServerKind kind) {
      Place place = new Place(file.name(), item.type(), item.key(), null);
      try {
        sink.server(server(item, kind, place));
      } catch (RowProblem problem) {
        sink.reject(problem.place(), problem.getMessage());
      }
      sink.rowDone();
    }

    private ServerFact server(Item item, ServerKind kind, Place place) throws RowProblem {
      String name = CleanText.strip(item.text("name"));
      if (name.isEmpty()) {
        throw new RowProblem(place, "the object has no name");
      }
      return new ServerFact(
          place,
          new Cell(name, place.atColumn("name")).name(),
          name(place, "tenant", tenant(item)),
          name(place, "cluster", zone(item)),
          name(place, "role", dump.nameOf(item, roleField(item), NetBoxDump.ROLE)),
          null,
          addresses(item, place),
          labels(item, place),
          values(item, kind, place));
    }

    private static Given<String> name(Place place, String field, String text) throws RowProblem {
      String stripped = CleanText.strip(text);
      return stripped.isEmpty()
          ? Given.nothing()
          : Given.of(new Cell(stripped, place.atColumn(field)).name());
    }

    private static Given<String> prose(Place place, String field, String text) throws RowProblem {
      String stripped = CleanText.strip(text);
      return stripped.isEmpty()
          ? Given.nothing()
          : Given.of(new Cell(stripped, place.atColumn(field)).prose());
    }

    private String tenant(Item item) {
      String own = dump.nameOf(item, "tenant", NetBoxDump.TENANT);
      Item cluster = dump.referred(item, "cluster", NetBoxDump.CLUSTER);
      return own.isEmpty() && cluster != null
          ? dump.nameOf(cluster, "tenant", NetBoxDump.TENANT)
          : own;
    }

    private String zone(Item item) {
      String cluster = dump.nameOf(item, "cluster", NetBoxDump.CLUSTER);
      return cluster.isEmpty() ? dump.nameOf(item, "site", NetBoxDump.SITE) : cluster;
    }

    private Given<List<Address>> addresses(Item item, Place place) throws RowProblem {
      LinkedHashSet<Address> found = new LinkedHashSet<>();
      List<String> texts = new ArrayList<>();
      for (String field : List.of("primary_ip4", "primary_ip6")) {
        Item primary = dump.referred(item, field, NetBoxDump.ADDRESS);
        if (primary != null) {
          texts.add(primary.text("address"));
        }
      }
      texts.addAll(addresses.getOrDefault(item.type() + item.key(), List.of()));
      for (String text : texts) {
        try {
          AddressTexts.addAll(text, found);
        } catch (IllegalArgumentException e) {
          throw new RowProblem(place.atColumn("address"), e.getMessage());
        }
      }
      AddressTexts.noteOddities(found, place, sink);
      return found.isEmpty() ? Given.nothing() : Given.of(List.copyOf(found));
    }

    private Map<String, String> labels(Item item, Place place) throws RowProblem {
      Map<String, String> labels = new LinkedHashMap<>();
      put(labels, "site", dump.nameOf(item, "site", NetBoxDump.SITE), place);
      put(labels, "status", item.text("status"), place);
      return labels;
    }

    private static void put(Map<String, String> labels, String key, String value, Place place)
        throws RowProblem {
      Given<String> text = prose(place, key, value);
      if (text.isPresent()) {
        labels.put(key, text.value());
      }
    }

    private Values values(Item item, ServerKind kind, Place place) throws RowProblem {
      Values values = new Values();
      String description = item.text("description");
      values.put(Literals.SERVER__KIND, Given.of(kind));
      values.put(
          Literals.SERVER__OPERATING_SYSTEM,
          prose(place, "platform", dump.nameOf(item, "platform", NetBoxDump.PLATFORM)));
      values.put(
          Literals.SERVER__HYPERVISOR_HOST,
          name(place, "device", dump.nameOf(item, "device", NetBoxDump.DEVICE)));
      values.put(
          Literals.NAMED_ELEMENT__DESCRIPTION,
          prose(place, "description", description.isEmpty() ? item.text("comments") : description));
      return values;
    }
  }
}
