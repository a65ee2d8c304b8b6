package org.firebreak.imports.inventory;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.Address;
import org.firebreak.imports.input.FileKind;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputFile;
import org.firebreak.imports.spi.CellValues;
import org.firebreak.imports.spi.FactSink;
import org.firebreak.imports.spi.Given;
import org.firebreak.imports.spi.ImportFormat;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.imports.spi.ImportOption;
import org.firebreak.imports.spi.ImportSettings;
import org.firebreak.imports.spi.ServerFact;
import org.firebreak.imports.spi.Values;
import org.firebreak.imports.table.Cell;
import org.firebreak.imports.table.Column;
import org.firebreak.imports.table.RowProblem;
import org.firebreak.imports.table.Sample;
import org.firebreak.imports.table.Table;
import org.firebreak.imports.table.TableRow;
import org.firebreak.model.FirebreakPackage.Literals;
import org.firebreak.model.ServerKind;

/**
 * An RVTools export of a vCenter: sheet vInfo, with the addresses of vNetwork where the workbook
 * has it.
 *
 * <p>vSphere knows neither trust zones nor roles. The port group of the first adapter serves as
 * zone, because a segment is what a firewall separates; the innermost folder, by which
 * administrators sort machines by application, serves as group. Options choose otherwise.
 */
public final class RvToolsInventory implements ImportFormat {
  private static final ImportOption ZONE_FROM =
      ImportOption.choice(
          "zone-from",
          "What of vSphere becomes the zone",
          "network",
          "cluster",
          "datacenter",
          "resource-pool",
          "none");
  private static final ImportOption GROUP_FROM =
      ImportOption.choice(
          "group-from",
          "What of vSphere becomes the group, where the server's name does not tell it",
          "folder",
          "vapp",
          "resource-pool",
          "cluster",
          "none");

  private static final Map<String, Column> SOURCES =
      Map.of(
          "network", RvToolsColumns.NETWORK,
          "cluster", RvToolsColumns.CLUSTER,
          "datacenter", RvToolsColumns.DATACENTER,
          "resource-pool", RvToolsColumns.RESOURCE_POOL,
          "folder", RvToolsColumns.FOLDER,
          "vapp", RvToolsColumns.VAPP);

  /** Columns kept as labels. */
  private static final Map<String, Column> LABELS = new LinkedHashMap<>();

  static {
    LABELS.put("datacenter", RvToolsColumns.DATACENTER);
    LABELS.put("cluster", RvToolsColumns.CLUSTER);
    LABELS.put("power-state", RvToolsColumns.POWER_STATE);
    LABELS.put("vm-uuid", RvToolsColumns.VM_UUID);
  }

  @Override
  public String id() {
    return "rvtools";
  }

  @Override
  public String title() {
    return "RVTools export of vSphere (vInfo)";
  }

  @Override
  public Content content() {
    return Content.INVENTORY;
  }

  @Override
  public List<String> extensions() {
    return List.of("xlsx", "csv");
  }

  @Override
  public List<ImportOption> options() {
    return List.of(ZONE_FROM, GROUP_FROM);
  }

  @Override
  public boolean knowsHeader(String header) {
    return RvToolsColumns.INFO.knows(header);
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.hasHeaderOf(RvToolsColumns.INFO);
  }

  @Override
  public void read(InputFile file, ImportSettings settings, FactSink sink) throws ImportException {
    Column zone = SOURCES.get(settings.get(ZONE_FROM.key()));
    Column group = SOURCES.get(settings.get(GROUP_FROM.key()));
    RvToolsAdapters adapters = adapters(file, sink);
    int left = 0;
    try (Table table = Table.open(file, RvToolsColumns.INFO, null)) {
      for (TableRow row = table.next(); row != null; row = table.next()) {
        try {
          if (isMachine(row)) {
            sink.server(server(row, zone, group, adapters, sink));
          } else {
            left++;
          }
        } catch (RowProblem problem) {
          sink.reject(problem.place(), problem.getMessage());
        }
        sink.rowDone();
      }
      if (left > 0) {
        sink.note(
            Severity.INFO, table.place(), left + " templates and SRM placeholders are left out");
      }
    }
  }

