package org.firebreak.imports.inventory;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.Address;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputFile;
import org.firebreak.imports.spi.FactSink;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.imports.table.Cell;
import org.firebreak.imports.table.RowProblem;
import org.firebreak.imports.table.Table;
import org.firebreak.imports.table.TableRow;

/** The addresses of all network adapters, from the sheet vNetwork of an RVTools export. */
final class RvToolsAdapters {
  private final Map<String, Set<Address>> addresses = new HashMap<>();

  static RvToolsAdapters none() {
    return new RvToolsAdapters();
  }

  /** Reads the sheet. Addresses that cannot be read are noted and left out. */
  static RvToolsAdapters read(InputFile file, FactSink sink) throws ImportException {
    RvToolsAdapters adapters = new RvToolsAdapters();
    try (Table table = Table.open(file, RvToolsColumns.ADAPTERS, RvToolsColumns.NETWORK_SHEET)) {
      for (TableRow row = table.next(); row != null; row = table.next()) {
        try {
          adapters.add(row);
        } catch (RowProblem problem) {
          sink.note(Severity.WARNING, problem.place(), problem.getMessage());
        }
      }
    }
    return adapters;
  }

  private void add(TableRow row) throws RowProblem {
    Set<Address> known = addresses.computeIfAbsent(key(row), k -> new LinkedHashSet<>());
    for (Cell cell : row.cells(RvToolsColumns.ADAPTER_ADDRESSES)) {
      try {
        for (Address address : AddressTexts.all(cell.text())) {
          // A link-local address means nothing beyond its own link.
          if (!AddressTexts.isLinkLocal(address)) {
            known.add(address);
          }
        }
      } catch (IllegalArgumentException e) {
        throw cell.problem(e.getMessage());
      }
    }
  }

  /** The addresses of the machine in a row of any sheet; empty if none is known. */
  Set<Address> of(TableRow row) throws RowProblem {
    return addresses.getOrDefault(key(row), Set.of());
  }

  private static String key(TableRow row) throws RowProblem {
    String id = row.cell(RvToolsColumns.VM_ID).text();
    return id.isEmpty() ? "name " + row.cell(RvToolsColumns.VM).text() : "id " + id;
  }
}