  private static RvToolsAdapters adapters(InputFile file, FactSink sink) throws ImportException {
    if (file.kind() != FileKind.WORKBOOK) {
      return RvToolsAdapters.none();
    }
    Sample sample = Sample.of(file, RvToolsColumns.ADAPTERS::knows);
    boolean there = sample.heads().containsKey(RvToolsColumns.NETWORK_SHEET);
    return there ? RvToolsAdapters.read(file, sink) : RvToolsAdapters.none();
  }

  private static boolean isMachine(TableRow row) throws RowProblem {
    return !row.cell(RvToolsColumns.TEMPLATE).text().equalsIgnoreCase("true")
        && !row.cell(RvToolsColumns.PLACEHOLDER).text().equalsIgnoreCase("true");
  }

  private static ServerFact server(
      TableRow row, Column zone, Column group, RvToolsAdapters adapters, FactSink sink)
      throws RowProblem {
    Cell name = row.cell(RvToolsColumns.VM);
    if (name.isBlank()) {
      throw name.problem("the row has no name");
    }
    return new ServerFact(
        row.place(),
        name.name(),
        Given.nothing(),
        zone == null ? Given.nothing() : innermost(row.cell(zone)),
        Given.nothing(),
        group == null ? null : innermost(row.cell(group)).value(),
        addresses(row, adapters, sink),
        labels(row),
        values(row));
  }

  /** The last step of a path such as {@code /Datacenter/vm/Shop/Web}; nothing for the roots. */
  private static Given<String> innermost(Cell cell) throws RowProblem {
    String[] steps = cell.name().split("/");
    String last = steps.length == 0 ? "" : steps[steps.length - 1].strip();
    boolean root = last.isEmpty() || steps.length > 1 && isRoot(last);
    return root ? Given.nothing() : Given.of(last);
  }

  private static boolean isRoot(String step) {
    return step.equals("vm") || step.equals("Resources");
  }

  private static Given<List<Address>> addresses(
      TableRow row, RvToolsAdapters adapters, FactSink sink) throws RowProblem {
    LinkedHashSet<Address> addresses = new LinkedHashSet<>();
    Cell primary = row.cell(RvToolsColumns.PRIMARY_ADDRESS);
    try {
      AddressTexts.addAll(primary.text(), addresses);
    } catch (IllegalArgumentException e) {
      throw primary.problem(e.getMessage());
    }
    addresses.addAll(adapters.of(row));
    AddressTexts.noteOddities(addresses, row.place(), sink);
    // A machine that is switched off reports no address; the one it had stays.
    return addresses.isEmpty() ? Given.nothing() : Given.of(List.copyOf(addresses));
  }

  private static Map<String, String> labels(TableRow row) throws RowProblem {
    Map<String, String> labels = new LinkedHashMap<>();
    for (Map.Entry<String, Column> entry : LABELS.entrySet()) {
      Cell cell = row.cell(entry.getValue());
      if (!cell.isBlank()) {
        labels.put(entry.getKey(), cell.prose());
      }
    }
    return labels;
  }

  private static Values values(TableRow row) throws RowProblem {
    Values values = new Values();
    Cell system = row.cell(RvToolsColumns.TOOLS_SYSTEM);
    values.put(Literals.SERVER__KIND, Given.of(ServerKind.VIRTUAL_MACHINE));
    values.put(
        Literals.SERVER__OPERATING_SYSTEM,
        CellValues.prose(system.isBlank() ? row.cell(RvToolsColumns.CONFIGURED_SYSTEM) : system));
    values.put(Literals.SERVER__HYPERVISOR_HOST, CellValues.name(row.cell(RvToolsColumns.HOST)));
    values.put(
        Literals.NAMED_ELEMENT__DESCRIPTION, CellValues.prose(row.cell(RvToolsColumns.ANNOTATION)));
    return values;
  }
}
